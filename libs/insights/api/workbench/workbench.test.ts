import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { article, makeCourse, quiz } from '@zhixing/courses/testing';
import { HardQuestions, Workbench } from '@zhixing/insights/contract';
import { messagesRoom } from '@zhixing/messages/api';
import { type Department, peopleRoom, type Person } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { plansRoom } from '@zhixing/plans/api';
import { dayFromNow, owed, shortCourse, take } from '@zhixing/plans/testing';
import { recognitionRoom } from '@zhixing/recognition/api';
import { v7 as uuid } from 'uuid';
import { insightsRoom } from '../index.ts';

let bank: TestApplication;
let branch: Department;
let members: Person[];
let clients: { admin: TestClient; branchAdmin: TestClient };
let adminId: string;
let campaign: string;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, coursesRoom, plansRoom, recognitionRoom, insightsRoom]);
  const course = await shortCourse(bank);
  await bank.write(async (tx) => {
    branch = await makeDepartment(tx, '工作台支行');
    const elsewhere = await makeDepartment(tx, '别处');
    members = [];
    for (let place = 0; place < 4; place++) members.push(await makePerson(tx, { department: branch }));
    members.push(await makePerson(tx, { department: elsewhere }));
    adminId = (await makePerson(tx, { roles: ['ld_admin'] })).id;
  });
  const branchAdmin = await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'], scope: branch.id }));
  clients = { admin: await clientOf(bank, adminId), branchAdmin: await clientOf(bank, branchAdmin.id) };
  const audience = { kind: 'people.persons', value: { personIds: members.map((one) => one.id) } };
  campaign = await activated({ title: '工作台任务', reason: '监管要求', target: { kind: 'course', id: course.id }, audience, due: { kind: 'fixed', on: await dayFromNow(bank, 10) } });
  // other files of this worker have assigned in years to come
  await bank.write((tx) => tx.rows(statement('test.newest', `update plans.assignment set created_at = '2999-01-01' where id = $1`), [campaign]));
  await take(await clientOf(bank, members[0]!.id), course.id, false);
  await take(await clientOf(bank, members[1]!.id), course.id);
  await bank.work();
  // one is past due, as after some days
  const late = (await owed(bank, campaign)).find((row) => row.person_id === members[2]!.id)!;
  await bank.write((tx) => tx.rows(statement('test.overdue', 'update plans.obligation set clock_from = clock_from - 9, base_due_on = platform.today() - 1, due_on = platform.today() - 1 where id = $1'), [late.id]));
  // the deadline leaves no time: everybody is an exception
  await activated({ title: '期限不足', reason: '监管要求', target: { kind: 'course', id: (await shortCourse(bank)).id }, audience, due: { kind: 'fixed', on: await dayFromNow(bank, 2) }, minimumDays: 9 });
  const asks = (await owed(bank, campaign)).find((row) => row.person_id === members[3]!.id)!;
  await (await clientOf(bank, members[3]!.id)).post('/extensions', { obligationId: asks.id, until: await dayFromNow(bank, 30), reason: '出差在外' });
  await bank.work();
});
/** The database of this worker is that of other files too: nothing stays the newest, or broken. */
afterAll(async () => {
  await bank.write(async (tx) => {
    await tx.rows(statement('test.older', `update plans.assignment set created_at = platform.now() where id = $1`), [campaign]);
    await tx.rows(statement('test.no_run', `update plans.assignment_run set state = 'discarded', finished_at = platform.now() where assignment_id = $1 and state = 'waiting'`), [campaign]);
    await tx.rows(statement('test.no_mail', `delete from messages.delivery where person_id = $1`), [members[0]!.id]);
    await tx.rows(statement('test.no_sync', `update people.bulk_change set created_at = '2000-01-01' where name = 'hr.csv' and sha256 = 'x'`));
  });
  await bank.close();
});

async function activated(body: object): Promise<string> {
  const made = await clients.admin.post('/assignments', body);
  expect(made.status).toBe(201);
  const { affected } = (await clients.admin.get(`/assignments/${made.body.id}/difference`)).body;
  expect((await clients.admin.post(`/assignments/${made.body.id}/activate`, { affected })).status).toBe(200);
  await bank.work();
  return made.body.id;
}
const today = async (client: TestClient): Promise<Workbench> => Workbench.parse((await client.get('/insights/workbench')).body);
const number = async (sql: string): Promise<number> => (await bank.database.rows<{ n: number }>(statement(`test.${uuid()}`, `select count(*)::int as n from ${sql}`)))[0]!.n;

test('the funnel of a campaign is that of its people: recounted from raw rows, for a branch only its own', async () => {
  const whole = (await today(clients.admin)).campaigns.find((one) => one.id === campaign);
  expect(whole).toMatchObject({ title: '工作台任务', cycle: '', assigned: 5, started: 2, done: 1, late: 1, dueOn: await dayFromNow(bank, 10) });
  const of = `plans.obligation o where o.assignment_id = '${campaign}' and o.state <> 'cancelled'`;
  const begun = `exists (select from courses.registration r where r.person_id = o.person_id and r.course_id = o.target_id and r.started_at is not null)`;
  expect(await number(of)).toBe(whole!.assigned);
  expect(await number(`${of} and ${begun}`)).toBe(whole!.started);
  expect(await number(`${of} and o.state = 'completed'`)).toBe(whole!.done);
  expect(await number(`${of} and o.state = 'open' and o.due_on < platform.today()`)).toBe(whole!.late);
  const { body: funnel } = await clients.admin.get(`/assignments/${campaign}/funnel`);
  expect(whole).toMatchObject({ assigned: funnel.assigned, started: funnel.started, done: funnel.done, late: funnel.late });
  expect((await today(clients.branchAdmin)).campaigns.find((one) => one.id === campaign)).toMatchObject({ assigned: 4, started: 2, done: 1, late: 1 });
});

