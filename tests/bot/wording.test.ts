import { describe, expect, test } from 'vitest';
import { languages } from '../../bot/message.ts';
import { say, wordings } from '../../bot/wording/wording.ts';
import { lix } from '../support/lix.ts';

/** Every text by its dotted key. */
function flat(node: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(node).flatMap(([key, value]: [string, string | object]) =>
      typeof value === 'string' ? [[path + key, value]] : [...flat(value, `${path}${key}.`)],
    ),
  );
}
const texts = (language: (typeof languages)[number]) => flat(wordings[language]);
const slots = (text: string | undefined) =>
  [...(text ?? '').matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name).sort();

const danish = texts('da');
const others = languages.filter((language) => language !== 'da');

/** The same in every language: the product's name. */
const sameEverywhere = new Set(['name']);
/** Labels that happen to be spelt as in Danish. Easy Danish may share any label of at most six words. */
const spelledAlike: Readonly<Partial<Record<string, readonly string[]>>> = { de: ['words.byWhen'] };
const wordsIn = (text: string) => text.replace(/\{\{\w+\}\}/gu, '').match(/\p{L}+/gu)?.length ?? 0;
const isLabel = (text: string) => !/[.?!]\s/u.test(text.replace('kl. ', '')) && wordsIn(text) <= 6;

describe('what the guide says', () => {
  test.each(others)('has the same keys in %s as in Danish', (language) => {
    expect([...texts(language).keys()].sort()).toEqual([...danish.keys()].sort());
  });

  test.each(others)('has the same slots in %s as in Danish', (language) => {
    const wrong = [...texts(language)].filter(
      ([key, text]) => `${slots(text)}` !== `${slots(danish.get(key))}`,
    );
    expect(wrong).toEqual([]);
  });

  test.each(others)('leaves nothing unsaid or in Danish in %s', (language) => {
    const left = [...texts(language)].filter(([key, text]) => {
      if (text.trim() === '') return true;
      if (text !== danish.get(key) || sameEverywhere.has(key)) return false;
      return language === 'da-let' ? !isLabel(text) : !(spelledAlike[language] ?? []).includes(key);
    });
    expect(left).toEqual([]);
  });

  test.each(languages)('is found in %s when it is said, also with a count', (language) => {
    expect(say(language, 'plan.title')).toBe(wordings[language].plan.title);
    for (const count of [0, 1, 2, 3, 5, 11, 21, 100])
      expect(say(language, 'plan.more', { count })).toBe(
        wordings[language].plan.more.replace('{{count}}', String(count)),
      );
  });

  test.each([
    ['uk', /\p{Script=Cyrillic}/u],
    ['ar', /\p{Script=Arabic}/u],
  ] as const)('is written in the script of %s', (language, script) => {
    const foreign = [...texts(language)].filter(([key, text]) => {
      const own = text.replace(/\{\{\w+\}\}/gu, '');
      return !sameEverywhere.has(key) && /\p{L}/u.test(own) && !script.test(own);
    });
    expect(foreign).toEqual([]);
  });

  test.each([
    ['da', 35],
    ['da-let', 25],
  ] as const)('is plain enough to read in %s: LIX at most %i', (language, most) => {
    const all = [...texts(language).values()];
    expect(lix(...all)).toBeLessThanOrEqual(most);
    // Labels are short sentences that would make the average look better than what is read.
    expect(lix(...all.filter((text) => /[.?!]/u.test(text)))).toBeLessThanOrEqual(most);
  });
});

test('easy Danish keeps one thought to a sentence: none is longer than twelve words', () => {
  const sentences = [...texts('da-let').values()].flatMap((text) => text.split(/(?<=[.?!:])\s/u));
  expect(sentences.filter((sentence) => wordsIn(sentence) > 12)).toEqual([]);
});

describe('LIX', () => {
  test('is words per sentence plus the share of long words', () => {
    expect(lix('Det er let. Det er en forvaltningsafgørelse.')).toBeCloseTo(3.5 + 100 / 7);
  });

  test('is higher for officialese than for easy words', () => {
    const hard =
      'Kommunalbestyrelsen træffer afgørelse vedrørende ydelsesberettigelsen efter lovens bestemmelser.';
    expect(lix(hard)).toBeGreaterThan(60);
    expect(lix('Kommunen siger ja eller nej.')).toBeLessThan(30);
  });
});
