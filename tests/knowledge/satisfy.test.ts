import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applicableFacts, isAnswer } from '../../bot/facts.ts';
import { type Answer, type Condition, type Facts, holds } from '../../knowledge/condition.ts';
import { isItsOwnGate, withGates } from '../../knowledge/gates.ts';
import type { Question } from '../../knowledge/question.ts';
import { questionShape } from '../../knowledge/question.ts';
import { answersTo, satisfy } from '../../knowledge/satisfy.ts';
import { townGraph } from '../support/town.ts';

const graph = townGraph();
const { questions } = graph;
const question = (written: object): Question =>
  questionShape.parse({
    text: 'Hvad?',
    why: 'Derfor.',
    source: 'Småland 2026',
    checkedOn: '2026',
    confidence: 'known',
    ...written,
  });
const letters = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }));
const map = (...all: readonly Question[]) => new Map(all.map((one) => [one.id, one]));

describe('answers under which a rule holds are found', () => {
  test.each<[string, Condition]>([
    ['one option', { fact: 'arbejde', is: 'ledig' }],
    ['behind one gate', { fact: 'timer', is: 'deltid' }],
    ['behind two gates', { fact: 'bor-sammen', is: 'ja' }],
    ['between two numbers', { fact: 'uger-syg', atLeast: 5, below: 6 }],
    [
      'two of three ticks',
      {
        all: [
          { fact: 'fylder', is: 'soevn' },
          { fact: 'fylder', is: 'tanker' },
          { not: { fact: 'fylder', is: 'papirer' } },
        ],
      },
    ],
    ['no tick at all', { not: { fact: 'fylder', is: ['soevn', 'papirer', 'tanker'] } }],
    [
      'a question that does not arise',
      { all: [{ fact: 'hjaelper', is: 'nej' }, { not: { fact: 'hvem', is: 'barn' } }] },
    ],
  ])('%s', (_, condition) => {
    const found = satisfy(condition, questions);
    if (found === null) throw new Error('none was found');
    for (const [id, answer] of Object.entries(found))
      expect(isAnswer(questions.get(id) as Question, answer)).toBe(true);
    expect(holds(condition, applicableFacts(graph, found))).toBe('yes');
  });

  test('and a number below nought is tried where numbers go there', () => {
    const cold = map(question({ id: 'grader', kind: 'number' }));
    expect(satisfy({ fact: 'grader', below: 0 }, cold)).toEqual({ grader: -1 });
  });
});

describe('no answers are found for a rule that can never hold', () => {
  test.each<[string, Condition]>([
    [
      'two options at once',
      {
        all: [
          { fact: 'arbejde', is: 'ledig' },
          { fact: 'arbejde', is: 'ansat' },
        ],
      },
    ],
    ['a number larger than any', { fact: 'uger-syg', atLeast: 201 }],
    [
      'a number above and below',
      {
        all: [
          { fact: 'uger-syg', atLeast: 10 },
          { fact: 'uger-syg', below: 10 },
        ],
      },
    ],
    [
      'an answer to a question that then does not arise',
      {
        all: [
          { fact: 'arbejde', is: 'ledig' },
          { fact: 'timer', is: 'deltid' },
        ],
      },
    ],
    [
      'the same two gates deep',
      {
        all: [
          { fact: 'hjaelper', is: 'nej' },
          { fact: 'bor-sammen', is: 'ja' },
        ],
      },
    ],
    [
      'neither it nor its contrary',
      { all: [{ fact: 'fylder', is: 'soevn' }, { not: { fact: 'fylder', is: 'soevn' } }] },
    ],
  ])('%s', (_, condition) => {
    expect(satisfy(condition, questions)).toBeNull();
  });
});

