import { describe, expect, test } from 'vitest';
import { answerOf, tickOf } from '../../../adapters/web/chat/ask/many.ts';
import { directionOf, languageOf } from '../../../adapters/web/chat/language.ts';
import { backoffMs } from '../../../adapters/web/chat/line/sleep.ts';
import { escapeCounter } from '../../../adapters/web/chat/quick-exit.ts';
import { da, fetchWords, wordsIn } from '../../../adapters/web/chat/words.ts';
import type { Option } from '../../../bot/reply.ts';

describe('several ticks', () => {
  const option = (value: string | readonly string[] | null, quiet = false): Option => ({
    label: String(value),
    action: { kind: 'answer', question: 'q', value },
    ...(quiet ? { quiet: true } : {}),
  });

  test('become one answer, each value once', () => {
    const { label, action } = answerOf([option(['a']), option('b'), option(['a', 'c'])], 'q');
    expect(action).toEqual({ kind: 'answer', question: 'q', value: ['a', 'b', 'c'] });
    expect(label).toBe('a, b, a,c');
  });

  test('are not made of buttons that stand beside the answers', () => {
    expect(tickOf(option(null), 'q')).toBeNull();
    expect(tickOf(option(['a'], true), 'q')).toBeNull();
    expect(tickOf(option(['a']), 'another')).toBeNull();
    expect(tickOf({ label: 'x', action: { kind: 'why' } }, 'q')).toBeNull();
  });
});

describe('three presses of Escape', () => {
  test('count when they come within two seconds', () => {
    const press = escapeCounter();
    expect([press(0), press(900), press(1800)]).toEqual([false, false, true]);
  });

  test('do not count when they are slow', () => {
    const press = escapeCounter();
    expect([press(0), press(1500), press(3000), press(4500)]).toEqual([false, false, false, false]);
  });
});

describe('a further attempt', () => {
  test('comes later and later, but never later than 15 seconds', () => {
    const waits = Array.from({ length: 12 }, (_, attempt) => backoffMs(attempt, 1));
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits[0]).toBe(500);
    expect(waits.at(-1)).toBe(15_000);
    expect(backoffMs(3, 0)).toBeLessThan(backoffMs(3, 1));
  });
});

describe('a language', () => {
  test.each([
    ['da-DK', 'da'],
    ['en-GB', 'en'],
    ['DA-LET', 'da-let'],
    ['ar', 'ar'],
    ['fr', null],
    ['', null],
    [null, null],
    ['constructor', null],
  ] as const)('%s is read as %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });

  test.each(['de', 'pl', 'uk', 'ar', 'tr'] as const)(
    '%s is fetched when it is spoken, with every word its own',
    async (language) => {
      expect(wordsIn(language)).toBeNull();
      expect(await fetchWords(language)).toBe(true);
      const words = wordsIn(language);
      expect(Object.keys(words ?? {})).toEqual(Object.keys(da));
      expect(Object.values(words ?? {}).filter((text) => text.trim() === '')).toEqual([]);
      expect(words?.exit).not.toBe(da.exit);
      expect(await fetchWords(language)).toBe(false);
    },
  );

  test('Danish, easy Danish and English are there at once', () => {
    expect(wordsIn('da')).toBe(da);
    expect(wordsIn('da-let')).toBe(da);
    expect(wordsIn('en')?.exit).toBe('Leave now');
  });

  test('is written from right to left in Arabic alone', () => {
    expect([directionOf('ar'), directionOf('da')]).toEqual(['rtl', 'ltr']);
  });
});
