import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { messagesRoom } from '@zhixing/messages/api';
import { type Department, OrganisationService, peopleRoom, type Person } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { plansRoom } from '@zhixing/plans/api';
import { dayFromNow, owed, shortCourse, take } from '@zhixing/plans/testing';
import { recognitionRoom } from '@zhixing/recognition/api';
import readExcelFile from 'read-excel-file/node';
import { v7 as uuid } from 'uuid';
import { insightsRoom } from '../index.ts';
import { learn } from '../testing.ts';

const run = promisify(execFile);
const BY = { personId: uuid(), address: 'test', requestId: 'test' };
const DAY = 86_400;

let bank: TestApplication;
let folder: string;
let branch: Department;
let elsewhere: Department;
let members: Person[];
let manager: Person;
let ids: { admin: string; auditor: string; branchAdmin: string };
let clients: { admin: TestClient; auditor: TestClient; branchAdmin: TestClient };
let course: { id: string; title: string };
let assignment: string;
let waiver: string;
/** The moment the packs speak of. */
let then: string;

/** Logins end when business time moves. */
async function move(seconds: number): Promise<void> {
  await bank.moveClock(seconds);
  clients = { admin: await clientOf(bank, ids.admin), auditor: await clientOf(bank, ids.auditor), branchAdmin: await clientOf(bank, ids.branchAdmin) };
}
const now = async (): Promise<string> => (await bank.database.rows<{ now: Date }>(statement('test.now', 'select platform.now() as now')))[0]!.now.toISOString();

/** Orders a pack; the worker makes it. */
async function made(client: TestClient, parameters: object = {}): Promise<{ job: { status: string; done: number; failure: string | null; file: { name: string; sha256: string } }; zip: Buffer }> {
  const ordered = await client.post('/exports', { kind: 'evidence-pack', parameters: { assignmentId: assignment, asOf: then, ...parameters }, reason: '外部审计取证' });
  expect(ordered).toMatchObject({ status: 202 });
  await bank.work();
  const { body: job } = await client.get(`/jobs/${ordered.body.id}`);
  if (job.status !== 'done') return { job, zip: Buffer.of() };
  const { rawPayload: zip } = await bank.app.inject({ method: 'GET', url: `/api/v1/files/${job.file.id}`, headers: client.headers });
  expect(createHash('sha256').update(zip).digest('hex')).toBe(job.file.sha256);
  return { job, zip };
}

/** The pack as an outside `unzip` lays it out. */
async function unpacked(zip: Buffer): Promise<string> {
  const into = await mkdtemp(join(folder, 'pack-'));
  await writeFile(join(into, 'pack.zip'), zip);
  await run('unzip', ['-q', 'pack.zip'], { cwd: into });
  return into;
}
type Sheets = Record<string, (string | number | null)[][]>;
const sheetsOf = async (path: string): Promise<Sheets> => Object.fromEntries((await readExcelFile(path)).map(({ sheet, data }) => [sheet, data as (string | number | null)[][]]));

