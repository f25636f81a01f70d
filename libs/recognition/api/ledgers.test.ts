import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { completions, coursesRoom } from '@zhixing/courses/api';
import { messagesRoom } from '@zhixing/messages/api';
import { peopleRoom } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { recognitionRoom } from './index.ts';
import { finish, type Finished, hoursOf, rulesEarned } from './testing.ts';

let bank: TestApplication;
let administrator: TestClient;
/** Everybody who finished something in this file; other files finish courses without this room. */
const finished: Finished[] = [];

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, coursesRoom, recognitionRoom]);
  administrator = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { displayName: '贺敏', roles: ['ld_admin'] }))).id);
});
afterAll(() => bank.close());

async function done(o: Parameters<typeof finish>[1] = {}): Promise<Finished> {
  const one = await finish(bank, o);
  finished.push(one);
  await bank.work();
  return one;
}

const year = async (): Promise<number> => (await administrator.get('/hours/rules')).body.year;
const HOURS_OF = statement('test.hours_of', `select source, kind, minutes, source_id as id from recognition.hours where person_id = $1 and source in ('completion', 'import')`);
const POINTS_OF = statement('test.points_of', 'select rule, points from recognition.points where person_id = $1 order by rule');

describe('hours', () => {
  test('an examined course adds formal minutes, another other ones, each once', async () => {
    const exam = await finish(bank);
    const reading = await finish(bank, { exam: false });
    finished.push(exam, reading);
    await exam.client.post('/certificates', { completionId: exam.completionId });
    await bank.work();
    const formal = (await exam.client.get('/hours')).body;
    expect(formal).toMatchObject({ year: await year(), rule: { hours: 90, formal: 30 }, items: [{ kind: 'formal', source: 'completion', title: exam.course.title, by: null }] });
    expect(formal.items).toHaveLength(1);
    expect(formal.minutes).toEqual({ formal: formal.items[0].minutes, other: 0 });
    expect((await reading.client.get('/hours')).body.items).toMatchObject([{ kind: 'other' }]);
  });

  test('recomputed from the raw completion records, hours and points are what is shown', async () => {
    await done({ failures: 1 });
    const raw = [];
    for await (const some of completions(bank.database, 3)) raw.push(...some);
    for (const { person, client } of finished) {
      const mine = raw.filter((one) => one.person_id === person.id);
      expect(await bank.database.rows(HOURS_OF, [person.id])).toEqual(mine.map((one) => ({ ...hoursOf(one), id: one.id })));
      const { minutes } = (await client.get('/hours')).body;
      expect(minutes.formal + minutes.other).toBe(mine.reduce((sum, one) => sum + hoursOf(one).minutes, 0));
      expect((await bank.database.rows<{ rule: string }>(POINTS_OF, [person.id])).map(({ rule }) => rule)).toEqual(mine.flatMap(rulesEarned).sort());
    }
  });

  test('a correction is another line, with who and why; the same request counts once, and nothing falls below zero', async () => {
    const { client, person } = await done();
    const on = `${await year()}-01-15`;
    const correct = (minutes: number, headers = {}) => administrator.send('POST', `/hours/people/${person.id}/corrections`, { kind: 'other', minutes, on, reason: '外部培训补登' }, headers);
    const [one, twin] = await Promise.all([correct(120, { 'idempotency-key': 'one' }), correct(120, { 'idempotency-key': 'one' })]);
    expect(one).toMatchObject({ status: 201, body: { minutes: { other: 120 } } });
    expect(twin.body).toEqual(one.body);
    expect((await Promise.all([correct(-80), correct(-80)])).map(({ status }) => status).sort()).toEqual([201, 409]);
    const seen = (await client.get(`/hours?year=${await year()}`)).body;
    expect(seen.minutes.other).toBe(40);
    expect(seen.items.filter((line: { source: string }) => line.source === 'correction')).toMatchObject([{ by: { displayName: '贺敏' }, title: '外部培训补登' }, {}]);
    expect((await correct(0)).status).toBe(400);
    await bank.work();
    expect((await client.get('/notifications')).body.items.map((told: { title: string }) => told.title)).toContain('您的学时已更正（120 分钟）');
  });

  test('the rule of a year holds until the next one; only an administrator of the whole bank sets it', async () => {
    const next = (await year()) + 1;
    const branch = await bank.write(async (tx) => makePerson(tx, { roles: ['ld_admin'], scope: (await makeDepartment(tx, '苏州分行')).id }));
    expect((await (await clientOf(bank, branch.id)).put(`/hours/rules/${next}`, { hours: 10, formal: 5 })).body.code).toBe('recognition.whole_bank');
    expect((await administrator.put(`/hours/rules/${next}`, { hours: 10, formal: 50 })).status).toBe(400);
    expect((await administrator.put(`/hours/rules/${next}`, { hours: 100, formal: 40 })).body.items[0]).toEqual({ since: next, hours: 100, formal: 40 });
    const { client } = await done();
    const { items } = (await administrator.get('/hours/rules')).body as { items: { since: number }[] };
    expect((await client.get('/hours')).body.rule).toEqual(items.find((rule) => rule.since < next));
    expect((await client.get(`/hours?year=${next + 1}`)).body).toMatchObject({ items: [], rule: { since: next, hours: 100 } });
  });

  test('a manager sees the hours of the line, nobody those of others', async () => {
    const head = await bank.write((tx) => makePerson(tx));
    const boss = await bank.write((tx) => makePerson(tx, { manager: head.id }));
    const { person } = await done({ manager: boss.id });
    const stranger = await done({ manager: person.id });
    expect((await (await clientOf(bank, head.id)).get(`/hours/people/${person.id}`)).body.items).toHaveLength(1);
    expect((await (await clientOf(bank, boss.id)).get(`/hours/people/${head.id}`)).status).toBe(404);
    expect((await stranger.client.get(`/hours/people/${person.id}`)).status).toBe(403);
  });
});

