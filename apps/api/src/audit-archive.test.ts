import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clientOf } from '@zhixing/access/testing';
import { RetentionService } from '@zhixing/audit/testing';
import { makePerson } from '@zhixing/people/testing';
import { audit, AuditArchive, AuditChain, Sweep } from '@zhixing/platform/api';
import { type TestApplication, testApp, type TestClient } from '@zhixing/platform/testing';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { migrate } from './migrate.ts';
import { rooms } from './rooms.ts';

const urls = JSON.parse(process.env.TEST_PG_URLS!) as { superuser: string; ownerUrl: string; appUrl: string };
const NAME = `audit_archive_${process.env.JEST_WORKER_ID}`;
const at = (url: string) => url.replace(/\/[^/]*$/, `/${NAME}`);
const MONTH = 31 * 86_400;

let bank: TestApplication;
let chain: AuditChain;
let archive: AuditArchive;
let owner: pg.Client;
let data: string;
let auditor: TestClient;
let auditorId: string;

const run = async (text: string) => {
  const client = new pg.Client(urls.superuser);
  await client.connect();
  await client.query(text).finally(() => client.end());
};

/** So many acts, each in a transaction of its own, and their seals. */
async function acts(count: number): Promise<void> {
  for (let i = 0; i < count; i++)
    await bank.write((tx) => audit(tx, { personId: auditorId, address: '10.0.0.1', requestId: uuid() }, { action: 'course.export', object: { type: 'course', id: uuid() }, facts: { slug: `课程-${i}` } }));
  await chain.run();
}

const later = async (seconds: number): Promise<void> => {
  await bank.moveClock(seconds);
  auditor = await clientOf(bank, auditorId); // logins do not last that long
};

const stored = async () => (await owner.query<{ entries: number; seals: number }>('select (select count(*)::int from platform.audit_entry) as entries, (select count(*)::int from platform.audit_seal) as seals')).rows[0]!;

beforeAll(async () => {
  await run(`create database ${NAME} owner zhixing_owner`);
  await migrate(at(urls.ownerUrl));
  data = mkdtempSync(join(tmpdir(), 'zhixing-archive-'));
  bank = await testApp(rooms, { DATABASE_URL: at(urls.appUrl), DATA_DIR: data });
  [chain, archive] = [bank.app.get(AuditChain), bank.app.get(AuditArchive)];
  owner = new pg.Client(at(urls.ownerUrl));
  await owner.connect();
  auditorId = (await bank.write((tx) => makePerson(tx, { roles: ['audit_admin'], displayName: '程怀谨' }))).id;
  auditor = await clientOf(bank, auditorId);
}, 60_000);
afterAll(async () => {
  await owner.end();
  await bank.close();
  await run(`drop database ${NAME} with (force)`);
  rmSync(data, { recursive: true, force: true });
});

test('what is younger than thirteen months stays, whoever asks', async () => {
  await acts(5);
  await later(12 * MONTH);
  await archive.run();
  expect(await archive.parts()).toEqual([]);
  const app = new pg.Client(at(urls.appUrl));
  await app.connect();
  await expect(app.query('select platform.archive_audit(3, $1)', [uuid()])).rejects.toThrow(/only sealed entries/);
  await app.end();
  expect(await stored()).toEqual({ entries: 5, seals: 5 });
});

test('what is older lies in a file, and the chain is one through file and database', async () => {
  const noted = await chain.head();
  await acts(3);
  await later(3 * MONTH);
  await archive.run();
  const [part] = await archive.parts();
  expect(part).toMatchObject({ number: 1, firstN: 1, lastN: 5, lastHash: noted.chainHash, purgedAt: null });
  expect(await stored()).toMatchObject({ seals: 3 });
  await chain.run();
  const whole = await chain.verify();
  expect(whole).toMatchObject({ checked: 9, flaw: null, head: { n: 9 } }); // 5 in the file, 3 after them, and the archiving itself
  expect(await chain.verify({ known: noted })).toMatchObject({ flaw: null });
  expect(await chain.verify({ known: { n: 3, chainHash: 'f'.repeat(64) } })).toMatchObject({ flaw: { kind: 'broken', n: 3 } });
  expect(await chain.verify({ last: 100 })).toMatchObject({ checked: 4, flaw: null });
  await archive.run();
  expect(await archive.parts()).toHaveLength(1);
});

