import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clientOf } from '@zhixing/access/testing';
import { AuditDetail, AuditList } from '@zhixing/audit/contract';
import type { Person } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { ActVocabulary, audit, AuditChain, statement } from '@zhixing/platform/api';
import { type TestApplication, type TestClient, testApp } from '@zhixing/platform/testing';
import readExcelFile from 'read-excel-file/node';
import { v7 as uuid } from 'uuid';
import { rooms } from './rooms.ts';

let bank: TestApplication;
let auditor: Person;
let manager: Person;
let employee: Person;
let client: TestClient;
const requestId = uuid();

beforeAll(async () => {
  bank = await testApp(rooms);
  await bank.write(async (tx) => {
    auditor = await makePerson(tx, { displayName: '闵思齐', roles: ['audit_admin'] });
    manager = await makePerson(tx, { displayName: `顾${uuid().slice(-4)}` });
    employee = await makePerson(tx, { displayName: '周启航', manager: manager.id });
    const by = { personId: manager.id, address: '10.1.1.1', requestId };
    for (let i = 0; i < 7; i++) await audit(tx, by, { action: 'course.publish', object: { type: 'course', id: `c${i}` }, before: { i }, after: { i: i + 1 }, facts: { version: i } });
    await audit(tx, by, { action: 'member.view', object: { type: 'person', id: employee.id } });
    await audit(tx, { address: '10.9.9.9', requestId: uuid() }, { action: 'login.refuse', object: { type: 'credential', id: 'nobody' }, result: 'refused' });
  });
  client = await clientOf(bank, auditor.id);
});
afterAll(() => bank.close());

const list = async (query: string, headers: Record<string, string> = {}) => {
  const answer = await client.send('GET', `/audit?${query}`, undefined, headers);
  expect({ query, status: answer.status }).toEqual({ query, status: 200 });
  return AuditList.parse(answer.body);
};

test('the list is newest first in pages that neither skip nor repeat rows of the same moment, with the whole count', async () => {
  const found: string[] = [];
  let cursor: string | null = '';
  do {
    const { items, nextCursor, total }: AuditList = await list(`requestId=${requestId}&limit=3&cursor=${cursor}`);
    expect(total).toBe(8);
    found.push(...items.map((item) => item.id));
    cursor = nextCursor;
  } while (cursor);
  expect(new Set(found).size).toBe(8);
  expect(found).toEqual([...found].sort().reverse());
});

test('each filter narrows, together they narrow further; what is unknown finds nothing or is refused', async () => {
  const count = async (query: string) => (await list(query)).total;
  const mine = `requestId=${requestId}`;
  expect(await count(`person=${manager.staffNumber}`)).toBe(8);
  expect(await count(`person=${encodeURIComponent(manager.displayName)}`)).toBe(8);
  expect(await count(`${mine}&action=member.view`)).toBe(1);
  expect(await count(`${mine}&action=member.view,course.publish`)).toBe(8);
  expect(await count(`${mine}&objectType=course`)).toBe(7);
  expect(await count(`${mine}&objectType=course&objectId=c3`)).toBe(1);
  expect(await count(`${mine}&result=refused`)).toBe(0);
  expect(await count(`result=refused&objectId=nobody`)).toBeGreaterThanOrEqual(1);
  const [{ today }] = await bank.database.rows<{ today: string }>(statement('test.today', 'select platform.today()::text as today')) as [{ today: string }];
  expect(await count(`${mine}&from=${today}&to=${today}`)).toBe(8);
  expect(await count(`${mine}&to=2020-01-02`)).toBe(0);
  expect(await count(`person=nobody-of-this-name`)).toBe(0);
  for (const query of ['sort=action', 'result=maybe', 'from=yesterday', 'from=0000-01-01', 'cursor=x']) expect({ query, status: (await client.get(`/audit?${query}`)).status }).toEqual({ query, status: 400 });
});

