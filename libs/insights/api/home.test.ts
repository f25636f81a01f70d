import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { article, makeCourse, quiz } from '@zhixing/courses/testing';
import { Home } from '@zhixing/insights/contract';
import { messagesRoom } from '@zhixing/messages/api';
import { type Department, ManagerRelation, type Person, peopleRoom } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { plansRoom } from '@zhixing/plans/api';
import { dayFromNow, makeClass } from '@zhixing/plans/testing';
import { first, statement } from '@zhixing/platform/api';
import { testApp, type TestApplication } from '@zhixing/platform/testing';
import { skillsRoom } from '@zhixing/skills/api';
import { v7 as uuid } from 'uuid';
import { insightsRoom } from './index.ts';
import { learn, type Standing, study } from './testing.ts';

let bank: TestApplication;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, skillsRoom, coursesRoom, plansRoom, insightsRoom]);
});
afterAll(() => bank.close());

const LESSONS = [article('a1', { hanzi: 700 }), article('a2', { hanzi: 700 }), quiz('q1'), article('extra', { required: false })];

/** A person in a department of their own, whose courses nobody else sees. */
async function joiner(): Promise<{ me: Person; department: Department }> {
  return bank.write(async (tx) => {
    const department = await makeDepartment(tx);
    return { department, me: await makePerson(tx, { department }) };
  });
}
const course = (department: Department, o: Parameters<typeof makeCourse>[2] = {}, lessons = LESSONS) => bank.write((tx) => makeCourse(tx, lessons, { audience: [department.id], ...o }));
const learning = (person: Person, courseId: string, o?: Standing) => bank.write((tx) => learn(tx, person.id, courseId, o));
const homeOf = async (person: Person): Promise<Home> => {
  const answer = await (await clientOf(bank, person.id)).get('/insights/home');
  expect(answer.status).toBe(200);
  return Home.parse(answer.body);
};

test('a new joiner has empty figures and an introductory course to begin with', async () => {
  const { me, department } = await joiner();
  await course(department, { level: 3, publishedAt: new Date('2099-01-02') });
  const beginner = await course(department, { level: 1, publishedAt: new Date('2099-01-01') });
  const home = await homeOf(me);
  expect(home.strip).toEqual({ overdue: 0, dueSoon: 0, expiring: 0, learning: 0, unopened: 0, finishedThisYear: 0, minutesThisYear: 0 });
  expect(home.courses).toEqual([]);
  expect(home.week).toMatchObject({ minutes: 0, lessons: 0, minutesLastWeek: 0 });
  expect(home.next[0]).toEqual({
    course: { id: beginner.id, title: beginner.title, domain: beginner.domain }, path: null,
    registrationId: null, lessonKey: null, percent: 0, minutesLeft: beginner.minutes, reason: { code: 'first' },
  });
  expect(home.next.length + home.recommended.length).toBeLessThanOrEqual(6);
});

test('who finished something is offered the newest course instead of an introduction', async () => {
  const { me, department } = await joiner();
  await learning(me, (await course(department)).id, { finished: { ago: '1 day', score: 90 } });
  await course(department, { level: 1, publishedAt: new Date('2098-01-01') });
  const newest = await course(department, { level: 3, publishedAt: new Date('2100-01-01') });
  const home = await homeOf(me);
  expect(home.next[0]).toMatchObject({ course: { id: newest.id }, reason: { code: 'new' } });
  expect(home.courses).toMatchObject([{ state: 'finished', percent: 100 }]);
});

