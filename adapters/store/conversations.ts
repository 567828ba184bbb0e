import { hash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Session } from '../../bot/session.ts';
import { migrateSession } from '../../bot/session-version.ts';
import { fromJson, toJson, toNumber } from './codec.ts';
import { compileOnce } from './compile-once.ts';
import type { ActivityRow, ConversationRow, Tables } from './schema.ts';
import type { NewConversation, StoredActivity } from './store.ts';

/** A conversation as a turn finds it. */
export interface Found {
  readonly session: Session;
  /** The last activity's place. */
  readonly seq: number;
}

/**
 * The tables of conversations and activities; every function runs where `on` says, so that a turn's stay together.
 */
export type Conversations = ReturnType<typeof conversations>;

export function conversations(db: Kysely<Tables>) {
  const insert = compileOnce((row: ConversationRow) =>
    db
      .insertInto('conversations')
      .values({
        id: row.id,
        municipality: row.municipality,
        session: row.session,
        seq: row.seq,
        created_at: row.created_at,
        expires_at: row.expires_at,
      })
      .onConflict((conflict) => conflict.doNothing()),
  );
  const update = compileOnce((row: Omit<ConversationRow, 'created_at'>) =>
    db
      .updateTable('conversations')
      .set({
        municipality: row.municipality,
        session: row.session,
        seq: row.seq,
        expires_at: row.expires_at,
      })
      .where('id', '=', row.id),
  );
  const insertActivity = compileOnce((row: ActivityRow) =>
    db.insertInto('activities').values({
      conversation_id: row.conversation_id,
      seq: row.seq,
      key: row.key,
      activity: row.activity,
    }),
  );
  const select = compileOnce((row: { readonly id: string; readonly key: string | null }) =>
    db
      .selectFrom('conversations as c')
      .leftJoin('activities as a', (join) =>
        join.onRef('a.conversation_id', '=', 'c.id').on('a.key', '=', row.key),
      )
      .where('c.id', '=', row.id)
      .select(['c.session', 'c.seq', 'a.seq as repeated']),
  );
  const selectId = compileOnce((row: { readonly id: string }) =>
    db.selectFrom('conversations').where('id', '=', row.id).select('id'),
  );
  const selectActivities = compileOnce(
    (row: { readonly id: string; readonly seq: number; readonly limit: number }) =>
      db
        .selectFrom('activities')
        .where('conversation_id', '=', row.id)
        .where('seq', '>', row.seq)
        .orderBy('seq')
        .limit(row.limit)
        .select(['seq', 'activity']),
  );
  const remove = compileOnce((row: { readonly id: string }) =>
    db.deleteFrom('conversations').where('id', '=', row.id),
  );
  const removeExpired = compileOnce((row: { readonly at: number; readonly limit: number }) =>
    db
      .deleteFrom('conversations')
      .where('id', 'in', (sub) =>
        sub.selectFrom('conversations').where('expires_at', '<', row.at).limit(row.limit).select('id'),
      ),
  );

  return {
    /** False when there is one of that id already; it is left as it was. */
    async add(on: Kysely<Tables>, { id, session, at, expiresAt }: NewConversation): Promise<boolean> {
      const { municipality } = session;
      const row = {
        id,
        municipality,
        session: toJson(session),
        seq: 0,
        created_at: at,
        expires_at: expiresAt,
      };
      const { numAffectedRows } = await on.executeQuery(insert(row));
      return toNumber(numAffectedRows) > 0;
    },

    async exists(on: Kysely<Tables>, id: string): Promise<boolean> {
      return (await on.executeQuery(selectId({ id }))).rows.length > 0;
    },

    /** The session and place to go on from, or the place of the post that had this key before. */
    async find(
      on: Kysely<Tables>,
      id: string,
      key: string | null,
    ): Promise<Found | { readonly repeated: number } | null> {
      const { rows } = await on.executeQuery(select({ id, key: key === null ? null : digest(key) }));
      const row = rows[0];
      if (row === undefined) return null;
      if (row.repeated !== null) return { repeated: toNumber(row.repeated) };
      return { session: migrateSession(fromJson(row.session)), seq: toNumber(row.seq) };
    },

    /** Keeps a turn's session and its activities, the first of which came with `key`. */
    async keep(
      on: Kysely<Tables>,
      turn: {
        readonly conversationId: string;
        readonly key: string | null;
        readonly expiresAt: number;
        readonly session: Session;
        readonly activities: readonly StoredActivity[];
        readonly seq: number;
      },
    ): Promise<void> {
      const { conversationId, session } = turn;
      await on.executeQuery(
        update({
          id: conversationId,
          municipality: session.municipality,
          session: toJson(session),
          seq: turn.seq,
          expires_at: turn.expiresAt,
        }),
      );
      for (const [index, { seq, activity }] of turn.activities.entries()) {
        const key = index === 0 && turn.key !== null ? digest(turn.key) : null;
        await on.executeQuery(
          insertActivity({ conversation_id: conversationId, seq, key, activity: toJson(activity) }),
        );
      }
    },

    async activitiesAfter(
      on: Kysely<Tables>,
      id: string,
      seq: number,
      limit: number,
    ): Promise<readonly StoredActivity[]> {
      const { rows } = await on.executeQuery(selectActivities({ id, seq, limit }));
      return rows.map((row) => ({
        seq: toNumber(row.seq),
        activity: fromJson(row.activity) as StoredActivity['activity'],
      }));
    },

    /** Deletes the conversation and all that was said in it; false when there was none. */
    async remove(on: Kysely<Tables>, id: string): Promise<boolean> {
      return toNumber((await on.executeQuery(remove({ id }))).numAffectedRows) > 0;
    },

    /** Deletes at most `limit` conversations that expired before `at`; returns how many. */
    async removeExpired(on: Kysely<Tables>, at: number, limit: number): Promise<number> {
      return toNumber((await on.executeQuery(removeExpired({ at, limit }))).numAffectedRows);
    },
  };
}

/** A key as it is kept: short whatever a client sends, and free of what text columns change or refuse. */
function digest(key: string): string {
  return hash('sha256', Buffer.from(key, 'utf16le'), 'base64url');
}