test('what is found agrees with trying every answer to every question', () => {
  const gate: Condition = { fact: 'p', is: ['a', 'b'] };
  const three = map(
    question({ id: 'p', kind: 'choice', options: letters }),
    question({ id: 'q', kind: 'choices', options: letters, askIf: gate }),
    question({ id: 'n', kind: 'number', least: 0, most: 4 }),
  );
  const all: Facts[] = [undefined, 'a', 'b', 'c'].flatMap((p) =>
    [undefined, [], ['a'], ['b'], ['c'], ['a', 'b'], ['a', 'c'], ['b', 'c'], ['a', 'b', 'c']].flatMap((q) =>
      [undefined, 0, 1, 2, 3, 4].map(
        (n) =>
          Object.fromEntries(
            Object.entries({ p, q, n }).filter(([, answer]) => answer !== undefined),
          ) as Facts,
      ),
    ),
  );
  const graphOf = { ...graph, questions: three };
  const leaf = fc.oneof(
    fc.record({ fact: fc.constantFrom('p', 'q'), is: fc.subarray(['a', 'b', 'c'], { minLength: 1 }) }),
    fc.record({ fact: fc.constant('n'), atLeast: fc.integer({ min: 0, max: 5 }) }),
  );
  const rule = fc.oneof(
    fc.record({ all: fc.array(fc.oneof(leaf, fc.record({ not: leaf })), { minLength: 1, maxLength: 4 }) }),
    fc.record({ not: fc.record({ any: fc.array(leaf, { minLength: 1, maxLength: 3 }) }) }),
  ) as fc.Arbitrary<Condition>;
  fc.assert(
    fc.property(rule, (condition) => {
      const possible = all.some((facts) => holds(condition, applicableFacts(graphOf, facts)) === 'yes');
      expect(satisfy(condition, three) !== null).toBe(possible);
    }),
    { numRuns: 500 },
  );
});

test('numbers worth telling apart lie on each side of every bound, within what makes sense', () => {
  const weeks = question({ id: 'uger', kind: 'number', least: 0, most: 52 });
  const conditions: Condition[] = [
    { fact: 'uger', atLeast: 8 },
    { fact: 'uger', below: 60 },
  ];
  expect(answersTo(weeks, conditions)).toEqual([0, 7, 8, 52]);
});

test('the questions that decide whether a question is asked come before it', () => {
  expect(withGates(['bor-sammen', 'hvem', 'uger-syg'], questions)).toEqual([
    'hjaelper',
    'hvem',
    'bor-sammen',
    'uger-syg',
  ]);
});

test('a circle of questions is seen, and walked once', () => {
  const circle = map(
    question({ id: 'p', kind: 'choice', options: letters, askIf: { fact: 'q', is: 'a' } }),
    question({ id: 'q', kind: 'choice', options: letters, askIf: { fact: 'p', is: 'a' } }),
    question({ id: 'r', kind: 'choice', options: letters, askIf: { fact: 'p', is: 'a' } }),
  );
  expect(isItsOwnGate('p', circle)).toBe(true);
  expect(isItsOwnGate('r', circle)).toBe(false);
  expect(new Set(withGates(['r'], circle))).toEqual(new Set(['p', 'q', 'r']));
});

test('an answer is judged by its question alone', () => {
  const weeks = question({ id: 'uger', kind: 'number', least: 0, most: 52 });
  const ticks = question({ id: 'fylder', kind: 'choices', options: letters });
  const day = question({ id: 'dag', kind: 'date' });
  const judged: readonly [Question, unknown, boolean][] = [
    [weeks, 0, true],
    [weeks, -1, false],
    [weeks, 53, false],
    [weeks, 1.5, false],
    [weeks, Number.NaN, false],
    [weeks, '3', false],
    [ticks, ['a', 'c'], true],
    [ticks, [], true],
    [ticks, ['a', 'a'], false],
    [ticks, ['a', 'd'], false],
    [ticks, 'a', false],
    [day, '2026-02-28', true],
    [day, '2026-02-30', false],
    [day, '0001-01-01', false],
    [day, '9999-12-31', false],
    [day, '2026-02-28T10:00', false],
  ];
  for (const [asked, answer, isOne] of judged)
    expect([asked.id, answer, isAnswer(asked, answer as Answer)]).toEqual([asked.id, answer, isOne]);
});
