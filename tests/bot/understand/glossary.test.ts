import { expect, test } from 'vitest';
import { loadLessons } from '../../../adapters/terminal/lessons.ts';
import { glossaryFrom } from '../../../bot/understand/glossary.ts';
import { wordsOf } from '../../../bot/understand/words.ts';

const gloss = glossaryFrom({
  en: '# remark\nhusleje = rent\nfyret = laid_off, redundan*\nsygehus = hospital, ward*_sister*',
  ar: 'husleje = إيجار\nsygehus = مستشفى',
});
const danish = (text: string, lang: string) => gloss(wordsOf(text), lang).map((word) => word.also ?? []);

test('a word stands for its Danish one, in any ending where that is said', () => {
  expect(danish('Rent! redundancy', 'en')).toEqual([['husleje'], ['fyret']]);
  expect(danish('rental', 'en')).toEqual([[]]);
});

test('of two words both must be there, side by side', () => {
  expect(danish('laid off', 'en')).toEqual([['fyret'], []]);
  expect(danish('laid it off', 'en')).toEqual([[], [], []]);
  expect(danish('wards sisters', 'en')).toEqual([['sygehus'], []]);
});

test('Arabic words are known with what is written together with them', () => {
  expect(danish('والإيجار بالمستشفى', 'ar')).toEqual([['husleje'], ['sygehus']]);
});

test('Danish words are left as they are', () => {
  expect(danish('rent hospital', 'da')).toEqual([[], []]);
});

test.each(Object.entries(loadLessons().glossaries))(
  'the glossary of %s has a Danish word and its terms on every line',
  (_, text) => {
    const wrong = text
      .split('\n')
      .map((line, at) => `${at + 1}: ${line}`)
      .filter((line) => !/^\d+: (#.*|\s*|[^=]+=\s*[^=\s][^=]*)$/.test(line));
    expect(wrong).toEqual([]);
  },
);
