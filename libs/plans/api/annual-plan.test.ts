import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { messagesRoom } from '@zhixing/messages/api';
import { type Department, peopleRoom, type Person } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import type { Comparison, PlanFigures } from '@zhixing/plans/contract';
import { statement } from '@zhixing/platform/api';
import { type TestApplication, type TestClient, testApp } from '@zhixing/platform/testing';
import { v7 as uuid } from 'uuid';
import { plansRoom } from './index.ts';
import { dayFromNow, makeClass, shortCourse, take } from './testing.ts';

let bank: TestApplication;
let unit: Department;
let [adminId, colleagueId, managerId] = ['', '', ''];
let admin: TestClient;
let colleague: TestClient;
let manager: TestClient;
let year: number;
let month: number;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, coursesRoom, plansRoom]);
});
afterAll(() => bank.close());
beforeEach(async () => {
  [unit, adminId, colleagueId, managerId] = await bank.write(async (tx) => {
    const department = await makeDepartment(tx, '公司金融部');
    const lead = await makePerson(tx, { department, displayName: '部门经理' });
    await makePerson(tx, { department, manager: lead.id });
    return [department, (await makePerson(tx, { displayName: '培训经理', roles: ['ld_admin'] })).id, (await makePerson(tx, { displayName: '培训主管', roles: ['ld_admin'] })).id, lead.id] as const;
  });
  [admin, colleague, manager] = [await clientOf(bank, adminId), await clientOf(bank, colleagueId), await clientOf(bank, managerId)];
  const today = await dayFromNow(bank);
  [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
});

const item = (more: object = {}) => ({ title: '大模型应用骨干班', audience: '授信条线业务骨干', domain: 'llm-application', kind: 'class', month, people: 30, hours: 12, budget: 90_000, ownerId: managerId, ...more });
const need = (planId: string) => ({ planId, title: '智能贷后预警', domain: 'credit-workflow', people: 12, why: '预警模型上线后，客户经理不会解读结果', priority: 'high' });
const edit = (client: TestClient, path: string, body: object, revision = 1) => client.send('PUT', path, body, { 'if-match': `"${revision}"` });
const told = (personId: string) => bank.database.rows<{ template: string }>(statement('test.plan_told', "select template from messages.message where person_id = $1 order by at, id"), [personId]);

async function plan(o: { items?: object[]; approved?: boolean; department?: Department; client?: TestClient } = {}): Promise<{ id: string; items: string[] }> {
  const by = o.client ?? admin;
  const made = await by.post('/annual-plans', { year, departmentId: (o.department ?? unit).id });
  expect(made).toMatchObject({ status: 201 });
  const { id } = made.body;
  const items: string[] = [];
  for (const more of o.items ?? [{}]) {
    const added = await by.post(`/annual-plans/${id}/items`, item(more));
    expect(added).toMatchObject({ status: 201 });
    items.push(added.body.id);
  }
  if (o.approved) {
    expect((await by.post(`/annual-plans/${id}/submit`)).status).toBe(200);
    expect((await colleague.post(`/annual-plans/${id}/approve`)).status).toBe(200);
  }
  return { id, items };
}

test('a plan goes from draft over submitted to approved to closed, and nobody approves what they submitted', async () => {
  const { id } = await plan({ items: [] });
  expect((await admin.post('/annual-plans', { year, departmentId: unit.id })).body.code).toBe('plans.plan_exists');
  expect((await admin.post(`/annual-plans/${id}/submit`)).body.code).toBe('plans.plan_empty');
  const path = `/annual-plans/${id}/items`;
  const { body: made } = await admin.post(path, item());
  expect((await admin.post(`/annual-plans/${id}/approve`)).body.code).toBe('plans.plan_state');
  expect((await admin.post(`/annual-plans/${id}/submit`)).body).toMatchObject({ state: 'submitted', submitted: { by: { displayName: '培训经理' } }, can: { approve: false, sendBack: true, edit: false } });
  expect((await admin.post(`/annual-plans/${id}/approve`)).body.code).toBe('plans.own_plan');
  expect((await admin.post(path, item())).body.code).toBe('plans.plan_state');
  expect((await edit(admin, `${path}/${made.id}`, item({ reason: '试试' }))).body.code).toBe('plans.plan_state');
  expect((await colleague.post(`/annual-plans/${id}/send-back`, { note: '请补充外部培训' })).body).toMatchObject({ state: 'draft', returnNote: '请补充外部培训' });
  await admin.post(`/annual-plans/${id}/submit`);
  const answers = await Promise.all([colleague, colleague, admin].map((client) => client.post(`/annual-plans/${id}/approve`)));
  expect(answers.map((one) => one.status).sort()).toEqual([200, 409, 409]);
  expect((await admin.get(`/annual-plans/${id}`)).body).toMatchObject({ state: 'approved', approved: { by: { displayName: '培训主管' } }, items: 1, planned: { people: 30, minutes: 30 * 12 * 60, cost: 90_000 } });
  await bank.work();
  // at most fifty of all who may approve, whom other tests made too
  const asked = (await bank.database.rows<{ person_id: string }>(statement('test.plan_asked', "select person_id from messages.message where template = 'plans.plan_submitted' and link like '%' || $1 || '%'"), [id])).map((one) => one.person_id);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked).not.toContain(adminId);
  expect((await told(adminId)).map((one) => one.template)).toEqual(expect.arrayContaining(['plans.plan_returned', 'plans.plan_approved']));
  expect((await told(managerId)).map((one) => one.template)).toEqual(['plans.plan_owner']);
  expect((await manager.get('/annual-plans/items/mine')).body.items).toMatchObject([{ title: '大模型应用骨干班', plan: { id, year } }]);
  expect((await colleague.post(`/annual-plans/${id}/close`)).body).toMatchObject({ state: 'closed' });
  expect((await admin.post(path, item({ reason: '补充' }))).body.code).toBe('plans.plan_state');
});

