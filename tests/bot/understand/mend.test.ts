import { expect, test } from 'vitest';
import { loadModel } from '../../../adapters/terminal/model.ts';
import { compoundSplitter } from '../../../bot/understand/compound.ts';
import { speller } from '../../../bot/understand/spelling.ts';
import { createUnderstand } from '../../../bot/understand/understand.ts';

const vocabulary = [
  'sygedagpenge',
  'forlob',
  'husleje',
  'kommune',
  'sorg',
  'gruppe',
  'hjemmehjalp',
  'arbejde',
];

test.each([
  ['huslje', 'husleje'],
  ['hussleje', 'husleje'],
  ['huslaje', 'husleje'],
  ['huselje', 'husleje'],
  ['komune', 'kommune'],
  ['arbjde', 'arbejde'],
  ['arebjde', 'arbejde'],
])('“%s” was meant to be “%s”', (written, meant) => {
  expect(speller(vocabulary)(written)).toBe(meant);
});

test.each(['himmel', 'hus', 'huls', 'xxxxxxxxx', 'قلب'])(
  '“%s” is no misspelling of a known word',
  (written) => {
    expect(speller(vocabulary)(written)).toBeNull();
  },
);

test.each([
  ['sygedagpengeforlob', ['sygedagpenge', 'forlob']],
  ['sorggruppe', ['sorg', 'gruppe']],
  ['arbejdsgruppe', null],
  ['kommunesorg', ['kommune', 'sorg']],
  ['blomsterbed', null],
])('“%s” is put together of %j', (word, parts) => {
  expect(compoundSplitter(vocabulary)(word)).toEqual(parts);
});

test.each([
  ['jeg er sygmeldt og får sygedagpnge', 'sygedagpenge'],
  ['min mor har fåt kræfft', 'kraeft-i-familien'],
  ['jeg vil søge follkepension', 'pension'],
  ['vi skal skillles', 'skilsmisse'],
])('understands “%s” though it is misspelled', (text, situation) => {
  expect(createUnderstand(loadModel())(text).situations[0]?.id).toBe(situation);
});
