import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { messagesRoom } from '@zhixing/messages/api';
import { peopleRoom, type Person } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { type TestApplication, type TestClient, testApp } from '@zhixing/platform/testing';
import { v7 as uuid } from 'uuid';
import { plansRoom } from './index.ts';
import { classBody, dayFromNow, makeClass, shortCourse, take } from './testing.ts';

const DAY = 86_400;
let bank: TestApplication;
let adminId: string;
let admin: TestClient;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, coursesRoom, plansRoom]);
  adminId = (await bank.write((tx) => makePerson(tx, { displayName: '培训经理', roles: ['ld_admin'] }))).id;
});
afterAll(() => bank.close());
beforeEach(async () => {
  admin = await clientOf(bank, adminId);
});

const people = (count: number, o: Parameters<typeof makePerson>[1] = {}): Promise<Person[]> => bank.write(async (tx) => {
  const made: Person[] = [];
  for (let at = 0; at < count; at++) made.push(await makePerson(tx, { displayName: `学员${at}`, ...o }));
  return made;
});
const ids = (all: Person[]) => all.map((one) => one.id);
const told = (personId: string) => bank.database.rows<{ template: string }>(statement('test.class_told', "select template from messages.message where person_id = $1 and template like 'plans.class%' order by at, id"), [personId]);
const disagreements = () => bank.database.rows(plansRoom.figures![0]!.disagreements);

/** Moves time until so many minutes after midnight of Beijing, on the day so many days ahead. */
async function goTo(days: number, minutes: number): Promise<void> {
  const [row] = await bank.database.rows<{ seconds: number }>(
    statement('test.seconds_until', `select extract(epoch from (platform.today() + $1::int)::timestamp at time zone 'Asia/Shanghai' + $2::int * interval '1 minute' - platform.now())::int as seconds`), [days, minutes]);
  await bank.moveClock(row!.seconds);
  admin = await clientOf(bank, adminId);
}

test('30 managers nominate at once against a quota of 7: exactly 7 get a place, each of the quota above them', async () => {
  const { parent, child } = await bank.write(async (tx) => {
    const parent = await makeDepartment(tx, '信贷条线');
    return { parent, child: await makeDepartment(tx, '授信审批部', parent) };
  });
  const [boss] = await people(1, { department: parent });
  const team = await people(30, { department: child, manager: boss!.id });
  const { id } = await makeClass(bank, admin, { quotas: [{ departmentId: parent.id, quota: 7 }] });
  const client = await clientOf(bank, boss!.id);
  expect((await client.get('/classes/open')).body.items).toMatchObject([{ id, left: 100, quotas: [{ department: { name: '信贷条线' }, quota: 7, taken: 0 }] }]);
  const answers = await Promise.all(team.map((one) => client.post(`/classes/${id}/nominations`, { personIds: [one.id], reason: '业务骨干' })));
  expect(answers.map((one) => one.status).sort()).toEqual([...Array(7).fill(201), ...Array(23).fill(409)]);
  expect(new Set(answers.filter((one) => one.status === 409).map((one) => one.body.code))).toEqual(new Set(['plans.class_quota']));
  const { items } = (await admin.get(`/classes/${id}/roster`)).body;
  expect(items).toHaveLength(7);
  expect(items[0]).toMatchObject({ state: 'booked', by: { id: boss!.id }, reason: '业务骨干' });
  expect(await disagreements()).toEqual([]);
  // all or none, own line only, nobody twice
  const [stranger] = await people(1);
  expect((await client.post(`/classes/${id}/nominations`, { personIds: [stranger!.id], reason: '试试' })).body.code).toBe('plans.outside_line');
  expect((await client.post(`/classes/${uuid()}/nominations`, { personIds: [team[0]!.id], reason: '试试' })).status).toBe(404);
  const closed = await makeClass(bank, admin, { quotas: [{ departmentId: parent.id, quota: 7 }], nominationsUntil: await dayFromNow(bank, -1) });
  expect((await client.post(`/classes/${closed.id}/nominations`, { personIds: [team[0]!.id], reason: '试试' })).body.code).toBe('plans.class_nominations_closed');
});

