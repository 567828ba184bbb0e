import { expect, test } from 'vitest';
import { questionsOf } from '../../knowledge/questions-of.ts';
import { townGraph } from '../support/town.ts';

const graph = townGraph();

test('are those that the offers, needs and milestones of a situation read, with their gates', () => {
  const read = questionsOf(graph, 'sygedagpenge');
  expect(read.size).toBeGreaterThan(0);
  expect([...read].every((id) => graph.questions.has(id))).toBe(true);
  expect(read.has('foerste-sygedag')).toBe(true);
});

test('are none for a situation that is not there', () => {
  expect([...questionsOf(graph, 'findes-ikke')]).toEqual([]);
});
