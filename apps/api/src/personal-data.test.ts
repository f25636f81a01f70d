import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clientOf } from '@zhixing/access/testing';
import { MyData } from '@zhixing/audit/contract';
import { article, makeCourse } from '@zhixing/courses/testing';
import { learn } from '@zhixing/insights/testing';
import type { Person } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { audit, PersonalData, statement } from '@zhixing/platform/api';
import { platformList, type TestApplication, type TestClient, testApp } from '@zhixing/platform/testing';
import readExcelFile from 'read-excel-file/node';
import { v7 as uuid } from 'uuid';
import { type Entry, fromBufferPromise } from 'yauzl';
import { rooms } from './rooms.ts';

let bank: TestApplication;
let me: Person;
let other: Person;
let administrator: Person;
let client: TestClient;

beforeAll(async () => {
  bank = await testApp(rooms);
  await bank.write(async (tx) => {
    const manager = await makePerson(tx, { displayName: '顾明远' });
    me = await makePerson(tx, { displayName: '周启航', position: '贷后管理岗', manager: manager.id });
    other = await makePerson(tx, { displayName: '外人' });
    administrator = await makePerson(tx, { roles: ['system_admin'] });
    const course = await makeCourse(tx, [article('a1')]);
    await learn(tx, me.id, course.id, { finished: { ago: '3 days', score: 88 }, done: ['a1'] });
    await learn(tx, other.id, course.id, { quiet: '1 day' });
    await audit(tx, { personId: manager.id, address: '10.0.0.1', requestId: uuid() }, { action: 'member.view', object: { type: 'person', id: me.id } });
  });
  client = await clientOf(bank, me.id);
});
afterAll(() => bank.close());

const copyOf = async (headers: Record<string, string> = {}) => MyData.parse((await client.send('GET', '/me/data', undefined, headers)).body);
const rowsOf = (data: MyData, name: string) => data.tables.find((table) => table.name === name)!.rows;

test('my data come from every room, in my language, and are only mine', async () => {
  const data = await copyOf();
  expect(data.person.displayName).toBe('周启航');
  expect(rowsOf(data, 'people.person')).toEqual([expect.objectContaining({ displayName: '周启航', staffNumber: me.staffNumber })]);
  expect(rowsOf(data, 'people.memberships')).toEqual([expect.objectContaining({ position: '贷后管理岗', validFrom: '2020-01-01', validUntil: null })]);
  expect(rowsOf(data, 'people.managers')).toEqual([expect.objectContaining({ manager: '顾明远' })]);
  expect(rowsOf(data, 'courses.registrations')).toHaveLength(1);
  expect(rowsOf(data, 'courses.completions')).toEqual([expect.objectContaining({ score: 88 })]);
  expect(rowsOf(data, 'access.logins')).toEqual([expect.objectContaining({ address: '127.0.0.1' })]);
  expect(rowsOf(data, 'platform.acts_on_me')).toEqual([expect.objectContaining({ action: 'member.view' })]);
  expect(JSON.stringify(data)).not.toContain(other.id);
  expect(JSON.stringify(data)).not.toMatch(/argon2|token_?hash/i);
  expect(rowsOf(await copyOf(), 'platform.acts').filter(({ action }) => action === 'data.copy')).toHaveLength(1);
});

test('the summary counts the same tables', async () => {
  const { tables } = (await client.get('/me/data/summary')).body;
  const data = await copyOf();
  expect(tables.map(({ name }: { name: string }) => name)).toEqual(data.tables.map(({ name }) => name));
  expect(tables.find(({ name }: { name: string }) => name === 'courses.completions')).toEqual({ name: 'courses.completions', title: '完成记录', rows: 1 });
});

test('the export is a zip of a workbook and the same as JSON', async () => {
  const ordered = await client.post('/exports', { kind: 'my-data', parameters: {} });
  expect(ordered.status).toBe(202);
  await bank.work();
  const { body: job } = await client.get(`/jobs/${ordered.body.id}`);
  expect(job).toMatchObject({ status: 'done', failure: null, file: { name: '我的数据.zip' } });
  const file = await bank.app.inject({ method: 'GET', url: `/api/v1/files/${job.file.id}`, headers: client.headers });
  const zip = await fromBufferPromise(file.rawPayload);
  const entries = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) entries.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  const data = MyData.parse(JSON.parse(entries.get('我的数据.json')!.toString()));
  const sheets = await readExcelFile(entries.get('我的数据.xlsx')!);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(data.tables.map(({ title }) => title));
  expect(sheets[0]!.data[0]![0]).toContain(`周启航（工号 ${me.staffNumber}）`);
  expect(sheets.map(({ data: rows }) => rows.length - 2)).toEqual(data.tables.map(({ rows }) => rows.length));
});