test('the capacity holds for everybody; a place that is given back or passed on can be taken again, and each step stays on record', async () => {
  const [one, two, three] = await people(3);
  const { id } = await makeClass(bank, admin, { capacity: 2 });
  const add = (person: Person) => admin.post(`/classes/${id}/members`, { personIds: [person.id] });
  const answers = await Promise.all([add(one!), add(two!), add(three!)]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 201, 409]);
  const on = (await admin.get(`/classes/${id}/roster`)).body.items.map((row: { person: { id: string } }) => row.person.id);
  const off = [one!, two!, three!].find((person) => !on.includes(person.id))!;
  expect((await add(off)).body.code).toBe('plans.class_full');
  const replaced = await admin.post(`/classes/${id}/members/removal`, { personId: on[0], replacementId: off.id, reason: '岗位调整' });
  expect(replaced.status).toBe(201);
  expect((await admin.post(`/classes/${id}/members/removal`, { personId: on[0], reason: '岗位调整' })).body.code).toBe('plans.not_member');
  expect((await admin.post(`/classes/${id}/members`, { personIds: [off.id] })).body.code).toMatch(/class_full|member_already/);
  expect((await admin.get(`/classes/${id}`)).body).toMatchObject({ taken: 2 });
  const states = await bank.database.rows(statement('test.member_states', 'select s.state, s.reason from plans.class_member m join plans.class_member_state s on s.member_id = m.id where m.class_id = $1 and m.person_id = $2 order by s.id'), [id, on[0]]);
  expect(states).toEqual([{ state: 'booked', reason: '' }, { state: 'cancelled', reason: '岗位调整' }]);
  await bank.work();
  expect((await told(on[0])).map((row) => row.template)).toEqual(['plans.class_invited', 'plans.class_removed']);
  expect(await disagreements()).toEqual([]);
});

test('check-in: too early, foreign, wrong, expired and repeated are refused, each with its reason; guessing ends after ten codes', async () => {
  const [member, late, guesser, stranger] = await people(4);
  const { id, halfDays } = await makeClass(bank, admin, { startsOn: await dayFromNow(bank, 1), endsOn: await dayFromNow(bank, 2), halfDays: [
    { day: await dayFromNow(bank, 1), part: 'morning', startsAt: '09:00', endsAt: '12:00', topic: '提示词工程' }, { day: await dayFromNow(bank, 2), part: 'morning', startsAt: '09:00', endsAt: '12:00', topic: '智能体' }] });
  await admin.post(`/classes/${id}/members`, { personIds: ids([member!, late!, guesser!]) });
  const halfDayId = halfDays[0]!;
  const checkIn = async (person: Person, code: string) => (await clientOf(bank, person.id)).post('/classes/check-in', { halfDayId, code });
  const shown = async (halfDay = halfDayId) => (await admin.get(`/classes/${id}/half-days/${halfDay}/check-in-code`)).body;
  await goTo(1, 8 * 60 + 20);
  expect(await shown()).toMatchObject({ code: null, halfDay: { topic: '提示词工程' } });
  expect((await checkIn(member!, '123456')).body).toMatchObject({ code: 'plans.check_in_early', values: { time: expect.stringMatching(/ 08:30$/) } });
  await goTo(0, 8 * 60 + 31);
  const { code } = await shown();
  expect(code).toMatch(/^\d{6}$/);
  const wrong = code === '000000' ? '000001' : '000000';
  expect((await checkIn(stranger!, code)).body.code).toBe('plans.not_on_roster');
  expect((await checkIn(member!, wrong)).body.code).toBe('plans.code_wrong');
  const twice = await Promise.all([checkIn(member!, code), checkIn(member!, code)]);
  expect(twice.map((one) => one.status).sort()).toEqual([200, 409]);
  expect((await checkIn(member!, code)).body.code).toBe('plans.attendance_recorded');
  await bank.moveClock(90);
  admin = await clientOf(bank, adminId);
  expect((await checkIn(late!, code)).body.code).toBe('plans.code_expired');
  for (let tries = 0; tries < 10; tries++) await checkIn(guesser!, wrong);
  expect((await checkIn(guesser!, (await shown()).code)).body.code).toBe('plans.too_many_codes');
  expect((await checkIn(late!, (await shown()).code)).body).toMatchObject({ classId: id, halfDay: { topic: '提示词工程' } });
  expect((await shown()).checkedIn).toBe(2);
  await goTo(0, 12 * 60 + 1);
  expect((await checkIn(guesser!, code)).body.code).toBe('plans.check_in_over');
});

