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
  expect(share(measured.situations.get('da')?.first)).toBeGreaterThan(0.77);
  expect(share(measured.situations.get('da')?.three)).toBeGreaterThan(0.86);
  expect(share(measured.situations.get('da easy')?.first)).toBeGreaterThan(0.93);
});

test('hears life situations in the other languages', () => {
  expect(share(measured.situations.get('other languages')?.first)).toBeGreaterThan(0.5);
});

test('sees danger, and seldom shows it in vain', () => {
  expect(share(measured.crisis.get('da'))).toBeGreaterThan(0.85);
  expect(share(measured.alarms.get('da situation'))).toBeLessThan(0.08);
  expect(share(measured.alarms.get('da near-crisis'))).toBeLessThan(0.2);
  expect(share(measured.alarms.get('da errand'))).toBeLessThan(0.04);
});

test('names the everyday service asked for', () => {
  expect(share(measured.errandFirst)).toBeGreaterThan(0.78);
});

test('tells what is no matter for a municipality', () => {
  expect(measured.scope.f1).toBeGreaterThan(0.73);
});

test('knows the language', () => {
  expect(share(measured.language)).toBeGreaterThan(0.97);
});

test('is right at least as often as it says when it is sure', () => {
  for (const from of ['0.8', '0.9'])
    expect(share(measured.calibration.get(from))).toBeGreaterThan(Number(from) - 0.02);
});
