/** Kinds of personal data that are masked in free text. */
export const masked = ['cpr', 'phone', 'email', 'card', 'account', 'address'] as const;
export type Masked = (typeof masked)[number];

/** A match as the rules look at it. */
export interface Match {
  readonly text: string;
  readonly index: number;
  readonly groups: Readonly<Record<string, string>>;
}

/** What one kind of personal data looks like. */
export interface Rule {
  readonly kind: Masked;
  readonly pattern: RegExp;
  /** What belongs to a match on its left: looking for the rare end first is much quicker. */
  readonly startsBefore?: RegExp;
  /** Says whether a match really is one; all are when it is missing. */
  readonly holds?: (match: Match, text: string) => boolean;
}

// Digits of any script are read, and the many spaces, dashes and dots that people and phones put between them.
const gap = '[\\s.\\-\\u2010-\\u2015\\u2212/_,:()*]{0,3}';
const digit = '\\p{Nd}';
const alone = { before: '(?<![\\p{Nd}])', after: '(?![\\p{Nd}])' };

const streetEnding =
  '(?<=\\p{L}{2})(?:vej|vejen|gade|gaden|gård|allé|allee|alleen|alléen|boulevard|boulevarden|plads|pladsen|stræde|strædet|vænge|vænget|parken|toften|svinget|stien|krogen|lunden|torv|torvet|bakken|kajen)|(?<!\\p{L})(?:Allé|Alle|Boulevard|Plads|Torv|Vænge|Vej|Gade)';
const floor =
  ',?[ ]*(?:\\p{Nd}{1,2}\\.?[ ]?(?:sal)?\\.?[ ,]*(?:tv|th|mf|sal)\\.?|st\\.?[ ,]*(?:tv|th|mf)\\.?|kl\\.?[ ,]*(?:tv|th)\\.?)(?![\\p{L}\\p{Nd}])';

/** In the order in which they are looked for: the longer numbers first, but the civil registration number before a card number, which could eat half of it. */
export const personalData: readonly Rule[] = [
  {
    kind: 'email',
    pattern:
      /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}\s?(?:[@＠]|\(at\)|\[at\]|\(snabela\)|snabel-?\s?a(?=\s))\s?[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,100})[.,]\p{L}{2,12}(?!\p{L})/giu,
  },
  {
    kind: 'account',
    // IBAN: two letters, two check digits, then groups.
    pattern:
      /(?<![\p{L}\p{N}])\p{Lu}{2}\p{Nd}{2}(?:[ -]?[\p{Lu}\p{Nd}]{4}){2,7}(?:[ -]?[\p{Lu}\p{Nd}]{1,3})?(?![\p{L}\p{N}])/gu,
    holds: (match) => digits(match.text).length >= 12,
  },
  {
    kind: 'account',
    pattern: new RegExp(
      `(?:reg(?:\\.|istrerings)?${'\\s?'}(?:nr|nummer)?[.:]?\\s*)${digit}{4}(?:[\\s,.\\-/]|og|konto(?:nr|nummer)?|kto?|nr|nummer|:){0,8}${digit}(?:[ .-]?${digit}){5,9}${alone.after}`,
      'giu',
    ),
  },
  {
    kind: 'account',
    pattern: new RegExp(
      `konto(?:nr|nummer)?\\.?\\s*(?:er|:|nr\\.?)?\\s*${digit}(?:[ .-]?${digit}){6,13}${alone.after}`,
      'giu',
    ),
  },
  {
    kind: 'cpr',
    // Six digits of a date, four more: any spacing between any of them. Modulus 11 is no longer guaranteed and is not asked for.
    pattern: new RegExp(
      `${alone.before}(?<d>${digit}${gap}${digit})${gap}(?<m>${digit}${gap}${digit})${gap}${digit}${gap}${digit}[\\s.\\-\\u2010-\\u2015\\u2212/_,:()x*]{0,4}${digit}${gap}${digit}${gap}${digit}${gap}${digit}${alone.after}`,
      'gu',
    ),
    holds: (match, text) =>
      isDay(match.groups.d ?? '', match.groups.m ?? '') &&
      !isSpan(text.slice(match.index)) &&
      !isCase(match, text),
  },
  {
    kind: 'cpr',
    // The same with the year in full.
    pattern: new RegExp(
      `${alone.before}(?<d>${digit}{2})${gap}(?<m>${digit}{2})${gap}(?:19|20)${digit}{2}${gap}${digit}{4}${alone.after}`,
      'gu',
    ),
    holds: (match, text) =>
      isDay(match.groups.d ?? '', match.groups.m ?? '') &&
      !isSpan(text.slice(match.index)) &&
      !years.test(match.text),
  },
  {
    kind: 'card',
    pattern: new RegExp(`${alone.before}${digit}(?:[ \\u00a0.-]?${digit}){12,18}${alone.after}`, 'gu'),
    holds: ({ text }) => !years.test(text) && !/\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}/.test(text),
  },
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{Nd}§])(?:\\+|00)[ ]?[1-9\\u0661-\\u0669]${digit}{0,2}(?:[ ().-]{0,2}${digit}){6,12}${alone.after}`,
      'gu',
    ),
  },
  {
    kind: 'account',
    pattern: new RegExp(`${alone.before}${digit}{4}[ -]${digit}{10}${alone.after}`, 'gu'),
  },
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?<![\\p{Nd}§]|[\\p{Nd}][.,-])(?:${digit}{8}|(?:45[ ])?\\(?${digit}{2}\\)?(?:(?:[ ]{1,2}|[./-])${digit}{2}){3}|0${digit}{2,4}[ /-]${digit}{6,9}|${digit}{3}[ -]${digit}{3}[ -]${digit}{3}|${digit}{4}[ -]${digit}{4}|${digit}{3}[ -]${digit}{2}[ -]${digit}{3}|${digit}{2}[ -]${digit}{3}[ -]${digit}{3}|${digit}{2} ${digit}{6}|${digit}{3}[ -]${digit}{3}[ -]${digit}{2})(?![\\p{Nd}]|[.,-][\\p{Nd}])`,
      'gu',
    ),
    holds: isPhone,
  },
  {
    kind: 'address',
    startsBefore: /(?:\p{Lu}[\p{L}.'’-]*[ ]){0,3}[\p{L}'’-]*$/u,
    // A street by its ending, then a house number; floor, door and town when they follow.
    pattern: new RegExp(
      `(?:${streetEnding})(?:,|[ ]+nr\\.?)?[ ]+\\p{Nd}{1,3}(?:[ ]?[A-Za-z](?![\\p{L}\\p{Nd}]))?(?![\\p{Nd}%.]*[ ]?(?:gange|kr|år|uger|dage|timer|minutter|mennesker|personer|børn))(?:${floor})?(?:,?[ ]+\\p{Nd}{4}[ ]+\\p{Lu}\\p{L}+(?:[ ]\\p{Lu}(?!\\p{L}))?)?(?![\\p{Nd}])`,
      'gu',
    ),
  },
  {
    kind: 'address',
    // Any street, when a postal code and a town follow the number.
    pattern:
      /\p{Lu}[\p{L}'’-]+[ ]\p{Nd}{1,3}[ ]?[A-Za-z]?,[ ]*(?:DK-?)?[1-9]\p{Nd}{3}[ ]\p{Lu}\p{L}+(?:[ ]\p{Lu}(?!\p{L}))?/gu,
  },
];

function digits(text: string): string {
  return text.normalize('NFKC').replace(/\P{Nd}/gu, '');
}

function plain(text: string): number {
  // Arabic and Persian digits count as well: their code points end in the digit's value.
  return Number(
    [...text]
      .filter((c) => /\p{Nd}/u.test(c))
      .map((c) => (/[0-9]/.test(c) ? c : String((c.codePointAt(0) ?? 0) & 15)))
      .join(''),
  );
}

function isDay(day: string, month: string): boolean {
  const d = plain(day);
  const m = plain(month);
  // Replacement numbers add 60 to the day.
  return m >= 1 && m <= 12 && ((d >= 1 && d <= 31) || (d >= 61 && d <= 91));
}

/** A time from one day to another, with the years in full: `01.10.2024-31.12.2025`. */
function isSpan(text: string): boolean {
  return /^\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}\s*[-–]?\s*\d{1,2}[./-]\d/.test(text);
}

