import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { messagesRoom } from '@zhixing/messages/api';
import { peopleRoom } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { recognitionRoom } from './index.ts';
import { finish } from './testing.ts';

let bank: TestApplication;
let administrator: TestClient;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, coursesRoom, recognitionRoom]);
  administrator = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { displayName: '贺敏', roles: ['ld_admin'] }))).id);
});
afterAll(() => bank.close());

const correct = (attemptId: string, score: number, client = administrator) => client.post(`/attempts/${attemptId}/grade-corrections`, { score, reason: '第 2 题答案有误，重新评分' });
const attemptsAt = async (courseId: string, q = '') => (await administrator.get(`/courses/${courseId}/attempts${q && `?q=${q}`}`)).body.items;
const reviews = async (certificateId: string) => (await administrator.get(`/certificates/administered/${certificateId}`)).body.reviews;

test('edge case: re-grade below pass after a certificate: a review case opens by itself; completion and certificate stand until a named decision', async () => {
  const { client, person, course, registrationId, completionId } = await finish(bank);
  const { id } = (await client.post('/certificates', { completionId })).body;
  const completion = (await client.get(`/registrations/${registrationId}`)).body.completion;
  const [attempt] = await attemptsAt(course.id, person.staffNumber);
  expect(attempt).toMatchObject({ person: { id: person.id }, score: 100, passed: true, passMark: 80, correction: null });

  expect((await correct(attempt.id, 90)).body).toMatchObject({ passed: true, fellBelow: false });
  await bank.work();
  expect(await reviews(id)).toEqual([]);

  expect((await correct(attempt.id, 50)).body).toMatchObject({ score: 50, passed: false, fellBelow: true });
  await bank.work();
  expect(await reviews(id)).toMatchObject([{ outcome: null, opened: { by: { displayName: '贺敏' }, reason: '第 2 题答案有误，重新评分' } }]);
  expect((await client.get(`/certificates/${id}`)).body.state).toBe('valid');
  expect((await client.get(`/registrations/${registrationId}`)).body).toMatchObject({ status: 'passed', percent: 100, completion });
  expect((await client.get(`/attempts/${attempt.id}`)).body).toMatchObject({ score: 100, passed: true, regraded: { score: 50, passed: false, reason: '第 2 题答案有误，重新评分' } });
  expect((await client.get('/notifications')).body.items.map((one: { title: string }) => one.title)).toContainEqual(expect.stringContaining('成绩更正为 50 分'));

  // corrected again while the case is open: it is the same case
  await correct(attempt.id, 40);
  await bank.work();
  const [review] = await reviews(id);
  expect(await reviews(id)).toHaveLength(1);
  expect((await administrator.post(`/certificate-reviews/${review.id}/decide`, { outcome: 'revoke', grounds: 'result_changed', reason: '成绩低于及格线' })).body.state).toBe('revoked');
});

test('a case opens also when the certificate is issued after the correction was worked off, and none without a certificate', async () => {
  const [examined, other] = [await finish(bank), await finish(bank, { failures: 1 })];
  const [attempt] = await attemptsAt(examined.course.id);
  await correct(attempt.id, 0);
  await bank.work();
  const { certificate } = (await examined.client.get(`/certificates/completions/${examined.completionId}`)).body;
  expect(await reviews(certificate.id)).toHaveLength(1);
  // the failed first try of another: nothing of what passed falls
  const [, failed] = await attemptsAt(other.course.id);
  expect((await correct(failed.id, 10)).body).toMatchObject({ passed: false, fellBelow: false });
});

test('a better grade completes lesson and course; nobody corrects their own', async () => {
  const { client, course, person } = await finish(bank, { exam: true, roles: ['ld_admin'] });
  const { id } = (await client.post(`/courses/${course.id}/registrations`)).body;
  const lesson = `/registrations/${id}/lessons`;
  for (const kind of ['opened', 'marked_done']) await client.post(`${lesson}/a/events`, { id: crypto.randomUUID(), kind, clientTime: '2026-01-01T00:00:00.000Z' });
  const open = (await client.post(`${lesson}/q/attempts`)).body;
  expect((await correct(open.id, 90)).body.code).toBe('courses.not_submitted');
  await client.post(`/attempts/${open.id}/submit`);
  expect((await client.get(`/registrations/${id}`)).body).toMatchObject({ status: 'open', requiredDone: 1 });
  expect((await correct(open.id, 90, client)).body.code).toBe('courses.own_grade');
  expect((await correct(open.id, 90)).body).toMatchObject({ passed: true });
  expect((await client.get(`/registrations/${id}`)).body).toMatchObject({ status: 'passed', completion: { score: 90 } });
  expect((await attemptsAt(course.id, person.staffNumber))[0]).toMatchObject({ score: 0, passed: false, correction: { score: 90, passed: true, by: { displayName: '贺敏' } } });
  expect((await correct(open.id, 101)).body).toMatchObject({ code: 'invalid', issues: [{ path: 'score' }] });
});
