import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { StoreError } from './error.ts';
import type { Tables } from './schema.ts';

/** Never change one that has been released: add another whose name sorts after it. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-conversations-and-unmet-needs': {
    async up(db) {
      await db.schema
        .createTable('conversations')
        .addColumn('id', 'text', (column) => column.primaryKey().notNull())
        .addColumn('municipality', 'text', (column) => column.notNull())
        .addColumn('session', 'text', (column) => column.notNull())
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('conversations_expiry').on('conversations').column('expires_at').execute();
      await db.schema
        .createTable('activities')
        .addColumn('conversation_id', 'text', (column) =>
          column.notNull().references('conversations.id').onDelete('cascade'),
        )
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('key', 'text')
        .addColumn('activity', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('activities_place', ['conversation_id', 'seq'])
        .execute();
      await db.schema
        .createIndex('activities_key')
        .unique()
        .on('activities')
        .columns(['conversation_id', 'key'])
        .where(sql.ref('key'), 'is not', null)
        .execute();
      // A rowid would number the needs in the order they came, and conversations tell when they began: laid side by
      // side they would say who lacked what. Kept by a random id alone, there is no order to lay beside.
      await db.schema
        .createTable('unmet_needs')
        .addColumn('id', 'text', (column) => column.primaryKey().notNull())
        .addColumn('week', 'text', (column) => column.notNull())
        .addColumn('municipality', 'text', (column) => column.notNull())
        .addColumn('situation', 'text')
        .addColumn('need', 'text')
        .addColumn('reason', 'text', (column) => column.notNull())
        .addColumn('language', 'text', (column) => column.notNull())
        .addColumn('words', 'text')
        .addColumn('facts', 'text')
        .modifyEnd(sql`without rowid`)
        .execute();
    },
  },
};

async function executedMigrations(db: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const { rows } = await sql<{ readonly name: string }>`select name from kysely_migration`.execute(db);
  return rows.map((row) => row.name);
}

/**
 * Brings the database to this program's schema, all or nothing, one process at a time. A database that a newer program
 * has migrated is left untouched: `store-newer`.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const unknown = (await executedMigrations(transaction)).filter((name) => !(name in migrations));
    if (unknown.length > 0) {
      throw new StoreError(
        'store-newer',
        `The database was written by a newer version of this program (it knows ${unknown.join(', ')}): ` +
          'update the program, or point it to another database.',
      );
    }
    const migrator = new Migrator({ db: transaction, provider: { getMigrations: async () => migrations } });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
  });
}
