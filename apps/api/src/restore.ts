import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as migrations from '@zhixing/db';
import { type Config, readConfig, spool, Storage } from '@zhixing/platform/api';
import pg from 'pg';
import { entriesOf, fileEntry, hashOf, type Manifest, tableEntry, verifyArchive } from './archive.ts';
import { migrate } from './migrate.ts';
import { connect, copyIn, copyOut, countOf, finish, prepare, schemasOf, tablesOf } from './tables.ts';

const known = new Set(Object.values(migrations).map(({ name }) => name));

/**
 * Fills an empty installation from a backup and compares rows and hashes with its manifest; afterwards the schema is the current one.
 * Rows arrive in one transaction, and what fails leaves an empty installation behind.
 * @param url of the owner role
 * @throws Error when the archive is damaged (naming the entry) or of a newer version, the target is not empty, or what arrived is not what was sent
 */
export async function restore(url: string, config: Pick<Config, 'dataDirectory' | 's3'>, file: string): Promise<Manifest> {
  const manifest = await verifyArchive(file);
  const newer = manifest.migrations.find((name) => !known.has(name));
  if (newer) throw new Error(`${file} was made by a newer version of Zhixing (it has ${newer}). Install that version first.`);
  const storage = await Storage.open(config);
  const client = await connect(url);
  try {
    await refuseInhabited(client, storage);
    const placed: string[] = [];
    try {
      await empty(client);
      await migrate(url, manifest.migrations);
      await load(client, storage, join(config.dataDirectory, 'tmp'), file, manifest, placed);
      await migrate(url);
    } catch (error) {
      await client.query('rollback');
      await empty(client);
      for (const sha256 of placed) await storage.delete(sha256);
      throw error;
    }
  } finally {
    await client.end();
  }
  return manifest;
}

/** What migrations write themselves does not make a table inhabited. */
const BY_MIGRATIONS = new Set(['platform.clock']);

async function refuseInhabited(client: pg.Client, storage: Storage): Promise<void> {
  for (const table of await tablesOf(client))
    if (!BY_MIGRATIONS.has(table.name) && (await countOf(client, table))) throw new Error(`The database is not empty: ${table.name} has rows. Restore into an empty database and data folder.`);
  for await (const sha256 of storage.all()) throw new Error(`The file storage is not empty: it has ${sha256}. Restore into an empty database and data folder.`);
}

/** Takes away the schema, which holds no rows or those of a restore that failed. */
async function empty(client: pg.Client): Promise<void> {
  for (const schema of await schemasOf(client)) await client.query(`drop schema ${pg.escapeIdentifier(schema)} cascade`);
  await client.query('drop table if exists public.migrations');
}

async function load(client: pg.Client, storage: Storage, temporary: string, file: string, manifest: Manifest, placed: string[]): Promise<void> {
  const tables = new Map(manifest.tables.map((table) => [tableEntry(table.name), table]));
  const files = new Map(manifest.files.map((one) => [fileEntry(one.sha256), one]));
  await client.query('begin');
  const made = await tablesOf(client);
  for (const table of made.toReversed()) await prepare(client, table);
  for await (const { name, content } of entriesOf(file)) {
    const [table, stored] = [tables.get(name), files.get(name)];
    if (table) await pipeline(content, copyIn(client, table));
    else if (stored) {
      await using spooled = await spool(temporary, content, stored.size);
      placed.push(stored.sha256);
      await storage.place(spooled.path, stored.sha256, stored.size);
    } else content.resume();
  }
  for (const { name, value } of manifest.sequences) await client.query('select setval($1, $2)', [name, value]);
  for (const table of made) await finish(client, table);
  await compare(client, storage, manifest);
  await client.query('commit');
}

/** Reads back what arrived. */
async function compare(client: pg.Client, storage: Storage, manifest: Manifest): Promise<void> {
  for (const table of manifest.tables) {
    const rows = await countOf(client, table);
    if (rows !== table.rows) throw new Error(`${table.name} has ${rows} rows instead of ${table.rows}`);
    if ((await hashOf(copyOut(client, table))) !== table.sha256) throw new Error(`the rows of ${table.name} are not those of the backup`);
  }
  for (const { sha256 } of manifest.files) if ((await hashOf(await storage.read(sha256))) !== sha256) throw new Error(`the file ${sha256} is not that of the backup`);
}

/** `npm run restore -- FILE`. */
export default async function command(args: string[], environment: Record<string, string | undefined>): Promise<void> {
  const [file] = args;
  if (!file || args.length > 1) throw new Error('npm run restore -- FILE');
  const { tables, files, missing, madeAt } = await restore(environment.DATABASE_MIGRATE_URL!, readConfig({ ...environment, DEMO: '0' }), resolve(file));
  console.log(`Restored the state of ${madeAt}: ${tables.length} tables with ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows, ${files.length} files. Counts and SHA-256 agree with the manifest.`);
  for (const sha256 of missing) console.warn(`Was missing when the backup was made: ${sha256}`);
}
