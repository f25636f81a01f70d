import 'reflect-metadata';
import * as migrations from '@zhixing/db';
import { installQueue } from '@zhixing/db/queue';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { fileURLToPath } from 'node:url';

/** Any number that only migrations use; two replicas that start at once take turns. */
const LOCK = 7_301_2026;

/**
 * Brings the schema and that of the queue up to date, each migration in its own transaction, under a lock.
 * @param url of the owner role
 * @param names of the migrations to run; all of them without it
 * @returns the names of the migrations that ran now
 */
export async function migrate(url: string, names?: string[]): Promise<string[]> {
  const guard = new pg.Client(url);
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [LOCK]);
    const source = await new DataSource({ type: 'postgres', url, migrations: Object.values(migrations).filter(({ name }) => names?.includes(name) ?? true), migrationsTransactionMode: 'each' }).initialize();
    try {
      const ran = (await source.runMigrations()).map((migration) => migration.name);
      await installQueue(url);
      return ran;
    } finally {
      await source.destroy();
    }
  } finally {
    await guard.end();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = process.env.DATABASE_MIGRATE_URL ?? process.env.DATABASE_URL;
  if (!url) throw new Error('Set DATABASE_MIGRATE_URL (owner role) or DATABASE_URL.');
  const ran = await migrate(url);
  console.log(ran.length ? `migrated: ${ran.join(', ')}` : 'the schema is up to date');
}
