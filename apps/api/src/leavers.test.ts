import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clientOf } from '@zhixing/access/testing';
import { OrganisationService } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { dayFromNow, owed, shortCourse, take } from '@zhixing/plans/testing';
import { statement } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { finishCourse } from '@zhixing/recognition/testing';
import { article, makeCourse, quiz } from '@zhixing/courses/testing';
import { v7 as uuid } from 'uuid';
import { rooms } from './rooms.ts';

const BY = { personId: uuid(), address: 'test', requestId: 'test' };

let bank: TestApplication;
let organisation: OrganisationService;

beforeAll(async () => {
  bank = await testApp(rooms);
  organisation = bank.app.get(OrganisationService);
});
afterAll(() => bank.close());

const EVIDENCE = statement(
  'test.evidence',
  `select (select count(*)::int from courses.completion_record where person_id = $1) as completions, (select count(*)::int from courses.attempt a join courses.registration r on r.id = a.registration_id where r.person_id = $1) as attempts,
          (select count(*)::int from recognition.certificate where person_id = $1 and revoked_at is null) as certificates, (select count(*)::int from recognition.hours where person_id = $1) as hours,
          (select count(*)::int from courses.registration where person_id = $1) as registrations`,
);
const POSITION = statement('test.position', 'select position_id from people.department_membership where person_id = $1 limit 1');
const evidence = async (personId: string) => (await bank.database.rows(EVIDENCE, [personId]))[0];

/** Somebody with a completed and certified course, and an assignment that is begun. */
async function learned() {
  const made = await bank.write(async (tx) => {
    const department = await makeDepartment(tx, '个人金融部');
    return { department, person: await makePerson(tx, { department }), administrator: await makePerson(tx, { roles: ['ld_admin'] }), course: await makeCourse(tx, [article('a'), quiz('q', { questions: 2 })]) };
  });
  const client = await clientOf(bank, made.person.id);
  await finishCourse(client, made.course.id);
  const due = await shortCourse(bank);
  const administrator = await clientOf(bank, made.administrator.id);
  const body = { title: '必修', reason: '监管要求', target: { kind: 'course', id: due.id }, audience: { kind: 'people.department', value: { departmentIds: [made.department.id] } }, due: { kind: 'fixed', on: await dayFromNow(bank, 30) } };
  const assignment = (await administrator.post('/assignments', body)).body.id as string;
  const { affected } = (await administrator.get(`/assignments/${assignment}/difference`)).body;
  expect((await administrator.post(`/assignments/${assignment}/activate`, { affected })).status).toBe(200);
  await bank.work();
  await take(client, due.id, false);
  const [certificate] = (await client.get('/certificates')).body.items;
  return { ...made, client, assignment, certificate };
}

const leave = async (personId: string) => {
  await bank.write(async (tx) => organisation.endEmployment(tx, BY, personId, await dayFromNow(bank)));
  await bank.work();
};
const verified = async (client: TestClient, number: string) => (await client.get(`/verify/${number}`)).body;

test('edge case: leaver: deactivated, what was open is cancelled, completions, attempts and certificates stay, and nothing cascades', async () => {
  const { person, client, assignment, certificate } = await learned();
  const before = await evidence(person.id);
  expect(before).toEqual({ completions: 1, attempts: 1, certificates: 1, hours: 1, registrations: 2 });
  await leave(person.id);
  expect((await client.get('/auth/me')).status).toBe(401);
  expect(await owed(bank, assignment)).toMatchObject([{ state: 'cancelled' }]);
  expect(await evidence(person.id)).toEqual(before);
  const anybody = await clientOf(bank, (await bank.write((tx) => makePerson(tx))).id);
  expect(await verified(anybody, certificate.number)).toMatchObject({ state: 'valid' });
});

test('edge case: rehire: the same person goes on, with what they completed and certificates that are valid by their dates', async () => {
  const { person, department, assignment, certificate } = await learned();
  await leave(person.id);
  const [place] = await bank.database.rows<{ position_id: string }>(POSITION, [person.id]);
  await bank.moveClock(3 * 86_400);
  const from = await dayFromNow(bank);
  await bank.write((tx) => organisation.rehire(tx, BY, person.id, { departmentId: department.id, positionId: place!.position_id, jobLevelId: null, from }));
  await bank.work();
  const back = await clientOf(bank, person.id);
  expect((await back.get('/registrations?state=finished')).body.counts).toMatchObject({ finished: 1 });
  expect((await back.get('/certificates')).body.items).toMatchObject([{ id: certificate.id, number: certificate.number, state: 'valid' }]);
  expect(await owed(bank, assignment)).toMatchObject([{ state: 'open', status: 'in_progress' }]);
});
