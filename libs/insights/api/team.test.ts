import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { article, makeCourse, quiz } from '@zhixing/courses/testing';
import { AttentionList, Member, Team } from '@zhixing/insights/contract';
import { ManagerRelation, type Person, peopleRoom } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { first, statement } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { v7 as uuid } from 'uuid';
import { insightsRoom } from './index.ts';
import { learn, type Standing, study } from './testing.ts';

type Course = Awaited<ReturnType<typeof makeCourse>>;

let bank: TestApplication;
let course: Course;
let other: Course;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, coursesRoom, insightsRoom]);
  const lessons = [article('a1'), article('a2'), quiz('q1'), quiz('q2')];
  [course, other] = await bank.write(async (tx) => [await makeCourse(tx, lessons), await makeCourse(tx, lessons)]);
});
afterAll(() => bank.close());

/** A manager with `names` reporting to them directly, and a client signed in as the manager. */
async function team(names: string[] = ['张三']): Promise<{ manager: Person; members: Person[]; client: TestClient }> {
  const made = await bank.write(async (tx) => {
    const department = await makeDepartment(tx);
    const manager = await makePerson(tx, { department });
    const members: Person[] = [];
    for (const displayName of names) members.push(await makePerson(tx, { displayName, department, manager: manager.id }));
    return { manager, members };
  });
  return { ...made, client: await clientOf(bank, made.manager.id) };
}
const reporting = (displayName: string, manager: string) => bank.write((tx) => makePerson(tx, { displayName, manager }));
const relate = (personId: string, managerId: string, kind: string, until: string | null = null) =>
  bank.write((tx) => tx.manager.insert(ManagerRelation, { id: uuid(), personId, managerId, kind, validFrom: '2020-01-01', validUntil: until }));
const learning = (person: Person, o?: Standing, at: Course = course) => bank.write((tx) => learn(tx, person.id, at.id, o));
const teamOf = async (client: TestClient, query = ''): Promise<Team> => Team.parse((await client.get(`/insights/team${query}`)).body);
const attentionOf = async (client: TestClient, query = ''): Promise<AttentionList> => AttentionList.parse((await client.get(`/insights/team/attention${query}`)).body);
const names = (list: { items: { person: { displayName: string } }[] }) => list.items.map((row) => row.person.displayName);

describe('a registration needs attention', () => {
  const cases: [string, Standing, object | null][] = [
    ['when nothing happened for seven days', { registered: '30 days', quiet: '7 days' }, { code: 'stalled', days: 7 }],
    ['not a minute earlier', { registered: '30 days', quiet: '6 days 23:59' }, null],
    ['when it was not opened fourteen days after registering', { registered: '14 days' }, { code: 'unopened', days: 14 }],
    ['not a minute earlier, unopened', { registered: '13 days 23:59' }, null],
    ['when a quiz was failed twice', { quiet: '1 hour', failed: { key: 'q1', times: 2 } }, { code: 'failed_twice', times: 2, lesson: '测验 q1' }],
    ['not after the first failure', { quiet: '1 hour', failed: { key: 'q1', times: 1 } }, null],
    ['for the failed quiz first when it has stalled too', { quiet: '40 days', failed: { key: 'q1', times: 3 } }, { code: 'failed_twice', times: 3, lesson: '测验 q1' }],
    ['never once it is finished', { registered: '90 days', finished: { ago: '80 days' } }, null],
    ['never once it was given up', { registered: '90 days', quiet: '80 days', status: 'abandoned' }, null],
  ];
  test.each(cases)('%s', async (_name, standing, reason) => {
    const { client, members } = await team();
    const id = await learning(members[0]!, standing);
    const list = await attentionOf(client);
    expect(list.items).toEqual(reason ? [expect.objectContaining({ registrationId: id, course: { id: course.id, title: course.title, domain: course.domain }, reason })] : []);
    const { figures, items } = await teamOf(client);
    expect(figures.attention).toBe(reason ? 1 : 0);
    expect(items[0]).toMatchObject({ overdue: 0, due: [], attention: reason ? 1 : 0, cells: [{ courseId: course.id, attention: reason !== null }] });
    const member = Member.parse((await client.get(`/insights/team/members/${members[0]!.id}`)).body);
    expect(member.attention.map((row) => row.reason)).toEqual(reason ? [reason] : []);
  });
});

