import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { messagesRoom } from '@zhixing/messages/api';
import { OrganisationService, peopleRoom, type Person } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { type TestApplication, type TestClient, testApp } from '@zhixing/platform/testing';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { compliance, plansRoom, punctuality } from './index.ts';
import { dayFromNow, owed, Reminders, shortCourse, take } from './testing.ts';

const BY = { personId: uuid(), address: 'test', requestId: 'test' };
const DAY = 86_400;

let bank: TestApplication;
let head: Person;
let manager: Person;
let adminId: string;
let boss: TestClient;
let admin: TestClient;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, coursesRoom, plansRoom]);
  head = await bank.write((tx) => makePerson(tx, { displayName: '部门负责人' }));
  manager = await bank.write((tx) => makePerson(tx, { displayName: '团队负责人', manager: head.id }));
  adminId = (await bank.write((tx) => makePerson(tx, { displayName: '培训经理', roles: ['ld_admin'] }))).id;
});
afterAll(() => bank.close());
/** Logins end when business time moves. */
const signIn = async () => {
  boss = await clientOf(bank, manager.id);
  admin = await clientOf(bank, adminId);
};
beforeEach(signIn);

const report = () => bank.write((tx) => makePerson(tx, { displayName: '组员', manager: manager.id }));

/** What the manager asks of a new report, due in so many days. */
async function asked(days: number, o: { people?: number } = {}): Promise<{ person: Person; people: Person[]; assignment: string; course: string; id: string }> {
  const people = await Promise.all(Array.from({ length: o.people ?? 1 }, report));
  const course = await shortCourse(bank);
  const made = await boss.post('/assignments/direct', { target: { kind: 'course', id: course.id }, personIds: people.map((one) => one.id), dueOn: await dayFromNow(bank, days), reason: '新系统上线' });
  expect(made.status).toBe(201);
  await bank.work();
  const [obligation] = await owed(bank, made.body.id);
  return { person: people[0]!, people, assignment: made.body.id, course: course.id, id: obligation!.id };
}
const told = async (personId: string, template: string) =>
  (await bank.database.rows<{ stage: string; values: Record<string, unknown> }>(statement('test.told', 'select stage, "values" from messages.message where person_id = $1 and template = $2 order by at, id'), [personId, template]));
const statusOf = async (id: string, client = boss) => (await client.get(`/obligations/${id}`)).body.status;
/** Moves to the next morning of a working day, and reminds. */
const nextMorning = async (days: number) => {
  await bank.moveClock(days * DAY);
  await bank.app.get(Reminders).run();
  await bank.work();
};

test('a manager assigns to people of the line only; the person sees who asks, why and until when, learns, and is done', async () => {
  const { person, course, id, assignment } = await asked(20);
  const stranger = await bank.write((tx) => makePerson(tx, { displayName: '外人' }));
  expect((await boss.post('/assignments/direct', { target: { kind: 'course', id: course }, personIds: [stranger.id], dueOn: await dayFromNow(bank, 9), reason: '试试' })).body).toMatchObject({ code: 'plans.outside_line', values: { names: '外人' } });
  expect((await boss.post('/assignments/direct', { target: { kind: 'course', id: uuid() }, personIds: [person.id], dueOn: await dayFromNow(bank, 9), reason: '试试' })).body.code).toBe('plans.target_closed');
  const me = await clientOf(bank, person.id);
  expect((await me.get('/obligations')).body).toMatchObject({
    counts: { open: 1, overdue: 0, done: 0 },
    items: [{ id, status: 'not_started', reason: '新系统上线', mandatory: true, assignment: { origin: 'manager', owner: { displayName: '团队负责人' } }, dueOn: await dayFromNow(bank, 20), zone: 'Asia/Shanghai' }],
  });
  expect(await told(person.id, 'plans.assigned')).toHaveLength(1);
  await take(me, course);
  await bank.work();
  expect((await me.get('/obligations?state=done')).body.items).toMatchObject([{ id, status: 'completed' }]);
  expect((await me.get(`/assignments/${assignment}/mine`)).body.changes.map((one: { cause: string }) => one.cause)).toEqual(['completion', 'rule', 'rule']);
  expect((await (await clientOf(bank, stranger.id)).get(`/obligations/${id}`)).status).toBe(404);
  expect((await boss.get(`/assignments/${assignment}/funnel`)).body).toMatchObject({ assigned: 1, started: 1, done: 1, late: 0 });
});

