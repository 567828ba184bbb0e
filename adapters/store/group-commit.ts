import { setImmediate as nextRound } from 'node:timers/promises';
import { CompiledQuery, type Kysely } from 'kysely';
import { type Fifo, fifo } from './fifo.ts';

type Work<Tables, T> = (on: Kysely<Tables>) => Promise<T>;

interface Job<Tables> {
  readonly work: Work<Tables, unknown>;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupCommit<Tables> {
  /** Runs `work` in a transaction shared with others; resolves once it is committed. */
  write<T>(work: Work<Tables, T>): Promise<T>;
  /** Runs `work` between transactions, so that it sees only what is committed. */
  read<T>(work: Work<Tables, T>): Promise<T>;
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>;
}

const begin = CompiledQuery.raw('begin');
const commit = CompiledQuery.raw('commit');
const rollback = CompiledQuery.raw('rollback');
const savepoint = CompiledQuery.raw('savepoint turn');
const release = CompiledQuery.raw('release savepoint turn');
const rollbackTurn = CompiledQuery.raw('rollback to savepoint turn');

/**
 * Lets turns share transactions, first come, first served: one COMMIT, and so one wait for the disk, makes a whole
 * batch durable. A batch ends after `mostMs`, and the event loop gets a round before the next, because the driver is
 * synchronous and a full queue would otherwise keep sockets and timers waiting for its whole length.
 */
export function groupCommit<Tables>(db: Kysely<Tables>, mostMs = 5): GroupCommit<Tables> {
  const writes = fifo<Job<Tables>>();
  const reads = fifo<Job<Tables>>();
  let running: Promise<void> | null = null;

  async function readSome(on: Kysely<Tables>): Promise<void> {
    for (const job of some(reads, mostMs))
      await job.work(on).then((value) => job.resolve(value as never), job.reject);
  }

  async function writeSome(on: Kysely<Tables>): Promise<void> {
    if (writes.isEmpty()) return;
    try {
      await on.executeQuery(begin);
    } catch (error) {
      // Tell all who wait, rather than let each of them wait for it in turn.
      for (const job of some(writes)) job.reject(error);
      return;
    }
    const begun: Job<Tables>[] = [];
    const kept: (() => void)[] = [];
    try {
      for (const job of some(writes, mostMs)) {
        begun.push(job);
        await on.executeQuery(savepoint);
        try {
          const value = (await job.work(on)) as never;
          await on.executeQuery(release);
          kept.push(() => job.resolve(value));
        } catch (error) {
          job.reject(error);
          await on.executeQuery(rollbackTurn).catch(() => {
            // The database has given up the whole transaction, as it may on a full disk, and all share the reason.
            throw error;
          });
          await on.executeQuery(release);
        }
      }
      await on.executeQuery(commit);
    } catch (error) {
      await on.executeQuery(rollback).catch(() => undefined);
      for (const job of begun) job.reject(error);
      return;
    }
    for (const acknowledge of kept) acknowledge();
  }

  async function runAll(): Promise<void> {
    do {
      await nextRound();
      try {
        await db.connection().execute(async (on) => {
          await readSome(on);
          await writeSome(on);
        });
      } catch (error) {
        // There is no connection to be had.
        for (const queue of [reads, writes]) for (const job of some(queue)) job.reject(error);
      }
    } while (!reads.isEmpty() || !writes.isEmpty());
    running = null;
  }

  function wait<T>(queue: Fifo<Job<Tables>>, work: Work<Tables, T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      queue.push({ work, resolve, reject });
      running ??= runAll();
    });
  }

  return {
    write: (work) => wait(writes, work),
    read: (work) => wait(reads, work),
    async idle() {
      while (running !== null) await running;
    },
  };
}

/** At least one of those who wait, and as many more as begin within `mostMs`. */
function* some<T>(queue: Fifo<T>, mostMs = Number.POSITIVE_INFINITY): Generator<T> {
  const deadline = performance.now() + mostMs;
  do {
    const item = queue.shift();
    if (item === undefined) return;
    yield item;
  } while (performance.now() < deadline);
}