test('what most colleagues of the own department finished is offered first, with how many they are', async () => {
  const { me, department } = await joiner();
  const [popular, other] = [await course(department), await course(department, { publishedAt: new Date('2099-06-01') })];
  await bank.write(async (tx) => {
    const colleagues = [await makePerson(tx, { department }), await makePerson(tx, { department }), await makePerson(tx)];
    for (const colleague of colleagues) await learn(tx, colleague.id, popular.id, { finished: { ago: '3 days' } });
    await learn(tx, colleagues[0]!.id, other.id, { finished: { ago: '3 days' } });
  });
  const home = await homeOf(me);
  expect(home.next.slice(0, 2)).toMatchObject([
    { course: { id: popular.id }, reason: { code: 'colleagues', people: 2 } },
    { course: { id: other.id }, reason: { code: 'colleagues', people: 1 } },
  ]);
});

test('a failed quiz comes first, then what was left last, then what waits longest; never more than three', async () => {
  const { me, department } = await joiner();
  const [left, leftLonger, failed, waiting] = [await course(department), await course(department), await course(department), await course(department)];
  const retry = await learning(me, failed.id, { quiet: '20 days', done: ['a1', 'a2'], failed: { key: 'q1', times: 1, score: 60 } });
  const resume = await learning(me, left.id, { quiet: '1 second', done: ['a1'] });
  const older = await learning(me, leftLonger.id, { quiet: '3 days' });
  await learning(me, waiting.id, { registered: '5 days' });
  const { next, strip } = await homeOf(me);
  expect(strip).toMatchObject({ learning: 3, unopened: 1 });
  expect(next.map((step) => [step.registrationId, step.lessonKey, step.percent, step.reason])).toEqual([
    [retry, 'q1', 66, { code: 'retry', lesson: '测验 q1', score: 60 }],
    [resume, 'a2', 33, { code: 'resume', lesson: '课时 a2', days: expect.any(Number) }],
    [older, 'a1', 0, { code: 'resume', lesson: '课时 a1', days: 3 }],
  ]);
});

test('the minutes left are those of the required lessons that are not done', async () => {
  const { me, department } = await joiner();
  const taken = await course(department);
  await learning(me, taken.id, { quiet: '1 hour', done: ['a1'] });
  const minutes = await first<{ rest: number }>(bank.database, statement('test.rest', `select sum(minutes)::int as rest from courses.lesson where version_id = $1 and required and key <> 'a1'`), [taken.currentVersionId]);
  expect((await homeOf(me)).next[0]!.minutesLeft).toBe(minutes!.rest);
});

test('an unopened registration says for how many days, and leads to the first lesson', async () => {
  const { me, department } = await joiner();
  const id = await learning(me, (await course(department)).id, { registered: '4 days' });
  expect((await homeOf(me)).next[0]).toMatchObject({ registrationId: id, lessonKey: 'a1', reason: { code: 'open', lesson: '课时 a1', days: 4 } });
});

test('a quiz without tries left is not offered again', async () => {
  const { me, department } = await joiner();
  const limited = await course(department, {}, [article('a1'), quiz('q1', { attempts: 2 })]);
  await learning(me, limited.id, { quiet: '1 day', failed: { key: 'q1', times: 2 } });
  expect((await homeOf(me)).next[0]).toMatchObject({ reason: { code: 'resume' }, lessonKey: 'a1' });
});

test('courses of other departments are never suggested, nor those I am registered at', async () => {
  const { me, department } = await joiner();
  const [{ department: elsewhere }, mine] = [await joiner(), await course(department, { publishedAt: new Date('2101-01-01') })];
  const hidden = await course(elsewhere, { publishedAt: new Date('2102-01-01') });
  await learning(me, mine.id, { status: 'abandoned' });
  const home = await homeOf(me);
  const suggested = [...home.next.map((step) => step.course!.id), ...home.recommended.map((card) => card.id)];
  expect(suggested).not.toContain(hidden.id);
  expect(suggested).not.toContain(mine.id);
});