test('after the approval a change needs a reason and is a revision that says who, why, and what differs', async () => {
  const { id, items: [itemId] } = await plan({ approved: true });
  const path = `/annual-plans/${id}/items`;
  expect((await edit(admin, `${path}/${itemId}`, item({ budget: 70_000 }))).body.code).toBe('plans.plan_reason');
  expect((await admin.post(path, item())).body.code).toBe('plans.plan_reason');
  expect((await admin.post(`${path}/${itemId}/cancel`, {})).body.code).toBe('plans.plan_reason');
  expect((await edit(admin, `${path}/${itemId}`, item({ budget: 70_000, month: 12, reason: '经费压降' }))).body).toMatchObject({ budget: 70_000, revision: 2 });
  expect((await edit(admin, `${path}/${itemId}`, item({ reason: '过时' }))).status).toBe(412);
  expect((await admin.post(`${path}/${itemId}/cancel`, { reason: '并入总行项目' })).body).toMatchObject({ status: 'cancelled' });
  expect((await admin.post(`${path}/${itemId}/cancel`, { reason: '并入总行项目' })).status).toBe(200);
  expect((await edit(admin, `${path}/${itemId}`, item({ reason: '再改' }), 3)).body.code).toBe('plans.item_cancelled');
  expect((await admin.post(`${path}/${itemId}/restore`, { reason: '恢复' })).body).toMatchObject({ status: 'planned' });
  const { items } = (await admin.get(`/annual-plans/${id}/revisions`)).body;
  expect(items.map((one: { change: string; reason: string }) => [one.change, one.reason])).toEqual([['restore', '恢复'], ['cancel', '并入总行项目'], ['edit', '经费压降']]);
  expect(items[2]).toMatchObject({ by: { displayName: '培训经理' }, item: { id: itemId }, before: { budget: 90_000, month }, after: { budget: 70_000, month: 12 } });
  const page = (await admin.get(`/annual-plans/${id}/revisions?limit=2`)).body;
  expect((await admin.get(`/annual-plans/${id}/revisions?limit=2&cursor=${page.nextCursor}`)).body).toMatchObject({ items: [{ change: 'edit' }], nextCursor: null });
});

test('in a draft an item goes and comes back; a copy takes the items that are left, without what fulfils them', async () => {
  const { id, items: [first, second] } = await plan({ items: [{}, { title: '外部认证', kind: 'external' }] });
  const path = `/annual-plans/${id}/items`;
  expect((await admin.post(`${path}/${first}/cancel`, {})).body.status).toBe('cancelled');
  expect((await admin.get(path)).body.items.map((one: { id: string }) => one.id)).toEqual([second]);
  await admin.post(`${path}/${first}/restore`, {});
  expect((await admin.get(path)).body.items).toHaveLength(2);
  await admin.post(`${path}/${first}/cancel`, {});
  const trained = await makeClass(bank, admin);
  expect((await admin.post(`${path}/${second}/links`, { kind: 'class', targetId: trained.id })).status).toBe(201);
  const copy = await admin.post('/annual-plans', { year: year + 1, departmentId: unit.id, copyOf: id });
  expect((await admin.get(`/annual-plans/${copy.body.id}/items`)).body.items).toMatchObject([{ title: '外部认证', links: [], status: 'planned' }]);
  expect((await admin.post('/annual-plans', { year: year + 2, departmentId: unit.id, copyOf: uuid() })).status).toBe(404);
  const outside = await bank.write((tx) => makeDepartment(tx, '别处'));
  expect((await admin.post(path, item({ departmentId: outside.id }))).body.code).toBe('plans.outside_plan');
});