beforeAll(async () => {
  for (const tool of ['unzip', 'sha256sum', 'pdftotext']) await run('which', [tool]).catch(() => { throw new Error(`${tool} is missing, with which this test reads a pack: apt-get install unzip poppler-utils`); });
  folder = await mkdtemp(join(tmpdir(), 'zhixing-evidence-'));
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, coursesRoom, plansRoom, recognitionRoom, insightsRoom]);
  course = await shortCourse(bank);
  await bank.write(async (tx) => {
    branch = await makeDepartment(tx, '取证支行');
    elsewhere = await makeDepartment(tx, '另一支行');
    manager = await makePerson(tx, { displayName: '支行行长', department: branch });
    members = [];
    for (const displayName of ['按时完成', '早已完成', '获免修', '获延期', '未完成']) members.push(await makePerson(tx, { displayName, department: branch, manager: manager.id, position: '柜员' }));
    members.push(await makePerson(tx, { displayName: '外行同事', department: elsewhere }));
    await learn(tx, members[1]!.id, course.id, { finished: { ago: '20 days', score: 88 } });
    ids = {
      admin: (await makePerson(tx, { displayName: '培训经理', roles: ['ld_admin'] })).id, auditor: (await makePerson(tx, { roles: ['audit_admin'] })).id,
      branchAdmin: (await makePerson(tx, { displayName: '支行培训', roles: ['ld_admin'], scope: branch.id })).id,
    };
  });
  await move(0);
  const body = {
    title: '反洗钱必修', reason: '监管要求', target: { kind: 'course', id: course.id }, audience: { kind: 'people.persons', value: { personIds: members.map((one) => one.id) } }, due: { kind: 'fixed', on: await dayFromNow(bank, 3) },
  };
  assignment = (await clients.admin.post('/assignments', body)).body.id;
  const { affected } = (await clients.admin.get(`/assignments/${assignment}/difference`)).body;
  await clients.admin.post(`/assignments/${assignment}/activate`, { affected });
  await bank.work();
  await take(await clientOf(bank, members[0]!.id), course.id);
  await bank.work();
  const rows = await owed(bank, assignment);
  const of = (place: number) => rows.find((row) => row.person_id === members[place]!.id)!.id;
  const granted = await clients.admin.post('/waivers', { obligationId: of(2), reason: '长期病假', expiresOn: '2099-12-31', evidenceLink: 'https://oa.bank.example/1' });
  expect(granted.status).toBe(201);
  waiver = (await bank.database.rows<{ id: string }>(statement('test.waiver', 'select id from plans.waiver where obligation_id = $1'), [of(2)]))[0]!.id;
  const asked = await (await clientOf(bank, members[3]!.id)).post('/extensions', { obligationId: of(3), until: await dayFromNow(bank, 40), reason: '出差在外' });
  expect((await clients.admin.post(`/extensions/${asked.body.extensions[0].id}/decision`, { decision: 'approved', note: '同意' })).status).toBe(200);
  await bank.work();
  await move(5 * DAY);
  then = await now();
  await move(3600);
});
afterAll(async () => {
  await bank.close();
  await rm(folder, { recursive: true, force: true });
});

test('asvs-8 the preview counts by state; it is closed to learners, to moments that are not over, before the assignment, and to drafts', async () => {
  const preview = (client: TestClient, asOf = then, id = assignment) => client.get(`/insights/evidence-packs/preview?assignmentId=${id}&asOf=${asOf}`);
  expect((await preview(clients.admin)).body).toEqual({ asOf: then, title: '反洗钱必修', obligations: 6, states: { completed: 2, completed_late: 0, open: 1, overdue: 2, paused: 0, waived: 1, cancelled: 0 } });
  expect((await preview(clients.branchAdmin)).body.obligations).toBe(5);
  expect((await preview(clients.auditor)).body.obligations).toBe(6);
  expect((await preview(await clientOf(bank, members[0]!.id))).status).toBe(403);
  expect((await preview(clients.admin, await dayFromNow(bank, 1))).body.code).toBe('insights.as_of_ahead');
  expect((await preview(clients.admin, '2020-01-01')).body).toMatchObject({ title: null, obligations: 0 });
  const draft = await clients.admin.post('/assignments', { title: '草稿', reason: '尚未启用', target: { kind: 'course', id: course.id }, audience: { all: [] }, due: { kind: 'fixed', on: await dayFromNow(bank, 30) } });
  expect((await preview(clients.auditor, then, draft.body.id)).status).toBe(404);
  const { job } = await made(clients.admin, { asOf: await dayFromNow(bank, 1) });
  expect(job).toMatchObject({ status: 'failed', failure: expect.stringContaining('截至时点必须早于') });
  expect((await made(clients.admin, { asOf: '2020-01-01' })).job).toMatchObject({ status: 'failed', failure: '截至该时点，这项任务尚未建立。' });
});

