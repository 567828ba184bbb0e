import { isDay } from './calendar.ts';

/** What a month is called in each language the bot speaks, long and short, alone and after a day, as people type it. */
const months = monthNames(['da', 'en', 'de', 'pl', 'uk', 'ar', 'tr']);

/**
 * Reads a day out of typed words in lower case, as YYYY-MM-DD: 3-11-2026, 3/11 2026, 3/11-26, 2026-11-03, 3. november 2026,
 * november 3, 2026, 3 листопада 2026. Undefined when there is none, or none that exists.
 */
export function readDay(words: string): string | undefined {
  const iso = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/u.exec(words);
  if (iso !== null) return day(iso[1], iso[2], iso[3]);
  const numbers = /(?<!\d)(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4}|\d{2})(?!\d)/u.exec(words);
  if (numbers !== null) return day(numbers[3], numbers[2], numbers[1]);
  const dayFirst =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\.? *(?:den |de |of )?([\p{L}\p{M}]+)\.?,? +(\d{4})(?!\d)/u.exec(words);
  if (dayFirst !== null) return named(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /([\p{L}\p{M}]+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})(?!\d)/u.exec(words);
  return monthFirst === null ? undefined : named(monthFirst[3], monthFirst[1], monthFirst[2]);
}

function named(year = '', name = '', date = ''): string | undefined {
  // Danish months are written short in many ways: three letters tell them apart.
  const month = months.get(name) ?? months.get(name.slice(0, 3));
  return month === undefined ? undefined : day(year, String(month), date);
}

function day(year = '', month = '', date = ''): string | undefined {
  const century = year.length === 2 ? (Number(year) < 50 ? '20' : '19') : '';
  const text = `${century}${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

function monthNames(languages: readonly string[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const language of languages)
    for (const month of ['long', 'short'] as const)
      for (const date of [undefined, 'numeric'] as const) {
        const format = new Intl.DateTimeFormat(language, { month, day: date, timeZone: 'UTC' });
        for (let at = 0; at < 12; at++) {
          const parts = format.formatToParts(Date.UTC(2026, at, 15));
          const name = parts.find(({ type }) => type === 'month')?.value ?? '';
          names.set(name.toLowerCase().replace('.', ''), at + 1);
        }
      }
  return names;
}