test('a class or assignment fulfils one item of a plan; of many asking at once one gets it', async () => {
  const { id, items } = await plan({ items: [{}, {}, {}] });
  const { id: targetId } = await makeClass(bank, admin);
  const answers = await Promise.all(items.map((one) => admin.post(`/annual-plans/${id}/items/${one}/links`, { kind: 'class', targetId })));
  expect(answers.map((one) => one.status).sort()).toEqual([201, 409, 409]);
  expect(answers.find((one) => one.status === 409)!.body.code).toBe('plans.link_taken');
  const [at] = answers.flatMap((one, place) => (one.status === 201 ? [place] : []));
  const linked = answers[at!]!.body;
  expect(linked).toMatchObject({ status: 'under_way', links: [{ kind: 'class', target: { id: targetId }, status: 'under_way' }] });
  const more = await makeClass(bank, admin);
  expect((await admin.post(`/annual-plans/${id}/items/${items[at!]}/links`, { kind: 'class', targetId: more.id })).body.links).toHaveLength(2);
  expect((await admin.post(`/annual-plans/${id}/items/${items[0]}/links`, { kind: 'assignment', targetId: more.id })).status).toBe(404);
  expect((await admin.delete(`/annual-plans/${id}/items/${items[at!]}/links/${linked.links[0].id}`)).body.links).toHaveLength(1);
  expect((await admin.delete(`/annual-plans/${id}/items/${items[at!]}/links/${linked.links[0].id}`)).status).toBe(404);
  const other = items[at! === 0 ? 1 : 0]!;
  expect((await admin.post(`/annual-plans/${id}/items/${other}/links`, { kind: 'class', targetId })).status).toBe(201);
});

const people = (count: number): Promise<Person[]> => bank.write(async (tx) => {
  const made: Person[] = [];
  for (let at = 0; at < count; at++) made.push(await makePerson(tx, { department: unit, displayName: `学员${at}` }));
  return made;
});

const ATTENDED = statement(
  'test.plan_attended',
  `select m.person_id, sum(extract(epoch from h.ends_at - h.starts_at) / 60 * case a.mark when 'present' then 1 when 'partial' then 0.5 else 0 end)::int as minutes, bool_or(a.mark in ('present', 'partial')) as there
     from plans.class_member m join plans.class_half_day h on h.class_id = m.class_id join plans.class_attendance a on a.half_day_id = h.id and a.person_id = m.person_id where m.class_id = $1 and m.state = 'booked' group by 1`,
);
const COMPLETED = statement('test.plan_completed', "select c.minutes from plans.obligation o join courses.course c on c.id = o.target_id where o.assignment_id = $1 and o.state = 'completed'");
const sum = (rows: Comparison['rows'], of: 'planned' | 'actual', what: keyof PlanFigures) => rows.reduce((all, one) => all + one[of][what], 0);

