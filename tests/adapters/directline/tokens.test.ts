import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLimit } from '../../../adapters/directline/limit.ts';
import { readSecret } from '../../../adapters/directline/secret.ts';
import { createTokens } from '../../../adapters/directline/tokens.ts';

const secret = 'a secret that is long enough to sign with';

test('a token says what it was signed with, for half an hour to the second', async () => {
  let now = Date.UTC(2026, 10, 22, 12);
  const tokens = createTokens(secret, () => now);
  const claims = { conversationId: 'c', user: 'dl_1', language: 'en', fresh: true } as const;
  const token = await tokens.sign(claims);
  expect(await tokens.verify(token)).toEqual(claims);
  now += 30 * 60 * 1000 - 1;
  expect(await tokens.verify(token)).toEqual(claims);
  now += 1;
  // Also a token that was remembered as good is expired now.
  expect(await tokens.verify(token)).toBeNull();
  expect(await createTokens(secret, () => now).verify(token)).toBeNull();
});

test('two servers with the same secret take each other for one', async () => {
  const now = () => Date.now();
  const token = await createTokens(secret, now).sign({ conversationId: 'c', user: 'u' });
  expect(await createTokens(secret, now).verify(token)).toEqual({ conversationId: 'c', user: 'u' });
  expect(await createTokens(`${secret}!`, now).verify(token)).toBeNull();
});

test('the secret is made once, for its owner alone, and kept', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'find-vej-')), 'data');
  const made = readSecret(folder, null);
  expect(made.length).toBeGreaterThanOrEqual(32);
  expect(statSync(join(folder, 'token-secret')).mode & 0o777).toBe(0o600);
  expect(readSecret(folder, null)).toBe(made);
  expect(readSecret(folder, 'x'.repeat(32))).toBe('x'.repeat(32));
  expect(readFileSync(join(folder, 'token-secret'), 'utf8').trim()).toBe(made);
});

test('a secret in the data folder that is cut short or open to others is made good', () => {
  const folder = mkdtempSync(join(tmpdir(), 'find-vej-'));
  const path = join(folder, 'token-secret');
  writeFileSync(path, 'short', { mode: 0o644 });
  expect(readSecret(folder, null).length).toBeGreaterThanOrEqual(32);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('a secret that is given leaves no file behind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'find-vej-'));
  readSecret(folder, 'y'.repeat(40));
  expect(existsSync(join(folder, 'token-secret'))).toBe(false);
});

test('a limit lets a burst through, then so many a second, each key apart', () => {
  const limit = createLimit({ burst: 3, perSecond: 2 });
  const passed = (key: string, ...moments: number[]) => moments.map((moment) => limit.pass(key, moment));
  expect(passed('a', 0, 0, 0, 0, 100)).toEqual([true, true, true, false, false]);
  expect(passed('b', 100)).toEqual([true]);
  expect(passed('a', 500, 500, 1000, 1499, 1500)).toEqual([true, false, true, false, true]);
  // After a rest there is a whole burst again, and no more than one.
  expect(passed('a', 60_000, 60_000, 60_000, 60_000)).toEqual([true, true, true, false]);
});

test('a limit does not grow with the number of keys', () => {
  const limit = createLimit({ burst: 1, perSecond: 1 });
  for (let i = 0; i < 50_000; i += 1) expect(limit.pass(`key ${i}`, i)).toBe(true);
  expect(limit.pass('key 49999', 49_999)).toBe(false);
});
