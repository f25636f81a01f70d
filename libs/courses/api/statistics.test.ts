import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { peopleRoom } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { v7 as uuid } from 'uuid';
import { coursesRoom } from './index.ts';
import { article, makeCourse, quiz } from './testing.ts';

let bank: TestApplication;
let administrator: TestClient;
const DAY = 86_400;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, coursesRoom]);
});
afterAll(() => bank.close());

const newPerson = (o: Parameters<typeof makePerson>[1] = {}) => bank.write((tx) => makePerson(tx, o));
const signedIn = async (personId: string) => clientOf(bank, personId);

/** Logins end while the clock moves by days; each step signs in anew. */
async function learn(personId: string, courseId: string, steps: (client: TestClient, lesson: (key: string) => string) => Promise<void> = async () => {}): Promise<void> {
  const client = await signedIn(personId);
  const { id } = (await client.post(`/courses/${courseId}/registrations`)).body;
  await steps(client, (key) => `/registrations/${id}/lessons/${key}`);
}

const event = (kind: string) => ({ id: uuid(), kind, clientTime: '2026-01-01T00:00:00.000Z' });

async function read(client: TestClient, lesson: string, beats = 0): Promise<void> {
  await client.post(`${lesson}/events`, event('opened'));
  for (let i = 0; i < beats; i++) {
    await bank.moveClock(15);
    await client.post(`${lesson}/events`, event('heartbeat'));
  }
  await client.post(`${lesson}/events`, event('marked_done'));
}

async function take(client: TestClient, lesson: string, right: number): Promise<void> {
  const attempt = (await client.post(`${lesson}/attempts`)).body;
  await client.put(`/attempts/${attempt.id}/answers`, { answers: attempt.questions.map((question: { id: string }, i: number) => ({ questionId: question.id, sequence: 1, choices: [i < right ? 'a' : 'c'] })) });
  await client.post(`/attempts/${attempt.id}/submit`);
}

test('funnel, lessons and questions count people, not clicks', async () => {
  const course = await bank.write((tx) => makeCourse(tx, [article('a'), article('b'), quiz('q', { questions: 2, passMark: 50 })]));
  const [never, opened, half, done] = await Promise.all([newPerson(), newPerson(), newPerson(), newPerson()]);
  await learn(never!.id, course.id);
  await learn(opened!.id, course.id, async (client, lesson) => void (await client.post(`${lesson('a')}/events`, event('opened'))));
  await learn(half!.id, course.id, async (client, lesson) => {
    await read(client, lesson('a'), 8);
    await read(client, lesson('b'), 4);
    await take(client, lesson('q'), 0);
  });
  await learn(done!.id, course.id, async (client, lesson) => {
    await read(client, lesson('a'), 4);
    await read(client, lesson('b'), 4);
    await take(client, lesson('q'), 1);
    await take(client, lesson('q'), 2); // a second try says nothing about the questions
  });
  administrator = await signedIn((await newPerson({ roles: ['ld_admin'] })).id);
  const { body } = await administrator.get(`/courses/${course.id}/statistics`);
  expect(body.funnel).toEqual({ registered: 4, started: 3, half: 2, finished: 1 });
  expect(body.lessons.map(({ key, reached, finished, medianMinutes }: Record<string, unknown>) => ({ key, reached, finished, medianMinutes }))).toEqual([
    { key: 'a', reached: 3, finished: 2, medianMinutes: 1.5 },
    { key: 'b', reached: 2, finished: 2, medianMinutes: 1 },
    { key: 'q', reached: 2, finished: 1, medianMinutes: 0 },
  ]);
  expect(body.questions.map(({ stem, n, facility }: Record<string, unknown>) => ({ stem, n, facility }))).toEqual([
    { stem: '题目 1', n: 2, facility: 0.5 },
    { stem: '题目 2', n: 2, facility: 0 },
  ]);
  const listed = (await administrator.get('/courses/statistics')).body.items.find((item: { id: string }) => item.id === course.id);
  expect(listed).toMatchObject({ registered: 4, started: 3, finished: 1, version: 1 });
});