test('plan against actual is what the raw rows of classes, assignments and recorded outcomes say', async () => {
  const [one, two, three] = await people(3);
  const today = await dayFromNow(bank);
  const held = await makeClass(bank, admin, { startsOn: today, endsOn: today, halfDays: [{ day: today, part: 'morning', startsAt: '09:00', endsAt: '12:00', topic: '一' }, { day: today, part: 'afternoon', startsAt: '14:00', endsAt: '16:00', topic: '二' }] });
  await admin.post(`/classes/${held.id}/members`, { personIds: [one!.id, two!.id, three!.id] });
  const mark = (halfDayId: string, marks: object[]) => admin.send('PUT', `/classes/${held.id}/attendance`, { halfDayId, marks });
  await mark(held.halfDays[0]!, [{ personId: one!.id, mark: 'present' }, { personId: two!.id, mark: 'partial' }, { personId: three!.id, mark: 'absent' }]);
  await mark(held.halfDays[1]!, [{ personId: one!.id, mark: 'present' }, { personId: two!.id, mark: 'excused' }]);
  expect((await admin.post(`/classes/${held.id}/close`, { cost: 66_000 })).status).toBe(200);
  const course = await shortCourse(bank);
  const campaign = await admin.post('/assignments', {
    title: '合规专项', reason: '监管要求', target: { kind: 'course', id: course.id }, audience: { kind: 'people.department', value: { departmentIds: [unit.id] } }, due: { kind: 'fixed', on: await dayFromNow(bank, 30) },
  });
  const { affected } = (await admin.get(`/assignments/${campaign.body.id}/difference`)).body;
  await admin.post(`/assignments/${campaign.body.id}/activate`, { affected });
  await bank.work();
  for (const person of [one!, two!]) await take(await clientOf(bank, person.id), course.id);
  await bank.work();

  const { id, items } = await plan({ items: [{ departmentId: unit.id }, { kind: 'campaign', month: 1, people: 50, hours: 1, budget: 0 }, { kind: 'external', month: 3, people: 2, hours: 40, budget: 20_000 }], approved: true });
  const path = `/annual-plans/${id}/items`;
  expect((await admin.post(`${path}/${items[0]}/links`, { kind: 'class', targetId: held.id })).body).toMatchObject({ status: 'done', late: false, actual: { people: 2, minutes: 300 + 90, cost: 66_000 } });
  expect((await admin.post(`${path}/${items[1]}/links`, { kind: 'assignment', targetId: campaign.body.id })).body).toMatchObject({ status: 'under_way', late: month > 1, actual: { people: 2, cost: 0 }, links: [{ expected: affected }] });
  const outcome = { on: `${year}-03-20`, people: 2, hours: 72, cost: 18_500 };
  expect((await edit(admin, `${path}/${items[1]}/outcome`, { outcome })).body.code).toBe('plans.item_linked');
  expect((await edit(admin, `${path}/${items[2]}/outcome`, { outcome })).body).toMatchObject({ status: 'done', outcome, actual: { people: 2, minutes: 72 * 60, cost: 18_500 } });
  expect((await admin.post(`${path}/${items[2]}/links`, { kind: 'class', targetId: held.id })).body.code).toBe('plans.outcome_recorded');

  const { rows } = (await admin.get(`/annual-plans/${id}/comparison`)).body as Comparison;
  const attended = await bank.database.rows<{ minutes: number; there: boolean }>(ATTENDED, [held.id]);
  const completed = await bank.database.rows<{ minutes: number }>(COMPLETED, [campaign.body.id]);
  expect(completed).toHaveLength(2);
  expect({ people: sum(rows, 'planned', 'people'), minutes: sum(rows, 'planned', 'minutes'), cost: sum(rows, 'planned', 'cost') }).toEqual({ people: 82, minutes: (30 * 12 + 50 + 2 * 40) * 60, cost: 110_000 });
  expect({ people: sum(rows, 'actual', 'people'), minutes: sum(rows, 'actual', 'minutes'), cost: sum(rows, 'actual', 'cost') }).toEqual({
    people: attended.filter((row) => row.there).length + completed.length + 2, minutes: [...attended, ...completed].reduce((all, row) => all + row.minutes, 0) + 72 * 60, cost: 66_000 + 18_500,
  });
  const of = (kind: string, at: number) => rows.find((row) => row.kind === kind && row.month === at);
  expect(of('class', month)).toMatchObject({ department: { id: unit.id, name: '公司金融部' }, planned: { people: 30, cost: 90_000 }, actual: { people: 2, minutes: 390, cost: 66_000 } });
  expect(of('campaign', month)).toMatchObject({ actual: { people: 2 } });
  expect(of('campaign', 1)).toMatchObject({ planned: { people: 50 } });
  expect(of('external', 3)).toMatchObject({ planned: { cost: 20_000 }, actual: { minutes: 72 * 60, cost: 18_500 } });
  const job = (await admin.post('/exports', { kind: 'annual-plan', parameters: { planId: id }, reason: '报送行领导' })).body;
  await bank.work();
  expect((await admin.get(`/jobs/${job.id}`)).body).toMatchObject({ status: 'done', file: { name: `公司金融部${year}年度培训计划.xlsx` } });
});

