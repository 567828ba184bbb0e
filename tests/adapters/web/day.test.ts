import { describe, expect, test } from 'vitest';
import { dayFrom, dayInWords } from '../../../adapters/web/chat/day.ts';

describe('a day in words', () => {
  test.each([
    ['2026-03-27', 'da', '27. marts 2026'],
    ['2026-03', 'da', 'marts 2026'],
    ['2026', 'da', '2026'],
    ['2026-03-27', 'en', 'March 27, 2026'],
    ['2026-03-27', 'da-let', '27. marts 2026'],
    ['engang i foråret', 'da', 'engang i foråret'],
    ['2026-13-45', 'da', '2026-13-45'],
  ] as const)('is as exact as the source: %s in %s is %s', (iso, language, words) => {
    expect(dayInWords(iso, language)).toBe(words);
  });
});

describe('a day from three fields', () => {
  test.each([
    ['27', '3', '2026', '2026-03-27'],
    [' 7 ', '03', '26', '2026-03-07'],
    ['29', '2', '2028', '2028-02-29'],
    ['29', '2', '2026', null],
    ['31', '4', '2026', null],
    ['0', '1', '2026', null],
    ['1', '13', '2026', null],
    ['', '3', '2026', null],
    ['1', '3', '0', '2000-03-01'],
    ['1', '3', '1066', null],
    ['den første', '3', '2026', null],
  ] as const)('%s %s %s is %s', (day, month, year, iso) => {
    expect(dayFrom(day, month, year)).toBe(iso);
  });
});
