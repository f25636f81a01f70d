import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { article, makeCourse, quiz } from '@zhixing/courses/testing';
import { AttentionList, Team } from '@zhixing/insights/contract';
import { type Person, peopleRoom } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { first, statement } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import readExcelFile from 'read-excel-file/node';
import { insightsRoom } from './index.ts';
import { learn, study } from './testing.ts';

type Course = Awaited<ReturnType<typeof makeCourse>>;

let bank: TestApplication;
let course: Course;
let manager: Person;
let members: Person[];
let below: Person;
let client: TestClient;

/** Lines of the sheet of figures. */
const FIGURES = 6;
const NAMES = ['=1+1', '张三', '李四'];

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, coursesRoom, insightsRoom]);
  await bank.write(async (tx) => {
    course = await makeCourse(tx, [article('a1'), article('a2'), quiz('q1')]);
    const department = await makeDepartment(tx, '信贷部');
    manager = await makePerson(tx, { displayName: '曾守拙', department });
    members = [];
    for (const displayName of NAMES) members.push(await makePerson(tx, { displayName, department, manager: manager.id }));
    below = await makePerson(tx, { displayName: '下级', department, manager: members[0]!.id });
    await makePerson(tx, { displayName: '外人', department });
    await learn(tx, members[0]!.id, course.id, { registered: '30 days', quiet: '9 days', done: ['a1'] });
    const failing = await learn(tx, members[1]!.id, course.id, { quiet: '1 day', failed: { key: 'q1', times: 3 } });
    const { now } = (await first<{ now: Date }>(tx, statement('test.now', 'select platform.now() as now')))!;
    await study(tx, failing, now, 3600);
    await learn(tx, below.id, course.id, { registered: '20 days' });
  });
  client = await clientOf(bank, manager.id);
});
afterAll(() => bank.close());

/** Orders the export and lets the worker write it. */
async function exported(parameters: object, headers: Record<string, string> = {}) {
  const ordered = await client.send('POST', '/exports', { kind: 'team', parameters, reason: '团队例会' }, headers);
  expect(ordered.status).toBe(202);
  await bank.work();
  const { body: job } = await client.get(`/jobs/${ordered.body.id}`);
  expect(job).toMatchObject({ kind: 'team', status: 'done', failure: null });
  const answer = await bank.app.inject({ method: 'GET', url: `/api/v1/files/${job.file.id}`, headers: client.headers });
  expect(answer.statusCode).toBe(200);
  const [team, attention] = await readExcelFile(answer.rawPayload);
  return { job, team: team!, attention: attention! };
}

test('asvs-8 the file holds the direct reports as on the page, or the whole line, and nobody else', async () => {
  const direct = await exported({});
  expect(direct.job.file.name).toBe('团队（直接下级）.xlsx');
  expect(direct.team.data.slice(2).map((row) => row[0]).sort()).toEqual(["'=1+1", '张三', '李四'].sort());
  const line = await exported({ scope: 'line' });
  expect(line.job.file.name).toBe('团队（全部下级）.xlsx');
  expect(line.team.data.slice(2).map((row) => row[1]).sort()).toEqual([...members, below].map((one) => one.staffNumber).sort());
  const found = await exported({ scope: 'line', q: '张三' });
  expect(found.team.data.slice(2).map((row) => row[0])).toEqual(['张三']);
  expect(found.attention.data.slice(2).map((row) => row[0])).toEqual(['张三']);
});

