import type { Meant } from './concepts.ts';
import { stem } from './stem.ts';
import type { Word } from './words.ts';

/** What a text is made of for the linear models: hashed keys, their weights, and the word each came from. */
export interface Features {
  readonly keys: readonly number[];
  readonly weights: readonly number[];
  readonly words: readonly number[];
}

const letters = 1;
const stems = 2;
const pairs = 3;
const concepts = 4;
const skips = 5;
const together = 6;
const joined = 7;
const mostConcepts = 14;

/** How much each sort of feature counts: found by cross-validation on the training lines. */
export const groupWeights: Readonly<Record<number, number>> = {
  [letters]: 0.55,
  [stems]: 1.3,
  [pairs]: 0.7,
  [concepts]: 1,
  [skips]: 0.35,
  [together]: 0.3,
  [joined]: 0.6,
};

function hash(group: number, text: string, from = 0, to = text.length, seed = 2166136261): number {
  let h = seed ^ (group * 0x9e3779b1);
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  // The last three bits of a key say which sort it is.
  return (((h ^ (h >>> 13)) & ~7) | group) >>> 0;
}

/** Whether a feature is a whole word: one that only a single line has still tells, where rare letters only cost room. */
export const isWord = (key: number): boolean => (key & 7) === stems;

/** The features of a text's words; each distinct one once, however often it is said. */
export function featuresOf(words: readonly Word[], meant: readonly Meant[], lang: string): Features {
  // Fewer lines were written in the other languages: there the concepts carry what was learned in Danish.
  const concepted = lang === 'da' ? 1 : 2.5;
  const seen = new Set<number>();
  const keys: number[] = [];
  const weights: number[] = [];
  const from: number[] = [];
  const add = (key: number, group: number, word: number, more = 1) => {
    if (seen.has(key)) return;
    seen.add(key);
    keys.push(key);
    weights.push((groupWeights[group] ?? 1) * more);
    from.push(word);
  };
  const bases = words.map((word) => stem(word.folded));
  words.forEach((word, at) => {
    const base = bases[at] ?? '';
    add(hash(stems, base), stems, at);
    const next = bases[at + 1];
    if (next !== undefined) add(hash(pairs, `${base} ${next}`), pairs, at);
    // Two words that should have been one: `syge dagpenge`.
    const following = words[at + 1];
    if (following !== undefined) add(hash(stems, stem(word.folded + following.folded)), joined, at);
    const further = bases[at + 2];
    if (further !== undefined) add(hash(skips, `${base} ${further}`), skips, at);
    for (const known of word.also ?? []) add(hash(stems, stem(known)), stems, at);
    for (const form of [word.folded, ...(word.also ?? [])]) {
      const padded = `_${form}_`;
      for (let size = 3; size <= 5; size++)
        for (let i = 0; i + size <= padded.length; i++) add(hash(letters, padded, i, i + size), letters, at);
    }
  });
  const distinct = new Map<string, number>();
  for (const { concept, word } of meant) {
    add(hash(concepts, concept), concepts, word, concepted);
    if (distinct.size < mostConcepts && !distinct.has(concept)) distinct.set(concept, word);
  }
  // What is said together tells more than each alone: a child and alone, a knife and afraid.
  const named = [...distinct.keys()].sort();
  for (let i = 0; i < named.length; i++)
    for (let j = i + 1; j < named.length; j++)
      add(hash(together, `${named[i]} ${named[j]}`), together, distinct.get(named[j] ?? '') ?? 0, concepted);
  return { keys, weights, words: from };
}
