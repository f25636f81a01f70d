import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { messagesRoom } from '@zhixing/messages/api';
import { peopleRoom } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { v7 as uuid } from 'uuid';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { coursesRoom } from './index.ts';

let bank: TestApplication;
let administrator: TestClient;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, coursesRoom]);
  administrator = await person('ld_admin');
});
afterAll(() => bank.close());

const person = async (...roles: string[]): Promise<TestClient> => clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles }))).id);

/** A zip of these files. */
async function zipOf(files: Record<string, string | Buffer>): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content as string), path);
  zip.end();
  return Uint8Array.from(await buffer(zip.outputStream));
}

// 1 x 1, transparent
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

/** A small course in the outline layout. */
const outline = (changed: Record<string, string> = {}): Record<string, string | Buffer> => ({
  '_toctree.yml': '- title: 1. 入门\n  sections:\n  - local: one/1\n    title: 什么是提示词\n  - local: one/2\n    title: 小测验\n    quiz: 1\n',
  'one/1.mdx': '# 什么是提示词[[one]]\n\n提示词是写给模型的交办单。\n\n![示意图](../picture.png)\n',
  'one/2.mdx': '# 小测验\n\n### 1. 提示词里不能写什么？\n\n<Question\n\tchoices={[\n\t\t{ text: "客户身份证号", explain: "先脱敏", correct: true },\n\t\t{ text: "任务说明" }\n\t]}\n/>\n',
  'picture.png': PNG,
  ...changed,
});

const slug = () => `course-${uuid()}`;
const send = async (client: TestClient, name: string, files: Record<string, string | Buffer>, query = '') => client.upload(`/courses/import${query}`, `${name}.zip`, await zipOf(files));
const publish = (client: TestClient, id: string, version: number) => client.post(`/courses/${id}/versions/${version}/publish`, version > 1 ? { change: 'minor' } : undefined);

async function published(name = slug()) {
  const { body } = await send(administrator, name, outline());
  await publish(administrator, body.courseId, 1);
  return { name, id: body.courseId as string };
}

test('a package becomes a draft with a report, the draft a course that people take to its end', async () => {
  const report = await send(administrator, slug(), outline(), `?title=${encodeURIComponent('提示词入门')}`);
  expect(report).toMatchObject({ status: 200, body: { state: 'draft', version: 1, layout: 'outline', title: '提示词入门', chapters: 1, lessons: 2, questions: 1, pictures: 1, changes: null } });
  const id = report.body.courseId;
  const employee = await person();
  expect((await employee.get(`/courses/${id}`)).status).toBe(404);
  expect((await publish(administrator, id, 1)).body).toMatchObject({ courseId: id, version: 1 });
  expect((await employee.get(`/courses/${id}`)).body).toMatchObject({ title: '提示词入门', version: 1, lessons: 2 });
  const registration = (await employee.post(`/courses/${id}/registrations`)).body.id;
  const lesson = (await employee.get(`/registrations/${registration}/lessons/one-1`)).body;
  const file = /pictures\/([0-9a-f]{64}\.png)/.exec(lesson.body)![1]!;
  const picture = await employee.get(`/courses/${id}/pictures/${file}`);
  expect({ status: picture.status, type: picture.headers['content-type'], disposition: picture.headers['content-disposition'] }).toMatchObject({ status: 200, type: 'image/png', disposition: expect.stringMatching(/^attachment/) });
  const attempt = (await employee.post(`/registrations/${registration}/lessons/one-2/attempts`)).body;
  expect(attempt.questions[0].result).toBeNull();
  await employee.put(`/attempts/${attempt.id}/answers`, { answers: [{ questionId: attempt.questions[0].id, sequence: 1, choices: ['a'] }] });
  const submitted = (await employee.post(`/attempts/${attempt.id}/submit`)).body;
  expect(submitted.attempt).toMatchObject({ score: 100, passed: true, questions: [{ result: { correct: true, choiceExplanations: { a: '先脱敏' } } }] });
});

test('the same package again is unchanged: no draft, no version, no second course', async () => {
  const { name, id } = await published();
  const again = await send(administrator, name, outline());
  expect(again.body).toMatchObject({ state: 'unchanged', version: 1, courseId: id });
  expect((await administrator.get(`/courses/${id}/draft`)).status).toBe(404);
  const twice = await send(administrator, slug(), outline());
  expect((await send(administrator, twice.body.slug, outline())).body).toMatchObject({ state: 'unchanged', courseId: twice.body.courseId });
  expect((await administrator.get(`/courses/${twice.body.courseId}/draft`)).body.revision).toBe(1);
});

