import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Config, readConfig, Storage } from '@zhixing/platform/api';
import type pg from 'pg';
import { pack } from 'tar-stream';
import { fileEntry, hashOf, Manifest, MANIFEST, tableEntry } from './archive.ts';
import { connect, copyOut, countOf, sequencesOf, tablesOf } from './tables.ts';

/**
 * Writes everything the installation knows to one tar: all tables as of one moment, and the files they name. What runs goes on running.
 * Memory stays constant; beside `file` there must be room for the tables twice.
 * @param url of the owner role
 * @param file must not exist; appears when it is complete
 * @returns the manifest, with the files whose bytes are missing
 * @throws Error when `file` exists or the storage does not answer
 */
export async function backup(url: string, config: Pick<Config, 'dataDirectory' | 's3'>, file: string): Promise<Manifest> {
  if (existsSync(file)) throw new Error(`${file} exists already. Choose another name.`);
  const storage = await Storage.open(config);
  const client = await connect(url);
  const work = await mkdtemp(`${file}.making-`);
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    const manifest = await survey(client, storage, work);
    const part = join(work, 'archive');
    await write(part, manifest, storage, work);
    await rename(part, file);
    return manifest;
  } finally {
    await client.end();
    await rm(work, { recursive: true, force: true });
  }
}

/** Copies the tables to `work` and finds out which files are there, whole. */
async function survey(client: pg.Client, storage: Storage, work: string): Promise<Manifest> {
  const { rows: migrations } = await client.query<{ name: string }>('select name from public.migrations order by id');
  const { rows: [clock] } = await client.query<{ now: Date }>('select platform.now() as now');
  const tables: Manifest['tables'] = [];
  for (const table of await tablesOf(client)) {
    const path = join(work, table.name);
    await pipeline(copyOut(client, table), createWriteStream(path, { mode: 0o600 }));
    tables.push({ ...table, rows: await countOf(client, table), sha256: await hashOf(createReadStream(path)) });
  }
  const { rows: contents } = await client.query<{ sha256: string; size: string; named: boolean }>(
    'select sha256, size, exists (select from platform.file f where f.sha256 = c.sha256) as named from platform.file_content c order by sha256',
  );
  const files: Manifest['files'] = [];
  const missing: string[] = [];
  for (const { sha256, size, named } of contents) {
    const whole = (await storage.has(sha256)) && (await hashOf(await storage.read(sha256))) === sha256;
    if (whole) files.push({ sha256, size: Number(size) });
    else if (named) missing.push(sha256);
  }
  return { format: 1, madeAt: clock!.now.toISOString(), migrations: migrations.map(({ name }) => name), tables, sequences: await sequencesOf(client), files, missing };
}

async function write(path: string, manifest: Manifest, storage: Storage, work: string): Promise<void> {
  const archive = pack();
  const written = pipeline(archive, createWriteStream(path, { mode: 0o600, flush: true }));
  const add = (name: string, size: number, content: Readable) => pipeline(content, archive.entry({ name, size, mode: 0o600 }));
  const fill = async () => {
    archive.entry({ name: MANIFEST, mode: 0o600 }, JSON.stringify(manifest, undefined, 1));
    for (const { name } of manifest.tables) await add(tableEntry(name), (await stat(join(work, name))).size, createReadStream(join(work, name)));
    for (const { sha256, size } of manifest.files) await add(fileEntry(sha256), size, await storage.read(sha256));
    archive.finalize();
  };
  await Promise.all([written, fill().catch((error: Error) => {
    archive.destroy(error);
    throw error;
  })]);
}

/** `npm run backup -- FILE`. */
export default async function command(args: string[], environment: Record<string, string | undefined>): Promise<void> {
  const [file] = args;
  if (!file || args.length > 1) throw new Error('npm run backup -- FILE');
  const { tables, files, missing } = await backup(environment.DATABASE_MIGRATE_URL!, readConfig({ ...environment, DEMO: '0' }), resolve(file));
  console.log(`${file}: ${tables.length} tables with ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows, ${files.length} files.`);
  for (const sha256 of missing) console.warn(`Missing in the storage, and so in the backup: ${sha256}`);
}
