import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { messagesRoom } from '@zhixing/messages/api';
import { peopleRoom } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { plansRoom } from '@zhixing/plans/api';
import { makeClass } from '@zhixing/plans/testing';
import { type TestApplication, testApp } from '@zhixing/platform/testing';
import { ClassHoursService } from './class-hours.service.ts';
import { recognitionRoom } from './index.ts';

let bank: TestApplication;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, coursesRoom, plansRoom, recognitionRoom]);
});
afterAll(() => bank.close());

test('a closed class books the hours of half-days attended, formal, once for each person', async () => {
  const [adminId, one, two] = await bank.write(async (tx) => [(await makePerson(tx, { roles: ['ld_admin'] })).id, await makePerson(tx), await makePerson(tx)] as const);
  let admin = await clientOf(bank, adminId);
  const { id, halfDays } = await makeClass(bank, admin);
  await admin.post(`/classes/${id}/members`, { personIds: [one.id, two.id] });
  await admin.send('PUT', `/classes/${id}/attendance`, { halfDayId: halfDays[0], marks: [{ personId: one.id, mark: 'present' }, { personId: two.id, mark: 'absent' }] });
  await admin.send('PUT', `/classes/${id}/attendance`, { halfDayId: halfDays[1], marks: [{ personId: one.id, mark: 'partial' }, { personId: two.id, mark: 'excused' }] });
  await bank.moveClock(2 * 86_400);
  admin = await clientOf(bank, adminId);
  expect((await admin.post(`/classes/${id}/close`, {})).status).toBe(200);
  await bank.work();
  await bank.app.get(ClassHoursService).handle({ classId: id }); // delivered again
  expect((await (await clientOf(bank, one.id)).get('/hours')).body).toMatchObject({ minutes: { formal: 270, other: 0 }, items: [{ kind: 'formal', minutes: 270, source: 'class', title: '大模型应用工程师培训班' }] });
  expect((await (await clientOf(bank, two.id)).get('/hours')).body).toMatchObject({ minutes: { formal: 0 }, items: [] });
});
