import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { messagesRoom } from '@zhixing/messages/api';
import { peopleRoom } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { type TestApplication, type TestClient, testApp } from '@zhixing/platform/testing';
import { skillsRoom } from '@zhixing/skills/api';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { plansRoom } from '../index.ts';
import { dayFromNow, PlansDay, shortCourse, take } from '../testing.ts';
import { isDone } from './paths.rules.ts';

const YEAR = 365 * 86_400;

let bank: TestApplication;
let adminId: string;
let admin: TestClient;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, skillsRoom, coursesRoom, plansRoom]);
  adminId = (await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'] }))).id;
  admin = await clientOf(bank, adminId);
});
afterAll(() => bank.close());

interface Step { required: boolean; mode: 'all' | 'any'; courses: string[] }

async function published(steps: readonly Step[]): Promise<string> {
  const { body } = await admin.post('/paths', {
    title: `年度路径 ${uuid().slice(-6)}`, description: '', profileId: null, ordered: false, audience: [],
    steps: steps.map(({ required, mode, courses }, at) => ({ key: `s${at}`, title: `第 ${at} 步`, required, mode, items: courses.map((courseId) => ({ kind: 'course', courseId })) })),
  });
  expect(await admin.post(`/paths/${body.id}/publish`)).toMatchObject({ status: 200 });
  return body.id;
}

/** A path that persons owe every year, due in 60 days, open 90 days before. */
async function owedYearly(pathId: string, personId: string): Promise<string> {
  const due = await dayFromNow(bank, 60);
  const made = await admin.post('/assignments', {
    title: '年度必修', reason: '监管要求', target: { kind: 'path', id: pathId }, audience: { kind: 'people.persons', value: { personIds: [personId] } },
    due: { kind: 'yearly', month: Number(due.slice(5, 7)), day: Number(due.slice(8)), opensDaysBefore: 90 },
  });
  expect(await admin.post(`/assignments/${made.body.id}/activate`, { affected: 1 })).toMatchObject({ status: 200 });
  return made.body.id;
}

/** The next year begins: sessions are over, and the night opens what is due in it. */
async function nextYear(assignments: readonly string[]): Promise<void> {
  await bank.moveClock(YEAR);
  admin = await clientOf(bank, adminId);
  await bank.app.get(PlansDay).run();
  await bank.work();
  for (const id of assignments) {
    const runs: { id: string; state: string; counts: { affected: number } }[] = (await admin.get(`/assignments/${id}/runs`)).body.items;
    for (const run of runs.filter(({ state }) => state === 'waiting')) await admin.post(`/assignments/${id}/runs/${run.id}/confirm`, { affected: run.counts.affected });
  }
  await bank.work();
}

const statuses = async (client: TestClient): Promise<string[]> => (await client.get('/obligations?state=all')).body.items.map((one: { status: string }) => one.status);
const completionsOf = (pathId: string): Promise<{ person_id: string }[]> => bank.database.rows(statement('plans.test_turns', 'select person_id from plans.path_completion where path_id = $1'), [pathId]);

test('a path owed every year is done every year, by the courses completed in it; last year stays as evidence', async () => {
  const [one, two] = [await shortCourse(bank), await shortCourse(bank)];
  const pathId = await published([{ required: true, mode: 'all', courses: [one.id] }, { required: true, mode: 'all', courses: [two.id] }]);
  const personId = (await bank.write((tx) => makePerson(tx))).id;
  let learner = await clientOf(bank, personId);
  const assignment = await owedYearly(pathId, personId);
  await bank.work();
  for (const course of [one, two]) await take(learner, course.id);
  await bank.work();
  expect(await statuses(learner)).toEqual(['completed']);
  expect((await learner.get(`/paths/${pathId}`)).body).toMatchObject({ percent: 100, completedAt: expect.any(String), completedBefore: null, owed: { dueOn: await dayFromNow(bank, 60) } });

  await nextYear([assignment]);
  learner = await clientOf(bank, personId);
  expect(await statuses(learner)).toEqual(['not_started', 'completed']);
  const { body: anew } = await learner.get(`/paths/${pathId}`);
  expect(anew).toMatchObject({ percent: 0, next: 's0', completedAt: null, completedBefore: expect.any(String), stepViews: [{ state: 'open', items: [{ satisfied: false, course: { registrationId: null } }] }, { state: 'open' }] });
  await take(learner, one.id);
  await bank.work();
  expect(await statuses(learner)).toEqual(['in_progress', 'completed']);
  expect((await learner.get(`/paths/${pathId}`)).body).toMatchObject({ percent: 50, next: 's1', completedAt: null });
  await take(learner, two.id);
  await bank.work();
  await bank.app.get(PlansDay).run();
  expect(await statuses(learner)).toEqual(['completed', 'completed']);
  expect((await learner.get(`/paths/${pathId}`)).body).toMatchObject({ percent: 100, next: null, completedAt: expect.any(String), completedBefore: anew.completedBefore });
  expect(await completionsOf(pathId)).toHaveLength(2);
  const told = (await learner.get('/notifications')).body.items.filter((message: { link: string }) => message.link === `/paths/${pathId}`);
  expect(told).toHaveLength(2);
});

test('in each of two years an obligation is open until every required step is satisfied by courses of that year, whatever the steps', async () => {
  const courses = await Promise.all(Array.from({ length: 4 }, () => shortCourse(bank)));
  const ids = courses.map(({ id }) => id);
  const some = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 4 });
  const step = fc.record({ required: fc.boolean(), mode: fc.constantFrom<'all' | 'any'>('all', 'any'), courses: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }) });
  const kind = fc.record({ steps: fc.array(step, { minLength: 1, maxLength: 3 }).filter((steps) => steps.some(({ required }) => required)), years: fc.tuple(some, some) });
  const cases = await Promise.all(fc.sample(kind, { numRuns: 12, seed: 20261125 }).map(async ({ steps, years }) => {
    const [pathId, personId] = [await published(steps), (await bank.write((tx) => makePerson(tx))).id];
    return { steps, years, pathId, personId, assignment: await owedYearly(pathId, personId) };
  }));
  for (const year of [0, 1]) {
    for (const { steps, years, pathId, personId } of cases) {
      await bank.work();
      const client = await clientOf(bank, personId);
      for (const id of years[year]!) await take(client, id);
      await bank.work();
      const done = steps.filter(({ required }) => required).every(({ mode, courses: asked }) => isDone({ required: true, mode, items: asked.map((id) => ({ satisfied: years[year]!.includes(id), minutes: 0 })) }));
      expect({ steps, years, year, completed: (await statuses(client))[0] === 'completed', shown: (await client.get(`/paths/${pathId}`)).body.percent === 100 }).toEqual({ steps, years, year, completed: done, shown: done });
    }
    if (year === 0) await nextYear(cases.map(({ assignment }) => assignment));
  }
});
