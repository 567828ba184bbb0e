import { compoundSplitter } from './compound.ts';
import { speller } from './spelling.ts';
import type { Word } from './words.ts';

const leastLetters = 5;

/** Makes a reader that adds, to Danish words never met, the known ones they stand for. */
export function mender(
  vocabulary: readonly string[],
): (words: readonly Word[], lang: string) => readonly Word[] {
  const known = new Set(vocabulary);
  const spell = speller(vocabulary);
  const split = compoundSplitter(vocabulary);
  return (words, lang) =>
    lang !== 'da'
      ? words
      : words.map((word) => {
          if (word.folded.length < leastLetters || known.has(word.folded)) return word;
          const meant = spell(word.folded);
          const also = meant === null ? split(word.folded) : [meant];
          return also === null ? word : { ...word, also };
        });
}
