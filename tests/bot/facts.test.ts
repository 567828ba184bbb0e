import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applicableFacts } from '../../bot/facts.ts';
import { position } from '../../bot/position.ts';
import { newSession, type Session } from '../../bot/session.ts';
import { doesNotArise, type Facts, holds } from '../../knowledge/condition.ts';
import type { Question } from '../../knowledge/question.ts';
import { anyAnswer } from '../support/any.ts';
import { talk, today } from '../support/talk.ts';
import { townGuide } from '../support/town.ts';

const guide = townGuide();
const { graph } = guide;
const all = [...graph.questions.values()];

describe('changing an early answer', () => {
  test('sets aside the later ones that no longer apply, and keeps the others', () => {
    const answers = { arbejde: 'ansat', timer: 'deltid', 'uger-syg': 10 };
    expect(applicableFacts(graph, answers)).toMatchObject({ timer: 'deltid', 'uger-syg': 10 });
    const changed = { ...answers, arbejde: 'ledig' };
    expect(applicableFacts(graph, changed)).toMatchObject({ timer: doesNotArise, 'uger-syg': 10 });
  });

  test('reaches through two gates', () => {
    const answers = { hjaelper: 'ja', hvem: 'partner', 'bor-sammen': 'ja' };
    expect(applicableFacts(graph, answers)).toMatchObject({ 'bor-sammen': 'ja' });
    const changed = applicableFacts(graph, { ...answers, hjaelper: 'nej' });
    expect(changed).toMatchObject({ hvem: doesNotArise, 'bor-sammen': doesNotArise });
  });

  const answered = fc.record(
    Object.fromEntries(all.map((question) => [question.id, fc.option(anyAnswer(question))])),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Session['answers']>;
  const oneOfAll = fc
    .constantFrom(...all)
    .chain((question) => fc.tuple(fc.constant(question), anyAnswer(question)));

  /** Whether a question arises under some facts, as far as is known. */
  const arises = ({ askIf }: Question, facts: Facts) => holds(askIf, facts) !== 'no';

  test('keeps and counts every other answer whose question still arises, and changing back restores all', () => {
    fc.assert(
      fc.property(answered, oneOfAll, (answers, [{ id }, value]) => {
        const conversation = talk(guide, today, {
          ...newSession('lilleby'),
          situations: ['sygedagpenge', 'paaroerende'],
          answers,
        });
        const before = applicableFacts(graph, answers);
        conversation.press({ kind: 'change', question: id });
        conversation.press({ kind: 'answer', question: id, value });
        const changed = conversation.session();
        // Nothing that was answered is lost,
        expect({ ...changed.answers, [id]: 0 }).toEqual({ ...answers, [id]: 0 });
        // all of it that still applies counts,
        const after = position(graph, changed, today).facts;
        for (const [other, answer] of Object.entries(answers)) {
          if (other === id || answer === null) continue;
          const question = graph.questions.get(other) as Question;
          expect(after[other]).toEqual(arises(question, after) ? answer : doesNotArise);
        }
        // and going back is as if nothing had been.
        conversation.press({ kind: 'answer', question: id, value: answers[id] ?? null });
        expect(position(graph, conversation.session(), today).facts).toEqual(before);
      }),
      { numRuns: 1_000 },
    );
  });

  test('counts what was answered, in whatever order', () => {
    fc.assert(
      fc.property(answered, fc.infiniteStream(fc.nat()), (answers, chance) => {
        const shuffled = Object.entries(answers)
          .map((entry) => ({ entry, at: chance.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => entry);
        expect(applicableFacts(graph, Object.fromEntries(shuffled))).toEqual(applicableFacts(graph, answers));
      }),
    );
  });
});

describe('answers from another day', () => {
  test('to a question that is no more are kept and not counted', () => {
    expect(applicableFacts(graph, { 'gammelt-spoergsmaal': 'ja', arbejde: 'ledig' })).toMatchObject({
      arbejde: 'ledig',
    });
    expect(applicableFacts(graph, { 'gammelt-spoergsmaal': 'ja' })).not.toHaveProperty('gammelt-spoergsmaal');
  });

  test('with an option that is no more are not counted, and the question is put again', () => {
    const session: Session = {
      ...newSession('lilleby'),
      situations: ['sygedagpenge'],
      answers: { arbejde: 'pirat' },
    };
    expect(applicableFacts(graph, session.answers)).not.toHaveProperty('arbejde');
    const { place } = position(graph, session, today);
    expect(place).toMatchObject({ kind: 'asking', question: { id: 'arbejde' } });
  });

  test('in a situation that is no more strand nobody', () => {
    const session: Session = { ...newSession('lilleby'), situations: ['foelger-ikke-med', 'ensomhed'] };
    expect(position(graph, session, today).situations).toEqual(['ensomhed']);
    expect(position(graph, { ...session, situations: ['foelger-ikke-med'] }, today).place.kind).toBe(
      'listening',
    );
    expect(position(graph, { ...session, changing: 'gammelt-spoergsmaal' }, today).place.kind).toBe('asking');
  });
});

describe('an answer given without being asked', () => {
  test('is heard in the words of the telling, said, and not asked for', () => {
    const conversation = talk(guide);
    const turn = conversation.say('jeg er sygemeldt og min chef er sur');
    expect(turn.replies[0]).toMatchObject({ text: expect.stringContaining('Jeg er ansat') });
    expect(position(graph, conversation.session(), today).facts.arbejde).toBe('ansat');
    expect(conversation.session().answers).toEqual({});
  });

  test('is not heard when it is denied', () => {
    const conversation = talk(guide);
    conversation.say('jeg er sygemeldt og har ikke min chef');
    expect(position(graph, conversation.session(), today).facts.arbejde).toBeUndefined();
  });

  test('gives way to what is answered', () => {
    const conversation = talk(guide);
    conversation.say('jeg er sygemeldt og min chef er sur');
    conversation.press({ kind: 'answer', question: 'arbejde', value: 'ledig' });
    expect(position(graph, conversation.session(), today).facts.arbejde).toBe('ledig');
  });

  test('outlives the words it was heard in', () => {
    const conversation = talk(guide);
    conversation.say('jeg er sygemeldt og min chef er sur');
    for (let more = 0; more < 12; more += 1) conversation.say(`jeg er sygemeldt på dag ${more}`);
    expect(conversation.session().told.join()).not.toContain('chef');
    expect(position(graph, conversation.session(), today).facts.arbejde).toBe('ansat');
    conversation.press({ kind: 'else' });
    expect(position(graph, conversation.session(), today).facts.arbejde).toBe('ansat');
  });
});
