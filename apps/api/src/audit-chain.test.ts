import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { AuditChain, audit } from '@zhixing/platform/api';
import { type TestApplication, testApp } from '@zhixing/platform/testing';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import auditVerify from './audit-verify.ts';
import { migrate } from './migrate.ts';
import { rooms } from './rooms.ts';

const urls = JSON.parse(process.env.TEST_PG_URLS!) as { superuser: string; ownerUrl: string; appUrl: string };
const NAME = `audit_${process.env.JEST_WORKER_ID}`;
const at = (url: string) => url.replace(/\/[^/]*$/, `/${NAME}`);
const environment = { ...process.env, DATABASE_URL: at(urls.appUrl), LOG_LEVEL: 'silent', NODE_ENV: 'test' };

let bank: TestApplication;
let chain: AuditChain;
let owner: pg.Client;

const run = async (url: string, text: string) => {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
};

/** So many acts, each in a transaction of its own; their ids in order. */
async function acts(count: number): Promise<string[]> {
  const requestId = uuid();
  for (let i = 0; i < count; i++)
    await bank.write((tx) => audit(tx, { personId: uuid(), address: '10.0.0.1', requestId }, { action: 'test.act', object: { type: 'test', id: String(i) }, facts: { i, text: '行' } }));
  return (await owner.query<{ id: string }>('select id from platform.audit_entry where request_id = $1 order by at', [requestId])).rows.map(({ id }) => id);
}

/** Does with the owner's rights what the application may not, verifies, and puts everything back. */
async function tampered(text: string, values: unknown[] = []): Promise<unknown> {
  await owner.query('create table public.entries as select * from platform.audit_entry; create table public.seals as select * from platform.audit_seal');
  await owner.query(text, values);
  const { flaw } = await chain.verify();
  await owner.query(`
    delete from platform.audit_entry; insert into platform.audit_entry select * from public.entries; drop table public.entries;
    delete from platform.audit_seal; insert into platform.audit_seal select * from public.seals; drop table public.seals`);
  expect((await chain.verify()).flaw).toBeNull();
  return flaw;
}

beforeAll(async () => {
  await run(urls.superuser, `create database ${NAME} owner zhixing_owner`);
  await migrate(at(urls.ownerUrl));
  bank = await testApp(rooms, { DATABASE_URL: at(urls.appUrl) });
  chain = bank.app.get(AuditChain);
  owner = new pg.Client(at(urls.ownerUrl));
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await bank.close();
  await run(urls.superuser, `drop database ${NAME} with (force)`);
});

test('acts are sealed in their order, once, and a chain nobody touched verifies whole, in its last part and through a head noted before', async () => {
  const first = await acts(5);
  expect(await chain.waiting()).toBe(5);
  await chain.run();
  const noted = await chain.head();
  const second = await acts(3);
  await chain.run();
  await chain.run();
  const { rows } = await owner.query<{ entry_id: string }>('select entry_id from platform.audit_seal order by n');
  expect(rows.map((row) => row.entry_id)).toEqual([...first, ...second]);
  expect(await chain.verify()).toMatchObject({ head: { n: 8 }, checked: 8, waiting: 0, flaw: null });
  expect(await chain.verify({ last: 3 })).toMatchObject({ checked: 3, flaw: null });
  expect(await chain.verify({ known: noted })).toMatchObject({ flaw: null });
  expect(await chain.verify({ known: { n: noted.n, chainHash: 'f'.repeat(64) } })).toMatchObject({ flaw: { kind: 'broken', n: 5 } });
});

test('an entry that waits is no flaw; one whose transaction ends late is sealed later, not skipped', async () => {
  let end!: () => void;
  let begun!: () => void;
  const open = new Promise<void>((resolve) => (end = resolve));
  const started = new Promise<void>((resolve) => (begun = resolve));
  const requestId = uuid();
  const late = bank.write(async (tx) => {
    await audit(tx, { address: '10.0.0.1', requestId }, { action: 'test.late', object: { type: 'test', id: 'late' } });
    begun();
    await open;
  });
  await started;
  await acts(2);
  await chain.run();
  const { head } = await chain.verify();
  end();
  await late;
  expect(await chain.verify()).toMatchObject({ head: { n: head.n }, waiting: 1, flaw: null });
  await chain.run();
  expect(await chain.verify()).toMatchObject({ head: { n: head.n + 1 }, waiting: 0, flaw: null });
});