test('an edited page makes the next version; who is learning stays on the one they began', async () => {
  const { name, id } = await published();
  const learner = await person();
  const registration = (await learner.post(`/courses/${id}/registrations`)).body.id;
  const report = (await send(administrator, name, outline({ 'one/1.mdx': '# 什么是提示词\n\n第二版的正文。\n' }))).body;
  expect(report).toMatchObject({ state: 'draft', version: 2, courseId: id, changes: { version: 1, added: [], changed: [{ key: 'one-1' }], removed: [], course: false, learning: 1 } });
  await publish(administrator, id, 2);
  expect((await learner.get(`/registrations/${registration}`)).body).toMatchObject({ version: 1, latestVersion: 2 });
  expect((await learner.get(`/registrations/${registration}/lessons/one-1`)).body.body).toContain('交办单');
  const fresh = await person();
  const next = (await fresh.post(`/courses/${id}/registrations`)).body.id;
  expect((await fresh.get(`/registrations/${next}/lessons/one-1`)).body.body).toContain('第二版');
});

test('an export imported again is unchanged, pictures included', async () => {
  const { id } = await published();
  const zip = await administrator.app.inject({ method: 'GET', url: `/api/v1/courses/${id}/export`, headers: administrator.headers });
  expect(zip.headers['content-disposition']).toMatch(/attachment; filename="course-[^"]*-v1\.zip"/);
  const again = await administrator.upload('/courses/import', 'anything at all.zip', Uint8Array.from(zip.rawPayload));
  expect(again.body).toMatchObject({ state: 'unchanged', courseId: id, layout: 'course_yaml', lessons: 2, questions: 1, pictures: 1 });
});

test('twenty imports of one package at once make one draft', async () => {
  const name = slug();
  const reports = await Promise.all(Array.from({ length: 20 }, () => send(administrator, name, outline())));
  expect(new Set(reports.map((report) => report.body.courseId)).size).toBe(1);
  expect(reports.filter((report) => report.body.state === 'draft')).toHaveLength(1);
  const id = reports[0]!.body.courseId;
  const versions = await Promise.all(Array.from({ length: 10 }, () => publish(administrator, id, 1)));
  expect(new Set(versions.map(({ status, body }) => `${status} ${body.version} ${body.publishedAt}`)).size).toBe(1);
});

test('facts of a draft are edited from the revision that was read', async () => {
  const { courseId: id } = (await send(administrator, slug(), outline())).body;
  const edit = (revision: number | undefined, body: object) => administrator.send('PATCH', `/courses/${id}/draft`, body, revision === undefined ? {} : { 'if-match': `"${revision}"` });
  expect((await edit(1, { title: '改过的名字', level: 2 })).body).toMatchObject({ title: '改过的名字', level: 2, revision: 2 });
  expect((await edit(1, { title: '晚到的名字' })).status).toBe(412);
  expect((await edit(undefined, { title: '没说从哪一版改' })).status).toBe(400);
  expect((await edit(2, { domain: 'no-such-domain' })).body).toMatchObject({ code: 'invalid', issues: [{ path: 'domain' }] });
  expect((await administrator.get(`/courses/${id}/draft`)).body).toMatchObject({ title: '改过的名字', revision: 2, chapters: [{ lessons: [{ key: 'one-1', change: 'new' }, { key: 'one-2', change: 'new' }] }] });
});

test('a draft is previewed with its answers, and discarded with its pictures', async () => {
  const { courseId: id } = (await send(administrator, slug(), outline())).body;
  expect((await administrator.get(`/courses/${id}/draft/lessons/one-2`)).body).toMatchObject({ previousKey: 'one-1', nextKey: null, questions: [{ choices: [{ key: 'a', correct: true }, { key: 'b', correct: false }] }] });
  expect((await administrator.get('/courses/drafts')).body.items).toContainEqual(expect.objectContaining({ courseId: id, lessons: 2, questions: 1, version: 1 }));
  for (let i = 0; i < 2; i++) expect((await administrator.delete(`/courses/${id}/draft`)).body).toEqual({ done: true });
  expect((await administrator.get(`/courses/${id}/draft`)).status).toBe(404);
  const left = await bank.database.rows(statement('test.pictures', 'select 1 from courses.picture where course_id = $1'), [id]);
  expect(left).toEqual([]);
});

describe('who may', () => {
  test('a trainer imports and publishes courses of their own; those of others are not theirs to see or to replace', async () => {
    const [trainer, other] = [await person('trainer'), await person('trainer')];
    const name = slug();
    const { courseId: id } = (await send(trainer, name, outline())).body;
    expect((await other.get(`/courses/${id}/draft`)).status).toBe(404);
    expect((await other.get('/courses/drafts')).body.items.map((row: { courseId: string }) => row.courseId)).not.toContain(id);
    expect((await publish(other, id, 1)).status).toBe(404);
    expect((await other.delete(`/courses/${id}/draft`)).status).toBe(404);
    expect((await send(other, name, outline())).body).toMatchObject({ status: 409, code: 'courses.slug_taken' });
    expect((await publish(trainer, id, 1)).status).toBe(200);
    expect((await other.get(`/courses/${id}/export`)).status).toBe(404);
    expect((await trainer.get(`/courses/${id}/export`)).status).toBe(200);
  });

  test('pictures of a draft are closed to people who may not edit it', async () => {
    const { courseId: id } = (await send(administrator, slug(), outline())).body;
    const body = (await administrator.get(`/courses/${id}/draft/lessons/one-1`)).body.body as string;
    const path = `/courses/${id}/${/pictures\/\S+?\.png/.exec(body)![0]}`;
    expect((await administrator.get(path)).status).toBe(200);
    expect((await (await person()).get(path)).status).toBe(404);
  });
});

