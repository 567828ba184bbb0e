import type { Features } from './features.ts';
import type { Linear } from './linear.ts';

/** The languages the bot answers in, as ISO 639-1. */
export const spoken = ['da', 'en', 'de', 'pl', 'uk', 'ar', 'tr'] as const;
export type Spoken = (typeof spoken)[number];

function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return (h ^ (h >>> 15)) >>> 0;
}

/** The spelling of a text: letters as they were written, which is what tells languages apart. */
export function spellingOf(text: string): Features {
  const keys: number[] = [];
  const weights: number[] = [];
  const seen = new Set<number>();
  const add = (key: number, weight: number) => {
    if (seen.has(key)) return;
    seen.add(key);
    keys.push(key);
    weights.push(weight);
  };
  for (const [word] of text
    .slice(0, 600)
    .toLowerCase()
    .matchAll(/[\p{L}\p{M}]+/gu)) {
    const padded = `_${word.slice(0, 30)}_`;
    add(hash(padded), 1);
    for (let size = 1; size <= 3; size++)
      for (let i = 0; i + size <= padded.length; i++) add(hash(`${size}${padded.slice(i, i + size)}`), 0.5);
  }
  return { keys, weights, words: keys.map(() => 0) };
}

/** How much likelier another language must look before Danish is given up: most write Danish, and short texts are poor witnesses. */
const danishAhead = 0.15;

/** Arabic and Ukrainian are seldom written in Latin letters. */
const inLatin: Partial<Record<Spoken, number>> = { ar: 0.3, uk: 0.3 };

/** The language a text is written in; the script decides where it can. */
export function languageOf(text: string, model: Linear): Spoken {
  const part = text.slice(0, 600);
  const arabic = part.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const cyrillic = part.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = part.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (arabic > 0 && arabic * 2 >= latin) return 'ar';
  if (cyrillic > 0 && cyrillic * 2 >= latin) return 'uk';
  if (latin === 0) return 'da';
  const scores = model.scores(spellingOf(part));
  let best: Spoken = 'da';
  let highest = (scores[model.classes.indexOf('da')] ?? 0) + danishAhead;
  for (const one of spoken) {
    const score = (scores[model.classes.indexOf(one)] ?? Number.NEGATIVE_INFINITY) - (inLatin[one] ?? 0);
    if (one !== 'da' && score > highest) [best, highest] = [one, score];
  }
  return best;
}