test('a changed, a cut, a replaced and a lost file are each found, and nothing else is', async () => {
  const [{ sha256 } = { sha256: '' }] = await archive.parts();
  const path = join(data, 'files', sha256.slice(0, 2), sha256);
  const bytes = readFileSync(path);
  const lines = gunzipSync(bytes).toString().trim().split('\n');
  const rewritten = (change: (lines: string[]) => string[]) => gzipSync(`${change([...lines]).join('\n')}\n`);
  const flawWith = async (content: Buffer | null) => {
    if (content) writeFileSync(path, content);
    else rmSync(path);
    const { flaw } = await chain.verify();
    writeFileSync(path, bytes);
    expect((await chain.verify()).flaw).toBeNull();
    return flaw;
  };
  const { entryId } = JSON.parse(lines[2]!) as { entryId: string };
  expect(await flawWith(rewritten((all) => all.with(2, all[2]!.replace('10.0.0.1', '10.0.0.2'))))).toEqual({ kind: 'changed', n: 3, entryId });
  expect(await flawWith(rewritten((all) => all.toSpliced(2, 1)))).toMatchObject({ kind: 'broken', n: 4 });
  expect(await flawWith(rewritten((all) => all.slice(0, 4)))).toMatchObject({ kind: 'broken' });
  expect(await flawWith(bytes.subarray(0, bytes.length - 20))).toMatchObject({ kind: 'broken', n: 1 });
  expect(await flawWith(gzipSync(gunzipSync(bytes), { level: 1 }))).toMatchObject({ kind: 'broken', n: 1 });
  expect(await flawWith(null)).toMatchObject({ kind: 'removed', n: 1 });
});

test('a chain with a flaw is not archived', async () => {
  await later(14 * MONTH);
  const { rows } = await owner.query<{ id: string; address: string }>('select e.id, e.address from platform.audit_entry e join platform.audit_seal s on s.entry_id = e.id order by s.n limit 1');
  await owner.query("update platform.audit_entry set address = 'x' where id = $1", [rows[0]!.id]);
  await expect(archive.run()).rejects.toThrow(/not archived: it is changed at place 6/);
  expect(await archive.parts()).toHaveLength(1);
  await owner.query('update platform.audit_entry set address = $2 where id = $1', [rows[0]!.id, rows[0]!.address]);
  await archive.run();
  expect((await archive.parts()).map(({ firstN, lastN }) => [firstN, lastN])).toEqual([[1, 5], [6, 9]]);
});

test('the auditor sees the parts and takes one out, for a reason that the trail keeps; nobody else does', async () => {
  const { status, body } = await auditor.get('/audit/archives');
  expect({ status, items: body.items }).toMatchObject({ status: 200, items: [{ number: 2, entries: 4, kept: true }, { number: 1, entries: 5, kept: true }] });
  expect((await auditor.post('/exports', { kind: 'audit-archive', parameters: { number: 1 } })).status).toBe(400);
  const order = await auditor.post('/exports', { kind: 'audit-archive', parameters: { number: 1 }, reason: '年度内部审计' });
  await bank.work();
  const job = (await auditor.get(`/jobs/${order.body.id}`)).body;
  expect(job).toMatchObject({ status: 'done', done: 5, file: { name: expect.stringMatching(/\.zip$/) } });
  const missing = await auditor.post('/exports', { kind: 'audit-archive', parameters: { number: 9 }, reason: '年度内部审计' });
  await bank.work();
  expect((await auditor.get(`/jobs/${missing.body.id}`)).body).toMatchObject({ status: 'failed', file: null });
  const stranger = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['security_admin'] }))).id);
  expect((await stranger.get('/audit/archives')).status).toBe(403);
  expect((await stranger.post('/exports', { kind: 'audit-archive', parameters: { number: 1 }, reason: 'x y' })).status).toBe(403);
});

test('after three years in the archive a file is deleted, and the rest of the chain still verifies', async () => {
  await later(25 * MONTH);
  await bank.app.get(RetentionService).run();
  expect((await archive.parts()).map(({ number, purgedAt }) => [number, Boolean(purgedAt)])).toEqual([[1, true], [2, false]]);
  expect((await auditor.get('/audit/archives')).body.items).toMatchObject([{ number: 2, kept: true }, { number: 1, kept: false }]);
  await later(2 * 86_400);
  await bank.app.get(Sweep).run();
  await chain.run();
  const { checked, head, flaw } = await chain.verify();
  expect({ checked, flaw }).toEqual({ checked: head.n - 5, flaw: null });
});
