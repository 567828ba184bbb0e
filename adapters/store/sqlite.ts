import type { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { kyselyStore, type Scrubbing } from './kysely-store.ts';
import { migrate } from './migrations.ts';
import { emptyLog, NodeSqliteDialect, openDatabase } from './node-sqlite.ts';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';

/** Deleted words may stand in the log of writes this long. */
const scrubAfterMs = 1_000;

/**
 * Opens the store in a file, made when missing with its folder, or in memory with `:memory:`. Rejects with a
 * `StoreError` that says the way out.
 */
export async function openStore({ path }: { readonly path: string }): Promise<Store> {
  return sqliteStore(openDatabase(path));
}

/** The store on a database that `openDatabase` opened; closes it when it closes, or when it cannot begin. */
export async function sqliteStore(database: DatabaseSync): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) });
  try {
    await migrate(db);
    // A program killed after a deletion may have left the words in the log.
    emptyLog(database);
    return kyselyStore(db, scrubbing(db, database));
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** One emptying of the log serves all deletions of a second: it costs several waits for the disk. */
function scrubbing(db: Kysely<Tables>, database: DatabaseSync): Scrubbing {
  let timer: NodeJS.Timeout | null = null;
  let working: Promise<void> = Promise.resolve();

  async function scrub(): Promise<void> {
    timer = null;
    // Holding the connection keeps turns out. A disk that fails here fails the next turn too, and there somebody
    // hears of it; here it is tried again.
    const isDone = await db
      .connection()
      .execute(async () => emptyLog(database))
      .catch(() => false);
    if (!isDone) soon();
  }

  function soon(): void {
    timer ??= setTimeout(() => {
      working = scrub();
    }, scrubAfterMs).unref();
  }

  return {
    soon,
    async stop() {
      await working;
      if (timer === null) return;
      clearTimeout(timer);
      await scrub();
      if (timer !== null) clearTimeout(timer);
    },
  };
}
