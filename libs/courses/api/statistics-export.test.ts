import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { CourseStatistics } from '@zhixing/courses/contract';
import { type Person, peopleRoom } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { testApp, type TestApplication } from '@zhixing/platform/testing';
import readExcelFile from 'read-excel-file/node';
import { v7 as uuid } from 'uuid';
import { coursesRoom } from './index.ts';
import { article, makeCourse, quiz } from './testing.ts';

type Course = Awaited<ReturnType<typeof makeCourse>>;

let bank: TestApplication;
let course: Course;
let owner: Person;
let learners: Person[];

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, coursesRoom]);
  owner = await bank.write((tx) => makePerson(tx, { displayName: '孟授业', roles: ['trainer'] }));
  course = await bank.write((tx) => makeCourse(tx, [article('a'), quiz('q', { questions: 2, passMark: 50 })], { ownerId: owner.id, title: '风控/合规' }));
  learners = await bank.write(async (tx) => [await makePerson(tx, { displayName: '=HYPERLINK("x")' }), await makePerson(tx), await makePerson(tx)]);
  for (const learner of learners) {
    const client = await clientOf(bank, learner.id);
    const { id } = (await client.post(`/courses/${course.id}/registrations`)).body;
    if (learner === learners[0]) continue;
    await client.post(`/registrations/${id}/lessons/a/events`, { id: uuid(), kind: 'opened', clientTime: '2026-01-01T00:00:00.000Z' });
    const attempt = (await client.post(`/registrations/${id}/lessons/q/attempts`)).body;
    await client.put(`/attempts/${attempt.id}/answers`, { answers: attempt.questions.map((question: { id: string }, at: number) => ({ questionId: question.id, sequence: 1, choices: [at === 0 ? 'a' : 'c'] })) });
    await client.post(`/attempts/${attempt.id}/submit`);
  }
  await bank.moveClock(15 * 86_400);
});
afterAll(() => bank.close());

/** Orders the export as that person and lets the worker run. */
async function exported(person: Person, parameters: object) {
  const client = await clientOf(bank, person.id);
  const ordered = await client.post('/exports', { kind: 'course-statistics', parameters, reason: '季度总结' });
  expect(ordered.status).toBe(202);
  await bank.work();
  const { body: job } = await client.get(`/jobs/${ordered.body.id}`);
  return { client, job };
}

test('funnel, lessons, questions and the stuck learners are those of the page, under who took them out', async () => {
  const { client, job } = await exported(owner, { courseId: course.id });
  expect(job).toMatchObject({ status: 'done', file: { name: '课程统计 风控_合规 第 1 版.xlsx' } });
  const answer = await bank.app.inject({ method: 'GET', url: `/api/v1/files/${job.file.id}`, headers: client.headers });
  const sheets = await readExcelFile(answer.rawPayload);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['学习漏斗', '各课时', '各题正确率', '需要关注的学员']);
  for (const { data } of sheets) expect(data[0]![0]).toContain(`孟授业（工号 ${owner.staffNumber}）于北京时间`);
  const [funnel, lessons, questions, stuck] = sheets.map(({ data }) => data.slice(2));

  const page = CourseStatistics.parse((await client.get(`/courses/${course.id}/statistics`)).body);
  expect(page.funnel).toMatchObject({ registered: 3, started: 2 });
  expect(funnel!.map((row) => row[1])).toEqual([page.funnel.registered, page.funnel.started, page.funnel.half, page.funnel.finished]);
  expect(funnel!.map((row) => row[2])).toEqual([1, 0.66, 0.66, 0]);
  expect(lessons!.map((row) => [row[0], row[3], row[4], row[5]])).toEqual(page.lessons.map((one) => [one.title, one.reached, one.finished, one.medianMinutes]));
  expect(questions!.map((row) => row.slice(2))).toEqual(page.questions.map((one) => [one.stem, one.facility, one.n]));
  const { body: list } = await client.get(`/courses/${course.id}/statistics/stuck`);
  expect(stuck!.map((row) => [row[1], row[4]])).toEqual(list.items.map((one: { person: { staffNumber: string }; percent: number }) => [one.person.staffNumber, one.percent / 100]));
  expect(stuck!.map((row) => row[5]).sort()).toEqual(['已 15 天没有学习', '已 15 天没有学习', '登记 15 天，尚未打开']);
  expect(stuck!.find((row) => row[1] === learners[0]!.staffNumber)![0]).toBe('\'=HYPERLINK("x")');

  const audited = await bank.database.rows(statement('test.statistics_exported', `select person_id, facts from platform.audit_entry where action = 'export' and object_id = $1`), [job.id]);
  expect(audited).toEqual([{ person_id: owner.id, facts: { kind: 'course-statistics', reason: '季度总结', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), rows: sheets.reduce((sum, { data }) => sum + data.length - 2, 0) } }]);
});

test('asvs-8 a trainer exports their own course only, an employee none; the job and the file are nobody else’s', async () => {
  const rival = await bank.write((tx) => makePerson(tx, { roles: ['trainer'] }));
  const { client, job } = await exported(rival, { courseId: course.id });
  expect(job).toMatchObject({ status: 'failed', file: null, failure: expect.stringContaining('没有') });
  const employee = await clientOf(bank, learners[0]!.id);
  expect(await employee.post('/exports', { kind: 'course-statistics', parameters: { courseId: course.id } })).toMatchObject({ status: 403 });
  const own = (await exported(owner, { courseId: course.id, version: 1 })).job;
  for (const stranger of [client, employee]) {
    expect(await stranger.get(`/jobs/${own.id}`)).toMatchObject({ status: 404 });
    expect(await stranger.get(`/files/${own.file.id}`)).toMatchObject({ status: 404 });
  }
  const administrator = await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'] }));
  expect((await exported(administrator, { courseId: course.id })).job.status).toBe('done');
  expect((await exported(administrator, { courseId: course.id, version: 9 })).job.status).toBe('failed');
});
