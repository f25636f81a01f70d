import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { article, makeCourse } from '@zhixing/courses/testing';
import { messagesRoom } from '@zhixing/messages/api';
import { type Department, OrganisationService, peopleRoom } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { type TestApplication, type TestClient, testApp } from '@zhixing/platform/testing';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { ReconcileService } from './assignments/reconcile.service.ts';
import { plansRoom } from './index.ts';
import { dayFromNow, owed, PlansDay, shortCourse, take } from './testing.ts';

const rooms = [peopleRoom, accessRoom, messagesRoom, coursesRoom, plansRoom];
const BY = { personId: uuid(), address: 'test', requestId: 'test' };

let bank: TestApplication;
let adminId: string;
let admin: TestClient;
let branch: Department;
let organisation: OrganisationService;

beforeAll(async () => {
  bank = await testApp(rooms);
  organisation = bank.app.get(OrganisationService);
  branch = await bank.write((tx) => makeDepartment(tx, '测试分行'));
  adminId = (await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'] }))).id;
});
/** Logins end when business time moves. */
const signIn = async () => {
  admin = await clientOf(bank, adminId);
};
beforeEach(signIn);
afterAll(() => bank.close());

const within = (...departments: Department[]) => ({ kind: 'people.department', value: { departmentIds: departments.map((one) => one.id) } });
const someone = (department: Department, o: Parameters<typeof makePerson>[1] = {}) => bank.write((tx) => makePerson(tx, { department, ...o }));

/** An active assignment of a new course, whoever many it affects. */
async function assigned(audience: object, o: Record<string, unknown> = {}): Promise<{ id: string; course: string }> {
  const course = await shortCourse(bank);
  const body = { title: `任务 ${uuid().slice(-6)}`, reason: '监管要求', target: { kind: 'course', id: course.id }, audience, due: { kind: 'fixed', on: await dayFromNow(bank, 30) }, ...o };
  const made = await admin.post('/assignments', body);
  expect(made).toMatchObject({ status: 201 });
  await activate(made.body.id);
  return { id: made.body.id, course: course.id };
}
async function activate(id: string): Promise<void> {
  const { affected } = (await admin.get(`/assignments/${id}/difference`)).body;
  expect(await admin.post(`/assignments/${id}/activate`, { affected })).toMatchObject({ status: 200, body: { state: 'active' } });
  await bank.work();
}

test('AND, OR, NOT over departments, positions, hire dates and courses: the count, the sample, and only active people', async () => {
  const [inside, below] = await bank.write(async (tx) => {
    const top = await makeDepartment(tx, '信贷部');
    return [top, await makeDepartment(tx, '信贷一组', top)];
  });
  const people = [await someone(inside!), await someone(below!), await someone(below!), await someone(branch)];
  await bank.write((tx) => organisation.endEmployment(tx, BY, people[2]!.id, '2026-01-01'));
  const course = await shortCourse(bank);
  await take(await clientOf(bank, people[0]!.id), course.id);
  const matched = async (audience: object) => {
    const { status, body } = await admin.post('/assignments/preview', { audience });
    expect({ status, problem: body.issues }).toEqual({ status: 200, problem: undefined });
    expect(body.sample.length).toBe(Math.min(20, body.matched));
    return body.matched;
  };
  const completed = { kind: 'courses.completed', value: { courseId: course.id } };
  expect(await matched(within(inside!))).toBe(2);
  expect(await matched({ all: [within(inside!), completed] })).toBe(1);
  expect(await matched({ all: [within(inside!), { not: completed }] })).toBe(1);
  expect(await matched({ any: [completed, { kind: 'people.persons', value: { personIds: [people[3]!.id] } }] })).toBe(2);
  expect(await matched({ all: [within(inside!), { kind: 'people.hired', value: { is: 'before', on: '2020-01-01' } }] })).toBe(0);
  expect(await matched({ all: [within(inside!), { kind: 'people.hired', value: { is: 'since', on: '2020-01-01' } }] })).toBe(2);
  expect(await matched({ any: [] })).toBe(0);
  expect((await admin.post('/assignments/preview', { audience: { kind: 'people.shoe_size', value: 42 } })).body.issues).toEqual([expect.objectContaining({ path: 'audience.kind' })]);
  expect((await admin.post('/assignments/preview', { audience: { all: [{ kind: 'people.department', value: { departmentIds: ['x'] } }] } })).body.issues[0].path).toBe('audience.all.0.value.departmentIds.0');
});

test('who belongs to the audience and may not see the course is counted before anybody is told', async () => {
  const [inside, outside] = await bank.write(async (tx) => [await makeDepartment(tx, '金融市场部'), await makeDepartment(tx, '运营部')]);
  for (const department of [inside!, outside!, outside!]) await someone(department);
  const course = await bank.write((tx) => makeCourse(tx, [article('a1')], { audience: [inside!.id] }));
  const unseen = async (target: object | undefined) => (await admin.post('/assignments/preview', { audience: within(inside!, outside!), ...(target && { target }) })).body;
  expect(await unseen({ kind: 'course', id: course.id })).toMatchObject({ matched: 3, unseen: 2 });
  expect(await unseen({ kind: 'course', id: (await shortCourse(bank)).id })).toMatchObject({ matched: 3, unseen: 0 });
  expect(await unseen(undefined)).toMatchObject({ matched: 3, unseen: 0 });
});

const STAFF = statement('test.staff', 'select count(*)::int as staff from people.person where active');

test('first test: dry-run count equals applied count; more than 2 % of the staff waits for the number, typed anew when it changed', async () => {
  const department = await bank.write((tx) => makeDepartment(tx, '零售部'));
  // of however many people other tests have left in this bank
  const { staff } = (await bank.database.rows<{ staff: number }>(STAFF))[0]!;
  const many = Math.ceil(staff * 0.03) + 6;
  for (let i = 0; i < many; i++) await someone(department);
  const course = await shortCourse(bank);
  const made = (await admin.post('/assignments', { title: '零售必修', reason: '监管要求', target: { kind: 'course', id: course.id }, audience: within(department), due: { kind: 'fixed', on: await dayFromNow(bank, 20) } })).body;
  const dry = (await admin.get(`/assignments/${made.id}/difference`)).body;
  expect(dry).toMatchObject({ matched: many, add: many, cancel: 0, affected: many, needsConfirmation: true });
  expect(dry.sample).toHaveLength(Math.min(many, 20));
  await admin.post(`/assignments/${made.id}/activate`, {});
  await bank.work();
  const [run] = (await admin.get(`/assignments/${made.id}/runs`)).body.items;
  expect(run).toMatchObject({ state: 'waiting', cause: 'activation', counts: { add: many, affected: many } });
  expect(await owed(bank, made.id)).toEqual([]);
  expect((await admin.post(`/assignments/${made.id}/runs/${run.id}/confirm`, { affected: many - 1 })).body).toMatchObject({ code: 'plans.difference_changed', values: { affected: many } });

  await someone(department);
  await admin.post(`/assignments/${made.id}/runs/${run.id}/confirm`, { affected: many });
  await bank.work();
  expect((await admin.get(`/assignments/${made.id}/runs`)).body.items[0]).toMatchObject({ state: 'waiting', counts: { affected: many + 1 } });
  await admin.post(`/assignments/${made.id}/runs/${run.id}/confirm`, { affected: many + 1 });
  await bank.work();
  expect((await admin.get(`/assignments/${made.id}/runs`)).body.items[0]).toMatchObject({ state: 'done', counts: { add: many + 1 }, done: many + 1 });
  expect(await owed(bank, made.id)).toHaveLength(many + 1);
  expect((await admin.get(`/assignments/${made.id}/difference`)).body).toMatchObject({ affected: 0, kept: many + 1 });
});

test('first test: transfer in / out / back in one day: one obligation, the same due date, every step on record', async () => {
  const [home, away] = await bank.write(async (tx) => [await makeDepartment(tx, '运营部'), await makeDepartment(tx, '科技部')]);
  const anchor = await someone(home!);
  const { id } = await assigned(within(home!), { due: { kind: 'after', amount: 30, unit: 'day', from: 'match' } });
  const mover = await someone(away!);
  const today = await dayFromNow(bank);
  const move = async (to: Department) => {
    await bank.write((tx) => organisation.transfer(tx, BY, mover.id, { departmentId: to.id, from: today }));
    await bank.work();
    return (await owed(bank, id)).filter((one) => one.person_id === mover.id);
  };
  expect(await move(home!)).toMatchObject([{ state: 'open', due_on: await dayFromNow(bank, 30) }]);
  expect(await move(away!)).toMatchObject([{ state: 'cancelled', causes: ['rule', 'unmatched'] }]);
  expect(await move(home!)).toMatchObject([{ state: 'open', due_on: await dayFromNow(bank, 30), causes: ['rule', 'unmatched', 'rule'] }]);
  expect((await owed(bank, id)).map((one) => one.person_id).sort()).toEqual([anchor.id, mover.id].sort());
});

test('unmatched in progress becomes optional, completed is kept, and back again it is mandatory', async () => {
  const [home, away] = await bank.write(async (tx) => [await makeDepartment(tx, '国际部'), await makeDepartment(tx, '同业部')]);
  const [started, done] = [await someone(home!), await someone(home!)];
  const { id, course } = await assigned(within(home!));
  await take(await clientOf(bank, started.id), course, false);
  await take(await clientOf(bank, done.id), course);
  await bank.work();
  const today = await dayFromNow(bank);
  for (const { id: moved } of [started, done]) await bank.write((tx) => organisation.transfer(tx, BY, moved, { departmentId: away!.id, from: today }));
  await bank.work();
  const by = async () => Object.fromEntries((await owed(bank, id)).map((one) => [one.person_id, one]));
  expect((await by())[started.id]).toMatchObject({ state: 'open', mandatory: false, status: 'in_progress' });
  expect((await by())[done.id]).toMatchObject({ state: 'completed', mandatory: true, causes: ['rule', 'completion'] });
  await bank.write((tx) => organisation.transfer(tx, BY, started.id, { departmentId: home!.id, from: today }));
  await bank.work();
  expect((await by())[started.id]).toMatchObject({ state: 'open', mandatory: true, causes: ['rule', 'unmatched', 'rule'] });
});

test('first test: leaver then rehire: what was open is cancelled, even begun; the same person goes on', async () => {
  const department = await bank.write((tx) => makeDepartment(tx, '审计部'));
  const person = await someone(department);
  const { id, course } = await assigned(within(department), { due: { kind: 'after', amount: 1, unit: 'month', from: 'match' } });
  await take(await clientOf(bank, person.id), course, false);
  const today = await dayFromNow(bank);
  await bank.write((tx) => organisation.endEmployment(tx, BY, person.id, today));
  await bank.work();
  expect(await owed(bank, id)).toMatchObject([{ state: 'cancelled', causes: ['rule', 'left'] }]);
  await bank.moveClock(3 * 86_400);
  const [place] = await bank.database.rows<{ position_id: string }>(statement('test.position', 'select position_id from people.department_membership where person_id = $1'), [person.id]);
  const from = await dayFromNow(bank);
  await bank.write((tx) => organisation.rehire(tx, BY, person.id, { departmentId: department.id, positionId: place!.position_id, jobLevelId: null, from }));
  await bank.work();
  const month = (await bank.database.rows<{ day: string }>(statement('test.month', `select (platform.today() + interval '1 month')::date::text as day`)))[0]!.day;
  expect(await owed(bank, id)).toMatchObject([{ state: 'open', status: 'in_progress', due_on: month, causes: ['rule', 'left', 'rule'] }]);
});

test('who completed it before has completed it now, or is an exception; an impossible deadline and a duplicate are exceptions that somebody decides', async () => {
  const department = await bank.write((tx) => makeDepartment(tx, '资管部'));
  const [veteran, other] = [await someone(department), await someone(department)];
  const first = await assigned(within(department));
  await take(await clientOf(bank, veteran.id), first.course);
  await bank.work();
  const again = async (o: object) => {
    const body = { title: '再次必修', reason: '监管要求', target: { kind: 'course', id: first.course }, audience: within(department), due: { kind: 'fixed', on: await dayFromNow(bank, 40) }, ...o };
    const { id } = (await admin.post('/assignments', body)).body;
    await activate(id);
    return id as string;
  };
  const exceptions = async (id: string) => (await admin.get(`/assignments/exceptions?assignmentId=${id}`)).body.items as { id: string; kind: string; person: { id: string }; other: { id: string } | null }[];
  const second = await again({ earlier: 'accept' });
  expect(await owed(bank, second)).toMatchObject([{ person_id: veteran.id, state: 'completed', status: 'completed', causes: ['earlier'] }]);
  const [duplicate] = await exceptions(second);
  expect(duplicate).toMatchObject({ kind: 'duplicate', person: { id: other.id }, other: { id: first.id } });
  expect((await admin.post(`/assignments/exceptions/${duplicate!.id}/decision`, { decision: 'skipped', note: '已在另一任务中' })).status).toBe(200);
  expect((await admin.post(`/assignments/exceptions/${duplicate!.id}/decision`, { decision: 'skipped', note: '已在另一任务中' })).body.code).toBe('plans.decided_already');

  const third = await again({ earlier: 'ask' });
  const asked = (await exceptions(third)).find((one) => one.kind === 'already_completed')!;
  await admin.post(`/assignments/exceptions/${asked.id}/decision`, { decision: 'assigned', dueOn: await dayFromNow(bank, 50) });
  expect(await owed(bank, third)).toMatchObject([{ person_id: veteran.id, state: 'open', due_on: await dayFromNow(bank, 50), causes: ['exception'] }]);
  await bank.app.get(PlansDay).run();
  await bank.work();
  expect((await admin.get(`/assignments/${third}/difference`)).body.affected).toBe(0);

  const rushed = await assigned(within(department), { due: { kind: 'fixed', on: await dayFromNow(bank, 3) }, minimumDays: 7 });
  expect((await exceptions(rushed.id)).map((one) => one.kind)).toEqual(['impossible_deadline', 'impossible_deadline']);
  expect(await owed(bank, rushed.id)).toEqual([]);
});

test('months are added as PostgreSQL adds them: 31 January + 1 month is the last of February, 31 December + 1 month 31 January', async () => {
  const hired = { '2024-01-31': '2024-02-29', '2023-01-31': '2023-02-28', '2023-12-31': '2024-01-31', '2024-03-31': '2024-04-30' };
  const department = await bank.write((tx) => makeDepartment(tx, '新人部'));
  const people: Record<string, string> = {};
  for (const day of Object.keys(hired)) {
    const { id } = await someone(department);
    people[id] = day;
    await bank.write((tx) => tx.rows(statement('test.hired', 'update people.employment set valid_from = $2 where person_id = $1'), [id, day]));
  }
  const { id } = await assigned(within(department), { due: { kind: 'after', amount: 1, unit: 'month', from: 'hire' } });
  const { items } = (await admin.get(`/assignments/exceptions?assignmentId=${id}&kind=impossible_deadline`)).body;
  expect(Object.fromEntries(items.map((one: { person: { id: string }; dueOn: string }) => [people[one.person.id], one.dueOn]))).toEqual(hired);
});

test('a branch administrator reaches the own subtree only, whatever the rule says, and reads what head office publishes', async () => {
  const [mine, theirs] = await bank.write(async (tx) => [await makeDepartment(tx, '苏州分行'), await makeDepartment(tx, '杭州分行')]);
  const [own, foreign] = [await someone(mine!), await someone(theirs!)];
  const local = await clientOf(bank, (await someone(mine!, { roles: ['ld_admin'], scope: mine!.id })).id);
  expect((await local.post('/assignments/preview', { audience: { all: [] } })).body.matched).toBe(2);
  const head = await assigned(within(mine!, theirs!));
  expect((await local.get(`/assignments/${head.id}`)).body).toMatchObject({ can: { edit: false }, audienceWords: '部门：苏州分行、杭州分行' });
  expect((await local.get(`/assignments/${head.id}/people`)).body.items.map((one: { person: { id: string } }) => one.person.id)).not.toContain(foreign.id);
  expect((await local.get(`/assignments/${head.id}/funnel`)).body.assigned).toBe(2);
  expect((await local.post(`/assignments/${head.id}/end`, { reason: '不再需要' })).status).toBe(403);
  const [obligation] = (await owed(bank, head.id)).filter((one) => one.person_id === foreign.id);
  expect((await local.get(`/obligations/${obligation!.id}`)).status).toBe(404);
  expect((await admin.get(`/assignments/${head.id}/funnel`)).body.assigned).toBe(3);
  expect(own.id).toBeDefined();
  const guest = await clientOf(bank, (await someone(mine!, { roles: ['ld_admin'] })).id); // of head office, though they sit here
  const course = await shortCourse(bank);
  const whole = (await guest.post('/assignments', { title: '全行', reason: '监管要求', target: { kind: 'course', id: course.id }, audience: { any: [] }, due: { kind: 'fixed', on: await dayFromNow(bank, 9) } })).body;
  expect((await local.get(`/assignments/${whole.id}`)).status).toBe(404); // a draft
  await guest.post(`/assignments/${whole.id}/activate`, {});
  expect((await local.send('PATCH', `/assignments/${whole.id}`, { audience: { all: [] } }, { 'if-match': '"2"' })).status).toBe(403);
});

test('an edit asks for the revision it starts from; ended, nothing is asked any more and what was begun is optional', async () => {
  const department = await bank.write((tx) => makeDepartment(tx, '法务部'));
  const [begun] = [await someone(department), await someone(department)];
  const { id, course } = await assigned(within(department));
  await take(await clientOf(bank, begun!.id), course, false);
  const edit = (revision: number, body: object) => admin.send('PATCH', `/assignments/${id}`, body, { 'if-match': `"${revision}"` });
  const { revision } = (await admin.get(`/assignments/${id}`)).body;
  expect(await edit(revision, { title: '新名称' })).toMatchObject({ status: 200, body: { title: '新名称', revision: revision + 1 } });
  expect((await edit(revision, { title: '旧名称' })).status).toBe(412);
  await bank.work();
  expect((await edit(revision + 1, { due: { kind: 'fixed', on: '2099-01-01' } })).body.code).toBe('plans.target_fixed');
  await bank.work();
  expect((await admin.post(`/assignments/${id}/end`, { reason: '政策调整' })).body.state).toBe('ended');
  await bank.work();
  expect((await owed(bank, id)).map(({ state, mandatory, causes }) => ({ state, mandatory, last: causes.at(-1) })).sort((a, b) => a.state.localeCompare(b.state))).toEqual([
    { state: 'cancelled', mandatory: true, last: 'ended' }, { state: 'open', mandatory: false, last: 'ended' },
  ]);
});

test('a yearly assignment opens a new cycle each year; who completed last year owes again', async () => {
  const department = await bank.write((tx) => makeDepartment(tx, '反洗钱中心'));
  const person = await someone(department);
  const due = await dayFromNow(bank, 60);
  const { id, course } = await assigned(within(department), { due: { kind: 'yearly', month: Number(due.slice(5, 7)), day: Number(due.slice(8)), opensDaysBefore: 90 } });
  await take(await clientOf(bank, person.id), course);
  await bank.work();
  expect(await owed(bank, id)).toMatchObject([{ state: 'completed', due_on: due }]);
  await bank.moveClock(365 * 86_400);
  await signIn();
  await bank.app.get(PlansDay).run();
  await bank.work();
  const [run] = (await admin.get(`/assignments/${id}/runs`)).body.items;
  if (run.state === 'waiting') await admin.post(`/assignments/${id}/runs/${run.id}/confirm`, { affected: run.counts.affected });
  await bank.work();
  expect((await owed(bank, id)).map((one) => one.state).sort()).toEqual(['completed', 'open']);
  expect((await admin.get(`/assignments/${id}`)).body.cycles).toHaveLength(2);
});

test('reconciliation killed half-way resumes: everybody owes once, nobody twice', async () => {
  const department = await bank.write((tx) => makeDepartment(tx, '五千人分行'));
  const position = uuid();
  await bank.write(async (tx) => {
    await tx.rows(statement('test.crowd_position', `insert into people.position (id, code, name) values ($1::uuid, $2, '柜员')`), [position, position]);
    await tx.rows(statement('test.crowd', `insert into people.person (id, staff_number, display_name, pinyin, initials, active, language, theme) select gen_random_uuid(), 'C' || n || '-' || $1::text, '群众' || n, 'qunzhong', 'qz', true, 'zh-CN', 'system' from generate_series(1, 4500) n`), [position]);
    await tx.rows(statement('test.crowd_membership', `insert into people.department_membership (id, person_id, department_id, position_id, valid_from) select gen_random_uuid(), id, $2::uuid, $1::text::uuid, '2020-01-01' from people.person where staff_number like 'C%-' || $1::text`), [position, department.id]);
  });
  const course = await shortCourse(bank);
  const { id } = (await admin.post('/assignments', { title: '群众任务', reason: '监管要求', target: { kind: 'course', id: course.id }, audience: within(department), due: { kind: 'fixed', on: await dayFromNow(bank, 30) } })).body;
  await admin.post(`/assignments/${id}/activate`, { affected: 4500 });
  const [run] = (await admin.get(`/assignments/${id}/runs`)).body.items;
  const reconcile = bank.app.get(ReconcileService);

  // somebody holds a row that the second batch needs; there the worker's connection is killed
  const blocker = new pg.Client({ connectionString: process.env.DATABASE_URL });
  const killer = new pg.Client({ connectionString: Object.assign(new URL((JSON.parse(process.env.TEST_PG_URLS!) as { superuser: string }).superuser), { pathname: new URL(process.env.DATABASE_URL!).pathname }).href });
  await Promise.all([blocker.connect(), killer.connect()]);
  const { rows: [victim] } = await killer.query<{ id: string }>(`select id from people.person where staff_number like 'C%-' || $1 order by id offset 3000 limit 1`, [position]);
  await blocker.query('begin');
  await blocker.query(
    `insert into plans.obligation (id, person_id, assignment_id, cycle, target_kind, target_id, source, reason, assigned_on, counts_from, zone, base_due_on, clock_from, due_on, mandatory, state)
     values ($1, $2, $3, '', 'course', $4, 'rule', '', platform.today(), platform.now(), 'Asia/Shanghai', platform.today(), platform.today(), platform.today(), true, 'open')`, [uuid(), victim!.id, id, course.id]);
  const killed = reconcile.handle({ runId: run.id }).catch((error: Error) => error);
  for (let stopped = 0; !stopped; ) ({ rowCount: stopped } = await killer.query(`select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and query like '%plans.assignment_run_item%' and pid <> pg_backend_pid()`) as { rowCount: number });
  expect(await killed).toBeInstanceOf(Error);
  await blocker.query('rollback');
  await Promise.all([blocker.end(), killer.end()]);

  expect((await admin.get(`/assignments/${id}/runs`)).body.items[0]).toMatchObject({ state: 'applying', done: 2000 });
  await bank.work();
  expect((await admin.get(`/assignments/${id}/runs`)).body.items[0]).toMatchObject({ state: 'done', done: 4500, counts: { add: 4500 } });
  const everybody = await owed(bank, id);
  expect(new Set(everybody.map((one) => one.person_id)).size).toBe(4500);
  expect(everybody.every((one) => one.causes.length === 1)).toBe(true);
}, 60_000);
