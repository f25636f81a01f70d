import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import type { PublishVersion } from '@zhixing/courses/contract';
import { messagesRoom } from '@zhixing/messages/api';
import { peopleRoom } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { v7 as uuid } from 'uuid';
import type { Course } from './courses.entities.ts';
import { STORE_DRAFT } from './drafts.queries.ts';
import { coursesFigures } from './figures.ts';
import { coursesRoom } from './index.ts';
import { article, content, type LessonContent, makeCourse, quiz } from './testing.ts';

// Rows of the table of edge cases and first tests of the specification of learning: each is the name of a test.

let bank: TestApplication;
let administrator: TestClient;
let administratorId: string;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, coursesRoom]);
  administratorId = (await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'] }))).id;
  administrator = await clientOf(bank, administratorId);
});
afterAll(() => bank.close());

const REPORT = { layout: 'course_yaml', chapters: 1, lessons: 1, questions: 0, pictures: 0, warnings: [] };
const made = (lessons: LessonContent[]) => bank.write((tx) => makeCourse(tx, lessons, { ownerId: administratorId }));

/** Publishes these lessons as the next version of a course, over HTTP. */
async function publish(course: Course, version: number, lessons: LessonContent[], said: Partial<PublishVersion> = { change: 'minor' }) {
  await bank.write((tx) => tx.rows(STORE_DRAFT, [course.id, course.slug, course.ownerId, JSON.stringify(content(lessons, { id: course.slug, title: course.title })), JSON.stringify(REPORT), administratorId]));
  return administrator.post(`/courses/${course.id}/versions/${version}/publish`, said);
}

/** Somebody who has registered at a course. */
async function learner(course: { id: string }) {
  const { id: personId } = await bank.write((tx) => makePerson(tx));
  const client = await clientOf(bank, personId);
  const { id } = (await client.post(`/courses/${course.id}/registrations`)).body;
  return { client, personId, id: id as string };
}

const event = (client: TestClient, id: string, key: string, kind: string) => client.post(`/registrations/${id}/lessons/${key}/events`, { id: uuid(), kind, clientTime: '2026-01-01T00:00:00.000Z' });

async function read(client: TestClient, id: string, ...keys: string[]): Promise<void> {
  for (const key of keys) for (const kind of ['opened', 'marked_done']) await event(client, id, key, kind);
}

/** Answers a quiz with `right` right answers. */
async function answer(client: TestClient, id: string, key: string, right: number) {
  const attempt = (await client.post(`/registrations/${id}/lessons/${key}/attempts`)).body;
  await client.put(`/attempts/${attempt.id}/answers`, { answers: attempt.questions.map((question: { id: string }, i: number) => ({ questionId: question.id, sequence: 1, choices: [i < right ? 'a' : 'c'] })) });
  return (await client.post(`/attempts/${attempt.id}/submit`)).body;
}

const registration = async (client: TestClient, id: string) => (await client.get(`/registrations/${id}`)).body;
const newer = (client: TestClient, id: string) => client.get(`/registrations/${id}/newer-version`);
const carryOver = (client: TestClient, id: string) => client.post(`/registrations/${id}/carry-over`);
const notices = async (client: TestClient): Promise<string[]> => (await client.get('/notifications')).body.items.map((one: { title: string }) => one.title);

/** What the projections of a course's registrations and those of its learners get wrong. */
const wrong = async (people: { id: string }[]) => (await bank.database.rows<{ what: string; id: string }>(coursesFigures.disagreements)).filter(({ id }) => people.some((one) => one.id === id));

