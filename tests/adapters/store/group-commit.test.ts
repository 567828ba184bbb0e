import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Generated, Kysely } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { groupCommit } from '../../../adapters/store/group-commit.ts';
import { NodeSqliteDialect, openDatabase } from '../../../adapters/store/node-sqlite.ts';
import { folder } from './folder.ts';

interface Notes {
  readonly notes: { readonly id: Generated<number>; readonly text: string };
}

/** A database of one table, with an onlooker who sees only what is committed. */
function place() {
  const path = join(folder(), 'notes.db');
  const database = openDatabase(path);
  database.exec('create table notes (id integer primary key, text text not null)');
  let commits = 0;
  const db = new Kysely<Notes>({
    dialect: new NodeSqliteDialect(database),
    log: (event) => {
      if (event.level === 'query' && event.query.sql === 'commit') commits += 1;
    },
  });
  const onlooker = new DatabaseSync(path);
  onTestFinished(async () => {
    onlooker.close();
    await db.destroy();
  });
  const seen = onlooker.prepare('select text from notes order by id');
  return {
    db,
    database,
    onlooker,
    /** The texts committed so far. */
    committed: () => seen.all().map(({ text }) => text),
    commits: () => commits,
    note: (text: string) => async (transaction: Kysely<Notes>) => {
      await transaction.insertInto('notes').values({ text }).execute();
      return text;
    },
  };
}

const texts = Array.from({ length: 200 }, (_, i) => `note ${i}`);

test('turns that wait together share commits, first come, first served', async () => {
  const { db, commits, committed, note } = place();
  const { write } = groupCommit(db, Number.POSITIVE_INFINITY);
  expect(await Promise.all(texts.map((text) => write(note(text))))).toEqual(texts);
  expect(committed()).toEqual(texts);
  expect(commits()).toBe(1);
});

test('a turn is acknowledged once its commit is seen by others, never before', async () => {
  const { db, committed, note } = place();
  const { write } = groupCommit(db);
  const checks = texts.map(async (text) => {
    const acknowledged = write(async (transaction) => {
      await note(text)(transaction);
      expect(committed()).not.toContain(text);
    });
    await acknowledged;
    expect(committed()).toContain(text);
  });
  await Promise.all(checks);
});

test('a turn that throws loses its own writes and nobody else’s', async () => {
  const { db, commits, committed, note } = place();
  const { write } = groupCommit(db, Number.POSITIVE_INFINITY);
  const settled = await Promise.allSettled(
    texts.map((text, i) =>
      write(async (transaction) => {
        await note(text)(transaction);
        if (i % 3 === 0) throw new Error(text);
        return text;
      }),
    ),
  );
  for (const [i, outcome] of settled.entries()) {
    if (i % 3 === 0) expect(outcome).toMatchObject({ status: 'rejected', reason: { message: texts[i] } });
    else expect(outcome).toEqual({ status: 'fulfilled', value: texts[i] });
  }
  expect(committed()).toEqual(texts.filter((_, i) => i % 3 !== 0));
  expect(commits()).toBe(1);
});

test('a commit that fails rejects its whole batch, keeps nothing of it, and the next one goes on', async () => {
  const { db, database, committed, note } = place();
  // A reference that is checked at COMMIT only: every write succeeds, the commit does not.
  database.exec(`
    create table echoes (note integer references notes (id) deferrable initially deferred);
    create trigger echo after insert on notes when new.text = 'note 7'
      begin insert into echoes values (-1); end;
  `);
  const { write } = groupCommit(db, Number.POSITIVE_INFINITY);
  const settled = await Promise.allSettled(texts.map((text) => write(note(text))));
  for (const outcome of settled) {
    expect(outcome).toMatchObject({
      status: 'rejected',
      reason: { message: 'FOREIGN KEY constraint failed' },
    });
  }
  expect(committed()).toEqual([]);
  expect(await write(note('afterwards'))).toBe('afterwards');
  expect(committed()).toEqual(['afterwards']);
});

test('when no transaction can begin, all who wait are told after one wait, not one each', async () => {
  const { db, database, onlooker, committed, note } = place();
  const waitMs = 300;
  database.exec(`pragma busy_timeout = ${waitMs}`);
  onlooker.exec('begin immediate');
  const { write } = groupCommit(db);
  const began = performance.now();
  const settled = await Promise.allSettled(texts.map((text) => write(note(text))));
  expect(performance.now() - began).toBeLessThan(50 * waitMs);
  for (const outcome of settled) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'store-busy' } });
  }
  onlooker.exec('rollback');
  await write(note('afterwards'));
  expect(committed()).toEqual(['afterwards']);
}, 60_000);

test.each(['write', 'read'] as const)('a full queue to %s leaves the event loop its rounds', async (way) => {
  const { db, note } = place();
  const { [way]: ask } = groupCommit(db, 0);
  let rounds = 0;
  let counting = setImmediate(function count() {
    rounds += 1;
    counting = setImmediate(count);
  });
  await Promise.all(texts.map((text) => ask(note(text))));
  clearImmediate(counting);
  expect(rounds).toBeGreaterThanOrEqual(texts.length - 1);
});

test('reads get in between, and see nothing that is not committed', async () => {
  const { db, database, note } = place();
  database.exec(`
    create table echoes (note integer references notes (id) deferrable initially deferred);
    create trigger echo after insert on notes begin insert into echoes values (-1); end;
  `);
  const { read, write } = groupCommit(db);
  const all = () => read((on) => on.selectFrom('notes').select('text').execute());
  const failing = expect(write(note('never kept'))).rejects.toThrow();
  let seen: unknown;
  const within = expect(
    write(async (on) => {
      seen = all();
      await note('nor this')(on);
    }),
  ).rejects.toThrow();
  await Promise.all([failing, within]);
  expect(await seen).toEqual([]);
});

test('a turn asked for while another runs is taken too, and idle waits for both', async () => {
  const { db, committed, note } = place();
  const { write, idle } = groupCommit(db);
  let later: Promise<string> | undefined;
  const first = write(async (transaction) => {
    later = write(note('second'));
    return note('first')(transaction);
  });
  await idle();
  expect(committed()).toEqual(['first', 'second']);
  expect([await first, await later]).toEqual(['first', 'second']);
  await idle();
});
