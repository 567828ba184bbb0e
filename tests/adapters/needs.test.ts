import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openStore } from '../../adapters/store/sqlite.ts';
import { groupNeeds, listNeeds } from '../../adapters/terminal/needs-list.ts';
import type { UnmetNeed } from '../../bot/effect.ts';
import { newSession } from '../../bot/session.ts';
import { lillebyGuide } from './support/town.ts';

const need = (more: Partial<UnmetNeed> = {}): UnmetNeed => ({
  week: '2026-W47',
  municipality: 'rodovre',
  situation: 'mistet-noegle',
  need: 'komme-ind',
  reason: 'no_service',
  language: 'da',
  words: null,
  facts: null,
  ...more,
});

test('needs are grouped by situation, need and reason, the most frequent first', () => {
  const groups = groupNeeds([
    need({ reason: 'closed', week: '2026-W40' }),
    need({ week: '2026-W46', words: 'ingen låser op' }),
    need({ week: '2026-W02', words: 'der er ingen hjemme' }),
    need({ week: '2026-W47' }),
    need({ situation: null, need: null, reason: 'not_understood' }),
    need({ situation: null, need: null, reason: 'not_understood' }),
  ]);
  expect(groups).toEqual([
    {
      situation: 'mistet-noegle',
      need: 'komme-ind',
      reason: 'no_service',
      count: 3,
      from: '2026-W02',
      to: '2026-W47',
      words: ['der er ingen hjemme', 'ingen låser op'],
    },
    {
      situation: null,
      need: null,
      reason: 'not_understood',
      count: 2,
      from: '2026-W47',
      to: '2026-W47',
      words: [],
    },
    {
      situation: 'mistet-noegle',
      need: 'komme-ind',
      reason: 'closed',
      count: 1,
      from: '2026-W40',
      to: '2026-W40',
      words: [],
    },
  ]);
});

test('the list is read in Danish, with the titles of the content and words by consent', () => {
  const { graph } = lillebyGuide();
  const text = listNeeds(
    groupNeeds([need({ words: 'ingen låser op' }), need(), need({ need: null, situation: null })]),
    graph,
  );
  expect(text).toContain('3 i alt, 2 slags');
  expect(text).toContain('2 × at komme ind igen');
  expect(text).toContain('situation: Jeg har mistet min nøgle');
  expect(text).toContain('grund: tilbuddet findes ikke, uge 2026-W47');
  expect(text).toContain('"ingen låser op"');
  expect(text).toContain('1 × et behov, der ikke har fået navn');
});

test('words cannot steer the terminal they are read in', () => {
  const text = listNeeds(
    groupNeeds([need({ words: 'a\u001b[2J\u0007b\n\r\u202ec\u0000d' })]),
    lillebyGuide().graph,
  );
  expect(text).toMatch(/"a \[2J b c d"/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
});

const run = promisify(execFile);
const script = join(import.meta.dirname, '..', '..', 'adapters', 'terminal', 'needs.ts');
const needs = (data: string, ...args: string[]) =>
  run(process.execPath, [script, ...args], {
    env: { ...process.env, FIND_VEJ_DATA: data, FIND_VEJ_MUNICIPALITY: 'rodovre' },
    cwd: data,
  });

test('npm run needs lists what the store holds, of this municipality alone', async () => {
  const data = mkdtempSync(join(tmpdir(), 'find-vej-'));
  const store = await openStore({ path: join(data, 'find-vej.sqlite') });
  const at = Date.now();
  await store.open({ id: 'c', session: newSession('rodovre'), at, expiresAt: at + 1000 });
  await store.take({ conversationId: 'c', key: null, at, expiresAt: at + 1000 }, (session) => ({
    session,
    incoming: { type: 'message' },
    outgoing: [],
    effects: [
      { kind: 'record-unmet-need', need: need({ words: 'ingen låser op' }) },
      { kind: 'record-unmet-need', need: need({ municipality: 'frederiksberg', words: 'noget andet' }) },
    ],
  }));
  await store.close();
  const { stdout } = await needs(data);
  expect(stdout).toContain('1 i alt, 1 slags');
  expect(stdout).not.toContain('noget andet');
  const { stdout: json } = await needs(data, '--json');
  expect(JSON.parse(json)).toEqual(groupNeeds([need({ words: 'ingen låser op' })]));
});

test('with nothing to list it says so kindly, and makes no database', async () => {
  const data = mkdtempSync(join(tmpdir(), 'find-vej-'));
  const { stdout } = await needs(data);
  expect(stdout).toMatch(/^Der er ingen behov på listen endnu\..+\n$/);
  expect(JSON.parse((await needs(data, '--json')).stdout)).toEqual([]);
  expect(existsSync(join(data, 'find-vej.sqlite'))).toBe(false);
});
