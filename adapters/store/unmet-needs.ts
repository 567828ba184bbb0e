import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { UnmetNeed } from '../../bot/effect.ts';
import { fromJson, toJson } from './codec.ts';
import { compileOnce } from './compile-once.ts';
import type { Tables, UnmetNeedRow } from './schema.ts';

export interface UnmetNeeds {
  add(on: Kysely<Tables>, need: UnmetNeed): Promise<void>;
  /** By week; within a week in an order that means nothing. */
  of(on: Kysely<Tables>, municipality: string | null): Promise<readonly UnmetNeed[]>;
}

/** The table of unmet needs, compiled for `db`; `on` is where each query runs. */
export function unmetNeeds(db: Kysely<Tables>): UnmetNeeds {
  const insert = compileOnce((row: UnmetNeedRow) =>
    db.insertInto('unmet_needs').values({
      id: row.id,
      week: row.week,
      municipality: row.municipality,
      situation: row.situation,
      need: row.need,
      reason: row.reason,
      language: row.language,
      words: row.words,
      facts: row.facts,
    }),
  );

  return {
    async add(on, need) {
      await on.executeQuery(
        insert({
          ...need,
          id: randomUUID(),
          words: need.words === null ? null : toJson(need.words),
          facts: need.facts === null ? null : toJson(need.facts),
        }),
      );
    },

    async of(on, municipality) {
      let query = on.selectFrom('unmet_needs').selectAll().orderBy('week').orderBy('id');
      if (municipality !== null) query = query.where('municipality', '=', municipality);
      return (await query.execute()).map(needOf);
    },
  };
}

function needOf(row: UnmetNeedRow): UnmetNeed {
  return {
    week: row.week,
    municipality: row.municipality,
    situation: row.situation,
    need: row.need,
    reason: row.reason,
    language: row.language,
    words: row.words === null ? null : (fromJson(row.words) as string),
    facts: row.facts === null ? null : (fromJson(row.facts) as NonNullable<UnmetNeed['facts']>),
  };
}
