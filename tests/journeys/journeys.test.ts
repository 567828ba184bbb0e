import { beforeAll, describe, expect, test } from 'vitest';
import type { Guide } from '../../bot/guide.ts';
import { realGuide } from '../support/guide.ts';
import { play } from '../support/play.ts';
import { journeys } from './journeys.ts';

let guide: Guide;
beforeAll(async () => {
  guide = await realGuide();
});

describe('a citizen reaches a plan', () => {
  test.each(Object.keys(journeys))('%s, in their own words', async (situation) => {
    const journey = journeys[situation];
    if (journey === undefined) throw new Error(situation);
    const { replies, session, transcript } = play(guide, journey, situation);
    const plan = replies.find((reply) => reply.kind === 'plan');
    if (plan?.kind !== 'plan') throw new Error(`no plan:\n${transcript}`);
    const steps = plan.parts.flatMap(({ groups }) => groups.flatMap((group) => group.steps));
    expect(session.situations).toContain(situation);
    expect(steps.map(({ id }) => id)).toEqual(expect.arrayContaining([...journey.finds]));
    expect(new Set(steps.map(({ from }) => from)), 'help comes from all three').toEqual(
      new Set(['municipality', 'partner', 'own']),
    );
    await expect(transcript).toMatchFileSnapshot(`transcripts/${situation}.md`);
  });
});

test('the journeys need five questions or fewer on average, and none needs more than six', () => {
  const counts = Object.entries(journeys).map(
    ([situation, journey]) => play(guide, journey, situation).questions,
  );
  expect(Math.max(...counts)).toBeLessThanOrEqual(6);
  expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThanOrEqual(5);
});