describe('points', () => {
  test('edge case: points rule changed: a rule that changes gives what it gave to those who earned it before', async () => {
    const before = await done();
    const failing = await done({ failures: 1 });
    expect((await before.client.get('/points')).body).toMatchObject({ total: 35, thisMonth: 35, listed: true });
    expect((await failing.client.get('/points')).body.total).toBe(30);
    await bank.moveClock(2);
    expect((await administrator.put('/points/rules/course_passed', { points: 50 })).body.items).toContainEqual(expect.objectContaining({ code: 'course_passed', points: 50 }));
    await bank.moveClock(2);
    const after = await done();
    expect((await after.client.get('/points')).body.total).toBe(75);
    expect((await before.client.get('/points')).body.total).toBe(35);
    await administrator.put('/points/rules/course_passed', { points: 10 });
  });

  test('the board ranks a department’s month, and leaves out by name whoever wants that', async () => {
    const department = await bank.write((tx) => makeDepartment(tx, '贷后管理团队'));
    await bank.moveClock(2);
    const [one, other, third] = [await done({ department }), await done({ department }), await done({ department, failures: 1 })] as [Finished, Finished, Finished];
    const elsewhere = await done();
    const board = async (of: Finished) => (await of.client.get('/points/board')).body;
    const ranks = (await board(one)).items.map((line: { rank: number; person: { id: string }; me: boolean }) => [line.rank, line.person.id, line.me]);
    expect(ranks).toHaveLength(3);
    expect(ranks).toEqual(expect.arrayContaining([[1, one.person.id, true], [1, other.person.id, false], [3, third.person.id, false]]));
    expect((await other.client.put('/points/board/listing', { listed: false })).status).toBe(200);
    expect(JSON.stringify(await board(one))).not.toContain(other.person.id);
    expect((await other.client.get('/points')).body).toMatchObject({ total: 35, listed: false });
    await other.client.put('/points/board/listing', { listed: true });
    expect((await board(one)).items).toHaveLength(3);
    expect((await board(elsewhere)).items).toHaveLength(1);
    expect((await one.client.get('/points/board?month=2020-01')).status).toBe(404);
    const { months } = await board(one);
    expect((await one.client.get(`/points/board?month=${months[1]}`)).body.items).toEqual([]);
  });
});

test('exports hold what the pages show, for a reason', async () => {
  const { person } = await done({ displayName: '仲孙无咎' });
  const order = (body: object) => administrator.post('/exports', body);
  expect((await order({ kind: 'hours', parameters: { year: await year() } })).status).toBe(400);
  for (const body of [{ kind: 'hours', parameters: { year: await year() } }, { kind: 'certificates', parameters: { q: person.staffNumber } }]) {
    const job = await order({ ...body, reason: '年度报送' });
    await bank.work();
    expect((await administrator.get(`/jobs/${job.body.id}`)).body).toMatchObject({ status: 'done' });
  }
});