test('a changed, a removed and an inserted row are each found, first one first', async () => {
  const [one, two] = await acts(4);
  await chain.run();
  const { n } = (await owner.query<{ n: number }>('select n::int from platform.audit_seal where entry_id = $1', [one])).rows[0]!;
  expect(await tampered("update platform.audit_entry set person_id = null where id = $1", [one])).toEqual({ kind: 'changed', n, entryId: one });
  expect(await tampered("update platform.audit_entry set at = at + interval '1 microsecond' where id = $1", [one])).toEqual({ kind: 'changed', n, entryId: one });
  expect(await tampered('delete from platform.audit_entry where id = any($1)', [[one, two]])).toEqual({ kind: 'removed', n, entryId: one });
  const forged = uuid();
  const INSERT = `insert into platform.audit_entry select $1, at, person_id, login_id, address, request_id, action, object_type, object_id, result, before_hash, after_hash, facts from platform.audit_entry where id = $2`;
  expect(await tampered(INSERT, [forged, one])).toEqual({ kind: 'inserted', n: null, entryId: forged });
});

test('a chain that was tampered with itself is found: a link removed, its end cut off, its hash rewritten', async () => {
  const [one] = await acts(4);
  await chain.run();
  const { n } = (await owner.query<{ n: number }>('select n::int from platform.audit_seal where entry_id = $1', [one])).rows[0]!;
  expect(await tampered('delete from platform.audit_seal where entry_id = $1', [one])).toMatchObject({ kind: 'broken', n: n + 1 });
  expect(await tampered('delete from platform.audit_seal where n >= $1', [n])).toEqual({ kind: 'inserted', n: null, entryId: one });
  expect(await tampered("update platform.audit_seal set entry_hash = repeat('0', 64) where entry_id = $1", [one])).toEqual({ kind: 'broken', n, entryId: one });
});

test('an entry removed before it is sealed is found', async () => {
  const [one] = await acts(2);
  await owner.query('create table public.entries as select * from platform.audit_entry where id = $1'.replace('$1', `'${one}'`));
  await owner.query('delete from platform.audit_entry where id = $1', [one]);
  await chain.run();
  expect((await chain.verify()).flaw).toEqual({ kind: 'removed', n: null, entryId: one });
  await owner.query('insert into platform.audit_entry select * from public.entries; drop table public.entries');
  await chain.run();
  expect(await chain.verify()).toMatchObject({ waiting: 0, flaw: null });
});

test('two workers make one chain, and one that is killed in the middle leaves none of its links', async () => {
  await acts(40);
  await Promise.all([chain.run(), chain.run(), chain.run()]);
  const { head, flaw } = await chain.verify();
  expect(flaw).toBeNull();
  const [entry] = await acts(1);
  const dying = new pg.Client(at(urls.appUrl));
  dying.on('error', () => undefined);
  await dying.connect();
  await dying.query(`begin; select pg_advisory_xact_lock(hashtextextended('platform.audit_seal', 0)); delete from platform.audit_unsealed`);
  await dying.query("insert into platform.audit_seal values ($1, $2, 'half', 'half', platform.now())", [head.n + 1, entry]);
  const next = chain.run();
  const { rows } = await dying.query<{ pid: number }>('select pg_backend_pid() as pid');
  await run(urls.superuser, `select pg_terminate_backend(${rows[0]!.pid})`);
  await next;
  expect(await chain.verify()).toMatchObject({ head: { n: head.n + 1 }, waiting: 0, flaw: null });
});

test('asvs-67 the application may neither change nor remove an entry or a seal', async () => {
  const app = new pg.Client(at(urls.appUrl));
  await app.connect();
  for (const table of ['platform.audit_entry', 'platform.audit_seal'])
    for (const text of [`delete from ${table}`, `truncate ${table}`, `update ${table} set ${table.endsWith('seal') ? "chain_hash = ''" : "action = ''"}`])
      await expect(app.query(text)).rejects.toThrow(/permission denied/);
  await app.end();
});

test('npm run audit:verify says that all is well and notes the end, or names the first row that is not', async () => {
  const said = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const [one] = await acts(3);
  try {
    await auditVerify([], environment);
    const { n, chainHash } = await chain.head();
    expect(said.mock.calls.flat().join()).toContain(`${n} entries recomputed`);
    expect(said.mock.calls.flat().join()).toContain(`${n}:${chainHash}`);
    await auditVerify(['--known', `${n}:${chainHash}`], environment);
  } finally {
    said.mockRestore();
  }
  await owner.query("update platform.audit_entry set action = 'test.other' where id = $1", [one]);
  await expect(auditVerify([], environment)).rejects.toThrow(new RegExp(`NOT intact. Entry ${one} at place \\d+ was changed`));
  await expect(auditVerify(['--known', 'x'], environment)).rejects.toThrow(/npm run audit:verify/);
});