test('numbers, order and reasons are those of the page, under who took them out and when', async () => {
  const { job, team, attention } = await exported({ scope: 'line' });
  const page = Team.parse((await client.get('/insights/team?scope=line')).body);
  const [watermark, header, ...rows] = team.data;
  expect(team.sheet).toBe('团队');
  expect(watermark![0]).toMatch(new RegExp(`^曾守拙（工号 ${manager.staffNumber}）于北京时间 \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d 导出。`));
  expect(header).toEqual(['姓名', '工号', '部门', '岗位', '逾期（项）', '需要关注（项）', '本月学习时长（分钟）', `${course.title} 状态`, `${course.title} 进度`, `${course.title} 截止日期`]);
  const words = { none: '未登记', registered: '未开始', learning: '学习中', finished: '已完成' };
  expect(rows.map((row) => [row[1], row[5], row[7], row[8]])).toEqual(page.items.map(({ person, attention: count, cells: [cell] }) => [
    person.staffNumber, count, words[cell?.state ?? 'none'], cell ? cell.percent / 100 : null,
  ]));
  expect(rows.reduce((sum, row) => sum + Number(row[6]), 0)).toBe(page.figures.minutesThisMonth);

  const list = AttentionList.parse((await client.get('/insights/team/attention?scope=line')).body);
  expect(attention.sheet).toBe('需要处理');
  expect(attention.data[0]).toEqual([watermark![0], ...attention.data[0]!.slice(1)]);
  expect(attention.data.slice(2).map((row) => [row[1], row[4], row[6], row[7]])).toEqual([
    [members[1]!.staffNumber, course.title, '“测验 q1”已 3 次未通过', null],
    [members[0]!.staffNumber, course.title, '已 9 天没有学习', 9],
    [below.staffNumber, course.title, '登记 20 天，尚未打开', 20],
  ]);
  expect(attention.data).toHaveLength(list.items.length + 2);

  const audited = await bank.database.rows(statement('test.team_exported', `select person_id, facts from platform.audit_entry where action = 'export' and object_id = $1`), [job.id]);
  expect(audited).toEqual([{ person_id: manager.id, facts: { kind: 'team', reason: '团队例会', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), rows: rows.length + list.items.length + FIGURES } }]);
});

test('the file speaks the language of whoever ordered it', async () => {
  await bank.write((tx) => tx.rows(statement('test.english', `update people.person set language = 'en' where id = $1`), [manager.id]));
  const { job, team, attention } = await exported({ scope: 'line' }, { 'accept-language': 'en' });
  await bank.write((tx) => tx.rows(statement('test.chinese', `update people.person set language = 'zh-CN' where id = $1`), [manager.id]));
  expect(job.file.name).toBe('Team (whole line).xlsx');
  expect([team.sheet, attention.sheet]).toEqual(['Team', 'Needs action']);
  expect(team.data[0]![0]).toContain(`Exported by 曾守拙 (staff number ${manager.staffNumber})`);
  expect(attention.data[3]![6]).toBe('No activity for 9 days');
});

test('a larger team is written page by page, everybody once', async () => {
  const { leader, staff } = await bank.write(async (tx) => {
    const department = await makeDepartment(tx);
    const person = await makePerson(tx, { department });
    const made: Person[] = [];
    for (let at = 0; at < 101; at++) made.push(await makePerson(tx, { department, manager: person.id }));
    return { leader: person, staff: made };
  });
  const before = client;
  client = await clientOf(bank, leader.id);
  const { team, job } = await exported({});
  client = before;
  expect(team.data.slice(2).map((row) => row[1]).sort()).toEqual(staff.map((one) => one.staffNumber).sort());
  expect(job).toMatchObject({ done: 101 + FIGURES, total: 101 + FIGURES });
});

test('an order sent twice under one key is one job', async () => {
  const order = (scope: string) => client.send('POST', '/exports', { kind: 'team', parameters: { scope }, reason: '团队例会' }, { 'idempotency-key': 'one-click' });
  const [one, other] = await Promise.all([order('line'), order('line')]);
  expect(one).toMatchObject({ status: 202 });
  expect(other.body).toEqual(one.body);
  expect(await order('direct')).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } });
  await bank.work();
  const orders = await bank.database.rows(statement('test.orders', `select count(*)::int as n from platform.audit_entry where action = 'export' and object_id = $1`), [one.body.id]);
  expect(orders).toEqual([{ n: 1 }]);
});

test('asvs-8 who leads nobody is refused; the job and the file are nobody else’s', async () => {
  const { job } = await exported({});
  const employee = await clientOf(bank, members[1]!.id);
  expect(await employee.post('/exports', { kind: 'team', parameters: {} })).toMatchObject({ status: 403 });
  const rival = await clientOf(bank, await bank.write(async (tx) => {
    const { id } = await makePerson(tx, {});
    await makePerson(tx, { manager: id });
    return id;
  }));
  for (const stranger of [employee, rival]) {
    expect(await stranger.get(`/jobs/${job.id}`)).toMatchObject({ status: 404 });
    expect(await stranger.get(`/files/${job.file.id}`)).toMatchObject({ status: 404 });
  }
  expect((await client.post('/exports', { kind: 'team', parameters: { scope: 'bank' } })).body).toMatchObject({ status: 400, issues: [{ path: 'parameters.scope' }] });
});
