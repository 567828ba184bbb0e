import type { Kysely } from 'kysely';
import { conversations } from './conversations.ts';
import { StoreError } from './error.ts';
import { groupCommit } from './group-commit.ts';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';
import { take } from './take.ts';
import { unmetNeeds } from './unmet-needs.ts';

/** Conversations a sweep deletes in one go, so that turns get in between. */
const mostSweptAtOnce = 50;

/** How a kind of database makes deleted words leave the disk, and not only the tables. */
export interface Scrubbing {
  /** Called after a deletion was committed. */
  readonly soon: () => void;
  /** Called once nothing runs any more, before the database closes. */
  readonly stop: () => Promise<void>;
}

/** The store on any migrated database kysely speaks. */
export function kyselyStore(db: Kysely<Tables>, scrubbing: Scrubbing): Store {
  const { write, read, idle } = groupCommit(db);
  const kept = conversations(db);
  const needs = unmetNeeds(db);
  let closed: Promise<void> | null = null;

  function whenOpen<T>(work: () => Promise<T>): Promise<T> {
    if (closed === null) return work();
    return Promise.reject(new StoreError('store-closed', 'The store is closed: open it again to go on.'));
  }

  return {
    open: (conversation) =>
      whenOpen(async () => {
        if (await write((on) => kept.add(on, conversation))) return;
        throw new StoreError(
          'conversation-exists',
          `There is a conversation ${conversation.id} already: begin the new one under a fresh random id.`,
        );
      }),

    exists: (id) => whenOpen(() => read((on) => kept.exists(on, id))),

    take: (turn, decide) =>
      whenOpen(async () => {
        const taken = await write((on) => take(on, kept, needs, turn, decide));
        if (taken.kind === 'forgotten') scrubbing.soon();
        return taken;
      }),

    after: (id, seq, limit) =>
      whenOpen(() =>
        read(async (on) => {
          const activities = await kept.activitiesAfter(on, id, seq, limit);
          return activities.length > 0 || (await kept.exists(on, id)) ? activities : null;
        }),
      ),

    session: (id) =>
      whenOpen(async () => {
        const found = await read((on) => kept.find(on, id, null));
        return found !== null && 'session' in found ? found.session : null;
      }),

    forget: (id) =>
      whenOpen(async () => {
        const wasThere = await write((on) => kept.remove(on, id));
        if (wasThere) scrubbing.soon();
        return wasThere;
      }),

    sweep: (at) =>
      whenOpen(async () => {
        let total = 0;
        for (;;) {
          const swept = await write((on) => kept.removeExpired(on, at, mostSweptAtOnce));
          if (swept > 0) scrubbing.soon();
          total += swept;
          if (swept < mostSweptAtOnce) return total;
        }
      }),

    unmetNeeds: (municipality) => whenOpen(() => read((on) => needs.of(on, municipality))),

    close() {
      closed ??= (async () => {
        await idle();
        await scrubbing.stop().finally(() => db.destroy());
      })();
      return closed;
    },
  };
}