test('what waits is as long as the lists it leads to, within the scope', async () => {
  for (const client of [clients.admin, clients.branchAdmin]) {
    const { waiting } = await today(client);
    const { counts } = (await client.get('/assignments/exceptions')).body;
    expect(waiting.exceptions).toBe(Object.values<number>(counts).reduce((sum, one) => sum + one, 0));
    let approvals = 0;
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body }: { body: { items: unknown[]; nextCursor: string | null } } = await client.get(`/approvals?limit=100${cursor && `&cursor=${cursor}`}`);
      approvals += body.items.length;
      cursor = body.nextCursor;
    }
    expect(waiting.approvals).toBe(approvals);
  }
  expect((await today(clients.branchAdmin)).waiting).toMatchObject({ exceptions: 4, approvals: 1, runs: [] });
});

test('active campaigns are counted beyond those shown; learners and managers have no workbench', async () => {
  const { campaigns, activeCampaigns } = await today(clients.admin);
  expect(activeCampaigns).toBe(await number(`plans.assignment where state = 'active' and origin = 'l_and_d'`));
  expect(campaigns.length).toBe(Math.min(8, activeCampaigns));
  expect((await (await clientOf(bank, members[0]!.id)).get('/insights/workbench')).status).toBe(403);
});

test('a reconciliation that waits for a word, mails given up and the newest file of the HR system are told', async () => {
  await bank.write(async (tx) => {
    await tx.rows(statement('test.run', `insert into plans.assignment_run (id, assignment_id, cycle, cause, state, counts, done, created_at) values ($1, $2, '', 'nightly', 'waiting', '{"affected": 1234}', 0, platform.now())`), [uuid(), campaign]);
    await tx.rows(statement('test.dead', `insert into messages.delivery (id, channel, person_id, digest_day, state, attempts, reason, created_at, finished_at) values ($1, 'mail', $2, '2020-01-01', 'dead', 5, 'refused', platform.now(), platform.now())`), [uuid(), members[0]!.id]);
  });
  const file = uuid();
  await bank.write(async (tx) => {
    await tx.rows(statement('test.file_bytes', `insert into platform.file_content (sha256, size, type, kept_at) values ($1, 1, 'text/csv', platform.now())`), [file.replaceAll('-', '').repeat(2)]);
    await tx.rows(statement('test.file', `insert into platform.file (id, sha256, name, created_at) values ($1, $2, 'hr.csv', platform.now())`), [file, file.replaceAll('-', '').repeat(2)]);
    await tx.rows(statement('test.sync', `insert into people.bulk_change (id, name, sha256, size, file_id, source, complete, state, counts, created_at, undoable)
      values ($1, 'hr.csv', 'x', 1, $1, 'feed', true, 'applied', '{"new": 12, "missing": 3, "changed": 41, "error": 2}', platform.now(), false)`), [file]);
  });
  const mine = await today(clients.branchAdmin);
  expect(mine.hrSync).toMatchObject({ id: file, state: 'applied', added: 12, left: 3, changed: 41, errors: 2 });
  expect(mine.failedMails).toBe(1);
  expect(mine.waiting.runs).toEqual([]); // head office confirms its own
  const { waiting } = await today(clients.admin);
  expect(waiting.runs).toContainEqual({ assignmentId: campaign, title: '工作台任务', affected: 1234 });
});

test('questions that fewer than 30 % answered right are named with the share of the course’s statistics, and only in courses one administers', async () => {
  const course = await bank.write((tx) => makeCourse(tx, [article('a1'), quiz('q1', { questions: 2, passMark: 50 })], { ownerId: adminId, title: '难题课程' }));
  for (const [place, person] of members.entries()) {
    const client = await clientOf(bank, person.id);
    const { body: registration } = await client.post(`/courses/${course.id}/registrations`);
    const { body: attempt } = await client.post(`/registrations/${registration.id}/lessons/q1/attempts`);
    await client.put(`/attempts/${attempt.id}/answers`, { answers: attempt.questions.map((question: { id: string }, at: number) => ({ questionId: question.id, sequence: 1, choices: [at === 0 && place > 0 ? 'c' : 'a'] })) });
    await client.post(`/attempts/${attempt.id}/submit`);
  }
  const { items } = HardQuestions.parse((await clients.admin.get('/insights/workbench/questions')).body);
  const mine = items.filter((one) => one.courseId === course.id);
  expect(mine).toEqual([expect.objectContaining({ course: '难题课程', answers: 5, percent: 20 })]);
  const { body: figures } = await clients.admin.get(`/courses/${course.id}/statistics`);
  expect(figures.questions.find((one: { stem: string }) => one.stem === mine[0]!.stem)).toMatchObject({ n: 5, facility: 0.2 });
  const { items: others } = HardQuestions.parse((await clients.branchAdmin.get('/insights/workbench/questions')).body);
  expect(others.filter((one) => one.courseId === course.id)).toEqual([]);
});
