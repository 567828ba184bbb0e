import { beforeAll, expect, test } from 'vitest';
import type { Guide } from '../../bot/guide.ts';
import { languages } from '../../bot/message.ts';
import { newSession } from '../../bot/session.ts';
import { takeTurn } from '../../bot/turn.ts';
import { say } from '../../bot/wording/wording.ts';
import { realGuide } from '../support/guide.ts';
import { testTime } from '../support/play.ts';
import { townGuide } from '../support/town.ts';

let guide: Guide;
beforeAll(async () => {
  guide = await realGuide();
});

const buttons = [
  'plan.back',
  'plan.refine',
  'plan.person',
  'plan.missing',
  'ask.planNow',
  'ask.why',
] as const;

test.each(languages)('no button of ours, typed in %s, is taken for danger', (language) => {
  for (const key of buttons) {
    const text = say(language, key);
    const { replies } = takeTurn(guide, newSession('rodovre', language), {
      kind: 'text',
      text,
      at: testTime,
    });
    expect(
      replies.map(({ kind }) => kind),
      text,
    ).not.toContain('crisis');
  }
});

test.each(['plan', 'min plan', 'i dag', 'barn', 'nu'])('a bare "%s" opens no crisis card', (text) => {
  const { replies } = takeTurn(guide, newSession('rodovre'), { kind: 'text', text, at: testTime });
  expect(replies.map(({ kind }) => kind)).not.toContain('crisis');
});

test.each(['selvmord', 'han slår mig'])('a bare "%s" does', (text) => {
  const { replies } = takeTurn(guide, newSession('rodovre'), { kind: 'text', text, at: testTime });
  expect(replies[0]?.kind).toBe('crisis');
});

test('after danger nobody is sent off: what is not understood gets the numbers again and a person', () => {
  const town = townGuide();
  const first = takeTurn(town, newSession('lilleby'), {
    kind: 'text',
    text: 'jeg vil ikke leve mere',
    at: testTime,
  });
  const next = takeTurn(town, first.session, { kind: 'text', text: 'blah bluh', at: testTime });
  expect(first.replies[0]?.kind).toBe('crisis');
  expect(next.replies[0]?.kind).toBe('crisis');
  expect(JSON.stringify(next.replies)).toContain('"kind":"person"');
});