test('the most pressing comes first: failed quizzes, then stalled, then unopened, the longest first', async () => {
  const { client, members } = await team(['甲', '乙', '丙', '丁', '戊']);
  const standings: Standing[] = [{ registered: '20 days' }, { quiet: '9 days' }, { quiet: '1 day', failed: { key: 'q1', times: 2 } }, { quiet: '12 days' }, { quiet: '1 day', failed: { key: 'q1', times: 4 } }];
  for (const [at, standing] of standings.entries()) await learning(members[at]!, standing);
  expect(names(await attentionOf(client))).toEqual(['戊', '丙', '丁', '乙', '甲']);
});

test('direct reports of any kind; the line goes on by line relations only', async () => {
  const { manager, members: [lead], client } = await team(['直接']);
  const below = await reporting('下级', lead!.id);
  await reporting('再下级', below.id);
  const { manager: elsewhere, members: [guest] } = await team(['项目成员']);
  await relate(guest!.id, manager.id, 'project');
  await reporting('项目成员的下级', guest!.id);
  const direct = await teamOf(client);
  expect(names(direct).sort()).toEqual(['直接', '项目成员'].sort());
  expect(direct).toMatchObject({ scope: 'direct', people: { direct: 2, line: 4 } });
  const line = await teamOf(client, '?scope=line');
  expect(names(line).sort()).toEqual(['直接', '项目成员', '下级', '再下级'].sort());
  expect(names(line)).not.toContain(elsewhere.displayName);
});

test('a relation that has ended, and a person who has left, are in nobody’s team', async () => {
  const { manager, client } = await team(['在岗']);
  const { members: [former] } = await team(['调走的人']);
  await relate(former!.id, manager.id, 'line', '2021-01-01');
  const leaver = await reporting('离职的人', manager.id);
  await bank.write((tx) => tx.rows(statement('test.leave', 'update people.person set active = false where id = $1'), [leaver.id]));
  expect(names(await teamOf(client, '?scope=line'))).toEqual(['在岗']);
});

test('a circle of managers ends', async () => {
  const { manager, members: [member], client } = await team(['互相汇报']);
  await relate(manager.id, member!.id, 'line');
  expect(names(await teamOf(client, '?scope=line'))).toEqual(['互相汇报']);
});

test('a circle further down ends too, and nobody below it is lost', async () => {
  const { client, members: [lead] } = await team(['甲']);
  const second = await reporting('乙', lead!.id);
  await relate(lead!.id, second.id, 'line');
  await reporting('丙', second.id);
  const line = await teamOf(client, '?scope=line');
  expect(line.people).toEqual({ direct: 1, line: 3 });
  expect(names(line).sort()).toEqual(['丙', '乙', '甲'].sort());
});

test('whoever left hides those below them from the line', async () => {
  const { client, members: [lead] } = await team(['甲']);
  const leaver = await reporting('离职的主管', lead!.id);
  await reporting('下级', leaver.id);
  await bank.write((tx) => tx.rows(statement('test.leave', 'update people.person set active = false where id = $1'), [leaver.id]));
  expect(names(await teamOf(client, '?scope=line'))).toEqual(['甲']);
});

test('pages go through everybody without gaps or doubles: attention first, then pinyin', async () => {
  const { client, members } = await team(['赵一', '钱二', '孙三', '李四', '周五', '吴六', '郑七']);
  await learning(members[0]!, { quiet: '10 days' });
  await learning(members[5]!, { quiet: '10 days' });
  await learning(members[5]!, { registered: '20 days' }, other);
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Team = await teamOf(client, `?limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...names(page));
    expect(page.items.length).toBeLessThanOrEqual(2);
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(['吴六', '赵一', '李四', '钱二', '孙三', '郑七', '周五']);
});

test('pages of what needs attention have no gaps or doubles either', async () => {
  const { client, members } = await team(['甲', '乙', '丙', '丁']);
  for (const member of members) for (const at of [course, other]) await learning(member, { quiet: '10 days' }, at);
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: AttentionList = await attentionOf(client, `?limit=3${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.items.map((row) => (row.kind === 'registration' ? row.registrationId : row.obligationId)));
    cursor = page.nextCursor;
  }
  expect(seen).toHaveLength(8);
  expect(new Set(seen).size).toBe(8);
});

