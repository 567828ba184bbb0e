import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, daysAfter, isDay, weekOf, yearsSince } from '../../bot/calendar.ts';

describe('the day is the day in Denmark', () => {
  test.each([
    ['2026-11-22T22:59:59Z', '2026-11-22'],
    ['2026-11-22T23:00:00Z', '2026-11-23'],
    ['2026-07-01T21:59:59Z', '2026-07-01'],
    ['2026-07-01T22:00:00Z', '2026-07-02'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2028-02-28T23:30:00Z', '2028-02-29'],
    // The nights in which the clock is turned.
    ['2026-03-28T23:30:00Z', '2026-03-29'],
    ['2026-10-25T22:30:00Z', '2026-10-25'],
  ])('%s is %s', (instant, day) => {
    expect(dayOf(Date.parse(instant))).toBe(day);
  });

  test('whatever was asked before', () => {
    const hour = 3_600_000;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 366 * 24 }), fc.nat({ max: hour - 1 }), (hours, more) => {
        const at = hours * hour + more;
        const asked = dayOf(at);
        dayOf(at + 40 * hour);
        const shown = new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' });
        expect(asked).toBe(shown);
        expect(dayOf(at)).toBe(shown);
      }),
    );
  });

  test('an impossible time is some day, not an error', () => {
    for (const at of [Number.NaN, Infinity, -Infinity, 1e300]) expect(isDay(dayOf(at))).toBe(true);
  });
});

test.each([
  ['2026-11-22', '2026-W47'],
  ['2026-11-23', '2026-W48'],
  ['2027-01-01', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2025-12-29', '2026-W01'],
  ['2024-12-30', '2025-W01'],
])('%s lies in the ISO week %s', (day, week) => {
  expect(weekOf(day)).toBe(week);
});

test('all seven days from a Monday lie in one week, and the next Monday in another', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2000, max: 8000 }), (weeks) => {
      const monday = daysAfter('2024-01-01', weeks * 7);
      const week = weekOf(monday);
      for (let day = 1; day < 7; day += 1) expect(weekOf(daysAfter(monday, day))).toBe(week);
      expect(weekOf(daysAfter(monday, 7))).not.toBe(week);
    }),
  );
});

test.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2026-10-24', 2, '2026-10-26'],
])('%s and %i days is %s', (day, days, then) => {
  expect(daysAfter(day, days)).toBe(then);
});

test.each([
  ['2024', '2026-11-22', 1],
  ['2024', '2026-12-31', 2],
  ['2024-05', '2026-05-30', 1],
  ['2024-05', '2026-05-31', 2],
  ['2024-11-22', '2026-11-21', 1],
  ['2024-11-22', '2026-11-22', 2],
  ['2026', '2026-11-22', -1],
])('what was checked in %s is, on %s, %i whole years old', (checkedOn, day, years) => {
  expect(yearsSince(checkedOn, day)).toBe(years);
});

test.each([
  ['2026-11-22', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['22-11-2026', false],
  ['2026-11-22x', false],
  ['', false],
])('that »%s« is a day is %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});
