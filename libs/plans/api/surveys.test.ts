import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { messagesRoom } from '@zhixing/messages/api';
import { peopleRoom, type Person } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { type TestApplication, type TestClient, testApp } from '@zhixing/platform/testing';
import { plansRoom } from './index.ts';
import { makeClass } from './testing.ts';

const QUESTIONS = [
  { key: 's', kind: 'scale', text: '总体满意度' }, { key: 'o', kind: 'single', text: '课程节奏', options: ['偏快', '合适', '偏慢'] }, { key: 'm', kind: 'multiple', text: '希望深入的主题', options: ['知识图谱', '智能体'] }, { key: 't', kind: 'text', text: '建议' },
];
let bank: TestApplication;
let admin: TestClient;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, coursesRoom, plansRoom]);
  admin = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { displayName: '培训经理', roles: ['ld_admin'] }))).id);
});
afterAll(() => bank.close());

/** A class of so many people with an open survey. */
async function surveyed(count: number, anonymous: boolean): Promise<{ id: string; people: Person[]; clients: TestClient[] }> {
  const { id } = await makeClass(bank, admin);
  const people: Person[] = [];
  for (let at = 0; at < count; at++) people.push(await bank.write((tx) => makePerson(tx, { displayName: `学员${at}` })));
  await admin.post(`/classes/${id}/members`, { personIds: people.map((one) => one.id) });
  expect((await admin.send('PUT', `/classes/${id}/survey`, { title: '结班问卷', anonymous, questions: QUESTIONS })).body.survey).toMatchObject({ state: 'draft', results: null });
  expect((await admin.post(`/classes/${id}/survey/open`)).body.survey).toMatchObject({ state: 'open', invited: count, answered: 0 });
  return { id, people, clients: await Promise.all(people.map((one) => clientOf(bank, one.id))) };
}
const answer = (client: TestClient, id: string, answers: object) => client.post(`/classes/${id}/survey/answers`, { answers });

test('an anonymous answer leaves no trace of its person, in no table, and results stay hidden below five', async () => {
  const { id, people, clients } = await surveyed(6, true);
  for (const [at, client] of clients.slice(0, 4).entries()) expect((await answer(client, id, { s: 4, t: `独一无二的建议${at}` })).status).toBe(201);
  expect((await admin.get(`/classes/${id}/survey`)).body.survey).toMatchObject({ answered: 4, results: null });
  expect((await answer(clients[4]!, id, { s: 5, o: [1], m: [0, 1] })).status).toBe(201);
  const { survey } = (await admin.get(`/classes/${id}/survey`)).body;
  expect(survey.results).toMatchObject([{ answers: 5, counts: [0, 0, 0, 4, 1], mean: 4.2 }, { counts: [0, 1, 0] }, { counts: [1, 1] }, { answers: 4 }]);
  expect(survey.results[3].texts.every((one: { by: string | null }) => one.by === null)).toBe(true);
  // every row of the database that holds an answer, wherever it stands
  await bank.work();
  const tables = await bank.database.rows<{ name: string }>(statement('test.tables', `select c.oid::regclass::text as name from pg_class c where c.relkind in ('r', 'p') and not c.relispartition and has_table_privilege(c.oid, 'select') and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')`));
  const found: { name: string; row: string }[] = [];
  for (const [at, { name }] of tables.entries()) found.push(...(await bank.database.rows<{ row: string }>(statement(`test.row_${at}`, `select t::text as row from ${name} t where t::text like '%独一无二的建议%'`))).map(({ row }) => ({ name, row })));
  expect(found.map((one) => one.name)).toEqual(Array(4).fill('plans.survey_answer'));
  for (const { row } of found) for (const person of people) expect(row).not.toContain(person.id);
  expect(await bank.database.rows(statement('test.survey_audit', `select 1 from platform.audit_entry where person_id = any($1) and action like 'survey.%'`), [people.map((one) => one.id)])).toEqual([]);
});

test('one answers once, and only on the roster; what does not fit its question is refused', async () => {
  const { id, clients } = await surveyed(2, true);
  expect((await answer(clients[0]!, id, { o: [0, 1] })).status).toBe(400);
  const twice = await Promise.all([answer(clients[0]!, id, { s: 3 }), answer(clients[0]!, id, { s: 1 })]);
  expect(twice.map((one) => one.status).sort()).toEqual([201, 409]);
  expect((await clients[0]!.get(`/classes/${id}/survey/form`)).body).toMatchObject({ answered: true, anonymous: true });
  expect((await clients[0]!.get(`/classes/${id}/mine`)).body.survey).toBe('answered');
  expect((await clients[1]!.get(`/classes/${id}/mine`)).body.survey).toBe('open');
  const stranger = await clientOf(bank, (await bank.write((tx) => makePerson(tx))).id);
  expect((await answer(stranger, id, { s: 3 })).status).toBe(404);
  expect((await admin.send('PUT', `/classes/${id}/survey`, { title: '改', anonymous: false, questions: QUESTIONS })).body.code).toBe('plans.survey_fixed');
  expect((await admin.post(`/classes/${id}/survey/close`)).body.survey.state).toBe('closed');
  expect((await answer(clients[1]!, id, { s: 3 })).body.code).toBe('plans.survey_not_open');
});

test('a named survey says who wrote what, from the first answer on', async () => {
  const { id, clients } = await surveyed(1, false);
  await answer(clients[0]!, id, { t: '增加案例' });
  expect((await admin.get(`/classes/${id}/survey`)).body.survey.results[3]).toMatchObject({ texts: [{ text: '增加案例', by: '学员0' }] });
});

test('one reminder, to those who have not answered, whoever asks how often', async () => {
  const { id, people, clients } = await surveyed(3, true);
  await answer(clients[0]!, id, { s: 3 });
  const reminders = await Promise.all([1, 2, 3].map(() => admin.post(`/classes/${id}/survey/remind`)));
  expect(reminders.map((one) => one.status).sort()).toEqual([200, 409, 409]);
  expect((await admin.post(`/classes/${id}/survey/remind`)).body.code).toBe('plans.survey_reminded');
  await bank.work();
  const told = await bank.database.rows<{ person_id: string }>(statement('test.survey_told', "select person_id from messages.message where template = 'plans.survey_reminder' and person_id = any($1)"), [people.map((one) => one.id)]);
  expect(told.map((one) => one.person_id).sort()).toEqual([people[1]!.id, people[2]!.id].sort());
});

test('a survey never blocks: the class closes while it is open, and may be answered after', async () => {
  const { id, people } = await surveyed(1, true);
  await bank.moveClock(2 * 86_400);
  admin = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'] }))).id);
  expect((await admin.post(`/classes/${id}/close`, {})).status).toBe(200);
  expect((await answer(await clientOf(bank, people[0]!.id), id, { s: 4 })).status).toBe(201);
});