test('the pack is the same, byte for byte, whoever makes it, and after everything that happens later', async () => {
  const first = await made(clients.admin);
  expect(first.job).toMatchObject({ done: 6, file: { name: expect.stringMatching(/^证据包 反洗钱必修 \d{4}-\d\d-\d\d\.zip$/) } });
  expect((await made(clients.auditor)).zip.equals(first.zip)).toBe(true);

  await move(DAY);
  const late = members[4]!;
  await bank.write(async (tx) => {
    await tx.rows(statement('test.rename', `update people.person set display_name = '改过的名字', staff_number = 'NEW' || staff_number where id = $1`), [late.id]);
    await tx.rows(statement('test.rename_department', `update people.department_place set name = '改过的支行' where department_id = $1`), [branch.id]);
    await tx.rows(statement('test.rename_department_today', `update people.department set name = '改过的支行' where id = $1`), [branch.id]);
    await tx.rows(statement('test.rename_position', `update people.position set name = '改过的岗位' where name = '柜员'`));
    // dated back to before the moment
    await tx.rows(statement('test.leave', `insert into people.leave (id, person_id, kind, valid_from, valid_until) values ($1, $2, 'sick', platform.today() - 5, null)`), [uuid(), late.id]);
  });
  const organisation = bank.app.get(OrganisationService);
  await bank.write(async (tx) => organisation.transfer(tx, BY, members[0]!.id, { departmentId: elsewhere.id, from: await dayFromNow(bank, -3) }));
  await bank.write(async (tx) => organisation.transfer(tx, BY, members[3]!.id, { departmentId: elsewhere.id, managerId: ids.admin, from: await dayFromNow(bank) }));
  await take(await clientOf(bank, late.id), course.id);
  expect((await clients.admin.post(`/waivers/${waiver}/revoke`, { reason: '提前返岗' })).status).toBe(200);
  const edited = await clients.admin.send('PATCH', `/assignments/${assignment}`, { title: '改名后的任务', reason: '另一个理由' }, { 'if-match': `"${(await clients.admin.get(`/assignments/${assignment}`)).body.revision}"` });
  expect(edited.status).toBe(200);
  await bank.work();
  await move(3600);

  expect((await made(clients.auditor)).zip.equals(first.zip)).toBe(true);
  const later = await made(clients.admin, { asOf: (await now()).replace(/T.*/, 'T00:00:00Z') });
  expect(later.zip.equals(first.zip)).toBe(false);
  expect((await clients.admin.get(`/insights/evidence-packs/preview?assignmentId=${assignment}&asOf=${then}`)).body).toMatchObject({ title: '反洗钱必修', states: { completed: 2, overdue: 2, waived: 1 } });
});

test('an outside unzip, sha256sum and pdftotext read it; its tables say who, which version, which rule, when, score, state, approver and who changed what', async () => {
  const { zip } = await made(clients.auditor);
  const into = await unpacked(zip);
  const { stdout } = await run('sha256sum', ['-c', 'SHA256SUMS'], { cwd: into });
  expect(stdout.split('\n').filter(Boolean)).toEqual(['evidence.xlsx: OK', 'summary.pdf: OK', 'manifest.json: OK']);
  const manifest = JSON.parse(await readFile(join(into, 'manifest.json'), 'utf8'));
  expect(manifest).toMatchObject({ format: 'zhixing-evidence-1', assignment: { id: assignment, title: '反洗钱必修' }, rule: { reason: '监管要求', state: 'active', target: course.title }, counts: { obligations: 6, states: { completed: 2, waived: 1 } } });
  expect(new Date(manifest.asOf).toISOString()).toBe(then);
  for (const { name, sha256 } of manifest.files) expect(createHash('sha256').update(await readFile(join(into, name))).digest('hex')).toBe(sha256);

  const sheets = await sheetsOf(join(into, 'evidence.xlsx'));
  expect(Object.keys(sheets)).toEqual(['概要与规则', '人员', '例外与审批', '状态与期限变更', '操作记录', '定义']);
  const [header, ...people] = sheets['人员']!;
  const one = (name: string) => Object.fromEntries(header!.map((title, at) => [title, people.find((row) => row[1] === name)![at]]));
  expect(one('早已完成')).toMatchObject({ 部门: '取证支行', 岗位: '柜员', 直属上级: '支行行长', 状态: '按时完成', 成绩: 88, 课程版本: 1, 版本名称: course.title, 来源: '规则', 必修: '是', 指派理由: '监管要求' });
  expect(one('未完成')).toMatchObject({ 状态: '已逾期', 完成时间: null, 工号: members[4]!.staffNumber });
  expect(one('获延期')).toMatchObject({ 状态: '未完成（未到期）', 部门: '取证支行' });
  expect(one('获免修')).toMatchObject({ 状态: '已免修' });
  const decisions = sheets['例外与审批']!.slice(1).map((row) => [row[0], row[2], row[7], row[8], row[10]]);
  expect(decisions).toEqual([['免修', '获免修', '长期病假', '已批准', '培训经理'], ['延期', '获延期', '出差在外', '已批准', '培训经理']]);
  expect(sheets['操作记录']!.slice(1).map((row) => [row[2], row[3]])).toEqual(expect.arrayContaining([['培训经理', '新建指派'], ['培训经理', '启用指派'], ['培训经理', '批准免修'], ['获延期', '申请延期'], ['培训经理', '审批延期']]));
  expect(JSON.stringify(sheets)).not.toContain('改');

  const paper = (await run('pdftotext', ['-layout', join(into, 'summary.pdf'), '-'])).stdout;
  for (const words of ['培训证据包', '反洗钱必修', '监管要求', '已逾期', '长期病假', '培训经理', '复核']) expect(paper).toContain(words);
  expect(paper.replace(/\s/g, '')).toContain(manifest.files[0].sha256);
});

