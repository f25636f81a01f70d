import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { AttentionList, Member, Team, TeamAsOf } from '@zhixing/insights/contract';
import { messagesRoom } from '@zhixing/messages/api';
import { OrganisationService, type Person, peopleRoom } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { compliance, plansRoom } from '@zhixing/plans/api';
import { dayFromNow, owed, PlansDay, shortCourse, take } from '@zhixing/plans/testing';
import { statement } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { offerEvidence } from '@zhixing/skills/api';
import readExcelFile from 'read-excel-file/node';
import { v7 as uuid } from 'uuid';
import { insightsRoom } from './index.ts';
import { learn } from './testing.ts';

const DAY = 86_400;
const BY = { personId: uuid(), address: 'test', requestId: 'test' };

let bank: TestApplication;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, coursesRoom, plansRoom, insightsRoom]);
});
afterAll(() => bank.close());

interface Office { manager: Person; people: Person[]; client: TestClient }

/** A manager with people, signed in. */
async function office(names: string[]): Promise<Office> {
  const manager = await bank.write((tx) => makePerson(tx, { displayName: '团队负责人' }));
  const people = await Promise.all(names.map((displayName) => bank.write((tx) => makePerson(tx, { displayName, manager: manager.id }))));
  return { manager, people, client: await clientOf(bank, manager.id) };
}

/** The manager asks a course of people, due in so many days. */
async function asked({ client }: Office, people: Person[], days: number) {
  const course = await shortCourse(bank);
  const made = await client.post('/assignments/direct', { target: { kind: 'course', id: course.id }, personIds: people.map((one) => one.id), dueOn: await dayFromNow(bank, days), reason: '新系统上线' });
  expect(made.status).toBe(201);
  await bank.work();
  const rows = new Map((await owed(bank, made.body.id)).map((row) => [row.person_id, row]));
  return { course, assignment: made.body.id as string, of: (person: Person) => rows.get(person.id)!.id };
}

const teamOf = async (client: TestClient, query = ''): Promise<Team> => Team.parse((await client.get(`/insights/team${query}`)).body);
const listOf = async (client: TestClient, query = '') => AttentionList.parse((await client.get(`/insights/team/attention${query}`)).body).items;
const asOf = async (client: TestClient, on: string): Promise<TeamAsOf> => TeamAsOf.parse((await client.get(`/insights/team/as-of?on=${on}`)).body);
const memberOf = async (client: TestClient, person: Person): Promise<Member> => Member.parse((await client.get(`/insights/team/members/${person.id}`)).body);
/** Days pass, each night does its work, and the manager signs in again. */
async function pass(at: Office, days: number): Promise<Office> {
  await bank.moveClock(days * DAY);
  await bank.app.get(PlansDay).run();
  await bank.work();
  return { ...at, client: await clientOf(bank, at.manager.id) };
}
/** What is kept ready and differs; obligations other tests made without their dated rows are not of this one. */
const disagreements = async () => (await bank.database.rows<{ what: string }>(plansRoom.figures![0]!.disagreements)).filter(({ what }) => what !== 'state');

/** Compliance of these people from their obligations one by one. */
async function recounted(people: Person[]) {
  const [row] = await bank.database.rows(
    statement('test.compliance', `select c.*, (select count(*)::int from plans.obligation_now where status = 'overdue' and person_id = any($1)) as overdue from (${compliance('$1')}) c`), [people.map((one) => one.id)]);
  return row;
}

test('compliance, overdue and excused are what the obligations come to: late, done, due soon, waived, on leave, moved, and nothing owed', async () => {
  const names = ['迟到', '完成', '快到期', '豁免', '休假', '迟到后休假', '无任务'];
  let at = await office(names);
  const [late, done, soon, waived, away, lateAway] = at.people as [Person, Person, Person, Person, Person, Person];
  const admin = await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'] }));
  const first = await asked(at, [late, done, waived, away, lateAway], 3);
  await asked(at, [soon], 20);
  await take(await clientOf(bank, done.id), first.course.id);
  await bank.work();
  expect((await (await clientOf(bank, admin.id)).post('/waivers', { obligationId: first.of(waived), reason: '岗位不涉及', evidenceLink: 'https://oa.bank.example/1', expiresOn: await dayFromNow(bank, 30) })).status).toBe(201);
  const organisation = bank.app.get(OrganisationService);
  const leave = async (person: Person) => {
    const from = await dayFromNow(bank);
    await bank.write((tx) => organisation.startLeave(tx, BY, person.id, { kind: 'sick', from, until: null }));
    await bank.work();
  };
  await leave(away);
  at = await pass(at, 15);
  await leave(lateAway);
  expect((await teamOf(at.client)).compliance).toEqual({ people: 4, compliant: 2, excused: 2, overdue: 2 });
  const page = await teamOf(at.client);
  expect(await recounted(at.people)).toEqual({ people: 4, compliant: 2, excused: 2, overdue: 2 });
  expect(page.items.map(({ person, overdue }) => [person.displayName, overdue]).slice(0, 2)).toEqual([['迟到', 1], ['迟到后休假', 1]]);
  expect((await listOf(at.client)).map((row) => [row.person.displayName, row.kind === 'obligation' && row.status])).toEqual([['迟到', 'overdue'], ['迟到后休假', 'overdue'], ['快到期', 'due_soon']]);
  expect(await disagreements()).toEqual([]);

  // the waiver runs out: what it released is late from the next day on
  at = await pass(at, 16);
  const later = (await teamOf(at.client)).compliance;
  expect(later).toMatchObject({ people: 5, excused: 1 });
  expect(await recounted(at.people)).toEqual(later);
  expect(await disagreements()).toEqual([]);
});

