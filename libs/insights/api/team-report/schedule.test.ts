import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { messagesRoom } from '@zhixing/messages/api';
import { OrganisationService, type Person, peopleRoom } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { plansRoom } from '@zhixing/plans/api';
import { dayFromNow } from '@zhixing/plans/testing';
import { statement } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { recognitionRoom } from '@zhixing/recognition/api';
import { insightsRoom } from '../index.ts';
import { SendReports } from '../testing.ts';

const DAY = 86_400;

let bank: TestApplication;
let manager: Person;
let member: Person;
let client: TestClient;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, coursesRoom, plansRoom, recognitionRoom, insightsRoom]);
});
afterAll(() => bank.close());
beforeEach(async () => {
  await bank.write(async (tx) => {
    manager = await makePerson(tx, { displayName: '曾守拙' });
    member = await makePerson(tx, { displayName: '成员', manager: manager.id });
  });
  client = await clientOf(bank, manager.id);
});

const choose = (every: string, scope = 'direct') => client.send('PUT', '/insights/team/report-schedule', { every, scope });

/** It is the morning of a day to come; the task runs, and what it ordered is done. */
async function morning(day: string, times = 1): Promise<void> {
  const { now } = (await bank.database.rows<{ now: Date }>(statement('test.now', 'select platform.now() as now')))[0]!;
  await bank.moveClock(Math.round((Date.parse(`${day}T08:15:00+08:00`) - now.getTime()) / 1000));
  for (let at = 0; at < times; at++) await bank.app.get(SendReports).run();
  await bank.work();
}

const MESSAGES = statement('test.report_messages', "select template, cycle, link from messages.message where person_id = $1 and template like 'insights.team_report%' order by at");
const messages = () => bank.database.rows<{ template: string; cycle: string; link: string }>(MESSAGES, [manager.id]);
const jobs = () => bank.database.rows<{ status: string; reason: string; file_id: string | null }>(statement('test.report_jobs', "select status, reason, file_id from platform.job where person_id = $1 and kind = 'team-report' order by created_at"), [manager.id]);

/** The Monday after today plus so many weeks. */
async function monday(weeks = 0): Promise<string> {
  const today = await dayFromNow(bank);
  return dayFromNow(bank, 8 - (new Date(`${today}T00:00:00Z`).getUTCDay() || 7) + 7 * weeks);
}

/** The first weekday of next month. */
async function firstWorkingDay(): Promise<string> {
  const today = await dayFromNow(bank);
  const first = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)), 1));
  while ([0, 6].includes(first.getUTCDay())) first.setUTCDate(first.getUTCDate() + 1);
  return first.toISOString().slice(0, 10);
}

const plus = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY * 1000).toISOString().slice(0, 10);

test('it is off until a manager asks for it; what they choose is stored once and audited, and off again sends nothing', async () => {
  expect((await client.get('/insights/team/report-schedule')).body).toEqual({ every: 'never', scope: 'direct' });
  for (let at = 0; at < 2; at++) expect(await choose('week', 'line')).toMatchObject({ status: 200, body: { every: 'week', scope: 'line' } });
  expect((await client.get('/insights/team/report-schedule')).body).toEqual({ every: 'week', scope: 'line' });
  for (let at = 0; at < 2; at++) expect(await choose('never')).toMatchObject({ status: 200 });
  const acts = await bank.database.rows(statement('test.schedule_acts', "select facts from platform.audit_entry where action = 'team_report.schedule' and person_id = $1 order by at, id"), [manager.id]);
  expect(acts).toEqual([{ facts: { every: 'week', scope: 'line' } }, { facts: { every: 'never', scope: 'direct' } }]);
  await morning(await monday());
  expect([await messages(), await jobs()]).toEqual([[], []]);
});

test('it comes on Monday morning, once however often the task runs, with a link to the page and a file under the rules of exports', async () => {
  await choose('week', 'line');
  const day = await monday();
  await morning(plus(day, -1));
  expect(await messages()).toEqual([]);
  await morning(day, 3);
  await morning(plus(day, 1));
  expect(await messages()).toEqual([{ template: 'insights.team_report_week', cycle: expect.stringMatching(/^\d{4}-W\d\d$/), link: '/team?scope=line' }]);
  client = await clientOf(bank, manager.id);
  const told = (await client.get('/notifications')).body.items.map((one: { title: string; body: string; link: string }) => one);
  expect(told).toEqual(expect.arrayContaining([
    expect.objectContaining({ title: `团队学习周报（截至 ${day}）`, body: expect.stringContaining('必修合规率 —，逾期 0 项，60 天内到期的资格 0 项，技能覆盖率 —。') }),
    expect.objectContaining({ title: `导出已完成：团队报告（全部下级） ${day}.pdf` }),
  ]));
  const [job] = await jobs();
  expect(job).toMatchObject({ status: 'done', reason: '定期团队报告' });
  expect((await bank.app.inject({ method: 'GET', url: `/api/v1/files/${job!.file_id}`, headers: client.headers })).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await (await clientOf(bank, member.id)).get(`/files/${job!.file_id}`)).toMatchObject({ status: 404 });
  await morning(plus(day, 7));
  expect(await messages()).toHaveLength(2);
});

test('two workers at once send one report', async () => {
  await choose('week');
  await morning(plus(await monday(), -1));
  await bank.moveClock(DAY);
  await Promise.all([bank.app.get(SendReports).run(), bank.app.get(SendReports).run()]);
  await bank.work();
  expect([await messages(), await jobs()]).toEqual([[expect.anything()], [expect.anything()]]);
});

test('a month opens with its first working day; a day on which no worker ran is made up for', async () => {
  await choose('month');
  const first = await firstWorkingDay();
  await morning(plus(first, -1));
  expect(await messages()).toEqual([]);
  await morning(plus(first, 2));
  await morning(plus(first, 3));
  expect(await messages()).toEqual([{ template: 'insights.team_report_month', cycle: first.slice(0, 7), link: '/team' }]);
});

test('a holiday on Monday moves it to the next working day', async () => {
  await choose('week');
  const day = await monday();
  await bank.write((tx) => tx.rows(statement('test.holiday', "insert into people.holiday (day, kind, name) values ($1, 'holiday', '测试假日')"), [day]));
  await morning(day);
  expect(await messages()).toEqual([]);
  await morning(plus(day, 1));
  expect(await messages()).toHaveLength(1);
});

test('who leads nobody any more, or has left, is sent nothing', async () => {
  await choose('week');
  const organisation = bank.app.get(OrganisationService);
  const by = { personId: manager.id, address: 'test', requestId: 'test' };
  const on = await dayFromNow(bank);
  await bank.write((tx) => organisation.endEmployment(tx, by, member.id, on));
  await bank.work();
  await morning(await monday());
  expect([await messages(), await jobs()]).toEqual([[], []]);
  for (const leaver of insightsRoom.personalData!.leaver!) await bank.write((tx) => tx.rows(leaver, [manager.id]));
  expect((await (await clientOf(bank, manager.id)).get('/insights/team/report-schedule')).status).toBe(403);
  expect(await bank.database.rows(statement('test.schedules', 'select 1 from insights.report_schedule where person_id = $1'), [manager.id])).toEqual([]);
});
