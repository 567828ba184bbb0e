import { beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../knowledge/graph.ts';
import { contentLanguages, type Translation } from '../../knowledge/translation.ts';
import { realGuide } from '../support/guide.ts';

let graph: Graph;
beforeAll(async () => {
  ({ graph } = await realGuide());
});

const translationsIn = (language: string): readonly Translation[] =>
  [...graph.translations.values()].filter((translation) => translation.language === language);

/** Everything a kind is told with in a language, whatever file it stands in. */
function told<K extends 'situations' | 'needs' | 'questions' | 'crises'>(language: string, kind: K) {
  return Object.assign({}, ...translationsIn(language).map((one) => one[kind])) as Translation[K];
}

const numbers = (text: string) => (text.match(/\d+/gu) ?? []).sort();

describe.each(contentLanguages)('the content in %s', (language) => {
  test('tells every situation, need, question and crisis', () => {
    for (const kind of ['situations', 'needs', 'questions', 'crises'] as const) {
      const missing = [...graph[kind].keys()].filter((id) => !(id in told(language, kind)));
      expect(missing, kind).toEqual([]);
    }
  });

  test('has a label for every answer, and for no other', () => {
    const labels = told(language, 'questions');
    for (const { id, options } of graph.questions.values()) {
      const values = options.map(({ value }) => value).sort();
      expect(Object.keys(labels[id]?.options ?? {}).sort(), id).toEqual(values);
    }
  });

  test('leaves no two answers to a question alike', () => {
    for (const [id, { options }] of Object.entries(told(language, 'questions')))
      expect(new Set(Object.values(options)).size, id).toBe(Object.keys(options).length);
  });

  test('says in a crisis what is said in Danish, line by line, with the same numbers', () => {
    const cards = told(language, 'crises');
    for (const { id, sayFirst, afterwards } of graph.crises.values()) {
      const card = cards[id];
      expect(card?.afterwards.length, id).toBe(afterwards.length);
      expect(numbers(card?.sayFirst ?? ''), id).toEqual(numbers(sayFirst));
      expect(card?.afterwards.map(numbers), id).toEqual(afterwards.map(numbers));
    }
  });

  test('writes numbers in the digits that are on the phone', () => {
    expect(JSON.stringify(translationsIn(language))).not.toMatch(/[٠-٩۰-۹]/u);
  });
});
