import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { SqliteAdapter, SqliteDialect, type SqliteStatement } from 'kysely';
import { StoreError } from './error.ts';

/** How long another process may hold the file before `store-busy`; the event loop stands still meanwhile. */
const busyTimeoutMs = 2_000;

function explained(error: unknown, path: string): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const { code, errcode } = error as { readonly code?: unknown; readonly errcode?: unknown };
  if (code !== 'ERR_SQLITE_ERROR' || typeof errcode !== 'number') return error;
  // The low byte of https://sqlite.org/rescode.html is the kind, the rest the detail.
  switch (errcode & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
      return new StoreError(
        'store-busy',
        `Another program holds the database ${path}: end it, or try again.`,
        error,
      );
    case 8: // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
      return notWritable(path, error);
    case 10: // SQLITE_IOERR
      return new StoreError(
        'store-disk-error',
        `The disk refuses to read or write the database ${path}: check its health, quota and connection.`,
        error,
      );
    case 11: // SQLITE_CORRUPT
      return new StoreError(
        'store-damaged',
        `The database ${path} is damaged: put a backup in its place, or move it away to start with an empty one.`,
        error,
      );
    case 13: // SQLITE_FULL
      return new StoreError(
        'store-full',
        `The disk that holds the database ${path} is full: make room and try again.`,
        error,
      );
    case 26: // SQLITE_NOTADB
      return new StoreError(
        'store-not-a-database',
        `The file ${path} is not a database: point to another file, or move it away to start with an empty one.`,
        error,
      );
    default:
      return error;
  }
}

function notWritable(path: string, cause: unknown): StoreError {
  return new StoreError(
    'store-not-writable',
    `The database ${path} cannot be written: give this user write access to it and its folder, or choose another place.`,
    cause,
  );
}

/** Runs `work`; what SQLite throws there comes out as a coded error that names `path`. */
function explaining<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explained(error, path);
  }
}

/** Makes the folder, and the file readable by its owner only: it holds what citizens said. */
function prepareFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    closeSync(openSync(path, 'ax', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw notWritable(path, error);
  }
}

/**
 * Opens a database file, or `:memory:`, so that a COMMIT that returns is on the disk and a word deleted is overwritten.
 * Errors are coded: `store-not-writable`, `store-not-a-database`, `store-damaged`, `store-busy` …
 */
export function openDatabase(given: string): DatabaseSync {
  const path = given === ':memory:' ? given : resolve(given);
  if (path !== ':memory:') prepareFile(path);
  return explaining(path, () => {
    const database = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
    try {
      database.exec(`
        pragma journal_mode = wal;
        pragma synchronous = full;
        pragma fullfsync = on; -- on macOS an fsync alone does not reach the disk
        pragma checkpoint_fullfsync = on;
        pragma secure_delete = on;
        pragma temp_store = memory; -- savepoints would copy words into files under /tmp
      `);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/**
 * Writes the log of writes (WAL) into the database and empties it, so that what was deleted is on the disk no more.
 * False when another process is reading the log just now. Not while a transaction is open.
 */
export function emptyLog(database: DatabaseSync): boolean {
  database.exec('pragma busy_timeout = 0');
  try {
    return database.prepare('pragma wal_checkpoint(truncate)').get()?.busy === 0;
  } finally {
    database.exec(`pragma busy_timeout = ${busyTimeoutMs}`);
  }
}

/** kysely's view of a `node:sqlite` database, whose errors come out coded. */
export class NodeSqliteDialect extends SqliteDialect {
  constructor(database: DatabaseSync) {
    const path = database.location() ?? ':memory:';
    const statements = new Map<string, SqliteStatement>();

    function prepare(sql: string): SqliteStatement {
      // A transaction that reads first and writes later fails when another process wrote in between.
      const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql);
      const given = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => explaining(path, () => statement.all(...given(parameters))),
        run: (parameters) => explaining(path, () => statement.run(...given(parameters))),
        iterate: (parameters) => statement.iterate(...given(parameters)),
      };
    }

    super({
      database: {
        close: () => database.close(),
        prepare(sql) {
          let statement = statements.get(sql);
          if (statement === undefined) {
            statement = explaining(path, () => prepare(sql));
            statements.set(sql, statement);
          }
          return statement;
        },
      },
    });
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalDdl();
  }
}

/** SQLite rolls back a half-done migration as well as anything else; kysely does not count on it. */
class TransactionalDdl extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