test('edge case: content changed after completion: the author classes the change, the completion stands, a material one may ask for a delta course', async () => {
  const [course, delta] = [await made([article('a')]), await made([article('d')])];
  const { client, id } = await learner(course);
  await read(client, id, 'a');
  const before = (await registration(client, id)).completion;
  expect((await newer(client, id)).body).toMatchObject({ changes: [], carryOver: null, delta: null });

  expect((await publish(course, 2, [article('a'), article('b')], {})).body).toMatchObject({ code: 'courses.change_needed', issues: [{ path: 'change' }] });
  expect((await publish(course, 2, [article('a')], { change: 'minor', deltaCourseId: delta.id })).body.code).toBe('courses.delta_refused');
  expect((await publish(course, 2, [article('a')], { change: 'material', deltaCourseId: course.id })).body.code).toBe('courses.delta_refused');
  expect((await publish(course, 2, [article('a', { hanzi: 101 })], { change: 'editorial', note: '改正错别字' })).status).toBe(200);
  expect((await publish(course, 3, [article('a'), article('b')], { change: 'material', note: '按新规重写', deltaCourseId: delta.id })).status).toBe(200);

  expect(await registration(client, id)).toMatchObject({ status: 'passed', percent: 100, version: 1, latestVersion: 3, completion: before });
  expect((await newer(client, id)).body).toEqual({
    version: 1, latestVersion: 3, carryOver: null, delta: { id: delta.id, title: delta.title, finished: false },
    changes: [expect.objectContaining({ version: 3, change: 'material', note: '按新规重写' }), expect.objectContaining({ version: 2, change: 'editorial', note: '改正错别字' })],
  });
  await bank.work();
  expect((await notices(client)).filter((title) => title.includes(`请补学《${delta.title}》`))).toHaveLength(1);
  const closing = (await client.post(`/courses/${delta.id}/registrations`)).body.id;
  await read(client, closing, 'd');
  expect((await newer(client, id)).body.delta.finished).toBe(true);
  expect((await administrator.get(`/courses/${course.id}/versions`)).body.items).toMatchObject([
    { version: 3, change: 'material', delta: { title: delta.title }, finished: 0 }, { version: 2, change: 'editorial', carryOver: false }, { version: 1, change: null, finished: 1 },
  ]);
});

test('edge case: changed while in progress: the registration stays on its version, lessons are carried over by key when offered, an attempt under way is finished on its paper', async () => {
  const course = await made([article('a'), article('b'), quiz('q', { questions: 2, attempts: 3 })]);
  const { client, id, personId } = await learner(course);
  await read(client, id, 'a');
  await answer(client, id, 'q', 1);
  const attempt = (await client.post(`/registrations/${id}/lessons/q/attempts`)).body;

  await publish(course, 2, [article('a'), article('b', { hanzi: 200 }), quiz('q', { questions: 3, attempts: 3 }), article('c')]);
  expect((await newer(client, id)).body.carryOver).toBeNull();
  expect((await carryOver(client, id)).body.code).toBe('courses.nothing_to_carry_over');
  await publish(course, 3, [article('a'), quiz('q', { questions: 3, attempts: 3 }), article('c')], { change: 'minor', carryOver: true });
  expect(await registration(client, id)).toMatchObject({ version: 1, latestVersion: 3, requiredDone: 1, requiredTotal: 3 });
  expect((await newer(client, id)).body.carryOver).toEqual({ lessons: 1, attemptOpen: true });

  expect((await carryOver(client, id)).body.code).toBe('courses.attempt_open');
  await client.put(`/attempts/${attempt.id}/answers`, { answers: attempt.questions.map((question: { id: string }) => ({ questionId: question.id, sequence: 1, choices: ['a'] })) });
  expect((await client.post(`/attempts/${attempt.id}/submit`)).body.attempt).toMatchObject({ score: 100, questions: { length: 2 } });
  expect((await newer(client, id)).body.carryOver).toEqual({ lessons: 2, attemptOpen: false });

  const answers = await Promise.all(Array.from({ length: 5 }, () => carryOver(client, id)));
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
  const moved = answers[0]!.body;
  expect(moved).toMatchObject({ requiredDone: 2, requiredTotal: 3, percent: 66, status: 'open', resumeLessonKey: 'c' });
  expect(await registration(client, id)).toMatchObject({ status: 'carried_over', version: 1, requiredDone: 2 });
  expect(await registration(client, moved.id)).toMatchObject({ version: 3, chapters: [{ lessons: [{ key: 'a', state: 'completed' }, { key: 'q', state: 'completed', earned: { score: 100 } }, { key: 'c', state: 'not_started' }] }] });
  // tries that were used up stay used up
  expect((await client.get(`/registrations/${moved.id}/lessons/q`)).body.attemptsLeft).toBe(1);
  expect((await event(client, id, 'b', 'opened')).body.code).toBe('courses.registration_closed');
  await read(client, moved.id, 'c');
  expect((await registration(client, moved.id)).completion).toMatchObject({ score: 100 });
  expect((await client.get('/registrations?state=all')).body.items.map((one: { status: string }) => one.status).sort()).toEqual(['carried_over', 'passed']);
  expect((await client.get('/registrations?state=learning')).body.items).toEqual([]);
  expect(await wrong([{ id }, { id: moved.id }, { id: personId }])).toEqual([]);
});

