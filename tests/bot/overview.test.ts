import { describe, expect, test } from 'vitest';
import { kindsOf, only, talk } from '../support/talk.ts';
import { townGuide } from '../support/town.ts';

const guide = townGuide();

describe('what happens when', () => {
  test('asks for the date once, and then tells the days', () => {
    const conversation = talk(guide);
    conversation.say('jeg er sygemeldt');
    conversation.say('jeg er ledig');
    const asked = conversation.press({ kind: 'overview' });
    expect(only(asked, 'ask')).toMatchObject({ question: 'foerste-sygedag', input: 'date' });
    const told = conversation.say('28. december 2026');
    const overview = only(told, 'overview');
    expect(overview.intro).toContain('28. december 2026');
    expect(overview.lines.map(({ id, date }) => [id, date])).toEqual([
      ['meld-dig-syg', '2026-12-28'],
      ['svar-paa-brevet', undefined],
      ['ret-til-en-bisidder', undefined],
      ['kun-i-2026', undefined],
    ]);
    expect(kindsOf(conversation.press({ kind: 'overview' }))).toEqual(['overview']);
  });

  test('tells each date it counts from, and only those it counts from', () => {
    const conversation = talk(guide);
    conversation.say('jeg er sygemeldt');
    conversation.say('jeg er ansat');
    conversation.press({ kind: 'overview' });
    conversation.say('2026-11-02');
    const asked = conversation.press({ kind: 'overview' });
    expect(only(asked, 'ask').question).toBe('chefens-brev');
    const overview = only(conversation.say('5/11-26'), 'overview');
    expect(overview.intro).toContain('2. november 2026, 5. november 2026');
    expect(overview.lines.filter(({ date }) => date !== undefined).map(({ id, date }) => [id, date])).toEqual(
      [
        ['meld-dig-syg', '2026-11-02'],
        ['chefen-skriver', '2026-11-09'],
        ['svar-paa-brevet', '2026-11-13'],
      ],
    );
    // The letter no longer arises, nor the day counted from it.
    conversation.press({ kind: 'answer', question: 'arbejde', value: 'ledig' });
    const less = only(conversation.press({ kind: 'overview' }), 'overview');
    expect(less.intro).toContain('2. november 2026');
    expect(less.intro).not.toContain('5. november 2026');
    expect(less.lines.find(({ id }) => id === 'svar-paa-brevet')).not.toHaveProperty('date');
  });

  test('carries proof on every line, marks what is old and leaves out what is uncertain or over', () => {
    const conversation = talk(guide, '2027-01-01');
    conversation.say('jeg er sygemeldt');
    conversation.press({ kind: 'overview' });
    const { lines } = only(conversation.say('ved ikke'), 'overview');
    const ids = lines.map(({ id }) => id);
    expect(ids).toContain('ret-til-en-bisidder');
    expect(ids).not.toContain('en-regel-ingen-kender');
    expect(ids).not.toContain('kun-i-2026');
    for (const { proof } of lines) expect(proof.source).toBe('Smålands sygelov');
    expect(lines.find(({ id }) => id === 'ret-til-en-bisidder')?.proof.stale).toContain('2019');
    expect(lines.find(({ id }) => id === 'meld-dig-syg')?.proof.law).toBe('Smålands sygelov § 1');
  });

  test('is said to be unknown where nothing is known', () => {
    const conversation = talk(guide);
    conversation.say('jeg er ensom');
    expect(only(conversation.press({ kind: 'overview' }), 'overview')).toMatchObject({
      lines: [],
      intro: 'Jeg har ingen oversigt over, hvad der sker hvornår, i din situation.',
    });
  });
});