test.each(['garbage', Buffer.from('["x"]').toString('base64url')])('a cursor that is not one of ours is refused: %s', async (cursor) => {
  const { client } = await team();
  expect((await client.get(`/insights/team?cursor=${cursor}`)).body).toMatchObject({ status: 400, code: 'invalid' });
});

test('people are found by name, pinyin, initials and staff number; figures stay those of the scope', async () => {
  const { client, members } = await team(['曾思远', '张三丰', '单以恒']);
  await learning(members[1]!, { quiet: '1 hour' });
  const found = async (q: string) => names(await teamOf(client, `?q=${encodeURIComponent(q)}`));
  expect(await found('思远')).toEqual(['曾思远']);
  expect(await found('zengsi')).toEqual(['曾思远']);
  expect(await found('zsf')).toEqual(['张三丰']);
  expect(await found('Shan Yi')).toEqual(['单以恒']);
  expect(await found(members[2]!.staffNumber)).toEqual(['单以恒']);
  expect(await found('zs')).toEqual(['曾思远', '张三丰']);
  expect(await found('%')).toEqual([]);
  expect((await teamOf(client, '?q=syh')).figures.learning).toBe(1);
});

test('figures equal a recount of the raw rows', async () => {
  const { manager, client, members } = await team(['甲', '乙', '丙']);
  const now = (await first<{ now: Date }>(bank.database, statement('test.now', 'select platform.now() as now')))!.now;
  const open = await learning(members[0]!, { quiet: '0' });
  await learning(members[1]!, { registered: '20 days' });
  await learning(members[2]!, { finished: { ago: '0' } });
  await learning(members[2]!, { finished: { ago: '40 days' } }, other);
  await bank.write((tx) => study(tx, open, now, 1830));
  await bank.write((tx) => study(tx, open, new Date(now.getTime() - 40 * 86_400_000), 6000));
  const recount = await first(bank.database, statement('test.recount', `
    with member as (select person_id from people.reporting where manager_id = $1),
         month as (select date_trunc('month', platform.today()::timestamp) at time zone 'Asia/Shanghai' as first)
    select (select count(*)::int from courses.registration join member using (person_id) where status = 'open' and started_at is not null) as learning,
           (select count(*)::int from courses.completion_record join member using (person_id), month where completed_at >= first) as "finishedThisMonth",
           (select count(*)::int from courses.registration join member using (person_id) where status = 'open' and started_at is null and registered_at <= platform.now() - interval '14 days') as attention,
           (select round(sum(seconds) / 60.0)::int from courses.learning_event join member using (person_id), month where at >= first) as "minutesThisMonth"`), [manager.id]);
  expect((await teamOf(client)).figures).toEqual(recount);
  expect(recount).toEqual({ learning: 1, finishedThisMonth: 1, attention: 1, minutesThisMonth: 31 });
});

test('the columns are the courses most of the scope registered at; a cell is the newest try', async () => {
  const { client, members } = await team(['甲', '乙']);
  await learning(members[0]!, { quiet: '9 days', status: 'abandoned' });
  await learning(members[0]!, { quiet: '1 day', seq: 2, done: ['a1'] });
  await learning(members[1]!, { registered: '1 day' });
  await learning(members[1]!, { finished: { ago: '1 day' } }, other);
  const page = await teamOf(client);
  expect(page.courses.map((one) => one.id)).toEqual([course.id, other.id]);
  const cells = new Map(page.items.map((row) => [row.person.displayName, row.cells]));
  expect(cells.get('甲')).toEqual([{ courseId: course.id, status: 'open', state: 'learning', percent: 25, attention: false }]);
  expect(cells.get('乙')).toHaveLength(2);
  expect(cells.get('乙')).toEqual(expect.arrayContaining([
    { courseId: course.id, status: 'open', state: 'registered', percent: 0, attention: false },
    { courseId: other.id, status: 'passed', state: 'finished', percent: 100, attention: false },
  ]));
});

