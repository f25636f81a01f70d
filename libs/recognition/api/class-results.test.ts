import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { messagesRoom } from '@zhixing/messages/api';
import { peopleRoom, type Person } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { plansRoom } from '@zhixing/plans/api';
import { makeClass } from '@zhixing/plans/testing';
import { type TestApplication, type TestClient, testApp } from '@zhixing/platform/testing';
import { ClassResultsService } from './class-results.service.ts';
import { recognitionRoom } from './index.ts';

let bank: TestApplication;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, coursesRoom, plansRoom, recognitionRoom]);
});
afterAll(() => bank.close());

/** A class of two half-days, held with these marks and closed. */
async function held(adminId: string, marks: [Person, [string, string]][], before: (admin: TestClient, id: string) => Promise<void> = async () => undefined): Promise<{ id: string }> {
  const admin = await clientOf(bank, adminId);
  const { id, halfDays } = await makeClass(bank, admin);
  await admin.post(`/classes/${id}/members`, { personIds: marks.map(([person]) => person.id) });
  for (const at of [0, 1] as const) await admin.send('PUT', `/classes/${id}/attendance`, { halfDayId: halfDays[at], marks: marks.map(([person, mark]) => ({ personId: person.id, mark: mark[at] })) });
  await before(admin, id);
  await bank.moveClock(2 * 86_400);
  expect((await (await clientOf(bank, adminId)).post(`/classes/${id}/close`, {})).status).toBe(200);
  await bank.work();
  return { id };
}

test('a closed class books the hours of half-days attended, formal, once for each person', async () => {
  const [adminId, one, two] = await bank.write(async (tx) => [(await makePerson(tx, { roles: ['ld_admin'] })).id, await makePerson(tx), await makePerson(tx)] as const);
  const { id } = await held(adminId, [[one, ['present', 'partial']], [two, ['absent', 'excused']]]);
  await bank.app.get(ClassResultsService).handle({ classId: id }); // delivered again
  expect((await (await clientOf(bank, one.id)).get('/hours')).body).toMatchObject({ minutes: { formal: 270, other: 0 }, items: [{ kind: 'formal', minutes: 270, source: 'class', title: '大模型应用工程师培训班' }] });
  expect((await (await clientOf(bank, two.id)).get('/hours')).body).toMatchObject({ minutes: { formal: 0 }, items: [] });
});

test('whoever completed a class has one certificate of it, whoever missed a half-day has none', async () => {
  const [adminId, one, two] = await bank.write(async (tx) => [(await makePerson(tx, { roles: ['ld_admin'] })).id, await makePerson(tx), await makePerson(tx)] as const);
  const { id } = await held(adminId, [[one, ['present', 'excused']], [two, ['present', 'absent']]]);
  const client = await clientOf(bank, one.id);
  const { items } = (await client.get('/certificates')).body;
  expect(items).toMatchObject([{ kind: 'class', title: '大模型应用工程师培训班', score: null, state: 'valid', validUntil: null }]);
  expect((await bank.anonymous.get(`/verify/${items[0].number}`)).body).toMatchObject({ kind: 'class', state: 'valid', earnedOn: items[0].earnedOn });
  expect((await (await clientOf(bank, two.id)).get('/certificates')).body.items).toEqual([]);
  await bank.app.get(ClassResultsService).handle({ classId: id }); // delivered again
  expect((await client.get('/certificates')).body.items).toEqual(items);
});

test('edge case: survey: neither answered nor ignored does it change hours or the certificate of a class', async () => {
  const [adminId, one, two] = await bank.write(async (tx) => [(await makePerson(tx, { roles: ['ld_admin'] })).id, await makePerson(tx), await makePerson(tx)] as const);
  await held(adminId, [[one, ['present', 'present']], [two, ['present', 'present']]], async (admin, id) => {
    await admin.send('PUT', `/classes/${id}/survey`, { title: '结班问卷', anonymous: true, questions: [{ key: 's', kind: 'scale', text: '总体满意度' }] });
    await admin.post(`/classes/${id}/survey/open`);
    expect((await (await clientOf(bank, one.id)).post(`/classes/${id}/survey/answers`, { answers: { s: 2 } })).status).toBe(201);
  });
  for (const person of [one, two]) {
    const client = await clientOf(bank, person.id);
    expect((await client.get('/certificates')).body.items).toMatchObject([{ kind: 'class', state: 'valid' }]);
    expect((await client.get('/hours')).body).toMatchObject({ minutes: { formal: 360 } });
  }
});
