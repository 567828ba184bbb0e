import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lessonsHash } from '../../../adapters/terminal/lessons.ts';
import { loadModel, shippedWeights } from '../../../adapters/terminal/model.ts';

test('the shipped weights were learned from the lines, concepts and code as they are (else: node adapters/terminal/train.ts)', () => {
  expect(readFileSync(shippedWeights).subarray(0, 16).toString()).toBe(lessonsHash());
});

test('the model knows all 28 life situations', () => {
  expect(
    loadModel().situations.classes.filter((name) => !['errand', 'out', 'meta'].includes(name)),
  ).toHaveLength(28);
});
