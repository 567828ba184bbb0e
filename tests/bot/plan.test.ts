import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Candidate, candidates, firstFew, layOut, planStep } from '../../bot/plan.ts';
import { position } from '../../bot/position.ts';
import { newSession, type Session } from '../../bot/session.ts';
import { doesNotArise, type Facts, holds, matched } from '../../knowledge/condition.ts';
import { link } from '../../knowledge/graph.ts';
import { type Reached, walk } from '../../knowledge/walk.ts';
import { anyAnswer } from '../support/any.ts';
import { only, stepsOf, talk, today } from '../support/talk.ts';
import { townGraph, townGuide } from '../support/town.ts';

const guide = townGuide();
const { graph } = guide;
const situations = [...graph.situations.keys()];

/** The whole plan of a citizen in some situations with some answers, on a day. */
function planOf(from: readonly string[], answers: Session['answers'] = {}, day = today, town = guide) {
  const session: Session = { ...newSession('lilleby'), situations: from, answers, asking: 'none' };
  return stepsOf(talk(town, day, session).press({ kind: 'more' }));
}
const idsOf = (...args: Parameters<typeof planOf>) => planOf(...args).map(({ id }) => id);
const step = (id: string, ...args: Parameters<typeof planOf>) => {
  const found = planOf(...args).find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} is not among ${idsOf(...args).join(', ')}`);
  return found;
};

const someAnswers = fc.record(
  Object.fromEntries(
    [...graph.questions.values()].map((question) => [question.id, fc.option(anyAnswer(question))]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Session['answers']>;
const someSituations = fc.shuffledSubarray(situations, { minLength: 1 });

describe('every step of a plan carries its proof', () => {
  test('a path that is in the graph, a rule, a source and the day it was checked', () => {
    fc.assert(
      fc.property(someSituations, someAnswers, (from, answers) => {
        const { facts } = position(graph, { ...newSession('lilleby'), answers }, today);
        for (const { id, proof, fits, provider } of planOf(from, answers)) {
          const node = graph.services.get(id) ?? graph.ownSteps.get(id);
          if (node === undefined) throw new Error(`${id} is invented`);
          const [situation, need] = proof.path;
          const titles = from.map((one) => graph.situations.get(one)?.title);
          const needs = node.meets.map((one) => graph.needs.get(one)?.title);
          expect(titles).toContain(situation);
          expect(needs).toContain(need);
          expect(proof.source).toBe(node.source);
          expect(proof.checkedOn).toBe(node.checkedOn);
          expect(proof.rule).not.toBe('');
          expect(provider).not.toBe('');
          expect(holds(node.condition, facts)).toBe(fits === 'yes' ? 'yes' : 'unknown');
        }
      }),
      { numRuns: 300 },
    );
  });

  test('an offer for everybody says so', () => {
    expect(step('spisefaellesskab', ['ensomhed']).proof.rule).toBe('Er for alle, der står i din situation');
  });

  test('a rule that matched names the answers that decided, and no others', () => {
    const answers = { fylder: ['soevn'], arbejde: 'ansat', 'uger-syg': 10 };
    expect(step('loen-under-sygdom', ['sygedagpenge'], answers).proof.rule).toBe(
      'Passer til dit svar: Jeg er ansat',
    );
    expect(step('stille-start', ['sygedagpenge'], answers).proof.rule).toBe(
      'Passer til dit svar: Jeg er ansat, 10',
    );
    expect(step('natteravn', ['sygedagpenge'], answers).proof.rule).toBe('Passer til dit svar: Søvn');
  });

  test('a rule that may match says for whom', () => {
    const maybe = step('natteravn', ['sygedagpenge']);
    expect(maybe.fits).toBe('maybe');
    expect(maybe.proof.rule).toBe('Kan være relevant, hvis søvn eller tanker fylder');
  });

  test('a law is named when it is sure, and not when it is not', () => {
    expect(step('loen-under-sygdom', ['sygedagpenge']).proof.law).toBe('Smålands sygelov § 3');
    const unsure = step('deltids-tillaeg', ['sygedagpenge'], {
      arbejde: 'ansat',
      timer: 'deltid',
      'uger-syg': 9,
    });
    expect(unsure.proof).not.toHaveProperty('law');
  });

  test('what an answer rules out is not there', () => {
    expect(idsOf(['sygedagpenge'], { arbejde: 'ledig' })).not.toContain('loen-under-sygdom');
    expect(idsOf(['sygedagpenge'], { arbejde: 'ledig' })).not.toContain('deltids-tillaeg');
    expect(idsOf(['sygedagpenge'], { arbejde: 'ledig' })).toContain('sygekassen');
  });

  test('what a step needs is with it: how, what to bring, what it costs, where to do it oneself', () => {
    expect(step('sygekassen', ['sygedagpenge'])).toMatchObject({
      how: 'Skriv til Sygekassen.',
      bring: ['Din sygemelding', 'Et billede af dig selv'],
      cost: 'Gratis',
      selfService: 'https://sygekassen.example/skriv',
      provider: 'Sygekassen',
      from: 'municipality',
    });
    expect(step('loen-under-sygdom', ['sygedagpenge']).byWhen).toBe('senest på din første sygedag');
    expect(step('papirhjaelp', ['sygedagpenge']).website).toBe('https://laesesalen.example/');
  });

  test('a web address nobody is sure of is not shown', () => {
    expect(step('spisefaellesskab', ['ensomhed'])).not.toHaveProperty('website');
  });

  test('one meeting several needs says them all', () => {
    expect(step('lilleby-gaarden', ['ensomhed']).why).toBe(
      'Det kan hjælpe med: at være sammen med andre, nogen at tale med.',
    );
  });
});

describe('what is old is marked and sinks', () => {
  test('with its year, below what is fresh and fits as well', () => {
    const ids = idsOf(['sygedagpenge']);
    const old = step('gammel-bog', ['sygedagpenge']);
    expect(old.proof.stale).toContain('2019');
    expect(ids.indexOf('gammel-bog')).toBeGreaterThan(ids.indexOf('loen-under-sygdom'));
  });

  test('from the day on which it is two years old', () => {
    const steps = (day: string) => step('samtalelinjen', ['ensomhed'], {}, day).proof.stale;
    expect(steps('2028-05-30')).toBeUndefined();
    expect(steps('2028-05-31')).toContain('2026');
  });

  test("what one's own world can do does not age", () => {
    expect(step('sig-det-til-en', ['ensomhed']).proof).not.toHaveProperty('stale');
  });

  test('of two alike, whatever else, the fresh one comes first', () => {
    fc.assert(
      fc.property(someSituations, someAnswers, (from, answers) => {
        const { facts, reached } = position(
          graph,
          { ...newSession('lilleby'), situations: from, answers },
          today,
        );
        const all = candidates({ graph, facts, day: today }, reached);
        const alike = (one: Candidate) => `${one.fits} ${one.reached.condition === undefined}`;
        for (const [index, one] of all.entries()) {
          if (!one.stale) continue;
          const after = all.slice(index + 1).filter((other) => alike(other) === alike(one));
          expect(after.filter(({ stale }) => !stale)).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

test('nothing uncertain is ever in a plan', () => {
  fc.assert(
    fc.property(someSituations, someAnswers, (from, answers) => {
      expect(idsOf(from, answers)).not.toContain('rygte');
    }),
    { numRuns: 100 },
  );
});

test('the law changes with the day', () => {
  const laws = (day: string) => idsOf(['sygedagpenge'], {}, day).filter((id) => id.startsWith('overblik'));
  expect(laws('2026-12-31')).toEqual(['overblik-gammel-lov']);
  expect(laws('2027-01-01')).toEqual(['overblik-ny-lov']);
});

describe('the first few steps', () => {
  const few = (from: readonly string[], answers: Session['answers']) => {
    const session: Session = { ...newSession('lilleby'), situations: from, answers, asking: 'none' };
    return only(talk(guide, today, session).press({ kind: 'plan' }), 'plan');
  };

  test('are few in each part, a selection of all of them, and say how many more there are', () => {
    fc.assert(
      fc.property(someSituations, someAnswers, (from, answers) => {
        const plan = few(from, answers);
        const all = idsOf(from, answers);
        const shown = plan.parts.flatMap(({ groups }) =>
          groups.flatMap(({ steps }) => steps.map(({ id }) => id)),
        );
        expect(new Set(all).size).toBe(all.length);
        expect(all).toEqual(expect.arrayContaining(shown));
        expect(plan.hidden).toBe(all.length - shown.length);
        for (const { horizon, groups } of plan.parts) {
          const count = groups.reduce((sum, { steps }) => sum + steps.length, 0);
          expect(count).toBeLessThanOrEqual({ now: 4, soon: 3, later: 2 }[horizon]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('come from the municipality, from partners and from the own world, wherever each has something', () => {
    fc.assert(
      fc.property(someSituations, someAnswers, (from, answers) => {
        const origins = (steps: readonly { from: string }[]) =>
          [...new Set(steps.map((one) => one.from))].sort();
        const shown = few(from, answers).parts.flatMap(({ groups }) => groups.flatMap(({ steps }) => steps));
        expect(origins(shown)).toEqual(origins(planOf(from, answers)));
      }),
      { numRuns: 200 },
    );
  });

  test('keep a place for a partner and the own world behind many offers of the municipality', () => {
    const many = Array.from({ length: 9 }, (_, index) => `kommunens-${index}`);
    const service = graph.services.get('lilleby-gaarden');
    if (service === undefined) throw new Error('no farm');
    const services = new Map([
      ...many.map((id): [string, typeof service] => [id, { ...service, id }]),
      ...graph.services,
    ]);
    const crowded = link('lilleby', { ...graph, services });
    const reached = walk(crowded, ['paaroerende'], today);
    const shown = firstFew(candidates({ graph: crowded, facts: {}, day: today }, reached), crowded);
    const parts = layOut({ graph: crowded, facts: {}, language: 'da', day: today }, shown);
    const now = parts.find(({ horizon }) => horizon === 'now');
    expect(now?.groups.map(({ from }) => from)).toEqual(['municipality', 'partner', 'own']);
    expect(parts.map(({ horizon }) => horizon)).toEqual(['now', 'soon', 'later']);
  });
});

describe('a need that only some have', () => {
  const situation = graph.situations.get('paaroerende');
  if (situation === undefined) throw new Error('no paaroerende');
  const onlyIf = { fact: 'hjaelper', is: 'ja' } as const;
  const needs = situation.needs.map((need) => (need.need === 'tale' ? { ...need, onlyIf } : need));
  const some = {
    ...guide,
    graph: link('lilleby', {
      ...graph,
      situations: new Map(graph.situations).set('paaroerende', { ...situation, needs }),
    }),
  };

  test('brings its offers to them alone', () => {
    expect(idsOf(['paaroerende'], { hjaelper: 'ja' }, today, some)).toContain('samtalelinjen');
    expect(idsOf(['paaroerende'], { hjaelper: 'nej' }, today, some)).not.toContain('samtalelinjen');
  });

  test('that would hurt as a maybe, brings them to nobody who has not said it', () => {
    const certain = needs.map((need) => (need.need === 'tale' ? { ...need, sure: true as const } : need));
    const sure = {
      ...guide,
      graph: link('lilleby', {
        ...graph,
        situations: new Map(graph.situations).set('paaroerende', { ...situation, needs: certain }),
      }),
    };
    expect(idsOf(['paaroerende'], {}, today, some)).toContain('samtalelinjen');
    expect(idsOf(['paaroerende'], {}, today, sure)).not.toContain('samtalelinjen');
    expect(idsOf(['paaroerende'], { hjaelper: 'ja' }, today, sure)).toContain('samtalelinjen');
  });

  test('is told as what may matter while it is not known who has it', () => {
    const maybe = step('samtalelinjen', ['paaroerende'], {}, today, some);
    expect(maybe.fits).toBe('maybe');
    expect(maybe.proof.rule).toBe('Kan være relevant, hvis du har brug for nogen at tale med');
    const sure = step('samtalelinjen', ['paaroerende'], { hjaelper: 'ja' }, today, some);
    expect(sure.proof.rule).toBe('Passer til dit svar: Hjælper du hver dag? Ja');
  });

  test('closed, is no reason told and brings nothing forward', () => {
    const farm = (answers: Facts): Candidate | undefined =>
      candidates(
        { graph: some.graph, facts: answers, day: today },
        walk(some.graph, ['paaroerende'], today),
      ).find(({ reached }: { reached: Reached }) => reached.offer.id === 'lilleby-gaarden');
    expect(farm({ hjaelper: 'ja' })?.horizon).toBe('now');
    expect(farm({ hjaelper: 'nej' })?.horizon).toBe('later');
    const asker = { graph: some.graph, facts: { hjaelper: 'nej' }, language: 'da', day: today } as const;
    const closed = farm(asker.facts);
    if (closed === undefined) throw new Error('the farm is open to all');
    expect(planStep(asker, closed).why).toBe('Det kan hjælpe med: at være sammen med andre.');
  });
});

test('what does not arise is never told as an answer', () => {
  const facts: Facts = { arbejde: 'ledig', timer: doesNotArise };
  expect(matched({ not: { fact: 'timer', is: 'deltid' } }, facts)).toEqual(['timer']);
  const service = graph.services.get('samtalelinjen');
  if (service === undefined) throw new Error('no line');
  const condition = { not: { fact: 'timer', is: 'deltid' } } as const;
  const changed = link('lilleby', {
    ...graph,
    services: new Map(graph.services).set('samtalelinjen', { ...service, condition, relevantIf: 'x' }),
  });
  const rule = step('samtalelinjen', ['ensomhed'], { arbejde: 'ledig' }, today, { ...guide, graph: changed })
    .proof.rule;
  expect(rule).toBe('Er for alle, der står i din situation');
});

test('a town without an offer has a plan without it', () => {
  const storeby = { ...guide, graph: townGraph('storeby') };
  expect(idsOf(['nabostrid'], {}, today, storeby)).not.toContain('nabomaegling');
});