test('a page of the list goes on without gap or repetition; what is due is not said twice, and the matrix shows it', async () => {
  const at = await office(['甲', '乙', '丙']);
  const { course } = await asked(at, at.people, 5);
  for (const person of at.people) await bank.write((tx) => learn(tx, person.id, course.id, { registered: '30 days', quiet: '9 days' }));
  const other = await shortCourse(bank);
  await bank.write((tx) => learn(tx, at.people[0]!.id, other.id, { registered: '20 days' }));
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: AttentionList = AttentionList.parse((await at.client.get(`/insights/team/attention?limit=2${cursor && `&cursor=${cursor}`}`)).body);
    seen.push(...page.items.map((row) => `${row.kind} ${row.person.displayName}`));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(['obligation 丙', 'obligation 甲', 'obligation 乙', 'registration 甲']);
  const { items } = await teamOf(at.client);
  expect(items.map((row) => row.due)).toEqual(at.people.map(() => [{ courseId: course.id, status: 'due_soon', dueOn: expect.any(String) }]));
  expect(items.every((row) => row.cells.some((cell) => cell.courseId === course.id))).toBe(true);
});

test('twenty reminders at once are one; the list says when it may be said again, and the message leads to the obligation', async () => {
  let at = await office(['受提醒']);
  const [person] = at.people as [Person];
  const { of } = await asked(at, [person], 2);
  expect(await listOf(at.client)).toMatchObject([{ kind: 'obligation', status: 'due_soon', days: 2, remindedAt: null, remindAgainOn: null }]);
  const answers = await Promise.all(Array.from({ length: 20 }, () => at.client.post(`/obligations/${of(person)}/reminders`, {})));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(429)]);
  expect(answers.find(({ status }) => status === 429)!.body.code).toBe('plans.reminded_lately');
  await bank.work();
  const told = (await (await clientOf(bank, person.id)).get('/notifications')).body.items.filter(({ link }: { link: string }) => link === `/obligations/${of(person)}`);
  expect(told).toHaveLength(1);
  expect(await listOf(at.client)).toMatchObject([{ remindedAt: expect.any(String), remindAgainOn: await dayFromNow(bank, 3) }]);
  expect((await memberOf(at.client, person)).obligations).toMatchObject([{ id: of(person), status: 'due_soon', reminders: 1, remindAgainOn: await dayFromNow(bank, 3), can: { remind: false } }]);
  at = await pass(at, 3);
  expect(await listOf(at.client)).toMatchObject([{ status: 'overdue', days: 1, remindAgainOn: null }]);
});

test('as of a day equals what the page showed on that day, whatever came later', async () => {
  let at = await office(['甲', '乙', '丙']);
  const [one, two] = at.people as [Person, Person];
  const { course } = await asked(at, at.people, 3);
  const shown: [string, Team][] = [];
  for (let turn = 0; turn < 3; turn++) {
    at = await pass(at, 2);
    if (turn === 1) await take(await clientOf(bank, one.id), course.id);
    const from = await dayFromNow(bank);
    if (turn === 2) await bank.write((tx) => bank.app.get(OrganisationService).startLeave(tx, BY, two.id, { kind: 'sick', from, until: null }));
    await bank.work();
    shown.push([await dayFromNow(bank), await teamOf(at.client)]);
  }
  expect(shown.map(([, { compliance: { compliant, overdue } }]) => [compliant, overdue])).toEqual([[3, 0], [1, 2], [1, 2]]);
  at = await pass(at, 40);
  for (const [day, { compliance: then }] of shown) expect({ day, ...(await asOf(at.client, day)).compliance }).toEqual({ day, ...then });
  const now = await teamOf(at.client);
  expect(await asOf(at.client, await dayFromNow(bank, 5))).toMatchObject({ on: await dayFromNow(bank), compliance: now.compliance, finished: now.figures.finishedThisMonth, minutes: now.figures.minutesThisMonth });
  expect(await asOf(at.client, await dayFromNow(bank, -60))).toMatchObject({ compliance: { people: 0, compliant: 0, excused: 0, overdue: 0 } });
});

