import { type Masked, masked, personalData } from './personal-data.ts';

export type { Masked } from './personal-data.ts';

const words: Readonly<Record<Masked, string>> = {
  cpr: '[cpr-nummer]',
  phone: '[telefonnummer]',
  email: '[e-mail]',
  card: '[kortnummer]',
  account: '[kontonummer]',
  address: '[adresse]',
};

// Everything that is masked has a digit or an @ in it: only what stands near one is looked at, so that long texts stay quick.
const anchor = /\p{Nd}+|[@＠]|\(at\)|\[at\]|\(snabela\)|snabel-?\s?a\b/giu;
const before = 100;
const after = 130;

/** Masks personal data in free text, keeping the sentence readable. Masking twice changes nothing more. */
export function mask(text: string): { text: string; found: readonly Masked[] } {
  const found = new Set<Masked>();
  // A mask put in parts numbers that stood against each other: what it uncovers is looked at again.
  let result = maskOnce(text, found);
  for (let last = text; result !== last; ) {
    last = result;
    result = maskOnce(last, found);
  }
  return { text: result, found: masked.filter((kind) => found.has(kind)) };
}

function maskOnce(text: string, found: Set<Masked>): string {
  let result = '';
  let end = 0;
  for (const [from, to] of placesToLook(text)) {
    result += text.slice(end, from) + maskPart(text.slice(from, to), found);
    end = to;
  }
  return result + text.slice(end);
}

const leftmost = 60;

function maskPart(part: string, found: Set<Masked>): string {
  let whole = part;
  for (const { kind, pattern, holds, startsBefore } of personalData) {
    let masking = '';
    let end = 0;
    pattern.lastIndex = 0;
    for (let one = pattern.exec(whole); one !== null; one = pattern.exec(whole)) {
      const match = { text: one[0], index: one.index, groups: one.groups ?? {} };
      if (holds !== undefined && !holds(match, whole)) {
        // What is not one may still overlap with one that begins later.
        pattern.lastIndex = one.index + 1;
        continue;
      }
      const left = whole.slice(Math.max(end, one.index - leftmost), one.index);
      const more = startsBefore === undefined ? 0 : (startsBefore.exec(left)?.[0].length ?? 0);
      masking += whole.slice(end, one.index - more) + words[kind];
      end = one.index + one[0].length;
      found.add(kind);
    }
    whole = masking + whole.slice(end);
  }
  return whole;
}

/** Stretches of the text around digits and @, none overlapping another, cut where a word ends. */
function placesToLook(text: string): readonly (readonly [number, number])[] {
  const places: [number, number][] = [];
  for (const match of text.matchAll(anchor)) {
    let from = Math.max(0, match.index - before);
    let to = Math.min(text.length, match.index + match[0].length + after);
    while (from > 0 && from > match.index - 2 * before && /\S/.test(text[from - 1] ?? '')) from--;
    while (to < text.length && to < match.index + 2 * after && /\S/.test(text[to] ?? '')) to++;
    const last = places.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else places.push([from, to]);
  }
  return places;
}
