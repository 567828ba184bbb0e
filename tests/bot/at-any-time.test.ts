import { describe, expect, test } from 'vitest';
import { newSession } from '../../bot/session.ts';
import { only, saidIn, talk } from '../support/talk.ts';
import { townGuide } from '../support/town.ts';

const guide = townGuide();

describe('at any time a citizen can', () => {
  const states: Readonly<Record<string, () => ReturnType<typeof talk>>> = {
    'at the beginning': () => talk(guide),
    'while asked': () => {
      const conversation = talk(guide);
      conversation.say('jeg er sygemeldt');
      return conversation;
    },
    'with a plan': () => {
      const conversation = talk(guide);
      conversation.say('jeg er sygemeldt');
      conversation.press({ kind: 'plan' });
      return conversation;
    },
    'while telling what is missing': () => {
      const conversation = talk(guide);
      conversation.say('jeg er sygemeldt');
      conversation.press({ kind: 'missing' });
      return conversation;
    },
    'while changing an answer': () => {
      const conversation = talk(guide);
      conversation.say('jeg er sygemeldt');
      conversation.say('jeg er ansat');
      conversation.press({ kind: 'change', question: 'arbejde' });
      return conversation;
    },
  };

  test.each(Object.keys(states))('%s speak with a person', (state) => {
    for (const turn of [
      states[state]?.().press({ kind: 'person' }),
      states[state]?.().say('jeg vil tale med et menneske'),
    ]) {
      if (turn === undefined) throw new Error(state);
      expect(only(turn, 'contact').contacts).toMatchObject([{ phone: '71 71 71 71' }]);
    }
  });

  test.each(Object.keys(states))('%s delete everything', (state) => {
    for (const turn of [
      states[state]?.().press({ kind: 'forget' }),
      states[state]?.().say('slet min samtale'),
    ]) {
      expect(turn?.effects).toEqual([{ kind: 'forget' }]);
      expect(turn?.session).toEqual(newSession('lilleby'));
      expect(turn?.replies.map(({ kind }) => kind)).toEqual(['forgotten']);
    }
  });

  test.each(Object.keys(states))('%s start over, and what was counted stays counted', (state) => {
    const conversation = states[state]?.();
    const turn = conversation?.press({ kind: 'restart' });
    expect(turn?.session).toEqual(newSession('lilleby'));
    expect(turn?.effects).toEqual([]);
  });

  test.each(Object.keys(states))('%s ask about something else and keep the answers', (state) => {
    const conversation = states[state]?.();
    const before = conversation?.session();
    const turn = conversation?.press({ kind: 'else' });
    expect(turn?.session).toMatchObject({
      situations: [],
      told: [],
      declined: [],
      gap: null,
      changing: null,
      answers: before?.answers,
    });
    expect(conversation?.say('jeg er ensom').session.situations).toEqual(['ensomhed']);
  });

  test.each(Object.keys(states))('%s change the language', (state) => {
    const conversation = states[state]?.();
    const turn = conversation?.press({ kind: 'language', language: 'en' });
    expect(turn?.session.language).toBe('en');
    const there = { ...turn?.session, language: 'da' };
    expect(there).toEqual(states[state]?.().session());
    expect(conversation?.press({ kind: 'language', language: 'da' }).session.language).toBe('da');
  });

  test.each(Object.keys(states))('%s press a button from another day and lose nothing', (state) => {
    const conversation = states[state]?.();
    const before = conversation?.session();
    for (const action of [
      { kind: 'situation', situation: 'findes-ikke' },
      { kind: 'answer', question: 'findes-ikke', value: 'ja' },
      { kind: 'answer', question: 'arbejde', value: 'pirat' },
      { kind: 'answer', question: 'uger-syg', value: 1e9 },
      { kind: 'answer', question: 'fylder', value: ['soevn', 'soevn'] },
      { kind: 'change', question: '__proto__' },
      { kind: 'missing', need: 'constructor' },
      { kind: 'consent', words: true },
    ] as const) {
      const turn = conversation?.press(action);
      expect(turn === undefined ? '' : saidIn(turn)).toContain('Den knap virker ikke længere');
      expect(turn?.session).toEqual(before);
      expect(turn?.effects).toEqual([]);
    }
  });
});