test('skill coverage is what verified evidence holds of the target roles on that day', async () => {
  const at = await office(['甲', '乙', '没有目标']);
  const [one, two] = at.people as [Person, Person];
  await bank.write(async (tx) => {
    const [skill] = await tx.rows<{ skill_id: string; level: number }>(statement('test.profile', `select skill_id, level from skills.profile_skill where profile_id = 'data-scientist' order by skill_id limit 1`));
    for (const person of [one, two]) await tx.rows(statement('test.target', `insert into skills.target (person_id, profile_id, chosen_at) values ($1, 'data-scientist', platform.now())`), [person.id]);
    await offerEvidence(tx, [{ personId: one.id, skillId: skill!.skill_id, level: skill!.level, source: { kind: 'course', id: uuid() }, artefact: { title: '证明', link: '/' } }]);
  });
  const [expected] = await bank.database.rows<{ wanted: number; held: number }>(statement('test.coverage', `
    select 2 * sum(weight * level)::int as wanted, (select weight * level from skills.profile_skill where profile_id = 'data-scientist' order by skill_id limit 1) as held from skills.profile_skill where profile_id = 'data-scientist'`));
  expect((await asOf(at.client, await dayFromNow(bank))).skills).toEqual({ people: 2, ...expected });
  expect((await asOf(at.client, await dayFromNow(bank, -1))).skills).toEqual({ people: 2, ...expected, held: 0 });
});

test('the page of a member lists what is late, open and done, with what was granted', async () => {
  const at = await office(['成员']);
  const [person] = at.people as [Person];
  const [done, open] = [await asked(at, [person], 9), await asked(at, [person], 20)];
  const me = await clientOf(bank, person.id);
  await take(me, done.course.id);
  await bank.work();
  const asks = await me.post('/extensions', { obligationId: open.of(person), until: await dayFromNow(bank, 40), reason: '出差在外' });
  expect((await at.client.post(`/extensions/${asks.body.extensions[0].id}/decision`, { decision: 'approved' })).status).toBe(200);
  expect((await memberOf(at.client, person)).obligations).toMatchObject([
    { id: open.of(person), status: 'not_started', dueOn: await dayFromNow(bank, 40), extensions: 1, reminders: 0, remindAgainOn: null, can: { remind: true } },
    { id: done.of(person), status: 'completed', completedAt: expect.any(String), can: { remind: false } },
  ]);
});

test('asvs-8 nobody sees or reminds people of another line', async () => {
  const [mine, theirs] = [await office(['甲']), await office(['乙'])];
  const { of } = await asked(theirs, theirs.people, 2);
  expect((await teamOf(mine.client, '?scope=line')).compliance).toEqual({ people: 0, compliant: 0, excused: 0, overdue: 0 });
  expect(await listOf(mine.client, '?scope=line')).toEqual([]);
  expect((await asOf(mine.client, await dayFromNow(bank))).compliance.people).toBe(0);
  expect((await mine.client.post(`/obligations/${of(theirs.people[0]!)}/reminders`, {})).status).toBe(404);
  expect((await mine.client.get(`/insights/team/members/${theirs.people[0]!.id}`)).status).toBe(404);
});

test('the workbook holds overdue items, due dates, when somebody was reminded, and the figures with what they mean', async () => {
  const at = await office(['甲']);
  const [person] = at.people as [Person];
  const { course, of } = await asked(at, [person], 4);
  await bank.write((tx) => learn(tx, person.id, course.id, { registered: '1 day' }));
  await at.client.post(`/obligations/${of(person)}/reminders`, {});
  const job = (await at.client.post('/exports', { kind: 'team', parameters: {}, reason: '团队例会' })).body;
  await bank.work();
  const { file } = (await at.client.get(`/jobs/${job.id}`)).body;
  const [team, attention, summary] = await readExcelFile((await bank.app.inject({ method: 'GET', url: `/api/v1/files/${file.id}`, headers: at.client.headers })).rawPayload);
  expect(team!.data[2]!.slice(4)).toEqual([0, 0, 0, '未开始', 0, await dayFromNow(bank, 4)]);
  expect(attention!.data[2]!.slice(4)).toEqual([course.title, 0, '必修还剩 4 天', 4, await dayFromNow(bank, 4), await dayFromNow(bank)]);
  expect(summary!.data.slice(2).map((row) => row[1])).toEqual([await dayFromNow(bank), '直接下级', '100%', 1, 0, 0]);
});