describe('what is refused leaves nothing behind', () => {
  const nothingOf = async (client: TestClient) => (await client.get('/courses/drafts')).body.items;

  test('not a zip, no outline, a mistake in a page: the reason, file and line', async () => {
    const trainer = await person('trainer');
    expect((await trainer.upload('/courses/import', 'x.zip', Uint8Array.from(Buffer.from('hello')))).body).toMatchObject({ status: 422, code: 'courses.package_not_zip' });
    expect((await send(trainer, slug(), { 'readme.txt': 'nothing' })).body).toMatchObject({ code: 'courses.package_unknown_layout' });
    const broken = (await send(trainer, slug(), outline({ 'one/2.mdx': '# 小测验\n\n### 1. 题目\n\n<Question choices={[{ text: "没有对的" }, { text: "也没有" }]} />\n' }))).body;
    expect(broken).toMatchObject({ code: 'courses.package_invalid', issues: [{ path: expect.stringContaining('one/2.mdx:') }] });
    expect((await trainer.post('/courses/import', {})).status).toBe(415);
    expect(await nothingOf(trainer)).toEqual([]);
  });

  test('asvs-33 a zip whose entry climbs out of its folder', async () => {
    const zip = Buffer.from(await zipOf({ 'aa/evil.md': '# x' }));
    for (let at = zip.indexOf('aa/evil.md'); at >= 0; at = zip.indexOf('aa/evil.md', at + 1)) zip.write('../evil.md', at);
    const trainer = await person('trainer');
    expect((await trainer.upload('/courses/import', 'x.zip', Uint8Array.from(zip))).body).toMatchObject({ status: 422, code: 'courses.package_unsafe_name', values: { entry: '../evil.md' } });
    expect(await nothingOf(trainer)).toEqual([]);
  });

  test('a course in which nothing is required is not published', async () => {
    const course = (required: boolean) => ({
      'course.yaml': `id: ${name}\ntitle: 选修\nsummary: 全是选修\ndescription: ''\noutcomes: []\ndomain: credit-risk\nlevel: 1\nkind: micro\nteacher: ''\nrequirements: ''\nminimumReading: false\nchapters:\n  - title: 一\n    lessons:\n      - { key: a, title: 甲, kind: article, file: a.md, required: ${required} }\n`,
      'a.md': '正文',
    });
    const name = slug();
    const { courseId: id } = (await send(administrator, 'x', course(false))).body;
    expect((await publish(administrator, id, 1)).body).toMatchObject({ status: 409, code: 'courses.nothing_required' });
    await send(administrator, 'x', course(true));
    expect((await publish(administrator, id, 3)).body).toMatchObject({ status: 409, code: 'conflict' });
    expect((await publish(administrator, id, 1)).status).toBe(200);
  });
});

test('who takes a course hears of its next version, and has their completion in writing', async () => {
  const { name, id } = await published();
  const [learner, bystander] = [await person(), await person()];
  const registration = (await learner.post(`/courses/${id}/registrations`)).body.id;
  await send(administrator, name, outline({ 'one/1.mdx': '# 什么是提示词[[one]]\n\n提示词是写给模型的任务单。\n' }));
  for (let time = 0; time < 2; time++) expect((await publish(administrator, id, 2)).status).toBe(200);
  await learner.get(`/registrations/${registration}/lessons/one-1`);
  const attempt = (await learner.post(`/registrations/${registration}/lessons/one-2/attempts`)).body;
  await learner.put(`/attempts/${attempt.id}/answers`, { answers: [{ questionId: attempt.questions[0].id, sequence: 1, choices: ['a'] }] });
  await learner.post(`/attempts/${attempt.id}/submit`);
  for (const kind of ['opened', 'marked_done']) {
    await learner.post(`/registrations/${registration}/lessons/one-1/events`, { id: uuid(), kind, clientTime: '2026-01-01T00:00:00.000Z' });
    await bank.moveClock(60);
  }
  await bank.work();
  const told = (await learner.get('/notifications')).body.items.map((one: { title: string; link: string }) => [one.title.replace(/《.*》/, ''), one.link]);
  expect(told).toEqual([['已完成课程', `/registrations/${registration}/finish`], ['您正在学习的课程有新版本', `/courses/${id}`]]);
  expect((await bystander.get('/notifications/count')).body).toEqual({ unread: 0 });
});
