import type { Line } from './lines.ts';
import { wordsOf } from './words.ts';

const leastLetters = 4;
const leastTimes = 2;

/** The Danish words that the models have met, folded: what is not among them may be misspelled, or put together. */
export function vocabularyOf(lines: readonly Line[]): readonly string[] {
  const times = new Map<string, number>();
  for (const { text, lang } of lines) {
    if (lang !== 'da') continue;
    for (const { folded } of wordsOf(text))
      if (folded.length >= leastLetters && /^[a-z]+$/.test(folded))
        times.set(folded, (times.get(folded) ?? 0) + 1);
  }
  return [...times].filter(([, n]) => n >= leastTimes).map(([word]) => word);
}
