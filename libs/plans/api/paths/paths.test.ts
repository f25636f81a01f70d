import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { messagesRoom } from '@zhixing/messages/api';
import { peopleRoom } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { type TestApplication, type TestClient, testApp } from '@zhixing/platform/testing';
import { offerEvidence, skillsRoom } from '@zhixing/skills/api';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { plansRoom } from '../index.ts';
import { dayFromNow, PlansDay, shortCourse, take } from '../testing.ts';
import { progressOf } from './paths.rules.ts';

let bank: TestApplication;
let admin: TestClient;
let learnerId: string;
let learner: TestClient;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, skillsRoom, coursesRoom, plansRoom]);
  admin = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'] }))).id);
  learnerId = (await bank.write((tx) => makePerson(tx))).id;
  learner = await clientOf(bank, learnerId);
});
afterAll(() => bank.close());

const course = (id: string) => ({ kind: 'course', courseId: id });
const stepOf = (key: string, items: object[], o: object = {}) => ({ key, title: key, required: true, mode: 'all', items, ...o });

/** A published path of these steps. */
async function published(steps: object[], o: object = {}): Promise<string> {
  const { body, status } = await admin.post('/paths', { title: `路径 ${uuid().slice(-6)}`, description: '', profileId: null, ordered: false, audience: [], steps, ...o });
  expect({ status, body }).toMatchObject({ status: 201 });
  expect(await admin.post(`/paths/${body.id}/publish`)).toMatchObject({ status: 200, body: { state: 'published', version: 1, changed: false } });
  return body.id;
}

test('AND and OR steps, ordered: what is satisfied, what is locked, how much is left and where to go on', async () => {
  const [first, second, one, other] = [await shortCourse(bank), await shortCourse(bank), await shortCourse(bank), await shortCourse(bank)];
  const id = await published([stepOf('basics', [course(first.id), course(second.id)]), stepOf('choice', [course(one.id), course(other.id)], { mode: 'any' }), stepOf('more', [course(other.id)], { required: false })], { ordered: true });
  await take(learner, first.id);
  expect((await learner.get(`/paths/${id}`)).body).toMatchObject({ minutes: 3, minutesLeft: 2, percent: 33, required: 3, done: 1, enrolledAt: null, next: 'basics', stepViews: [{ state: 'open' }, { state: 'locked' }, { state: 'locked' }] });
  expect(await learner.post(`/paths/${id}/enrolments`)).toMatchObject({ status: 200, body: { percent: 33, completedAt: null } });
  await take(learner, second.id);
  await bank.work();
  expect((await learner.get(`/paths/${id}`)).body).toMatchObject({ percent: 66, next: 'choice', stepViews: [{ state: 'done' }, { state: 'open' }, { state: 'locked' }] });
  await take(learner, other.id);
  await bank.work();
  const { body } = await learner.get(`/paths/${id}`);
  expect(body).toMatchObject({ percent: 100, minutesLeft: 0, next: null, completedAt: expect.any(String), stepViews: [{ state: 'done' }, { state: 'done', items: [{ satisfied: false }, { satisfied: true }] }, { state: 'done' }] });
  const messages = (await learner.get('/notifications')).body.items.filter((one: { link: string }) => one.link === `/paths/${id}`);
  expect(messages).toHaveLength(1);
});

test('twenty enrolments at once are one, and a path completed twice over is completed once', async () => {
  const only = await shortCourse(bank);
  const id = await published([stepOf('only', [course(only.id)])]);
  const answers = await Promise.all(Array.from({ length: 20 }, () => learner.post(`/paths/${id}/enrolments`)));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(answers[0]!.body.people).toBe(1);
  await take(learner, only.id);
  await bank.work();
  await bank.app.get(PlansDay).run();
  const [{ count }] = await bank.database.rows<{ count: number }>(statement('plans.test_path_completions', 'select count(*)::int as count from plans.path_completion where path_id = $1'), [id]) as [{ count: number }];
  expect(count).toBe(1);
});

test('a skill is satisfied by the level a person has today, and the night notices it', async () => {
  const id = await published([stepOf('proof', [{ kind: 'skill', skillId: 'rag', level: 2 }])]);
  const person = await bank.write((tx) => makePerson(tx));
  const client = await clientOf(bank, person.id);
  await client.post(`/paths/${id}/enrolments`);
  const prove = (level: number) => bank.write((tx) => offerEvidence(tx, [{ personId: person.id, skillId: 'rag', level, source: { kind: 'course', id: uuid() }, artefact: { title: '课程', link: null } }]));
  await prove(1);
  expect((await client.get(`/paths/${id}`)).body).toMatchObject({ percent: 0, stepViews: [{ items: [{ kind: 'skill', level: 2, current: 1, satisfied: false }] }] });
  await prove(2);
  await bank.app.get(PlansDay).run();
  expect((await client.get(`/paths/${id}`)).body).toMatchObject({ percent: 100, completedAt: expect.any(String) });
});