test('edge case: lesson removed: gone from the next version only; its events, and who learned it, keep it', async () => {
  const course = await made([article('a'), article('b')]);
  const { client, id } = await learner(course);
  await read(client, id, 'b');
  await publish(course, 2, [article('a')], { change: 'minor', carryOver: true });
  expect((await client.get(`/registrations/${id}/lessons/b`)).body).toMatchObject({ key: 'b', state: 'completed' });
  const events = statement('test.events', "select l.key from courses.learning_event e join courses.lesson l on l.id = e.lesson_id where e.registration_id = $1");
  expect((await bank.database.rows<{ key: string }>(events, [id])).map(({ key }) => key)).toEqual(['b', 'b']);
  const moved = (await carryOver(client, id)).body.id;
  expect((await client.get(`/registrations/${moved}/lessons/b`)).status).toBe(404);
  expect((await client.get(`/registrations/${id}/lessons/b`)).body.state).toBe('completed');
  await expect(bank.database.rows(statement('test.delete_lesson', 'delete from courses.lesson where version_id = $1'), [course.currentVersionId])).rejects.toMatchObject({ code: '42501' });
});

test('edge case: completion rule edited: a dry run shows who gains, it applies to open registrations, and only grants', async () => {
  const course = await made([article('a'), article('b'), quiz('q', { questions: 5, passMark: 80 })]);
  const [gains, nearly, under, finished] = [await learner(course), await learner(course), await learner(course), await learner(course)];
  for (const { client, id } of [gains, under]) await read(client, id, 'a');
  await answer(gains.client, gains.id, 'q', 3);
  await answer(under.client, under.id, 'q', 3);
  await under.client.post(`/registrations/${under.id}/lessons/q/attempts`);
  await answer(nearly.client, nearly.id, 'q', 4);
  await read(finished.client, finished.id, 'a', 'b');
  await answer(finished.client, finished.id, 'q', 5);
  const before = (await registration(finished.client, finished.id)).completion;

  // a lower pass mark, and a lesson that is no longer required
  await publish(course, 2, [article('a'), article('b', { required: false }), quiz('q', { questions: 5, passMark: 60 })]);
  const run = (await administrator.get(`/courses/${course.id}/gains`)).body;
  expect(run).toMatchObject({ version: 2, count: 1, items: [{ registrationId: gains.id, person: { id: gains.personId }, version: 1, percent: 33 }] });
  expect((await registration(gains.client, gains.id)).status).toBe('open');

  expect((await administrator.post(`/courses/${course.id}/gains`, { count: 2 })).body).toMatchObject({ code: 'courses.gains_changed', values: { count: 1 } });
  expect((await administrator.post(`/courses/${course.id}/gains`, { count: 1 })).body).toEqual({ version: 2, granted: 1 });
  expect((await administrator.get(`/courses/${course.id}/gains`)).body).toMatchObject({ count: 0, items: [] });
  const mine = (await gains.client.get(`/courses/${course.id}`)).body.mine;
  expect((await registration(gains.client, mine.id))).toMatchObject({ status: 'passed', version: 2, completion: { score: 60 } });
  expect(await registration(nearly.client, nearly.id)).toMatchObject({ status: 'open', version: 1, requiredDone: 1 });
  expect(await registration(under.client, under.id)).toMatchObject({ status: 'open', version: 1 });
  expect((await registration(finished.client, finished.id)).completion).toEqual(before);

  // a stricter rule takes from nobody
  await publish(course, 3, [article('a'), article('b'), quiz('q', { questions: 5, passMark: 100 })]);
  expect((await administrator.get(`/courses/${course.id}/gains`)).body.count).toBe(0);
  expect(await registration(gains.client, mine.id)).toMatchObject({ status: 'passed', completion: { score: 60 } });
  expect(await wrong([{ id: gains.id }, { id: mine.id }, { id: gains.personId }])).toEqual([]);
});

