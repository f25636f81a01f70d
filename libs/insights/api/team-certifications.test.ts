import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { TeamAsOf, TeamCertifications } from '@zhixing/insights/contract';
import { messagesRoom } from '@zhixing/messages/api';
import { type Person, peopleRoom } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { plansRoom } from '@zhixing/plans/api';
import { dayFromNow, shortCourse } from '@zhixing/plans/testing';
import { statement } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { v7 as uuid } from 'uuid';
import { insightsRoom } from './index.ts';
import { certify, makeCertification } from './testing.ts';

const DAY = 86_400;

let bank: TestApplication;
let manager: Person;
let people: Person[];
let below: Person;
let outside: Person;
let client: TestClient;
let certification: string;
/** Cycles by who holds them. */
const cycles = new Map<string, string>();

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, coursesRoom, plansRoom, insightsRoom]);
  await bank.write(async (tx) => {
    manager = await makePerson(tx, { displayName: '团队负责人' });
    people = [];
    for (const displayName of ['甲', '乙', '丙', '丁', '戊']) people.push(await makePerson(tx, { displayName, manager: manager.id }));
    below = await makePerson(tx, { displayName: '下级', manager: people[0]!.id });
    outside = await makePerson(tx, { displayName: '外人' });
    certification = await makeCertification(tx, {});
    const days = [20, 0, 60, 61, -1];
    for (const [place, person] of people.entries()) cycles.set(person.id, await certify(tx, certification, person.id, days[place]!));
    for (const person of [below, outside]) cycles.set(person.id, await certify(tx, certification, person.id, 10));
  });
  client = await clientOf(bank, manager.id);
});
afterAll(() => bank.close());

const listOf = async (query = ''): Promise<TeamCertifications> => TeamCertifications.parse((await client.get(`/insights/team/certifications${query}`)).body);
const remind = (person: Person, by = client) => by.post(`/certification-cycles/${cycles.get(person.id)}/reminders`, {});
const messagesOf = async (person: Person): Promise<string[]> => (await (await clientOf(bank, person.id)).get('/notifications')).body.items.map((one: { title: string }) => one.title);

test('what ends within sixty days is listed, nearest first, and is what the figure counts; direct reports or the whole line, nobody else', async () => {
  const direct = await listOf();
  expect(direct.items.map(({ person, days }) => [person.displayName, days])).toEqual([['乙', 0], ['甲', 20], ['丙', 60]]);
  expect(direct.items[1]).toMatchObject({
    person: { id: people[0]!.id }, certification: { id: certification }, state: 'expiring', validUntil: await dayFromNow(bank, 20), renewableSince: await dayFromNow(bank, -10), remindedAt: null, remindAgainOn: null,
  });
  const line = await listOf('?scope=line');
  expect(line.items.map(({ person }) => person.displayName)).toEqual(['乙', '下级', '甲', '丙']);
  for (const [scope, list] of [['direct', direct], ['line', line]] as const) {
    expect(TeamAsOf.parse((await client.get(`/insights/team/as-of?scope=${scope}&on=${await dayFromNow(bank)}`)).body).certifications.expiring).toBe(list.items.length);
  }
});

test('it is read page by page, everybody once', async () => {
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: TeamCertifications = await listOf(`?scope=line&limit=1${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.items.map(({ person }) => person.displayName));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(['乙', '下级', '甲', '丙']);
});

test('a certification renewed or taken away is not listed', async () => {
  const [renewed, revoked] = await bank.write(async (tx) => {
    const made = [await makePerson(tx, { displayName: '已续', manager: manager.id }), await makePerson(tx, { displayName: '已撤', manager: manager.id })] as const;
    for (const person of made) cycles.set(person.id, await certify(tx, certification, person.id, 5));
    return made;
  });
  expect((await listOf()).items.slice(1, 3).map(({ person }) => person.displayName)).toEqual(['已撤', '已续']);
  await bank.write(async (tx) => {
    await certify(tx, certification, renewed.id, 370, 2);
    await tx.rows(statement('test.revoke', "insert into plans.certification_revocation (cycle_id, at, by_id, reason) values ($1, platform.now(), $2, '材料不实')"), [cycles.get(revoked.id), manager.id]);
  });
  expect((await listOf()).items.map(({ person }) => person.displayName)).toEqual(['乙', '甲', '丙']);
  expect(await remind(renewed)).toMatchObject({ status: 404 });
});

test('a reminder reaches the person once in three days, however often and by whomever it is sent, and is audited', async () => {
  const [answers, again] = [await Promise.all([remind(people[0]!), remind(people[0]!), remind(people[0]!)]), await dayFromNow(bank, 3)];
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 429, 429]);
  expect((await listOf()).items[1]).toMatchObject({ person: { displayName: '甲' }, remindedAt: expect.any(String), remindAgainOn: again });
  await bank.work();
  expect((await messagesOf(people[0]!)).filter((title) => title.includes('续证'))).toHaveLength(1);
  const acts = await bank.database.rows(statement('test.renewal_reminders', "select person_id, facts from platform.audit_entry where action = 'certification.remind'"));
  expect(acts).toEqual([{ person_id: manager.id, facts: { cycleId: cycles.get(people[0]!.id), personId: people[0]!.id } }]);
  await bank.moveClock(3 * DAY + 1);
  client = await clientOf(bank, manager.id);
  expect(await remind(people[0]!)).toMatchObject({ status: 200 });
});

test('who must take the course that renews it is reminded of that, under its cool-down', async () => {
  const course = await shortCourse(bank);
  const person = await bank.write(async (tx) => {
    const made = await makePerson(tx, { displayName: '须学', manager: manager.id });
    cycles.set(made.id, await certify(tx, await makeCertification(tx, { courseId: course.id }), made.id, 30));
    return made;
  });
  await client.post('/assignments/direct', { target: { kind: 'course', id: course.id }, personIds: [person.id], dueOn: await dayFromNow(bank, 20), reason: '续证' });
  await bank.work();
  expect(await remind(person)).toMatchObject({ status: 200 });
  const row = (await listOf()).items.find((one) => one.person.id === person.id)!;
  expect(row.remindAgainOn).toBe(await dayFromNow(bank, 3));
  const { obligations } = (await client.get(`/insights/team/members/${person.id}`)).body;
  expect(obligations).toMatchObject([{ remindAgainOn: row.remindAgainOn }]);
  expect(await remind(person)).toMatchObject({ status: 429, body: { code: 'plans.reminded_lately' } });
});

test('nobody is reminded from outside of the line, of what ends later, or of nothing', async () => {
  expect(await remind(outside)).toMatchObject({ status: 404 });
  expect(await remind(people[3]!)).toMatchObject({ status: 200 }); // 61 days, three of which have passed
  const later = await bank.write(async (tx) => {
    const made = await makePerson(tx, { manager: manager.id });
    cycles.set(made.id, await certify(tx, certification, made.id, 90));
    return made;
  });
  expect(await remind(later)).toMatchObject({ status: 409, body: { code: 'plans.not_expiring' } });
  expect(await client.post(`/certification-cycles/${uuid()}/reminders`, {})).toMatchObject({ status: 404 });
  expect(await remind(below, await clientOf(bank, below.id))).toMatchObject({ status: 403 });
});
