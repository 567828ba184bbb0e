import { expect, test } from 'vitest';
import { splitLessons } from '../../../adapters/terminal/lessons.ts';
import { loadHeldOutModel } from '../../../adapters/terminal/model.ts';
import { createUnderstand } from '../../../bot/understand/understand.ts';
import { type HeldLine, measure, ratio, type Share } from '../../bench/measure.ts';

// Floors a little under what was reached on lines the model has not seen (the table is in bot/understand/README.md).
const held: readonly HeldLine[] = splitLessons().held;
const measured = measure(createUnderstand(loadHeldOutModel()), held);
const share = (one: Share | undefined): number => ratio(one?.hits ?? 0, one?.of ?? 0);

test('hears the right life situation in Danish it has not seen', () => {
  expect(share(measured.situations.get('da')?.first)).toBeGreaterThan(0.83);
  expect(share(measured.situations.get('da')?.three)).toBeGreaterThan(0.92);
  expect(share(measured.situations.get('da easy')?.first)).toBeGreaterThan(0.94);
});

test('hears life situations in the other languages', () => {
  expect(share(measured.situations.get('other languages')?.first)).toBeGreaterThan(0.73);
  expect(share(measured.situations.get('other languages')?.three)).toBeGreaterThan(0.86);
  for (const language of ['en', 'de', 'pl', 'uk', 'ar', 'tr'])
    expect(share(measured.situations.get(language)?.first), language).toBeGreaterThan(0.62);
});

test('sees danger, and seldom shows it in vain', () => {
  expect(share(measured.crisis.get('da'))).toBeGreaterThan(0.94);
  expect(share(measured.crisis.get('other languages'))).toBeGreaterThan(0.94);
  expect(share(measured.alarms.get('da situation'))).toBeLessThan(0.05);
  expect(share(measured.alarms.get('da near-crisis'))).toBeLessThan(0.14);
  expect(share(measured.alarms.get('da errand'))).toBeLessThan(0.03);
  expect(share(measured.alarms.get('other languages'))).toBeLessThan(0.065);
});

test('names the everyday service asked for', () => {
  expect(share(measured.errandFirst)).toBeGreaterThan(0.84);
});

test('tells what is no matter for a municipality', () => {
  expect(measured.scope.f1).toBeGreaterThan(0.79);
});

test('knows the language', () => {
  expect(share(measured.language)).toBeGreaterThan(0.985);
});

test('is right at least as often as it says when it is sure', () => {
  for (const from of ['0.8', '0.9'])
    expect(share(measured.calibration.get(from))).toBeGreaterThan(Number(from) - 0.02);
});