/** A case of a year, called one: `sag 24/12345678`. */
function isCase(match: Match, text: string): boolean {
  const before = text.slice(Math.max(0, match.index - 14), match.index);
  return /(?:sags?|journal)[- ]?(?:nr|nummer)?[. :]*$/i.test(before) && /^\d{2}\/\d{8}$/.test(match.text);
}

const years = /^(?:(?:19|20)\d{2}[ .-]?)+$/;

function isPhone(match: Match, text: string): boolean {
  const before = text.slice(Math.max(0, match.index - 14), match.index);
  const after = text.slice(match.index + match.text.length, match.index + match.text.length + 12);
  if (/^\s*(?:kr|kroner|dkk|euro|eur|€|\$|%|mio|tusind)/i.test(after)) return false;
  if (
    /(?:kr\.?|dkk|€|\$|sags?[- ]?(?:nr|nummer)?\.?|journal(?:nr|nummer)?\.?|cvr(?:[- ]?nr)?\.?)\s*:?\s*$/i.test(
      before,
    )
  )
    return false;
  // Opening hours, years, and nine digits that nobody calls a telephone.
  if (/^(?:[01]\d|2[0-3])[.:][0-5]\d [ ]?(?:[01]\d|2[0-3])[.:][0-5]\d$/.test(match.text)) return false;
  if (/^(?:19|20)\d{2}[ -](?:19|20)\d{2}$/.test(match.text)) return false;
  if (
    digits(match.text).length === 9 &&
    !/tlf|tel|mobil|ring|nummer|phone|komórk|numer|телефон|هاتف/i.test(before)
  )
    return false;
  const first = digits(match.text)[0];
  if (first === '0' || first === '1')
    return isDateLike(match.text)
      ? false
      : /^0\d{2,4}[ /-]\d{6}/.test(match.text) || /tlf|tel|mobil|ring|nummer|phone/i.test(before);
  return !isDateLike(match.text);
}

function isDateLike(text: string): boolean {
  const all = digits(text);
  const year = Number(all.slice(4, 8));
  const yearFirst = Number(all.slice(0, 4));
  if (isDay(all.slice(0, 2), all.slice(2, 4)) && year >= 1900 && year <= 2100) return true;
  return yearFirst >= 1900 && yearFirst <= 2100 && isDay(all.slice(6, 8), all.slice(4, 6));
}
