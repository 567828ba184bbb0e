import { describe, expect, test } from 'vitest';
import type { UnmetNeed } from '../../bot/effect.ts';
import { countingKey, unmetNeed } from '../../bot/insight/unmet-need.ts';
import type { Turn } from '../../bot/outcome.ts';
import { newSession } from '../../bot/session.ts';
import { noon, talk, today } from '../support/talk.ts';
import { townGuide } from '../support/town.ts';

const guide = townGuide();
const recorded = (turn: Turn): readonly UnmetNeed[] =>
  turn.effects.flatMap((effect) => (effect.kind === 'record-unmet-need' ? [effect.need] : []));

/** A citizen with answers, some of them exact. */
function citizen() {
  const conversation = talk(guide);
  conversation.say('jeg er sygemeldt');
  conversation.press({ kind: 'answer', question: 'arbejde', value: 'ansat' });
  conversation.press({ kind: 'answer', question: 'uger-syg', value: 9 });
  conversation.press({ kind: 'answer', question: 'foerste-sygedag', value: '2026-09-21' });
  return conversation;
}

describe('a need nobody met is recorded without the person', () => {
  test('as a bare count when words were not agreed to', () => {
    const conversation = citizen();
    conversation.press({ kind: 'missing' });
    conversation.say('en kollega, der ringer til mig. Jeg hedder Bo, 010190-1234');
    conversation.press({ kind: 'reason', reason: 'no_service' });
    expect(recorded(conversation.press({ kind: 'consent', words: false }))).toEqual([
      {
        week: '2026-W47',
        municipality: 'lilleby',
        situation: 'sygedagpenge',
        need: null,
        reason: 'no_service',
        language: 'da',
        words: null,
        facts: null,
      },
    ]);
  });

  test('with masked words and coarse answers when they were, and never a date', () => {
    const conversation = citizen();
    conversation.press({ kind: 'missing' });
    conversation.say('en der ringer til mig på 22 33 44 55');
    conversation.press({ kind: 'reason', reason: 'no_capacity' });
    const [need] = recorded(conversation.press({ kind: 'consent', words: true }));
    expect(need?.words).toBe('en der ringer til mig på [telefonnummer]');
    expect(need?.facts).toEqual({ arbejde: 'ansat', 'uger-syg': 9 });
    expect(JSON.stringify(need)).not.toMatch(/2026-09|22 33/);
  });

  test('by its week: the same record at any time of it', () => {
    const record = (at: string) => {
      const conversation = talk(guide, at);
      conversation.say('jeg er ensom');
      conversation.press({ kind: 'missing', need: 'ny-musik' });
      conversation.press({ kind: 'reason', reason: 'closed' });
      return recorded(conversation.press({ kind: 'consent', words: true }));
    };
    expect(record('2026-11-16')).toEqual(record(today));
    expect(record('2026-11-16')).toMatchObject([
      { need: 'ny-musik', reason: 'closed', situation: 'ensomhed', words: null, facts: null },
    ]);
    expect(JSON.stringify(record(today))).not.toContain(String(noon(today)));
    expect(record('2026-11-23')).not.toEqual(record(today));
  });
});

describe('one conversation counts a need once', () => {
  test('however often and for whatever reason it is said', () => {
    const conversation = talk(guide);
    conversation.say('jeg er ensom');
    const tell = (reason: 'closed' | 'language') => {
      conversation.press({ kind: 'missing', need: 'andre' });
      conversation.press({ kind: 'reason', reason });
      return conversation.press({ kind: 'consent', words: true });
    };
    expect(recorded(tell('closed'))).toHaveLength(1);
    const again = tell('language');
    expect(recorded(again)).toEqual([]);
    expect(again.replies[0]).toMatchObject({ text: expect.stringContaining('allerede talt med') });
    conversation.press({ kind: 'restart' });
    expect(recorded(tell('closed'))).toEqual([]);
  });

  test('and another need once more', () => {
    const conversation = talk(guide);
    conversation.say('jeg er ensom');
    const counts = ['andre', 'tale', 'andre'].map((need) => {
      conversation.press({ kind: 'missing', need });
      conversation.press({ kind: 'reason', reason: 'other' });
      return recorded(conversation.press({ kind: 'consent', words: false })).length;
    });
    expect(counts).toEqual([1, 1, 0]);
  });

  test('what has no name counts as one, and not being understood as another', () => {
    expect(countingKey({ need: 'andre', reason: 'other', words: 'x' })).toBe('andre');
    expect(countingKey({ need: null, reason: 'other', words: 'x' })).toBe(
      countingKey({ need: null, reason: 'closed', words: 'y' }),
    );
    expect(countingKey({ need: null, reason: 'not_understood', words: null })).not.toBe(
      countingKey({ need: null, reason: 'other', words: 'x' }),
    );
  });
});

test('a consent pressed twice records once', () => {
  const conversation = talk(guide);
  conversation.say('jeg er ensom');
  conversation.press({ kind: 'missing', need: 'andre' });
  conversation.press({ kind: 'reason', reason: 'other' });
  expect(recorded(conversation.press({ kind: 'consent', words: true }))).toHaveLength(1);
  expect(recorded(conversation.press({ kind: 'consent', words: true }))).toEqual([]);
});

test('answers that do not arise and days are no coarse facts', () => {
  const need = unmetNeed(newSession('lilleby'), today, {
    situation: null,
    need: 'tale',
    reason: 'other',
    words: null,
    facts: { arbejde: 'ledig', timer: '', 'foerste-sygedag': '2026-01-01', fylder: ['soevn'], 'uger-syg': 3 },
    agreed: true,
  });
  expect(need.facts).toEqual({ arbejde: 'ledig', fylder: ['soevn'], 'uger-syg': 3 });
});