test('the week runs from Monday 00:00 in Shanghai; its days add up to its minutes', async () => {
  const { me, department } = await joiner();
  const { monday } = (await first<{ monday: Date }>(bank.database, statement('test.monday', `select date_trunc('week', platform.today()::timestamp) at time zone 'Asia/Shanghai' as monday`)))!;
  const after = (milliseconds: number) => new Date(monday.getTime() + milliseconds);
  const id = await learning(me, (await course(department)).id, { quiet: '0' });
  await bank.write(async (tx) => {
    await study(tx, id, after(-1), 600);
    await study(tx, id, after(0), 90);
    await study(tx, id, after(86_400_000), 90);
    await study(tx, id, after(7 * 86_400_000 - 1), 120);
    await study(tx, id, after(7 * 86_400_000), 6000);
  });
  const { week } = await homeOf(me);
  expect(week.days.map((day) => day.minutes)).toEqual([2, 1, 0, 0, 0, 0, 2]);
  expect(week.minutes).toBe(5);
  expect(week.minutesLastWeek).toBe(10);
  expect(week.days.filter((day) => day.today)).toHaveLength(1);
});

test('lessons finished today and figures of the year equal a recount of the raw rows', async () => {
  const { me, department } = await joiner();
  const [open, done] = [await course(department), await course(department)];
  const id = await learning(me, open.id, { quiet: '0', done: ['a1', 'a2'] });
  await learning(me, done.id, { finished: { ago: '0' } });
  const now = (await first<{ now: Date }>(bank.database, statement('test.now', 'select platform.now() as now')))!.now;
  await bank.write((tx) => study(tx, id, now, 3700));
  const { strip, week } = await homeOf(me);
  expect(week.lessons).toBe(2);
  expect(week.days.find((day) => day.today)).toMatchObject({ lessons: 2, minutes: 62 });
  expect(strip).toMatchObject({ learning: 1, finishedThisYear: 1, minutesThisYear: 62 });
});

test('my courses: under way first, then unopened, then finished; the newest try only', async () => {
  const { me, department } = await joiner();
  const [one, two, three] = [await course(department), await course(department), await course(department)];
  const finished = await learning(me, one.id, { finished: { ago: '2 hours' } });
  const unopened = await learning(me, two.id, { registered: '1 hour' });
  await learning(me, three.id, { status: 'abandoned', quiet: '9 days' });
  const again = await learning(me, three.id, { seq: 2, quiet: '8 days' });
  const { courses } = await homeOf(me);
  expect(courses.map((row) => [row.registrationId, row.state])).toEqual([[again, 'learning'], [unopened, 'registered'], [finished, 'finished']]);
});

test('nobody who is not signed in has a home', async () => {
  expect((await bank.anonymous.get('/insights/home')).status).toBe(401);
});

test('what is due comes before everything else, begun or not, and is overdue the day after', async () => {
  const { me, department } = await joiner();
  const manager = await bank.write(async (tx) => {
    const head = await makePerson(tx, { department });
    await tx.manager.insert(ManagerRelation, { id: uuid(), personId: me.id, managerId: head.id, kind: 'line', validFrom: '2020-01-01', validUntil: null });
    return clientOf(bank, head.id);
  });
  const [begun, owed, later] = [await course(department), await course(department), await course(department)];
  await learning(me, begun.id, { quiet: '1 hour', failed: { key: 'q1', times: 1 } });
  const assign = async (courseId: string, days: number) => {
    const answer = await (await manager).post('/assignments/direct', { target: { kind: 'course', id: courseId }, personIds: [me.id], dueOn: await dayFromNow(bank, days), reason: '季度专项' });
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 201 });
  };
  await assign(owed.id, 2);
  await assign(later.id, 30);
  await bank.work();

  const soon = await homeOf(me);
  expect(soon.strip).toMatchObject({ overdue: 0, dueSoon: 1 });
  expect(soon.next.map((step) => [step.course!.id, step.reason.code])).toEqual([[owed.id, 'due'], [begun.id, 'retry'], expect.anything()]);
  expect(soon.next[0]).toMatchObject({ registrationId: null, lessonKey: null, minutesLeft: owed.minutes, reason: { days: 2 } });
  expect(soon.recommended.map((card) => card.id)).not.toContain(owed.id);

  await learning(me, owed.id, { quiet: '1 minute' });
  await bank.moveClock(3 * 86_400);
  const late = await homeOf(me);
  expect(late.strip).toMatchObject({ overdue: 1, dueSoon: 0 });
  expect(late.next[0]).toMatchObject({ course: { id: owed.id }, registrationId: expect.any(String), reason: { code: 'overdue', days: 1 } });
  expect(late.deadlines).toEqual([]);
});