test('the member page has the facts of one person, and leaves an audit row', async () => {
  const { manager, client, members: [member] } = await team(['苏婉清']);
  await learning(member!, { finished: { ago: '1 hour', score: 88 } });
  const open = await learning(member!, { quiet: '8 days', done: ['a1'] }, other);
  const now = (await first<{ now: Date }>(bank.database, statement('test.now', 'select platform.now() as now')))!.now;
  await bank.write((tx) => study(tx, open, now, 300));
  await bank.write((tx) => study(tx, open, new Date(now.getTime() - 84 * 86_400_000), 300));
  const answer = await client.get(`/insights/team/members/${member!.id}`);
  const page = Member.parse(answer.body);
  expect(page).toMatchObject({
    person: { id: member!.id, displayName: '苏婉清' },
    manager: { displayName: manager.displayName },
    memberSince: '2020-01-01',
    figures: { learning: 1, finished: 1 },
    courses: [
      { registrationId: open, state: 'learning', percent: 25, currentLesson: '课时 a2', score: null },
      { state: 'finished', percent: 100, currentLesson: null, score: 88 },
    ],
  });
  expect(page.weeks[11]).toMatchObject({ minutes: 5 });
  expect(page.weeks.slice(0, 11).every((week) => week.minutes === 0)).toBe(true);
  const audited = await bank.database.rows(statement('test.viewed', `select action from platform.audit_entry where person_id = $1 and object_type = 'person' and object_id = $2`), [manager.id, member!.id]);
  expect(audited).toEqual([{ action: 'member.view' }]);
});

test('people outside of the line, above it, and oneself are 404 and leave no audit row', async () => {
  const { manager, members: [lead], client } = await team(['组长']);
  const below = await reporting('组员', lead!.id);
  const { members: [stranger] } = await team(['外人']);
  const { members: [guest] } = await team(['项目成员']);
  await relate(guest!.id, lead!.id, 'project');
  const status = async (asking: TestClient, id: string) => (await asking.get(`/insights/team/members/${id}`)).status;
  expect(await status(client, below.id)).toBe(200);
  expect(await status(client, stranger!.id)).toBe(404);
  expect(await status(client, guest!.id)).toBe(404);
  expect(await status(client, manager.id)).toBe(404);
  expect(await status(client, uuid())).toBe(404);
  const asLead = await clientOf(bank, lead!.id);
  expect(await status(asLead, guest!.id)).toBe(200);
  expect(await status(asLead, manager.id)).toBe(404);
  const [audited] = await bank.database.rows<{ views: number }>(statement('test.views', 'select count(*)::int as views from platform.audit_entry where person_id = $1 and object_type = $2'), [manager.id, 'person']);
  expect(audited!.views).toBe(1);
});

test('an employee without reports is refused every team route', async () => {
  const { members: [employee] } = await team();
  const client = await clientOf(bank, employee!.id);
  for (const path of ['/insights/team', '/insights/team/attention', '/insights/team/as-of', `/insights/team/members/${uuid()}`]) {
    expect((await client.get(path)).body).toMatchObject({ status: 403, code: 'forbidden' });
  }
});

test('somebody new in the team shows up with an empty page', async () => {
  const { client, members: [member] } = await team(['新人']);
  const page = await teamOf(client);
  expect(page).toMatchObject({ courses: [], items: [{ attention: 0, cells: [] }], figures: { learning: 0, finishedThisMonth: 0, attention: 0, minutesThisMonth: 0 } });
  expect(Member.parse((await client.get(`/insights/team/members/${member!.id}`)).body)).toMatchObject({ attention: [], courses: [], figures: { learning: 0, finished: 0, finishedThisYear: 0, minutesThisYear: 0 } });
});