test('who is stuck: each reason from its threshold on, longest first, gone once the person moves', async () => {
  const course = await bank.write((tx) => makeCourse(tx, [article('a'), quiz('q', { passMark: 50 }), article('b')]));
  const [unopened, stalled, failing] = await Promise.all([newPerson({ displayName: '未打开' }), newPerson({ displayName: '停滞' }), newPerson({ displayName: '两次未过' })]);
  const stuck = async () => {
    const client = await signedIn((await newPerson({ roles: ['ld_admin'] })).id);
    const { body } = await client.get(`/courses/${course.id}/statistics/stuck`);
    return body.items.map((item: { person: { displayName: string }; reason: object; lesson: string; percent: number }) => ({ name: item.person.displayName, reason: item.reason, lesson: item.lesson, percent: item.percent }));
  };
  await learn(unopened!.id, course.id);
  await bank.moveClock(6 * DAY);
  await learn(stalled!.id, course.id, (client, lesson) => read(client, lesson('a')));
  await learn(failing!.id, course.id, (client, lesson) => take(client, lesson('q'), 0));
  expect(await stuck()).toEqual([]);
  await learn(failing!.id, course.id, (client, lesson) => take(client, lesson('q'), 1));
  expect(await stuck()).toEqual([{ name: '两次未过', reason: { code: 'failed_twice', times: 2, lesson: '测验 q' }, lesson: '测验 q', percent: 0 }]);
  await bank.moveClock(7 * DAY - 60);
  expect((await stuck()).map((row: { name: string }) => row.name)).toEqual(['两次未过']);
  await bank.moveClock(120);
  expect((await stuck()).map((row: { name: string }) => row.name)).toEqual(expect.arrayContaining(['两次未过', '停滞']));
  await bank.moveClock(DAY);
  expect(await stuck()).toEqual([
    { name: '未打开', reason: { code: 'unopened', days: 14 }, lesson: '课时 a', percent: 0 },
    expect.objectContaining({ percent: expect.any(Number) }),
    expect.objectContaining({ percent: expect.any(Number) }),
  ]);
  await learn(failing!.id, course.id, (client, lesson) => take(client, lesson('q'), 5));
  await learn(stalled!.id, course.id, (client, lesson) => read(client, lesson('b')));
  expect((await stuck()).map((row: { name: string }) => row.name)).toEqual(['未打开']);
});

test('a long list of stuck people is paged without gaps or doubles', async () => {
  const course = await bank.write((tx) => makeCourse(tx, [article('a')]));
  for (let i = 0; i < 7; i++) await learn((await newPerson()).id, course.id);
  await bank.moveClock(20 * DAY);
  const client = await signedIn((await newPerson({ roles: ['ld_admin'] })).id);
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body }: { body: { items: { registrationId: string }[]; nextCursor: string | null } } = await client.get(`/courses/${course.id}/statistics/stuck?limit=3${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.items.map((row) => row.registrationId));
    cursor = body.nextCursor;
  }
  expect(seen).toHaveLength(7);
  expect(new Set(seen).size).toBe(7);
});

test('a trainer sees the courses they own and no others; an employee none', async () => {
  const trainer = await newPerson({ roles: ['trainer'] });
  const [own, other] = await bank.write(async (tx) => [await makeCourse(tx, [article('a')], { ownerId: trainer.id }), await makeCourse(tx, [article('a')])]);
  const client = await signedIn(trainer.id);
  expect((await client.get('/courses/statistics')).body.items.map((item: { id: string }) => item.id)).toEqual([own!.id]);
  expect((await client.get(`/courses/${own!.id}/statistics`)).status).toBe(200);
  expect((await client.get(`/courses/${own!.id}`)).body.can.viewStatistics).toBe(true);
  expect((await client.get(`/courses/${other!.id}/statistics`)).status).toBe(404);
  expect((await client.get(`/courses/${other!.id}/statistics/stuck`)).status).toBe(404);
  expect((await client.get(`/courses/${own!.id}/statistics?version=9`)).status).toBe(404);
  expect((await (await signedIn((await newPerson()).id)).get(`/courses/${own!.id}/statistics`)).status).toBe(403);
});

test('asvs-53 a role taken away is gone at the next request', async () => {
  const person = await newPerson({ roles: ['ld_admin'] });
  const client = await signedIn(person.id);
  expect((await client.get('/courses/statistics')).status).toBe(200);
  await bank.write((tx) => tx.manager.query('update people.role_grant set valid_until = platform.now() where person_id = $1', [person.id]));
  expect((await client.get('/courses/statistics')).status).toBe(403);
});
