import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { Team, TeamAsOf } from '@zhixing/insights/contract';
import { messagesRoom } from '@zhixing/messages/api';
import { type Person, peopleRoom } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { plansRoom } from '@zhixing/plans/api';
import { dayFromNow, PlansDay, shortCourse } from '@zhixing/plans/testing';
import { statement } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { recognitionRoom } from '@zhixing/recognition/api';
import { insightsRoom } from '../index.ts';
import { certify, makeCertification } from '../testing.ts';

const run = promisify(execFile);
const DAY = 86_400;
const MEMBERS = 24;

let bank: TestApplication;
let folder: string;
let manager: Person;
let members: Person[];
let below: Person;
let client: TestClient;
let title: string;

beforeAll(async () => {
  for (const tool of ['pdftotext', 'pdfinfo']) await run('which', [tool]).catch(() => { throw new Error(`${tool} is missing, with which this test reads a report: apt-get install poppler-utils`); });
  folder = await mkdtemp(join(tmpdir(), 'zhixing-report-'));
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, coursesRoom, plansRoom, recognitionRoom, insightsRoom]);
  const [required, both] = [await shortCourse(bank), await shortCourse(bank)];
  title = required.title;
  await bank.write(async (tx) => {
    const department = await makeDepartment(tx, '一个名称相当长的对公授信审批与贷后管理部');
    manager = await makePerson(tx, { displayName: '曾守拙', department });
    members = [];
    for (let at = 1; at <= MEMBERS; at++) members.push(await makePerson(tx, { displayName: `成员${String(at).padStart(2, '0')}`, department, manager: manager.id }));
    below = await makePerson(tx, { displayName: '隔级下属', department, manager: members[0]!.id });
    const certification = await makeCertification(tx, {});
    await certify(tx, certification, members[0]!.id, 40);
    await certify(tx, certification, members[1]!.id, 62);
  });
  client = await clientOf(bank, manager.id);
  const ask = async (courseId: string, personIds: string[], days: number) =>
    expect((await client.post('/assignments/direct', { target: { kind: 'course', id: courseId }, personIds, dueOn: await dayFromNow(bank, days), reason: '新系统上线' })).status).toBe(201);
  await ask(required.id, [...members.slice(0, 22).map((one) => one.id), below.id], 1);
  await ask(both.id, [members[21]!.id, members[22]!.id], 2);
  await bank.work();
  await bank.moveClock(4 * DAY);
  await bank.app.get(PlansDay).run();
  await bank.work();
  client = await clientOf(bank, manager.id);
});
afterAll(async () => {
  await bank.close();
  await rm(folder, { recursive: true });
});

/** Orders the report, lets the worker draw it, and reads it. */
async function report(parameters: object, language = 'zh-CN') {
  const ordered = await client.send('POST', '/exports', { kind: 'team-report', parameters, reason: '月度例会' }, { 'accept-language': language });
  expect(ordered.status).toBe(202);
  await bank.work();
  const { body: job } = await client.get(`/jobs/${ordered.body.id}`);
  expect(job).toMatchObject({ kind: 'team-report', status: 'done', failure: null });
  const answer = await bank.app.inject({ method: 'GET', url: `/api/v1/files/${job.file.id}`, headers: client.headers });
  const path = join(folder, `${job.id}.pdf`);
  await writeFile(path, answer.rawPayload);
  const text = (await run('pdftotext', ['-layout', path, '-'])).stdout;
  const pages = Number(/Pages:\s+(\d+)/.exec((await run('pdfinfo', [path])).stdout)![1]);
  return { job, text, pages, flat: text.replace(/\s+/g, '') };
}

test('one page says whose team as of when, the four figures of the page with their change and meaning, and who is overdue: the first twenty, and how many more', async () => {
  const { job, text, flat, pages } = await report({ scope: 'line' });
  const today = await dayFromNow(bank);
  expect(job.file.name).toBe(`团队报告（全部下级） ${today}.pdf`);
  expect(pages).toBe(1);
  const now = TeamAsOf.parse((await client.get(`/insights/team/as-of?scope=line&on=${today}`)).body);
  const before = TeamAsOf.parse((await client.get('/insights/team/as-of?scope=line')).body);
  expect(now).toMatchObject({ compliance: { people: 24, compliant: 0, overdue: 25 }, certifications: { expiring: 2 } });
  for (const words of ['团队学习报告', '曾守拙·一个名称相当长的对公授信审批与贷后管理部', '全部下级·25人', today, `${before.on}当日日终`, '必修合规率', '逾期事项', '60天内到期的资格', '技能覆盖率', '没有逾期必修的人数÷有必修任务的人数', '有逾期必修的成员（24人）', '另有4人，见团队页。', '含个人信息，仅限工作使用。']) {
    expect(flat).toContain(words);
  }
  const row = (name: string): string[] => text.split('\n').find((line) => line.trim().startsWith(name))!.trim().split(/\s{2,}/);
  expect(row('必修合规率').slice(1)).toEqual(['0%', '—', '—']);
  expect(row('逾期事项').slice(1)).toEqual(['25', '0', '多 25 项']);
  expect(row('技能覆盖率').slice(1)).toEqual(['—', '—', '—']);
  const listed = text.split('\n').filter((line) => /^\s*成员\d\d/.test(line)).map((line) => line.trim().split(/\s+/));
  expect(listed).toHaveLength(20);
  expect([listed[0]![0], listed[0]![1], listed[0]![3], listed[0]!.at(-1)]).toEqual(['成员22', members[21]!.staffNumber, '2', '3']);
  expect(listed[0]!.join('')).toContain(title.replace(/\s/g, '').slice(0, 8));
  expect(flat).not.toContain('成员24');
  const audited = await bank.database.rows(statement('test.report_made', `select person_id, facts from platform.audit_entry where action = 'export' and object_id = $1`), [job.id]);
  expect(audited).toEqual([{ person_id: manager.id, facts: { kind: 'team-report', reason: '月度例会', scope: 'line', asOf: expect.any(String), sha256: expect.stringMatching(/^[0-9a-f]{64}$/), rows: 20 } }]);
});

test('direct reports alone, in English', async () => {
  await bank.write((tx) => tx.rows(statement('test.english', `update people.person set language = 'en' where id = $1`), [manager.id]));
  const { job, text, pages } = await report({}, 'en');
  expect(job.file.name).toBe(`Team report (direct reports) ${await dayFromNow(bank)}.pdf`);
  expect(pages).toBe(1);
  for (const words of ['Team learning report', 'Direct reports · 24 people', 'Compliant', 'Skill coverage', '24 more', 'People with overdue items (23)', 'And 3 more; see the team page.']) expect(text).toContain(words);
  expect(text).not.toContain('隔级下属');
  expect(Team.parse((await client.get('/insights/team')).body).people.direct).toBe(24);
});

test('a reason is asked for, and who leads nobody is refused', async () => {
  expect((await client.post('/exports', { kind: 'team-report', parameters: {} })).body).toMatchObject({ status: 400, issues: [{ path: 'reason' }] });
  expect(await (await clientOf(bank, members[3]!.id)).post('/exports', { kind: 'team-report', parameters: {}, reason: '例会' })).toMatchObject({ status: 403 });
});

test('a team in which nobody is overdue says so', async () => {
  const leader = await bank.write(async (tx) => {
    const made = await makePerson(tx, { displayName: '新任主管' });
    await makePerson(tx, { manager: made.id });
    return made;
  });
  client = await clientOf(bank, leader.id);
  const { text, pages } = await report({});
  expect(text).toContain('没有成员逾期。');
  expect(pages).toBe(1);
});