/** Tables with a person in them that a copy leaves out, and why. */
const LEFT_OUT: Record<string, string> = {
  'platform.file_usage': 'a sum of platform.file',
  'platform.message_outbox': 'on its way to messages.message',
  'platform.idempotency': 'answers of the last day, which are data of other tables',
  'courses.learner': 'sums of courses.registration and courses.learning_event',
  'people.line': 'who stands below whom, made of people.manager_relation',
  'access.activation': 'links of days past, kept as hashes; the account itself is in the copy',
  'access.former_password': 'hashes alone',
  'plans.person_due': 'sums of plans.obligation',
  'plans.assignment_run': 'when the rules were last asked about somebody; what came of it is in plans.obligation',
  'plans.class_check_in_try': 'a count of wrong codes',
  'plans.assignment_run_item': 'what a reconciliation is about to do, gone once it is done',
  'access.second_factor_enrolment': 'a key of the last 15 minutes, encrypted',
  'people.bulk_change_row': 'what files of the HR system and bulk changes asked for; what came of it is in the other tables',
  'audit.departure': 'a day that stands in people.employment',
};

test('no table that names a person is forgotten', async () => {
  const tables = await bank.database.rows<{ name: string }>(statement('test.personal', `
    select c.table_schema || '.' || c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.column_name = 'person_id' and t.table_type = 'BASE TABLE' and c.table_schema not in ('pgboss', 'pg_catalog', 'information_schema') order by 1`));
  const text = bank.app.get(PersonalData).tables.map(({ query }) => query.text).join('\n');
  expect(tables.length).toBeGreaterThan(10);
  expect(tables.map(({ name }) => name).filter((name) => !LEFT_OUT[name] && !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
});

/** Rooms that know people and have nothing to forget of a leaver, and why. */
const NOTHING_TO_FORGET: Record<string, string> = {
  courses: 'rows of learning, answers by choice and grades: evidence that names nobody by itself; corrections of grades are a ledger of decisions',
  insights: 'the names in packs of evidence that were made are part of the evidence and kept as long as the packs',
};

test('every room that knows people says what is forgotten of a leaver after the retention period, or why nothing is', async () => {
  const knowing = await bank.database.rows<{ name: string }>(statement('test.rooms_with_people', `
    select distinct c.table_schema as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.column_name = 'person_id' and t.table_type = 'BASE TABLE' and c.table_schema not like 'pgboss%' order by 1`));
  const forgetting = [...rooms, { ...platformList, name: 'platform' }].filter(({ personalData }) => personalData?.pseudonymise?.length).map(({ name }) => name);
  expect([...forgetting, ...Object.keys(NOTHING_TO_FORGET)].sort()).toEqual(knowing.map(({ name }) => name));
});

/** Every correction that waits, those of other tests with them. */
async function waiting(client: TestClient): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let cursor = ''; ; ) {
    const { items, nextCursor } = (await client.get(`/corrections?limit=100${cursor && `&cursor=${cursor}`}`)).body;
    all.push(...items);
    if (!nextCursor) return all;
    cursor = nextCursor;
  }
}

test('what is wrong is said once, answered once by a system administrator, and seen by the person', async () => {
  const body = { about: 'people.person', text: '姓名中的“航”应为“杭”' };
  const send = () => client.send('POST', '/me/data/corrections', body, { 'idempotency-key': 'once' });
  const [one, twin] = await Promise.all([send(), send()]);
  expect(one).toMatchObject({ status: 201, body: { about: { name: 'people.person', title: '基本信息' }, text: body.text, answer: null } });
  expect(twin.body.id).toBe(one.body.id);
  const admin = await clientOf(bank, administrator.id);
  expect(await waiting(admin)).toContainEqual(expect.objectContaining({ id: one.body.id, person: expect.objectContaining({ displayName: '周启航' }) }));
  const answer = () => admin.post(`/corrections/${one.body.id}/answer`, { answer: '已请人事更正' });
  const answers = await Promise.all([answer(), answer(), answer()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  expect((await client.get('/me/data/corrections')).body.items).toEqual([expect.objectContaining({ id: one.body.id, answer: '已请人事更正', answeredBy: expect.objectContaining({ id: administrator.id }) })]);
  await bank.work();
  const told = (await client.get('/notifications')).body.items.filter(({ link }: { link: string }) => link === '/me/data');
  expect(told).toEqual([expect.objectContaining({ title: '您的更正申请已答复：基本信息' })]);
  expect((await admin.get('/corrections?state=answered')).body.items[0]).toMatchObject({ id: one.body.id });
  expect((await admin.post(`/corrections/${uuid()}/answer`, { answer: 'x' })).status).toBe(404);
  expect((await (await clientOf(bank, other.id)).get('/me/data/corrections')).body.items).toEqual([]);
});

test('asvs-6 of twenty requests at once ten are taken', async () => {
  const eager = await clientOf(bank, (await bank.write((tx) => makePerson(tx))).id);
  const sent = await Promise.all(Array.from({ length: 20 }, () => eager.post('/me/data/corrections', { about: 'people.person', text: 'x' })));
  expect(sent.filter(({ status }) => status === 201)).toHaveLength(10);
  expect(sent.find(({ status }) => status !== 201)).toMatchObject({ status: 409, body: { code: 'limit_reached' } });
});

test('who leaves keeps the evidence and loses the logins', async () => {
  const leaver = await bank.write((tx) => makePerson(tx));
  const theirs = await clientOf(bank, leaver.id);
  expect((await theirs.get('/auth/me')).status).toBe(200);
  await bank.write((tx) => bank.app.get(PersonalData).leave(tx, leaver.id));
  expect((await theirs.get('/auth/me')).status).toBe(401);
});