test('a branch makes a pack of what it assigns and of its people of that day; another language is another pack', async () => {
  const own = await clients.branchAdmin.post('/assignments', { title: '支行任务', reason: '内部要求', target: { kind: 'course', id: course.id }, audience: { kind: 'people.persons', value: { personIds: members.map((one) => one.id) } }, due: { kind: 'fixed', on: await dayFromNow(bank, 9) } });
  expect(own.status).toBe(201);
  const { affected } = (await clients.branchAdmin.get(`/assignments/${own.body.id}/difference`)).body;
  await clients.branchAdmin.post(`/assignments/${own.body.id}/activate`, { affected });
  await bank.work();
  const asOf = await now();
  await move(3600);
  const pack = (client: TestClient) => made(client, { assignmentId: own.body.id, asOf });
  const [mine, whole] = [await pack(clients.branchAdmin), await pack(clients.auditor)];
  expect([mine.job.done, whole.job.done]).toEqual([2, 2]); // one is excepted: the head office asks for the same
  // two of the five have moved since
  expect((await made(clients.branchAdmin)).job.done).toBe(5);
  expect(mine.zip.equals(whole.zip)).toBe(false);
  await clients.auditor.patch('/people/me', { language: 'en' });
  const { zip } = await pack(clients.auditor);
  await clients.auditor.patch('/people/me', { language: 'zh-CN' });
  expect(zip.equals(whole.zip)).toBe(false);
  const into = await unpacked(zip);
  expect(Object.keys(await sheetsOf(join(into, 'evidence.xlsx')))).toContain('Exceptions and approvals');
  const factsOf = async (folder: string) => JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')).factsSha256;
  expect(await factsOf(into)).toBe(await factsOf(await unpacked(whole.zip)));
});

test('the auditor lists what packs can be made of, and which were made by whom, when and why', async () => {
  const listed = (await clients.auditor.get('/insights/evidence-packs/assignments?q=改名后')).body;
  expect(listed).toMatchObject({ items: [{ id: assignment, state: 'active', obligations: 6, cycles: [], owner: { displayName: '培训经理' } }], nextCursor: null });
  const log = (await clients.auditor.get('/insights/evidence-packs?limit=100')).body.items.filter((row: { assignment: { id: string } }) => row.assignment.id === assignment);
  expect(log.map((row: { by: { displayName: string } }) => row.by.displayName)).toContain('培训经理');
  const whole = log.filter((row: { asOf: string; scoped: boolean }) => row.asOf === then && !row.scoped);
  expect(whole[0]).toMatchObject({ reason: '外部审计取证', asOf: then, obligations: 6, language: 'zh-CN', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(new Set(whole.map((row: { sha256: string }) => row.sha256)).size).toBe(1);
  expect((await clients.admin.get('/insights/evidence-packs')).status).toBe(403);
});
