import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openStore } from '../../../adapters/store/sqlite.ts';
import { newSession } from '../../../bot/session.ts';
import { migrateSession } from '../../../bot/session-version.ts';
import { folder } from './folder.ts';
import { open, say } from './support.ts';

const secret = 'min hemmelighed';

test('a session of version 1 is read as it was kept', () => {
  const session = {
    ...newSession('lilleby'),
    told: [secret],
    answers: { alder: 72, hjaelp: ['nat'], bolig: null },
  };
  expect(migrateSession(JSON.parse(JSON.stringify(session)))).toEqual(session);
});

test.each([
  ['of a newer version', { ...newSession('lilleby'), version: 2, feelings: [secret] }, 'session-newer'],
  ['without a version', { told: [secret] }, 'session-unreadable'],
  ['of version 0', { ...newSession('lilleby'), version: 0 }, 'session-unreadable'],
  ['with a field missing', { version: 1, told: [secret] }, 'session-unreadable'],
  ['with a field too many', { ...newSession('lilleby'), feelings: secret }, 'session-unreadable'],
  [
    'with a value of another kind',
    { ...newSession('lilleby'), answers: { [secret]: { secret } } },
    'session-unreadable',
  ],
  ['that is no object', secret, 'session-unreadable'],
  ['that is null', null, 'session-unreadable'],
])('a session %s is refused by a code, without a word of what it holds', (_what, kept, code) => {
  let refusal: unknown;
  try {
    migrateSession(kept);
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toMatchObject({ name: 'SessionError', code });
  expect(String(refusal)).not.toContain(secret);
});

test('a conversation whose session is newer rejects its turns and leaves the others alone', async () => {
  const path = join(folder(), 'store.db');
  const store = await openStore({ path });
  await open(store, 'a');
  await open(store, 'b');
  const other = new DatabaseSync(path);
  other.exec(`update conversations set session = '{"version":7}' where id = 'a'`);
  other.close();
  const [a, b] = await Promise.allSettled([say(store, 'a', 'hej'), say(store, 'b', 'hej')]);
  expect(a).toMatchObject({ status: 'rejected', reason: { code: 'session-newer' } });
  expect(b).toMatchObject({ status: 'fulfilled', value: { kind: 'taken' } });
  await expect(store.session('a')).rejects.toMatchObject({ code: 'session-newer' });
  expect(await store.forget('a')).toBe(true);
  await store.close();
});