test('the sheet records marks; changing one asks why and is logged with what stood there; what is over is closed once and stands', async () => {
  const [one, two] = await people(2);
  const course = await shortCourse(bank);
  const { id, halfDays } = await makeClass(bank, admin, { courses: [{ courseId: course.id, finishBy: await dayFromNow(bank, 1) }] });
  await admin.post(`/classes/${id}/members`, { personIds: ids([one!, two!]) });
  const mark = (halfDayId: string, marks: object[], reason = '') => admin.send('PUT', `/classes/${id}/attendance`, { halfDayId, marks, reason });
  expect((await mark(halfDays[0]!, [{ personId: one!.id, mark: 'present' }, { personId: two!.id, mark: 'absent' }])).status).toBe(200);
  expect((await mark(halfDays[0]!, [{ personId: two!.id, mark: 'partial' }])).body.code).toBe('plans.correction_reason');
  expect((await mark(halfDays[0]!, [{ personId: two!.id, mark: 'partial' }], '迟到，补登')).status).toBe(200);
  expect((await mark(halfDays[0]!, [{ personId: adminId, mark: 'present' }])).body).toMatchObject({ code: 'plans.not_member', values: { name: '培训经理' } });
  expect((await mark(uuid(), [{ personId: one!.id, mark: 'present' }])).status).toBe(404);
  const log = (await admin.get(`/classes/${id}/attendance/changes`)).body.items;
  expect(log[0]).toMatchObject({ before: 'absent', mark: 'partial', reason: '迟到，补登', source: 'sheet', by: { displayName: '培训经理' }, person: { id: two!.id }, halfDay: { part: 'morning' } });
  expect(log).toHaveLength(3);
  // a half-day with attendance stays in the programme
  const moved = await classBody(bank, { halfDays: [{ day: await dayFromNow(bank, 1), part: 'evening', startsAt: '18:00', endsAt: '20:00', topic: '答疑' }], courses: [] });
  const { revision } = (await admin.get(`/classes/${id}`)).body;
  expect((await admin.send('PUT', `/classes/${id}`, moved, { 'if-match': `"${revision}"` })).body.code).toBe('plans.half_day_held');
  await mark(halfDays[1]!, [{ personId: one!.id, mark: 'excused' }]);
  const client = await clientOf(bank, one!.id);
  await take(client, course.id);
  expect((await client.get(`/classes/${id}/mine`)).body).toMatchObject({ status: 'running', survey: 'none', halfDays: [{ mark: 'present', checkIn: false }, { mark: 'excused' }], courses: [{ course: { id: course.id }, completedAt: expect.any(String) }] });
  expect((await client.get('/classes/mine')).body.items).toMatchObject([{ id, attended: 1, halfDays: 2 }]);
  expect((await admin.post(`/classes/${id}/close`, {})).body.code).toBe('plans.class_not_over');
  await goTo(1, 18 * 60);
  const closes = await Promise.all([1, 2, 3].map(() => admin.post(`/classes/${id}/close`, { cost: 20_000 })));
  expect(closes.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
  expect((await mark(halfDays[1]!, [{ personId: two!.id, mark: 'present' }])).body.code).toBe('plans.class_state');
  expect((await admin.get(`/classes/${id}/report`)).body).toMatchObject({
    people: 2, completed: 1, courses: 1, cost: 20_000, halfDays: [{ present: 1, partial: 1, unmarked: 0 }, { excused: 1, unmarked: 1 }], rows: expect.arrayContaining([
      expect.objectContaining({ present: 1, excused: 1, absent: 0, minutes: 180, courses: 1, completed: true }), expect.objectContaining({ partial: 1, absent: 1, minutes: 90, courses: 0, completed: false })]),
  });
  const job = (await admin.post('/exports', { kind: 'class-report', parameters: { classId: id }, reason: '结班归档' })).body;
  await bank.work();
  expect((await admin.get(`/jobs/${job.id}`)).body).toMatchObject({ status: 'done', file: { name: expect.stringMatching(/\.xlsx$/) } });
});

test('a changed programme and a cancellation reach the roster; a copy is the same class later, without its people', async () => {
  const [one] = await people(1);
  const course = await shortCourse(bank);
  const body = await classBody(bank, { courses: [{ courseId: course.id, finishBy: await dayFromNow(bank, 1), exam: true }] });
  const { id } = (await admin.post('/classes', body)).body;
  await admin.post(`/classes/${id}/members`, { personIds: [one!.id] });
  await admin.post(`/classes/${id}/publish`);
  const { revision } = (await admin.get(`/classes/${id}`)).body;
  const edit = (more: object) => admin.send('PUT', `/classes/${id}`, { ...body, ...more }, { 'if-match': `"${revision}"` });
  expect((await edit({ place: '分行会议室' })).body).toMatchObject({ place: '分行会议室' });
  expect((await edit({ place: '再改' })).status).toBe(412);
  const copied = await admin.post(`/classes/${id}/copy`, { title: '第二期', startsOn: await dayFromNow(bank, 30) });
  expect((await admin.get(`/classes/${copied.body.id}`)).body).toMatchObject({
    status: 'draft', taken: 0, startsOn: await dayFromNow(bank, 30), endsOn: await dayFromNow(bank, 31), courses: [{ course: { id: course.id }, finishBy: await dayFromNow(bank, 31), exam: true }],
    halfDays: [{ day: await dayFromNow(bank, 30), part: 'morning', startsAt: '00:30' }, { day: await dayFromNow(bank, 31), part: 'afternoon' }],
  });
  expect((await admin.post(`/classes/${id}/cancel`, { reason: '讲师时间冲突' })).body).toMatchObject({ status: 'cancelled' });
  expect((await admin.post(`/classes/${id}/members`, { personIds: [one!.id] })).body.code).toBe('plans.class_state');
  await bank.work();
  expect((await told(one!.id)).map((row) => row.template)).toEqual(['plans.class_invited', 'plans.class_changed', 'plans.class_cancelled']);
  expect((await (await clientOf(bank, one!.id)).get(`/classes/${copied.body.id}/mine`)).status).toBe(404);
});

test('materials are for the roster and its administrators; a branch administrator sees no class of head office', async () => {
  const [one, stranger] = await people(2);
  const { id } = await makeClass(bank, admin);
  await admin.post(`/classes/${id}/members`, { personIds: [one!.id] });
  const file = (await admin.upload('/files', '讲义.png', Buffer.from('89504e470d0a1a0a', 'hex') as Uint8Array<ArrayBuffer>)).body;
  const { materials } = (await admin.post(`/classes/${id}/materials`, { fileId: file.id })).body;
  const path = `/classes/${id}/materials/${materials[0].id}`;
  expect((await (await clientOf(bank, one!.id)).get(path)).status).toBe(200);
  expect((await (await clientOf(bank, stranger!.id)).get(path)).status).toBe(404);
  const branch = await bank.write(async (tx) => {
    const department = await makeDepartment(tx, '分行');
    return makePerson(tx, { department, roles: ['ld_admin'], scope: department.id });
  });
  const theirs = await clientOf(bank, branch.id);
  expect((await theirs.get(`/classes/${id}`)).status).toBe(404);
  const own = await makeClass(bank, theirs);
  expect((await theirs.get('/classes')).body.items).toMatchObject([{ id: own.id }]);
  expect((await theirs.post(`/classes/${own.id}/members`, { personIds: [one!.id] })).body).toMatchObject({ code: 'plans.outside_scope', values: { names: '学员0' } });
  expect((await admin.delete(path)).status).toBe(200);
  expect((await (await clientOf(bank, one!.id)).get(path)).status).toBe(404);
  await bank.moveClock(DAY);
});