test('a manager proposes while the plan is a draft, L&D takes or declines, and the manager sees and is told what became of it', async () => {
  const { id } = await plan();
  expect((await manager.get('/training-needs')).body).toMatchObject({ open: [{ id, year, department: { name: '公司金融部' } }], items: [] });
  const [taken, declined, withdrawn] = await Promise.all([1, 2, 3].map(async () => (await manager.post('/training-needs', need(id))).body.id as string));
  expect((await manager.post(`/training-needs/${withdrawn}/withdraw`)).status).toBe(200);
  expect((await admin.post(`/annual-plans/${id}/needs/${withdrawn}/decline`, { note: '重复' })).body.code).toBe('plans.decided_already');
  expect((await admin.get(`/annual-plans/${id}/needs?state=waiting`)).body.items).toHaveLength(2);
  expect((await admin.get(`/annual-plans/${id}`)).body.needsWaiting).toBe(2);
  expect((await admin.post(`/annual-plans/${id}/needs/${declined}/decline`, { note: '已有同类课程' })).status).toBe(200);
  const { body: made } = await admin.post(`/annual-plans/${id}/needs/${taken}/take`, item({ title: '智能贷后预警实战', month: 9 }));
  expect((await admin.get(`/annual-plans/${id}/items`)).body.items.find((one: { id: string }) => one.id === made.id)).toMatchObject({ need: { id: taken, department: { name: '公司金融部' }, by: { displayName: '部门经理' } } });
  const mine = (await manager.get('/training-needs')).body.items as { id: string }[];
  const of = (one: string) => mine.find((row) => row.id === one);
  expect([of(taken!), of(declined!), of(withdrawn!)]).toMatchObject([{ state: 'taken', item: { title: '智能贷后预警实战', month: 9, status: 'planned' } }, { state: 'declined', note: '已有同类课程', item: null }, { state: 'withdrawn' }]);
  await bank.work();
  expect((await told(managerId)).map((one) => one.template).sort()).toEqual(['plans.need_declined', 'plans.need_taken']);
  await admin.post(`/annual-plans/${id}/submit`);
  expect((await manager.post('/training-needs', need(id))).body.code).toBe('plans.needs_closed');
  expect((await manager.post('/training-needs', need(uuid()))).body.code).toBe('plans.needs_closed');
  const stranger = await bank.write(async (tx) => {
    const lead = await makePerson(tx, { department: await makeDepartment(tx, '别处') });
    await makePerson(tx, { manager: lead.id });
    return lead.id;
  });
  const theirs = await clientOf(bank, stranger);
  expect((await theirs.get('/training-needs')).body).toEqual({ open: [], items: [] });
  expect((await theirs.post(`/training-needs/${taken}/withdraw`)).status).toBe(404);
});

test('two administrators take one need at once: one item, and the other is told that it is decided', async () => {
  const { id } = await plan({ items: [] });
  const { body: asked } = await manager.post('/training-needs', need(id));
  const answers = await Promise.all([admin, colleague, admin, colleague].map((client) => client.post(`/annual-plans/${id}/needs/${asked.id}/take`, item())));
  expect(answers.map((one) => one.status).sort()).toEqual([201, 409, 409, 409]);
  expect(new Set(answers.filter((one) => one.status === 409).map((one) => one.body.code))).toEqual(new Set(['plans.decided_already']));
  expect((await admin.get(`/annual-plans/${id}/items`)).body.items).toHaveLength(1);
});

test('a branch administrator has the plans of the branch, and no others', async () => {
  const { branch, office, personId } = await bank.write(async (tx) => {
    const branch = await makeDepartment(tx, '苏州分行');
    return { branch, office: await makeDepartment(tx, '苏州支行', branch), personId: (await makePerson(tx, { department: branch, roles: ['ld_admin'], scope: branch.id })).id };
  });
  const theirs = await clientOf(bank, personId);
  const head = await plan();
  const own = await plan({ department: office, client: theirs });
  expect((await theirs.get('/annual-plans')).body.items).toMatchObject([{ id: own.id, department: { name: '苏州支行' } }]);
  expect((await theirs.post('/annual-plans', { year, departmentId: unit.id })).body.code).toBe('plans.outside_scope');
  expect((await theirs.post('/annual-plans', { year, departmentId: branch.id, copyOf: head.id })).status).toBe(404);
  for (const path of ['', '/items', '/needs', '/comparison', '/revisions']) expect((await theirs.get(`/annual-plans/${head.id}${path}`)).status).toBe(404);
  for (const path of ['submit', 'approve', 'close']) expect((await theirs.post(`/annual-plans/${head.id}/${path}`)).status).toBe(404);
  const { id: classId } = await makeClass(bank, admin);
  expect((await theirs.post(`/annual-plans/${own.id}/items/${own.items[0]}/links`, { kind: 'class', targetId: classId })).status).toBe(404);
  expect((await theirs.post(`/annual-plans/${own.id}/items/${head.items[0]}/cancel`, {})).status).toBe(404);
  expect((await admin.get('/annual-plans?limit=1')).body.nextCursor).not.toBeNull();
});