test('the list of a team: statuses, words, pages without gap or repetition, taken out as a workbook; a manager sees assignments of their own', async () => {
  const { people, assignment } = await asked(25, { people: 3 });
  const pages: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body }: { body: { items: { person: { id: string } }[]; nextCursor: string | null } } = await boss.get(`/assignments/${assignment}/people?limit=2&status=not_started${cursor && `&cursor=${cursor}`}`);
    pages.push(...body.items.map((one) => one.person.id));
    cursor = body.nextCursor;
  }
  expect(pages.sort()).toEqual(people.map((one) => one.id).sort());
  expect((await boss.get(`/assignments/${assignment}/people?status=overdue`)).body).toMatchObject({ items: [], total: 0 });
  const team = (await boss.get(`/obligations/team?q=${people[0]!.staffNumber}`)).body;
  expect(team).toMatchObject({ total: 1, items: [{ person: { id: people[0]!.id }, can: { remind: true } }] });
  const listed = (await boss.get('/assignments')).body.items;
  expect(listed.find((one: { id: string }) => one.id === assignment)).toMatchObject({ origin: 'manager', counts: { assigned: 3, done: 0, overdue: 0 } });
  expect(listed.every((one: { owner: { id: string } }) => one.owner.id === manager.id)).toBe(true);
  const job = (await boss.post('/exports', { kind: 'assignment-people', parameters: { assignmentId: assignment }, reason: '部门例会汇报' })).body;
  await bank.work();
  expect((await boss.get(`/jobs/${job.id}`)).body).toMatchObject({ status: 'done', done: 3, file: { name: expect.stringMatching(/\.xlsx$/) } });
});

