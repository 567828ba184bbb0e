import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likelihoods } from '../../bot/likelihood.ts';
import { type Asking, expectedGain, nextQuestion } from '../../bot/next-question.ts';
import { position } from '../../bot/position.ts';
import { newSession, type Session } from '../../bot/session.ts';
import {
  type Answer,
  type Condition,
  doesNotArise,
  type Facts,
  factsRead,
  holds,
} from '../../knowledge/condition.ts';
import { withGates } from '../../knowledge/gates.ts';
import { answersTo } from '../../knowledge/satisfy.ts';
import { walk } from '../../knowledge/walk.ts';
import { anyAnswer } from '../support/any.ts';
import { today } from '../support/talk.ts';
import { townGraph } from '../support/town.ts';

const graph = townGraph();
const { questions } = graph;
const situations = [...graph.situations.keys()];
const rulesOf = (from: readonly string[]) =>
  walk(graph, from, today).flatMap(({ condition }) => condition ?? []);
const asking = (more: Partial<Asking>): Asking => ({ answers: {}, asking: 'all', asked: [], ...more });

/** Answers to some questions, as a citizen may have given them. */
const someAnswers = fc.record(
  Object.fromEntries(
    [...questions.values()]
      .filter(({ kind }) => kind !== 'date')
      .map((question) => [question.id, anyAnswer(question)]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Facts>;
const factsFrom = (answers: Facts) => position(graph, { ...newSession('lilleby'), answers }, today).facts;

/** The slow twin: every way the open questions could be answered, each as likely as the next. */
function worlds(
  ids: readonly string[],
  facts: Facts,
  all: readonly Condition[],
): readonly { facts: Facts; weight: number }[] {
  const [id, ...rest] = ids;
  if (id === undefined) return [{ facts, weight: 1 }];
  const question = questions.get(id);
  if (question === undefined || facts[id] !== undefined) return worlds(rest, facts, all);
  const isAsked = holds(question.askIf, facts) !== 'no';
  const answers: readonly Answer[] = isAsked ? answersTo(question, all) : [doesNotArise];
  return answers.flatMap((answer) =>
    worlds(rest, { ...facts, [id]: answer }, all).map((world) => ({
      ...world,
      weight: world.weight / answers.length,
    })),
  );
}

const bits = (chance: number) =>
  chance <= 0 || chance >= 1 ? 0 : -chance * Math.log2(chance) - (1 - chance) * Math.log2(1 - chance);

function slowChance(condition: Condition, facts: Facts, all: readonly Condition[]): number {
  return worlds(withGates(factsRead(condition), questions), facts, all)
    .filter((world) => holds(condition, world.facts) === 'yes')
    .reduce((sum, { weight }) => sum + weight, 0);
}

function slowGain(
  id: string,
  conditions: readonly Condition[],
  facts: Facts,
  all: readonly Condition[],
): number {
  const question = questions.get(id);
  const answers = question === undefined ? [] : answersTo(question, all);
  return conditions.reduce((total, condition) => {
    const chances = answers.map((answer) => slowChance(condition, { ...facts, [id]: answer }, all));
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    return total + bits(mean(chances)) - mean(chances.map(bits));
  }, 0);
}

describe('how much a question tells', () => {
  const number = { fact: 'uger-syg', atLeast: 4 } as const;
  const entangled: readonly Condition[] = [
    {
      any: [
        { fact: 'arbejde', is: 'ansat' },
        { fact: 'arbejde', is: 'ledig' },
      ],
    },
    {
      all: [
        { fact: 'uger-syg', atLeast: 4 },
        { fact: 'uger-syg', below: 20 },
        { fact: 'timer', is: 'deltid' },
      ],
    },
    { any: [{ fact: 'bor-sammen', is: 'ja' }, { not: { fact: 'hvem', is: 'barn' } }] },
    {
      all: [
        { any: [{ fact: 'fylder', is: 'soevn' }, number] },
        { any: [{ fact: 'fylder', is: 'tanker' }, number] },
      ],
    },
  ];
  const askIfs = [...questions.values()].flatMap(({ askIf }) => askIf ?? []);

  test('agrees with trying every answer to every question, also where parts of a rule hang together', () => {
    fc.assert(
      fc.property(
        fc.subarray([...rulesOf(situations), ...entangled], { minLength: 1 }),
        someAnswers,
        (rules, answers) => {
          const facts = factsFrom(answers);
          const conditions = rules.filter((rule) => holds(rule, facts) === 'unknown');
          const all = [...conditions, ...askIfs];
          const odds = likelihoods(graph, conditions);
          for (const condition of conditions)
            expect(odds.likelihood(condition, facts)).toBeCloseTo(slowChance(condition, facts, all), 9);
          for (const question of questions.values()) {
            if (question.kind === 'date' || facts[question.id] !== undefined) continue;
            const gain = expectedGain(odds, question, conditions, facts);
            expect(gain).toBeCloseTo(slowGain(question.id, conditions, facts, all), 9);
            expect(gain).toBeGreaterThanOrEqual(-1e-12);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('is nothing for a question that no open rule depends on', () => {
    const conditions = rulesOf(['nabostrid', 'ensomhed']);
    const odds = likelihoods(graph, conditions);
    const arbejde = questions.get('arbejde');
    if (arbejde === undefined) throw new Error('no arbejde');
    expect(expectedGain(odds, arbejde, conditions, {})).toBe(0);
  });
});

const anySession = fc.record({
  situations: fc.subarray(situations, { minLength: 1 }),
  answers: someAnswers,
  skipped: fc.subarray([...questions.keys()]),
  asking: fc.constantFrom('few' as const, 'all' as const),
});

describe('the next question', () => {
  const reached = (from: readonly string[]) => walk(graph, from, today);

  test('is the one that tells most', () => {
    fc.assert(
      fc.property(anySession, ({ situations: from, answers, asking: how }) => {
        const facts = factsFrom(answers);
        const chosen = nextQuestion(graph, reached(from), facts, asking({ answers, asking: how }));
        if (chosen === null) return;
        const conditions = rulesOf(from).filter((rule) => holds(rule, facts) === 'unknown');
        const odds = likelihoods(graph, conditions);
        const others = [...questions.values()].filter(
          ({ id, kind, askIf }) =>
            kind !== 'date' && facts[id] === undefined && holds(askIf, facts) === 'yes',
        );
        const gain = expectedGain(odds, chosen, conditions, facts);
        for (const other of others)
          expect(gain).toBeGreaterThanOrEqual(expectedGain(odds, other, conditions, facts));
      }),
    );
  });

  test('can always change the plan, is never put twice, and never where it does not arise', () => {
    fc.assert(
      fc.property(anySession, ({ situations: from, answers: given, skipped, asking: how }) => {
        const answers: Session['answers'] = {
          ...given,
          ...Object.fromEntries(skipped.map((id) => [id, null])),
        };
        const session: Session = { ...newSession('lilleby'), situations: from, answers, asking: how };
        const { place, facts } = position(graph, session, today);
        if (place.kind !== 'asking') return;
        const { question } = place;
        expect(answers[question.id]).toBeUndefined();
        expect(holds(question.askIf, facts)).not.toBe('no');
        // A question that decides whether this one arises has been put before.
        for (const gate of factsRead(question.askIf)) expect(answers[gate]).not.toBeUndefined();
        // Under some answers, or those that then arise, some offer is settled otherwise than under others.
        const rules = rulesOf(from).filter((rule) =>
          withGates(factsRead(rule), questions).includes(question.id),
        );
        const verdicts = new Set(
          rules.flatMap((rule, index) =>
            worlds(withGates(factsRead(rule), questions), facts, rulesOf(from)).map(
              (world) => `${index} ${holds(rule, world.facts)}`,
            ),
          ),
        );
        expect(verdicts.size).toBeGreaterThan(rules.length);
      }),
    );
  });

  test('comes to an end: at most four in a first round, and none when all is settled', () => {
    fc.assert(
      fc.property(anySession, fc.gen(), ({ situations: from }, gen) => {
        let session: Session = { ...newSession('lilleby'), situations: from };
        const walkOn = (): number => {
          for (let count = 0; count < 50; count += 1) {
            const { place } = position(graph, session, today);
            if (place.kind !== 'asking') return count;
            const { question } = place;
            const value = gen(() => fc.option(anyAnswer(question)));
            session = { ...session, answers: { ...session.answers, [question.id]: value } };
          }
          throw new Error('it never comes to an end');
        };
        expect(walkOn()).toBeLessThanOrEqual(4);
        session = { ...session, asking: 'all' };
        walkOn();
        const { reached: offers, facts } = position(graph, session, today);
        const isSkipped = (id: string) => session.answers[id] === null;
        for (const { condition } of offers) {
          if (holds(condition, facts) !== 'unknown') continue;
          // What is still open hangs on something the citizen did not want to say.
          expect(withGates(factsRead(condition), questions).some(isSkipped)).toBe(true);
        }
      }),
    );
  });

  test('is none once the citizen wants the plan', () => {
    expect(nextQuestion(graph, reached(['sygedagpenge']), {}, asking({ asking: 'none' }))).toBeNull();
    expect(nextQuestion(graph, reached(['sygedagpenge']), {}, asking({}))?.id).toBe('arbejde');
  });

  test('is none where there is nothing left to know', () => {
    expect(nextQuestion(graph, reached([]), {}, asking({}))).toBeNull();
    expect(
      nextQuestion(graph, reached(['nabostrid']), { fylder: [] }, asking({ answers: { fylder: [] } })),
    ).toBeNull();
  });
});