test('an act reads in both languages, with names and everything that is kept of it', async () => {
  const { items: [row] } = await list(`requestId=${requestId}&action=member.view`);
  expect(row).toMatchObject({ person: { displayName: manager.displayName }, action: { code: 'member.view', words: '查看成员学习情况' }, object: { type: { words: '员工' }, id: employee.id, name: '周启航' }, result: 'done' });
  const english = await list(`requestId=${requestId}&action=member.view`, { 'accept-language': 'en' });
  expect(english.items[0]!.action.words).toBe('Viewed a member’s learning');
  await bank.app.get(AuditChain).run();
  const { items: [published] } = await list(`requestId=${requestId}&action=course.publish&objectId=c2`);
  const detail = AuditDetail.parse((await client.get(`/audit/${published!.id}`)).body);
  expect(detail).toMatchObject({ sealed: true, requestId, loginId: null, facts: { version: 2 }, address: '10.1.1.1', seal: { chainHash: expect.stringMatching(/^[0-9a-f]{64}$/) } });
  expect(detail.beforeHash).not.toBe(detail.afterHash);
  expect((await client.get(`/audit/${uuid()}`)).status).toBe(404);
  const { body: words } = await client.get('/audit/words');
  expect(words.actions).toContainEqual({ code: 'course.publish', words: '发布课程' });
});

test('the chain says how far it goes; a check recomputes its end and is itself audited', async () => {
  await bank.app.get(AuditChain).run();
  const { body: state } = await client.get('/audit/chain');
  expect(state).toMatchObject({ n: expect.any(Number), chainHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const { body: check, status } = await client.post('/audit/chain/checks');
  // the page checks the newest 10,000 links; other tests may have left more
  expect({ status, check }).toEqual({ status: 200, check: { checked: Math.min(check.checked, 10_000), whole: check.checked < 10_000, flaw: null } });
  expect((await list(`person=${auditor.staffNumber}&action=audit.verify`)).items[0]!.facts).toEqual({ checked: check.checked, flaw: null, entry: null });
});

test('asvs-50 I see who looked at my record and when, and nobody else’s', async () => {
  const views = async (person: Person) => (await (await clientOf(bank, person.id)).get('/me/views')).body.items;
  expect(await views(employee)).toEqual([{ id: expect.any(String), at: expect.any(String), person: expect.objectContaining({ displayName: manager.displayName }), action: { code: 'member.view', words: '查看成员学习情况' } }]);
  expect(await views(manager)).toEqual([]);
});

test('the auditor exports what the filter finds, for a reason that the trail keeps', async () => {
  const order = { kind: 'audit', parameters: { requestId, action: ['course.publish'] } };
  expect(await client.post('/exports', order)).toMatchObject({ status: 400, body: { issues: [{ path: 'reason' }] } });
  expect(await client.post('/exports', { ...order, reason: ' ' })).toMatchObject({ status: 400 });
  const ordered = await client.post('/exports', { ...order, reason: '年度检查' });
  expect(ordered.status).toBe(202);
  await bank.work();
  const { body: job } = await client.get(`/jobs/${ordered.body.id}`);
  expect(job).toMatchObject({ status: 'done', failure: null, done: 7 });
  const file = await bank.app.inject({ method: 'GET', url: `/api/v1/files/${job.file.id}`, headers: client.headers });
  const [sheet] = await readExcelFile(file.rawPayload);
  expect(sheet!.data[0]![0]).toContain(`闵思齐（工号 ${auditor.staffNumber}）`);
  expect(sheet!.data.slice(2).map((row) => [row[1], row[3], row[5]])).toEqual([6, 5, 4, 3, 2, 1, 0].map((i) => [manager.displayName, '发布课程', `c${i}`]));
  expect((await list(`action=export&objectId=${ordered.body.id}`)).items[0]!.facts).toEqual({ kind: 'audit', rows: 7, reason: '年度检查', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect((await (await clientOf(bank, manager.id)).post('/exports', { kind: 'audit', parameters: {} })).status).toBe(403);
});

test('every act that any room audits, and every kind of object, has words in both languages', () => {
  const words = bank.app.get(ActVocabulary);
  const libs = fileURLToPath(new URL('../../../libs', import.meta.url));
  const sources = readdirSync(libs, { recursive: true, encoding: 'utf8' }).filter((name) => /\/api\/.*\.ts$/.test(name) && !/test|node_modules/.test(name)).map((name) => readFileSync(join(libs, name), 'utf8'));
  const found = (pattern: RegExp) => [...new Set(sources.flatMap((source) => [...source.matchAll(pattern)].flatMap(([, text]) => [...text!.matchAll(/'([\w.]+)'/g)].map(([, word]) => word!))))];
  const actions = found(/\baction: ([^,\n]*'), object: \{/g);
  const objects = found(/\bobject: \{ type: ([^,\n]*'),/g);
  expect(actions).toEqual(expect.arrayContaining(['login.open', 'login.lock', 'course.publish', 'member.view', 'export', 'audit.verify']));
  expect({ actions: actions.filter((code) => !words.actions[code]), objects: objects.filter((type) => !words.objects[type]) }).toEqual({ actions: [], objects: [] });
});