test('first test: dry-run count equals applied count: as many as were shown complete the course, whoever asks twice', async () => {
  const course = await made([article('a'), article('b')]);
  const people = await Promise.all(Array.from({ length: 12 }, () => learner(course)));
  for (const { client, id } of people.slice(0, 7)) await read(client, id, 'a');
  await publish(course, 2, [article('a')]);
  const { count } = (await administrator.get(`/courses/${course.id}/gains?limit=3`)).body;
  expect(count).toBe(7);
  const applied = await Promise.all([administrator.post(`/courses/${course.id}/gains`, { count }), administrator.post(`/courses/${course.id}/gains`, { count })]);
  expect(applied.reduce((sum, { body }) => sum + (body.granted ?? 0), 0)).toBe(count);
  expect((await administrator.get(`/courses/${course.id}/versions`)).body.items[0]).toMatchObject({ version: 2, finished: count });
});

test('first test: add / remove / hide a lesson with completed, in-progress and new learners', async () => {
  const course = await made([article('a'), article('b'), article('c')]);
  const [completed, inProgress] = [await learner(course), await learner(course)];
  await read(completed.client, completed.id, 'a', 'b', 'c');
  await read(inProgress.client, inProgress.id, 'b');
  const before = await registration(completed.client, completed.id);

  // d is added, b removed, c hidden from what counts
  await publish(course, 2, [article('a'), article('c', { required: false }), article('d')], { change: 'minor', carryOver: true });
  expect(await registration(completed.client, completed.id)).toEqual({ ...before, latestVersion: 2 });
  expect(await registration(inProgress.client, inProgress.id)).toMatchObject({ version: 1, requiredDone: 1, requiredTotal: 3, percent: 33 });
  const fresh = await learner(course);
  expect(await registration(fresh.client, fresh.id)).toMatchObject({ version: 2, requiredDone: 0, requiredTotal: 2, chapters: [{ lessons: [{ key: 'a' }, { key: 'c', required: false }, { key: 'd' }] }] });
  await read(fresh.client, fresh.id, 'a', 'd');
  expect((await registration(fresh.client, fresh.id)).status).toBe('passed');
  await read(inProgress.client, inProgress.id, 'a', 'c');
  expect(await registration(inProgress.client, inProgress.id)).toMatchObject({ status: 'passed', version: 1 });
  expect(await wrong([completed, inProgress, fresh])).toEqual([]);
});

test('a trainer cares for the versions of their own courses, and for no others’', async () => {
  const trainer = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['trainer'] }))).id);
  const course = await made([article('a')]);
  for (const path of ['versions', 'gains']) expect((await trainer.get(`/courses/${course.id}/${path}`)).status).toBe(404);
  expect((await trainer.post(`/courses/${course.id}/gains`, { count: 1 })).status).toBe(404);
  expect((await trainer.get(`/courses/${course.id}/attempts`)).status).toBe(403);
});