test('half-days of training classes stand in the week they take place in, until one is off the roster', async () => {
  const { me } = await joiner();
  const admin = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'] }))).id);
  const { id } = await makeClass(bank, admin);
  expect((await homeOf(me)).halfDays).toEqual([]);
  await admin.post(`/classes/${id}/members`, { personIds: [me.id] });
  const home = await homeOf(me);
  const days = [await dayFromNow(bank), await dayFromNow(bank, 1)].filter((day) => home.week.days.some((one) => one.date === day));
  expect(home.halfDays.map((one) => one.day)).toEqual(days);
  expect(home.halfDays[0]).toMatchObject({ classId: id, title: '大模型应用工程师培训班', startsAt: '00:30', room: '总行培训中心' });
  await admin.post(`/classes/${id}/members/removal`, { personId: me.id, reason: '岗位调整' });
  expect((await homeOf(me)).halfDays).toEqual([]);
});

test('of a path that is overdue or due soon its next step is the card: the course one is in, the first one, or the path when a skill is to be proved', async () => {
  const { me, department } = await joiner();
  const admin = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'] }))).id);
  const [one, two, begun] = [await course(department), await course(department), await course(department)];
  const item = ({ id: courseId }: { id: string }) => ({ kind: 'course', courseId });
  const stepOf = (key: string, items: object[], mode = 'all') => ({ key, title: `第一年·${key}`, required: true, mode, items });
  const path = (await admin.post('/paths', {
    title: '合规必修路径', description: '', profileId: null, ordered: true, audience: [department.id], steps: [stepOf('a', [item(one)]), stepOf('b', [item(two), item(begun)], 'any'), stepOf('c', [{ kind: 'skill', skillId: 'rag', level: 2 }])],
  })).body.id;
  expect(await admin.post(`/paths/${path}/publish`)).toMatchObject({ status: 200 });
  const made = await admin.post('/assignments', { title: '年度合规', reason: '监管要求', target: { kind: 'path', id: path }, audience: { kind: 'people.persons', value: { personIds: [me.id] } }, due: { kind: 'fixed', on: await dayFromNow(bank, 3) } });
  await admin.post(`/assignments/${made.body.id}/activate`, { affected: 1 });
  await bank.work();
  const soon = await homeOf(me);
  expect(soon.next[0]).toMatchObject({ course: { id: one.id }, path: { id: path, title: '合规必修路径', step: '第一年·a' }, registrationId: null, minutesLeft: one.minutes, reason: { code: 'due', assignment: '年度合规', days: 3 } });

  await learning(me, one.id, { finished: { ago: '1 hour' } });
  const registration = await learning(me, begun.id, { quiet: '1 hour', done: ['a1'] });
  await bank.moveClock(5 * 86_400);
  const late = await homeOf(me);
  expect(late.next.filter((step) => step.course?.id === begun.id)).toHaveLength(1);
  expect(late.next[0]).toMatchObject({ course: { id: begun.id }, path: { id: path, step: '第一年·b' }, registrationId: registration, lessonKey: 'a2', reason: { code: 'overdue', days: 2 } });

  await learning(me, two.id, { finished: { ago: '1 hour' } });
  expect((await homeOf(me)).next[0]).toMatchObject({ course: null, path: { id: path, step: '第一年·c' }, registrationId: null, minutesLeft: 0, reason: { code: 'overdue', days: 2 } });
});
