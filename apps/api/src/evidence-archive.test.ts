import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clientOf } from '@zhixing/access/testing';
import { RetentionService } from '@zhixing/audit/testing';
import { makePerson } from '@zhixing/people/testing';
import { AuditArchive, AuditChain, statement } from '@zhixing/platform/api';
import { type TestApplication, testApp } from '@zhixing/platform/testing';
import { dayFromNow, shortCourse } from '@zhixing/plans/testing';
import pg from 'pg';
import { migrate } from './migrate.ts';
import { rooms } from './rooms.ts';

// In a database of its own: the whole trail is moved to the archive.

const urls = JSON.parse(process.env.TEST_PG_URLS!) as { superuser: string; ownerUrl: string; appUrl: string };
const NAME = `evidence_archive_${process.env.JEST_WORKER_ID}`;
const at = (url: string) => url.replace(/\/[^/]*$/, `/${NAME}`);
const MONTH = 31 * 86_400;

let bank: TestApplication;
let data: string;
let auditorId: string;

const run = async (text: string) => {
  const client = new pg.Client(urls.superuser);
  await client.connect();
  await client.query(text).finally(() => client.end());
};

beforeAll(async () => {
  await run(`create database ${NAME} owner zhixing_owner`);
  await migrate(at(urls.ownerUrl));
  data = mkdtempSync(join(tmpdir(), 'zhixing-evidence-'));
  bank = await testApp(rooms, { DATABASE_URL: at(urls.appUrl), DATA_DIR: data });
}, 60_000);
afterAll(async () => {
  await bank.close();
  await run(`drop database ${NAME} with (force)`);
  rmSync(data, { recursive: true, force: true });
});

test('a pack is the same when its part of the trail has gone to the archive, and is refused once that is deleted', async () => {
  const [administrator, member, auditor] = await bank.write(async (tx) => [await makePerson(tx, { roles: ['ld_admin'] }), await makePerson(tx), await makePerson(tx, { roles: ['audit_admin'] })]);
  auditorId = auditor!.id;
  const client = await clientOf(bank, administrator!.id);
  const { id: course } = await shortCourse(bank);
  const { body: made } = await client.post('/assignments', {
    title: '年度必修', reason: '监管要求', target: { kind: 'course', id: course }, audience: { kind: 'people.persons', value: { personIds: [member!.id] } }, due: { kind: 'fixed', on: await dayFromNow(bank, 30) },
  });
  await client.post(`/assignments/${made.id}/activate`, { affected: 1 });
  await bank.work();
  const asOf = (await bank.database.rows<{ now: Date }>(statement('test.now', 'select platform.now() as now')))[0]!.now.toISOString();
  const pack = async (): Promise<{ status: string; failure: string | null; file: { sha256: string } | null }> => {
    const reader = await clientOf(bank, auditorId);
    const { body: job } = await reader.post('/exports', { kind: 'evidence-pack', parameters: { assignmentId: made.id, asOf }, reason: '外部审计取证' });
    await bank.work();
    return (await reader.get(`/jobs/${job.id}`)).body;
  };
  await bank.moveClock(3600);
  const first = await pack();
  expect(first).toMatchObject({ status: 'done', done: 1 });

  await bank.app.get(AuditChain).run();
  await bank.moveClock(15 * MONTH);
  await bank.app.get(AuditArchive).run();
  const left = await bank.database.rows<{ n: number }>(statement('test.left', `select count(*)::int as n from platform.audit_entry where object_type = 'assignment'`));
  expect(left).toEqual([{ n: 0 }]);
  expect((await pack()).file!.sha256).toBe(first.file!.sha256);

  await bank.moveClock(40 * MONTH);
  await bank.app.get(RetentionService).run();
  expect(await pack()).toMatchObject({ status: 'failed', failure: expect.stringContaining('已超过保存期限') });
});
