import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clientOf } from '@zhixing/access/testing';
import { audit, AuditChain, Files } from '@zhixing/platform/api';
import { testApp } from '@zhixing/platform/testing';
import pg from 'pg';
import { pack } from 'tar-stream';
import { entriesOf, type Manifest, MANIFEST, verifyArchive } from './archive.ts';
import { backup } from './backup.ts';
import { seedDemo } from './demo.ts';
import { migrate } from './migrate.ts';
import { restore } from './restore.ts';
import { rooms } from './rooms.ts';

const urls = JSON.parse(process.env.TEST_PG_URLS!) as { superuser: string; ownerUrl: string; appUrl: string };
const at = (url: string, database: string) => url.replace(/\/[^/]*$/, `/${database}`);
const work = mkdtempSync(join(tmpdir(), 'zhixing-backup-'));
const made: string[] = [];
const sha = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

async function query<T>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows as T[];
  } finally {
    await client.end();
  }
}

/** An empty database and data folder. */
async function emptyPlace() {
  const name = `backup_${process.env.JEST_WORKER_ID}_${made.length}`;
  made.push(name);
  await query(urls.superuser, `create database ${name} owner zhixing_owner`);
  return { url: at(urls.ownerUrl, name), appUrl: at(urls.appUrl, name), dataDirectory: join(work, name), s3: undefined };
}