test('what people follow stays until the draft is published; a version is made only of a change; a completion stays', async () => {
  const [one, two] = [await shortCourse(bank), await shortCourse(bank)];
  const id = await published([stepOf('one', [course(one.id)])]);
  await learner.post(`/paths/${id}/enrolments`);
  await take(learner, one.id);
  await bank.work();
  const { revision, draft } = (await admin.get(`/paths/${id}/draft`)).body;
  const steps = [...draft.steps, stepOf('two', [course(two.id)])];
  expect(await admin.send('PATCH', `/paths/${id}`, { steps }, { 'if-match': `"${revision}"` })).toMatchObject({ status: 200, body: { changed: true, version: 1, impact: { people: 1, completed: 1 } } });
  expect(await admin.send('PATCH', `/paths/${id}`, { steps }, { 'if-match': `"${revision}"` })).toMatchObject({ status: 412 });
  expect((await learner.get(`/paths/${id}`)).body.stepViews).toHaveLength(1);
  for (const version of [2, 2]) expect((await admin.post(`/paths/${id}/publish`)).body).toMatchObject({ version, changed: false });
  expect((await learner.get(`/paths/${id}`)).body).toMatchObject({ percent: 50, completedAt: expect.any(String), next: 'two' });
  await admin.post(`/paths/${id}/retire`);
  expect((await learner.get('/paths?mine=true')).body.items.map((path: { id: string }) => path.id)).toContain(id);
  expect((await (await clientOf(bank, (await bank.write((tx) => makePerson(tx))).id)).get(`/paths/${id}`)).status).toBe(404);
});

test('a path that cannot be followed is not published: no required step, a course nobody sees there', async () => {
  const branch = await bank.write((tx) => makeDepartment(tx, '测试分行'));
  const hidden = await bank.write(async (tx) => (await import('@zhixing/courses/testing')).makeCourse(tx, [(await import('@zhixing/courses/testing')).article('a1', { hanzi: 10 })], { audience: [branch.id] }));
  const open = await shortCourse(bank);
  const draft = async (steps: object[]) => (await admin.post('/paths', { title: '试验路径', description: '', profileId: null, ordered: false, audience: [], steps })).body.id;
  expect(await admin.post(`/paths/${await draft([stepOf('a', [course(open.id)], { required: false })])}/publish`)).toMatchObject({ status: 409, body: { code: 'plans.path_empty' } });
  expect(await admin.post(`/paths/${await draft([stepOf('a', [course(hidden.id)])])}/publish`)).toMatchObject({ status: 409, body: { code: 'plans.path_courses' } });
  expect(await admin.post('/paths', { title: '试验路径', description: '', profileId: 'no-such-role', ordered: false, audience: [], steps: [] })).toMatchObject({ status: 400 });
});

test('an assigned path is owed until it is completed', async () => {
  const only = await shortCourse(bank);
  const id = await published([stepOf('only', [course(only.id)])]);
  const person = await bank.write((tx) => makePerson(tx));
  const client = await clientOf(bank, person.id);
  const made = await admin.post('/assignments', { title: '指派路径', reason: '转岗要求', target: { kind: 'path', id }, audience: { kind: 'people.persons', value: { personIds: [person.id] } }, due: { kind: 'fixed', on: await dayFromNow(bank, 30) } });
  expect(made).toMatchObject({ status: 201 });
  expect(await admin.post(`/assignments/${made.body.id}/activate`, { affected: 1 })).toMatchObject({ status: 200 });
  await bank.work();
  const owed = () => client.get('/obligations?state=all').then(({ body }) => body.items.map((one: { target: { kind: string; id: string }; status: string }) => [one.target.kind, one.target.id, one.status]));
  expect(await owed()).toEqual([['path', id, 'not_started']]);
  await take(client, only.id);
  await bank.work();
  expect(await owed()).toEqual([['path', id, 'completed']]);
  expect((await client.get(`/paths/${id}`)).body).toMatchObject({ percent: 100, completedAt: expect.any(String), enrolledAt: expect.any(String) });
});

test('who owes a path outside of its audience sees it, and half of it done is under way', async () => {
  const elsewhere = await bank.write((tx) => makeDepartment(tx, '别的分行'));
  const [one, two] = [await shortCourse(bank), await shortCourse(bank)];
  const id = await published([stepOf('one', [course(one.id)]), stepOf('two', [course(two.id)])], { audience: [elsewhere.id] });
  const person = await bank.write((tx) => makePerson(tx));
  const client = await clientOf(bank, person.id);
  expect(await client.get(`/paths/${id}`)).toMatchObject({ status: 404 });
  const made = await admin.post('/assignments', { title: '指派路径', reason: '转岗要求', target: { kind: 'path', id }, audience: { kind: 'people.persons', value: { personIds: [person.id] } }, due: { kind: 'fixed', on: await dayFromNow(bank, 30) } });
  await admin.post(`/assignments/${made.body.id}/activate`, { affected: 1 });
  await bank.work();
  expect(await client.get(`/paths/${id}`)).toMatchObject({ status: 200, body: { percent: 0, enrolledAt: null } });
  await take(client, one.id);
  await bank.work();
  expect((await client.get('/obligations?state=all')).body.items).toMatchObject([{ status: 'in_progress', target: { id } }]);
  expect((await client.get(`/paths/${id}`)).body).toMatchObject({ percent: 50, enrolledAt: expect.any(String) });
});

