import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stem } from '../../../bot/understand/stem.ts';
import { fold, mostWords, wordsOf } from '../../../bot/understand/words.ts';

test.each([
  ['sårpleje', 'saarpleje'],
  ['sårpleje', 'sarpleje'],
  ['støtte', 'stoette'],
  ['støtte', 'stotte'],
  ['gæld', 'gaeld'],
  ['gæld', 'gald'],
  ['MIN', 'min'],
  ['żółty', 'zolty'],
  ['ı', 'i'],
  ['أمي', 'امي'],
  ['مَدرسة', 'مدرسه'],
])('“%s” and “%s” fold to the same', (one, other) => {
  expect(fold(one)).toBe(fold(other));
});

test.each([
  ['børnene', 'børn'],
  ['husene', 'huset'],
  ['sygedagpengene', 'sygedagpenge'],
  ['sagsbehandleren', 'sagsbehandlere'],
])('“%s” and “%s” have one stem', (one, other) => {
  expect(stem(fold(one))).toBe(stem(fold(other)));
});

test('folding is done once: a folded text folds to itself', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zæøåäöüßłşğıéÆØÅ]*$/), (text) => {
      expect(fold(fold(fold(text)))).toBe(fold(fold(text)));
    }),
  );
});

test('of a very long text the beginning and the end are read', () => {
  const words = wordsOf(`først ${'og '.repeat(5000)} sidst`);
  expect(words).toHaveLength(mostWords);
  expect([words[0]?.raw, words.at(-1)?.raw]).toEqual(['først', 'sidst']);
});