const schemas = async (url: string) => (await query<{ name: string }>(url, "select nspname as name from pg_namespace where nspname in ('platform', 'people', 'access', 'courses')")).map(({ name }) => name);
const kept = (folder: string) => (existsSync(join(folder, 'files')) ? readdirSync(join(folder, 'files'), { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 60) : []);

let source: Awaited<ReturnType<typeof emptyPlace>>;
let manifest: Manifest;
let fileId: string;
let owner: string;
const archive = join(work, 'bank.tar');
const content = randomBytes(3 * 2 ** 20);

/** Changes the archive's bytes right after `mark`. */
function damaged(mark: string, offset = 600): string {
  const bytes = readFileSync(archive);
  const place = bytes.indexOf(mark) + offset;
  bytes[place] = bytes[place]! ^ 1;
  const file = join(work, 'damaged.tar');
  writeFileSync(file, bytes);
  return file;
}

beforeAll(async () => {
  source = await emptyPlace();
  await migrate(source.url);
  await seedDemo(source.appUrl);
  const bank = await testApp(rooms, { DATABASE_URL: source.appUrl, DATA_DIR: source.dataDirectory });
  const files = bank.app.get(Files);
  [{ id: owner }] = await query<{ id: string }>(source.url, "select id from people.person where staff_number = 'SF0001'") as [{ id: string }];
  const store = async (bytes: Buffer, name: string) => {
    const one = await files.keep(bytes, { limit: 2 ** 30 });
    return bank.write((tx) => files.add(tx, one, { name, personId: owner }));
  };
  fileId = await store(content, '总结.bin');
  await store(Buffer.from('lost'), 'lost.txt');
  const lost = kept(source.dataDirectory).find((name) => name.endsWith(sha('lost')))!;
  rmSync(join(source.dataDirectory, 'files', lost));
  await bank.write((tx) => audit(tx, { address: 'test', requestId: 'test' }, { action: 'test.act', object: { type: 'test', id: '1' } }));
  await bank.app.get(AuditChain).run();
  await bank.write((tx) => audit(tx, { address: 'test', requestId: 'test' }, { action: 'test.later', object: { type: 'test', id: '2' } }));
  await bank.close();
  manifest = await backup(source.url, source, archive);
}, 60_000);
afterAll(async () => {
  for (const name of made) await query(urls.superuser, `drop database ${name} with (force)`);
  rmSync(work, { recursive: true, force: true });
});

describe('fault-17 a backup, restored elsewhere', () => {
  test('has every table and file; rows, hashes and a download agree; the bank works', async () => {
    const target = await emptyPlace();
    expect(await restore(target.url, target, archive)).toEqual(manifest);
    expect(manifest.tables.length).toBeGreaterThan(25);
    expect(manifest.tables.find(({ name }) => name === 'people.person')).toMatchObject({ rows: 120 });
    expect(await query(target.url, "select tgname from pg_trigger where tgenabled = 'D'")).toEqual([]);
    const again = join(work, 'again.tar');
    const { madeAt: _, ...copied } = await backup(target.url, target, again);
    expect(copied).toEqual({ ...copied, tables: manifest.tables, files: manifest.files, migrations: manifest.migrations });
    const bank = await testApp(rooms, { DATABASE_URL: target.appUrl, DATA_DIR: target.dataDirectory });
    try {
      const client = await clientOf(bank, owner);
      const { headers, status } = await client.get(`/files/${fileId}`);
      expect({ status, length: headers['content-length'] }).toEqual({ status: 200, length: String(content.length) });
      const { sha256 } = await bank.app.get(Files).find(fileId, owner);
      expect((await buffer(await bank.app.get(Files).open(sha256))).equals(content)).toBe(true);
      expect((await client.get('/courses')).body.items.length).toBe(8);
      const chain = bank.app.get(AuditChain);
      expect(await chain.verify()).toMatchObject({ waiting: 1, flaw: null });
      await chain.run();
      expect(await chain.verify()).toMatchObject({ waiting: 0, flaw: null });
    } finally {
      await bank.close();
    }
  }, 60_000);

  test('a target that is not empty is refused and not touched', async () => {
    await expect(restore(source.url, source, archive)).rejects.toThrow(/database is not empty: .* has rows/);
    expect((await query<{ count: string }>(source.url, 'select count(*) from people.person'))[0]!.count).toBe('120');
    const { url } = await emptyPlace();
    await expect(restore(url, source, archive)).rejects.toThrow(/file storage is not empty/);
  });

  test('a damaged archive is refused, naming the entry, before anything is written', async () => {
    const target = await emptyPlace();
    const refuse = (file: string, says: RegExp) => expect(restore(target.url, target, file)).rejects.toThrow(says);
    await refuse(damaged('tables/people.person\0'), /damaged at tables\/people\.person: its SHA-256/);
    await refuse(damaged(`files/${manifest.files[0]!.sha256}\0`), new RegExp(`damaged at files/${manifest.files[0]!.sha256}: its SHA-256`));
    const half = join(work, 'half.tar');
    writeFileSync(half, readFileSync(archive).subarray(0, -content.length / 2));
    await refuse(half, /damaged at files\//);
    writeFileSync(half, 'not an archive');
    await refuse(half, /damaged/);
    await expect(verifyArchive(join(work, 'no-such-file'))).rejects.toThrow(/ENOENT/);
    expect([await schemas(target.url), kept(target.dataDirectory)]).toEqual([[], []]);
  });

  test('an archive of a newer version is refused; one that cannot be loaded leaves nothing behind, and the next restore succeeds', async () => {
    const target = await emptyPlace();
    const other = join(work, 'other.tar');
    await rewrite(other, { ...manifest, migrations: [...manifest.migrations, 'Later9999999999999'] });
    await expect(restore(target.url, target, other)).rejects.toThrow(/newer version of Zhixing \(it has Later9999999999999\)/);
    rmSync(other);
    await rewrite(other, { ...manifest, tables: manifest.tables.map((table) => (table.name === 'people.person' ? { ...table, rows: 121 } : table)) });
    await expect(restore(target.url, target, other)).rejects.toThrow('people.person has 120 rows instead of 121');
    expect([await schemas(target.url), kept(target.dataDirectory)]).toEqual([[], []]);
    await restore(target.url, target, archive);
    expect(kept(target.dataDirectory)).toHaveLength(manifest.files.length);
  }, 60_000);

  test('nothing is overwritten and nothing half made is left beside the archive', async () => {
    await expect(backup(source.url, source, archive)).rejects.toThrow(/exists already/);
    expect(readdirSync(work).filter((name) => name.includes('making'))).toEqual([]);
  });
});

test('fault-18 a file whose bytes are lost is listed, and the backup is made all the same', () => {
  expect(manifest.missing).toEqual([sha('lost')]);
  expect(manifest.files.map(({ sha256 }) => sha256)).toEqual([sha(content)]);
});

/** The same archive with another manifest. */
async function rewrite(file: string, other: Manifest): Promise<void> {
  const tar = pack();
  for await (const { name, content: bytes } of entriesOf(archive)) tar.entry({ name }, name === MANIFEST ? (await buffer(bytes), JSON.stringify(other)) : await buffer(bytes));
  tar.finalize();
  writeFileSync(file, await buffer(tar));
}