test('what is satisfied before a path is owed counts when it is', async () => {
  const only = await shortCourse(bank);
  const id = await published([stepOf('only', [course(only.id)])]);
  const person = await bank.write((tx) => makePerson(tx));
  await take(await clientOf(bank, person.id), only.id);
  const made = await admin.post('/assignments', { title: '指派路径', reason: '转岗要求', target: { kind: 'path', id }, audience: { kind: 'people.persons', value: { personIds: [person.id] } }, due: { kind: 'fixed', on: await dayFromNow(bank, 30) } });
  await admin.post(`/assignments/${made.body.id}/activate`, { affected: 1 });
  await bank.work();
  expect((await (await clientOf(bank, person.id)).get('/obligations?state=all')).body.items).toMatchObject([{ status: 'completed' }]);
});

test('a version with fewer steps completes the path of those who satisfy what is left', async () => {
  const [one, two] = [await shortCourse(bank), await shortCourse(bank)];
  const steps = [stepOf('one', [course(one.id)]), stepOf('two', [course(two.id)])];
  const id = await published(steps);
  const client = await clientOf(bank, (await bank.write((tx) => makePerson(tx))).id);
  await client.post(`/paths/${id}/enrolments`);
  await take(client, one.id);
  await bank.work();
  expect((await client.get(`/paths/${id}`)).body).toMatchObject({ percent: 50, completedAt: null });
  const { revision } = (await admin.get(`/paths/${id}/draft`)).body;
  await admin.send('PATCH', `/paths/${id}`, { steps: steps.slice(0, 1) }, { 'if-match': `"${revision}"` });
  await admin.post(`/paths/${id}/publish`);
  await bank.work();
  expect((await client.get(`/paths/${id}`)).body).toMatchObject({ percent: 100, completedAt: expect.any(String) });
});

test('SQL and the rule come to the same progress, whatever the steps', async () => {
  const courses = await Promise.all(Array.from({ length: 5 }, () => shortCourse(bank)));
  const person = await bank.write((tx) => makePerson(tx));
  const client = await clientOf(bank, person.id);
  for (const { id } of courses.slice(0, 2)) await take(client, id);
  await bank.write((tx) => offerEvidence(tx, [{ personId: person.id, skillId: 'rag', level: 1, source: { kind: 'course', id: uuid() }, artefact: { title: '课程', link: null } }]));
  const item = fc.oneof(fc.constantFrom(...courses.map(({ id }) => course(id))), fc.record({ kind: fc.constant('skill'), skillId: fc.constantFrom('rag', 'data'), level: fc.constantFrom(1, 2) }));
  const step = fc.record({ required: fc.boolean(), mode: fc.constantFrom('all', 'any'), items: fc.array(item, { minLength: 1, maxLength: 4 }) });
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
    const id = await published([...steps.map((one, at) => stepOf(`s${at}`, one.items, one)), stepOf('last', [course(courses[4]!.id)])]);
    const { percent, required, done, minutesLeft, stepViews } = (await client.get(`/paths/${id}`)).body;
    const rule = progressOf(stepViews.map((one: { items: { satisfied: boolean; course?: { minutes: number } }[] }) => ({ ...one, items: one.items.map(({ satisfied, course: of }) => ({ satisfied, minutes: of?.minutes ?? 0 })) })));
    expect({ percent, required, done, minutesLeft }).toEqual(rule);
  }), { numRuns: 25 });
});

test('a branch reads what head office publishes and changes only its own', async () => {
  const branch = await bank.write((tx) => makeDepartment(tx, '另一分行'));
  const local = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { department: branch, roles: ['ld_admin'], scope: branch.id }))).id);
  const only = await shortCourse(bank);
  const id = await published([stepOf('only', [course(only.id)])]);
  expect((await local.get(`/paths/${id}/draft`)).body).toMatchObject({ can: { edit: false } });
  expect(await local.post(`/paths/${id}/retire`)).toMatchObject({ status: 403 });
  const own = (await local.post('/paths', { title: '分行路径', description: '', profileId: null, ordered: false, audience: [branch.id], steps: [stepOf('a', [course(only.id)])] })).body.id;
  expect(await local.post(`/paths/${own}/publish`)).toMatchObject({ status: 200, body: { can: { edit: true } } });
  expect(await learner.get(`/paths/${own}`)).toMatchObject({ status: 404 });
});