test('first test: due 23:59 Shanghai seen from London: the same moment for everybody, and the day after it is late', async () => {
  const { id } = await asked(3);
  const { dueAt, dueOn } = (await boss.get(`/obligations/${id}`)).body;
  expect(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' }).format(new Date(dueAt))).toBe(`${dueOn} 23:59:59`);
  expect(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' }).format(new Date(dueAt))).toMatch(new RegExp(`^${dueOn} 1[56]:59$`));
  const now = async () => (await bank.database.rows<{ now: Date }>(statement('test.now', 'select platform.now() as now')))[0]!.now.getTime();
  await bank.moveClock(Math.floor((new Date(dueAt).getTime() - (await now())) / 1000) - 30);
  await signIn();
  expect(await statusOf(id)).toBe('due_soon');
  await bank.moveClock(31);
  expect(await statusOf(id)).toBe('overdue');
});

test('more time: asked for once, never decided by whoever asked, and the date before stays on record', async () => {
  const { person, id } = await asked(5);
  const me = await clientOf(bank, person.id);
  const [before, until] = [await dayFromNow(bank, 5), await dayFromNow(bank, 25)];
  const ask = (day: string) => me.post('/extensions', { obligationId: id, until: day, reason: '出差在外' });
  expect((await ask(before)).body).toMatchObject({ code: 'plans.due_not_later', values: { day: before } });
  const asks = await Promise.all([ask(until), ask(until), ask(until)]);
  expect(asks.map((one) => one.status).sort()).toEqual([201, 409, 409]);
  const [waiting] = (await boss.get('/approvals')).body.items.filter((one: { obligationId: string }) => one.obligationId === id);
  expect(waiting).toMatchObject({ kind: 'extension', person: { displayName: '组员' }, dueOn: before, until, reason: '出差在外' });
  expect((await (await clientOf(bank, head.id)).get('/approvals')).body.items.map((one: { id: string }) => one.id)).toContain(waiting.id);
  expect((await me.post(`/extensions/${waiting.id}/decision`, { decision: 'approved' })).status).toBe(403);
  const decisions = await Promise.all([boss.post(`/extensions/${waiting.id}/decision`, { decision: 'approved' }), admin.post(`/extensions/${waiting.id}/decision`, { decision: 'declined' })]);
  expect(decisions.map((one) => one.status).sort()).toEqual([200, 409]);
  const [asOf] = await bank.database.rows<{ due_on: string; status: string }>(statement('test.as_of', `select due_on::text, status from plans.obligations_as_of((select decided_at - interval '1 millisecond' from plans.extension where id = $1)) where obligation_id = $2`), [waiting.id, id]);
  expect(asOf).toEqual({ due_on: before, status: 'open' }); // as it stood before the decision
  if (decisions[0].status === 200) {
    const { dueOn, changes } = (await me.get(`/obligations/${id}`)).body;
    expect(dueOn).toBe(until);
    expect(changes.filter((one: { dueOn: string | null }) => one.dueOn).map((one: { dueOn: string; cause: string }) => [one.cause, one.dueOn])).toEqual([['extension', until], ['rule', before]]);
  }
});

test('a waiver needs evidence, is nobody’s own, is shown as waived and never as completed, and ends by date or by decision', async () => {
  const { person, id } = await asked(10);
  const grant = (o: object) => admin.post('/waivers', { obligationId: id, reason: '长期病假', expiresOn: '2099-12-31', ...o });
  expect((await grant({})).body.code).toBe('plans.evidence_needed');
  const evidence = (await admin.upload('/files', '病假条.txt', new TextEncoder().encode('诊断证明'))).body;
  expect((await boss.post('/waivers', { obligationId: id, reason: '长期病假', expiresOn: '2099-12-31', evidenceLink: 'https://oa.bank.example/1' })).status).toBe(403);
  const waived = await grant({ evidenceFileId: evidence.id, expiresOn: await dayFromNow(bank, 30) });
  expect(waived).toMatchObject({ status: 201, body: { status: 'waived', completedAt: null, waivers: [{ evidenceFile: { name: '病假条.txt' }, approvedBy: { displayName: '培训经理' } }] } });
  const mineOpen = async () => (await (await clientOf(bank, person.id)).get('/obligations')).body;
  expect(await mineOpen()).toMatchObject({ items: [], counts: { open: 0 } });
  await admin.delete(`/files/${evidence.id}`);
  const [waiver] = waived.body.waivers;
  expect((await (await clientOf(bank, person.id)).get(`/waivers/${waiver.id}/evidence`)).body).toBe('诊断证明');
  expect((await grant({ evidenceLink: 'https://oa.bank.example/2' })).body.code).toBe('plans.not_open');
  expect((await admin.post(`/waivers/${waiver.id}/revoke`, { reason: '已返岗' })).body.status).not.toBe('waived');
  expect((await admin.post(`/waivers/${waiver.id}/revoke`, { reason: '已返岗' })).body.code).toBe('plans.waiver_ended');

  const again = await grant({ evidenceLink: 'https://oa.bank.example/3', expiresOn: await dayFromNow(bank, 12) });
  expect(again.body.status).toBe('waived');
  await bank.moveClock(13 * DAY);
  await signIn();
  expect(await statusOf(id)).toBe('overdue'); // the waiver has expired by itself
  expect(await mineOpen()).toMatchObject({ items: [{ id }], counts: { open: 1, overdue: 1 } });
  const asOf = (moment: string) => bank.database.rows<{ status: string }>(statement('test.as_of_waiver', `select status from plans.obligations_as_of($1::timestamptz) where obligation_id = $2`), [moment, id]);
  expect(await asOf(new Date(new Date(again.body.waivers[0].approvedAt).getTime() + 1).toISOString())).toEqual([{ status: 'waived' }]);
  expect(await asOf(new Date(new Date(waiver.approvedAt).getTime() - 1).toISOString())).toEqual([{ status: 'open' }]);
  const mine = await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'], manager: manager.id }));
  const course = await shortCourse(bank);
  const own = (await boss.post('/assignments/direct', { target: { kind: 'course', id: course.id }, personIds: [mine.id], dueOn: await dayFromNow(bank, 9), reason: '学习' })).body.id;
  await bank.work();
  const [obligation] = await owed(bank, own);
  expect((await (await clientOf(bank, mine.id)).post('/waivers', { obligationId: obligation!.id, reason: '我自己', expiresOn: '2099-12-31', evidenceLink: 'https://x.example' })).body.code).toBe('plans.own_waiver');
});

test('leave pauses the clock: paused while away, later by the days away, on record as such', async () => {
  const { person, id } = await asked(10);
  const organisation = bank.app.get(OrganisationService);
  await bank.write(async (tx) => organisation.startLeave(tx, BY, person.id, { kind: 'sick', from: await dayFromNow(bank, 2), until: null }));
  await bank.work();
  expect(await statusOf(id)).toBe('not_started');
  await bank.moveClock(14 * DAY);
  await signIn();
  expect(await statusOf(id)).toBe('paused');
  const [leave] = await bank.database.rows<{ id: string }>(statement('test.leave', 'select id from people.leave where person_id = $1'), [person.id]);
  await bank.write(async (tx) => organisation.endLeave(tx, BY, person.id, leave!.id, await dayFromNow(bank)));
  await bank.work();
  const view = (await boss.get(`/obligations/${id}`)).body;
  expect(view).toMatchObject({ status: 'not_started', dueOn: await dayFromNow(bank, 8) }); // 12 days away
  expect(view.changes.find((one: { cause: string }) => one.cause === 'leave')).toMatchObject({ dueOn: await dayFromNow(bank, 8) });
});

test('first test: reminder once even if the job reruns; nothing for who is done or waived', async () => {
  const { people, assignment } = await asked(30, { people: 3 });
  const rows = await owed(bank, assignment);
  const [one, done, waived] = people as [Person, Person, Person];
  await admin.post('/waivers', { obligationId: rows.find((row) => row.person_id === waived.id)!.id, reason: '长期病假', expiresOn: '2099-12-31', evidenceLink: 'https://oa.bank.example/1' });
  await take(await clientOf(bank, done.id), (await boss.get(`/assignments/${assignment}`)).body.target.id);
  await bank.work();
  for (let day = 0; day < 31; day++) {
    await nextMorning(1);
    await bank.app.get(Reminders).run(); // the job runs again
  }
  await bank.work();
  expect((await told(one.id, 'plans.due_soon')).map((message) => message.stage)).toEqual(['t-14', 't-7', 't-1']);
  for (let day = 0; day < 22; day++) await nextMorning(1);
  await bank.work();
  expect((await told(one.id, 'plans.overdue')).map((message) => message.stage)).toEqual(['t+1']);
  const mine = (await told(manager.id, 'plans.member_overdue')).filter((message) => message.stage.startsWith('t+'));
  expect(mine.filter((message) => message.stage === 't+7').length).toBeGreaterThanOrEqual(1);
  expect((await told(head.id, 'plans.department_overdue')).filter((message) => message.values.people === 1).length).toBeGreaterThanOrEqual(1);
  for (const other of [done, waived]) expect([await told(other.id, 'plans.due_soon'), await told(other.id, 'plans.overdue')]).toEqual([[], []]);
}, 60_000);

test('first test: reminder once even if the worker is killed in the middle: told with the mark that it was told, or neither', async () => {
  for (let working = false; !working; ) {
    [{ working }] = await bank.database.rows<{ working: boolean }>(statement('test.working', 'select people.is_working_day(platform.today() + 1) as working')) as [{ working: boolean }];
    await bank.moveClock(DAY);
  }
  await signIn();
  const { people, assignment } = await asked(12, { people: 2 });
  const [, held] = await owed(bank, assignment);
  const at = (role: string) => Object.assign(new URL(role), { pathname: new URL(process.env.DATABASE_URL!).pathname }).href;
  const [blocker, killer] = [new pg.Client(process.env.DATABASE_URL), new pg.Client(at((JSON.parse(process.env.TEST_PG_URLS!) as { superuser: string }).superuser))];
  await Promise.all([blocker.connect(), killer.connect()]);
  await blocker.query('begin');
  await blocker.query(`insert into plans.reminder (obligation_id, stage, due_on, at) select id, 't-14', due_on, platform.now() from plans.obligation where id = $1`, [held!.id]);
  const killed = bank.app.get(Reminders).run().catch((error: Error) => error);
  for (let stopped = 0; !stopped; ) ({ rowCount: stopped } = (await killer.query(`select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and query like '%plans.reminder%' and pid <> pg_backend_pid()`)) as { rowCount: number });
  expect(await killed).toBeInstanceOf(Error);
  await blocker.query('rollback');
  await Promise.all([blocker.end(), killer.end()]);
  const reached = async () => Promise.all(people.map(async (one) => (await told(one.id, 'plans.due_soon')).map((message) => message.stage)));
  await bank.work();
  expect(await reached()).toEqual([[], []]);
  await bank.app.get(Reminders).run();
  await bank.work();
  expect(await reached()).toEqual([['t-14'], ['t-14']]);
}, 60_000);

test('reminding by hand: by those who answer for the person, once in three days however many try', async () => {
  const { person, id } = await asked(10);
  const remind = (client: TestClient) => client.post(`/obligations/${id}/reminders`);
  const answers = await Promise.all([remind(boss), remind(boss), remind(admin), remind(admin)]);
  expect(answers.map((one) => one.status).sort()).toEqual([200, 429, 429, 429]);
  expect(answers.find((one) => one.status === 429)!.body.values).toEqual({ day: await dayFromNow(bank, 3) });
  await bank.work();
  expect(await told(person.id, 'plans.reminded')).toHaveLength(1);
  expect((await remind(await clientOf(bank, person.id))).status).toBe(403);
  await bank.moveClock(3 * DAY + 5);
  await signIn();
  expect((await remind(boss)).status).toBe(200);
});

test('compliance: people without a mandatory item past due among those with one, excused ones taken out and counted; on time: completed by the due date', async () => {
  const { people, course, assignment } = await asked(2, { people: 4 });
  const rows = await owed(bank, assignment);
  const [done, waived] = people as [Person, Person];
  await take(await clientOf(bank, done.id), course);
  await admin.post('/waivers', { obligationId: rows.find((row) => row.person_id === waived.id)!.id, reason: '长期病假', expiresOn: '2099-12-31', evidenceLink: 'https://oa.bank.example/1' });
  await bank.work();
  const ids = people.map((one) => one.id);
  const figures = async () => (await bank.database.rows(statement('test.compliance', compliance('$1::uuid[]')), [ids]))[0];
  expect(await figures()).toEqual({ people: 3, compliant: 3, excused: 1 });
  await bank.moveClock(3 * DAY);
  expect(await figures()).toEqual({ people: 3, compliant: 1, excused: 1 });
  expect(await bank.database.rows(statement('test.punctuality', punctuality('$1::uuid[]', '$2::date', '$3::date')), [ids, await dayFromNow(bank, -5), await dayFromNow(bank)])).toEqual([{ due: 3, on_time: 1 }]);
});

test('nominations: people of the line, up to the quota of their department whoever is faster, and assigned once approved', async () => {
  const course = await shortCourse(bank);
  const draft = { title: '内训师培养', reason: '人才计划', target: { kind: 'course', id: course.id }, audience: { any: [] }, due: { kind: 'fixed', on: await dayFromNow(bank, 60) }, nominations: { quota: 2, until: await dayFromNow(bank, 10) } };
  const { id } = (await admin.post('/assignments', draft)).body;
  await admin.post(`/assignments/${id}/activate`, {});
  await bank.work();
  const team = await bank.write(async (tx) => {
    const first = await makePerson(tx, { manager: manager.id });
    const department = { id: (await tx.rows<{ department_id: string }>(statement('test.department', 'select department_id from people.card where person_id = $1'), [first.id]))[0]!.department_id };
    return [first, await makePerson(tx, { manager: manager.id, department: department as never }), await makePerson(tx, { manager: manager.id, department: department as never })];
  });
  const nominate = (...people: Person[]) => boss.post('/nominations', { assignmentId: id, personIds: people.map((one) => one.id), reason: '业务骨干' });
  const answers = await Promise.all(team.map((one) => nominate(one)));
  expect(answers.map((one) => one.status).sort()).toEqual([201, 201, 409]);
  expect(answers.find((one) => one.status === 409)!.body.code).toBe('plans.nomination_quota');
  const [one, other] = (await admin.get(`/nominations?assignmentId=${id}`)).body.items;
  expect((await boss.post(`/nominations/${one.id}/decision`, { decision: 'approved' })).status).toBe(403);
  await admin.post(`/nominations/${one.id}/decision`, { decision: 'approved' });
  await admin.post(`/nominations/${other.id}/decision`, { decision: 'declined', note: '名额有限' });
  expect(await owed(bank, id)).toMatchObject([{ person_id: one.person.id, state: 'open' }]);
  const left = team.find((person) => ![one.person.id, other.person.id].includes(person.id))!;
  expect((await nominate(left)).status).toBe(201); // the declined place is free again
  expect((await boss.get('/nominations/open')).body.items.find((item: { assignment: { id: string } }) => item.assignment.id === id)).toMatchObject({ quota: 2 });
});
