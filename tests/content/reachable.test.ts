import { beforeAll, expect, test } from 'vitest';
import { dayOf } from '../../bot/calendar.ts';
import { isAnswer } from '../../bot/facts.ts';
import type { Guide } from '../../bot/guide.ts';
import type { Action } from '../../bot/message.ts';
import type { Turn } from '../../bot/outcome.ts';
import { newSession, type Session } from '../../bot/session.ts';
import { takeTurn } from '../../bot/turn.ts';
import { type Facts, factsRead } from '../../knowledge/condition.ts';
import { satisfy } from '../../knowledge/satisfy.ts';
import { isShown, type Reached, walk } from '../../knowledge/walk.ts';
import { realGuide } from '../support/guide.ts';
import { testTime } from '../support/play.ts';

const today = dayOf(testTime);

let guide: Guide;
beforeAll(async () => {
  guide = await realGuide();
});

/** Answers under which a condition holds, and under which its questions arise at all. */
function wayTo(condition: Parameters<typeof satisfy>[0]): Facts | null {
  const { questions } = guide.graph;
  const gates = factsRead(condition).flatMap((fact) => questions.get(fact)?.askIf ?? []);
  return satisfy(condition === undefined ? undefined : { all: [condition, ...gates] }, questions);
}

/** Walks a citizen from a situation with answers to the full plan, by the buttons the guide understands. */
function fullPlan(situation: string, facts: Facts): Turn {
  let session: Session = newSession(guide.graph.municipality);
  const press = (action: Action): Turn => {
    const turn = takeTurn(guide, session, { kind: 'action', action, at: testTime });
    session = turn.session;
    return turn;
  };
  press({ kind: 'situation', situation });
  for (const [question, value] of Object.entries(facts)) {
    const known = guide.graph.questions.get(question);
    expect(known !== undefined && isAnswer(known, value)).toBe(true);
    press({ kind: 'answer', question, value });
  }
  return press({ kind: 'more' });
}

/** Whether the full plan of a situation holds an offer as certain, once the right answers are given. */
function isFound(reached: Reached, situation: string): boolean {
  const { replies } = fullPlan(situation, wayTo(reached.condition) ?? {});
  const parts = replies.flatMap((reply) => (reply.kind === 'plan' ? reply.parts : []));
  const steps = parts.flatMap(({ groups }) => groups.flatMap((group) => group.steps));
  return steps.some(({ id, fits }) => id === reached.offer.id && fits === 'yes');
}

test('every service and own step of the content stands in the plan of some journey, as certain', () => {
  const { services, ownSteps, situations } = guide.graph;
  const shown = [...services.values(), ...ownSteps.values()].filter((offer) => isShown(offer, today));
  const found = new Set<string>();
  for (const situation of situations.keys()) {
    for (const reached of walk(guide.graph, [situation], today)) {
      if (!found.has(reached.offer.id) && isFound(reached, situation)) found.add(reached.offer.id);
    }
  }
  expect(shown.length).toBeGreaterThan(50);
  expect(shown.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
});

/** Whether a question comes up in a situation, once the questions it hangs on are answered so that it arises. */
function comesUp(id: string, situation: string): boolean {
  const { graph } = guide;
  let session: Session = newSession(graph.municipality);
  const press = (action: Action): Turn => {
    const turn = takeTurn(guide, session, { kind: 'action', action, at: testTime });
    session = turn.session;
    return turn;
  };
  const asks = (turn: Turn) =>
    turn.replies.flatMap((reply) => (reply.kind === 'ask' ? (reply.question ?? []) : []));
  press({ kind: 'situation', situation });
  for (const [question, value] of Object.entries(wayTo(graph.questions.get(id)?.askIf) ?? {})) {
    press({ kind: 'answer', question, value });
  }
  let turn = press({ kind: 'refine' });
  for (let [asked] = asks(turn); asked !== undefined; [asked] = asks(turn)) {
    if (asked === id) return true;
    turn = press({ kind: 'answer', question: asked, value: null });
  }
  for (
    let [date] = asks(press({ kind: 'overview' }));
    date !== undefined;
    [date] = asks(press({ kind: 'overview' }))
  ) {
    if (date === id) return true;
    press({ kind: 'answer', question: date, value: null });
  }
  return false;
}

test('every question of the content comes up in some situation', () => {
  const { questions, situations } = guide.graph;
  const never = [...questions.keys()].filter(
    (id) => ![...situations.keys()].some((situation) => comesUp(id, situation)),
  );
  expect(never).toEqual([]);
});
