import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { messagesRoom } from '@zhixing/messages/api';
import { peopleRoom } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { skillsRoom, SkillsService } from '@zhixing/skills/api';
import { v7 as uuid } from 'uuid';
import { buffer } from 'node:stream/consumers';
import type { CourseContent } from './content.ts';
import { coursesRoom } from './index.ts';
import { writePackage } from './packages/index.ts';
import { article, content, makeCourse, publishVersion } from './testing.ts';

let bank: TestApplication;
let administrator: TestClient;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, skillsRoom, coursesRoom]);
  administrator = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'] }))).id);
});
afterAll(() => bank.close());

const employee = async () => {
  const { id } = await bank.write((tx) => makePerson(tx));
  return { id, client: await clientOf(bank, id) };
};
const publish = (skills: CourseContent['skills'], o: Partial<CourseContent> = {}) => bank.write((tx) => makeCourse(tx, [article('a')], { skills, ...o }));
const levelsOf = async (personId: string) => ((await bank.app.get(SkillsService).levelsOf([personId])).get(personId) ?? []).map(({ skillId, level }) => `${skillId} ${level}`).sort();
const zip = async (course: CourseContent) => Uint8Array.from(await buffer(writePackage(course, async () => Buffer.alloc(0))));
const send = async (course: CourseContent) => administrator.upload('/courses/import', `${course.id}.zip`, await zip(course));

async function finish(client: TestClient, registrationId: string) {
  const events = `/registrations/${registrationId}/lessons/a/events`;
  for (const kind of ['opened', 'marked_done', 'marked_done']) await client.post(events, { id: uuid(), kind, clientTime: '2026-01-01T00:00:00.000Z' });
}

test('finishing a course gives verified evidence of its skills, once, at the levels it is mapped to at that moment', async () => {
  const course = await publish([{ skill: 'rag', level: 2 }, { skill: 'evaluation', level: 1 }]);
  const { id, client } = await employee();
  const registration = (await client.post(`/courses/${course.id}/registrations`)).body;
  const mapped = content([article('a')], { id: course.slug, title: course.title, skills: [{ skill: 'rag', level: 3 }] });
  await bank.write((tx) => publishVersion(tx, course, mapped, { publishedAt: new Date('2026-02-01') }));
  expect(await levelsOf(id)).toEqual([]);
  await finish(client, registration.id);
  expect(await levelsOf(id)).toEqual(['rag 3']);
  expect((await client.get(`/people/${id}/evidence`)).body.items).toEqual([expect.objectContaining({ kind: 'course', verified: true, title: course.title, link: `/courses/${course.id}` })]);
});

test('the course page says which skills it leads to, and what one of that level is seen to do', async () => {
  const course = await publish([{ skill: 'credit', level: 2 }]);
  const { client } = await employee();
  expect((await client.get(`/courses/${course.id}`)).body.skills).toEqual([{ skill: expect.objectContaining({ id: 'credit', axis: 'finance', name: { zh: '信贷', en: 'Credit' } }), level: 2, anchor: expect.objectContaining({ zh: expect.stringMatching(/^能在指导下/) }) }]);
});

test('the catalogue is filtered by skill, with counts that follow the other filters', async () => {
  const mark = `技能筛选${uuid().slice(-6)}`;
  await publish([{ skill: 'rag', level: 1 }], { title: `${mark}一`, level: 1 });
  await publish([{ skill: 'rag', level: 3 }, { skill: 'agents', level: 1 }], { title: `${mark}二`, level: 2 });
  await publish([], { title: `${mark}三`, level: 2 });
  const { client } = await employee();
  const get = async (filters: string) => (await client.get(`/courses?q=${encodeURIComponent(mark)}&${filters}`)).body;
  const titles = (body: { items: { title: string }[] }) => body.items.map(({ title }) => title.slice(-1)).sort();
  expect(titles(await get('skill=rag'))).toEqual(['一', '二']);
  expect(titles(await get('skill=rag&level=2'))).toEqual(['二']);
  expect(titles(await get('skill=rag,agents'))).toEqual(['一', '二']);
  const { facets } = await get('level=2&skill=rag');
  expect(facets.skill).toEqual(expect.arrayContaining([{ value: 'rag', count: 1 }, { value: 'agents', count: 1 }]));
  expect(facets.level).toEqual(expect.arrayContaining([{ value: '1', count: 1 }, { value: '2', count: 1 }]));
  expect((await client.get('/courses?skill=No%20Such')).status).toBe(400);
});

test('a package brings its skills in and takes them out unchanged; a skill the framework lacks is named', async () => {
  const course = content([article('a')], { skills: [{ skill: 'rag', level: 2 }, { skill: 'ai-security', level: 1 }] });
  const { courseId } = (await send(course)).body;
  expect((await administrator.get(`/courses/${courseId}/draft`)).body.skills).toEqual(course.skills);
  const { revision } = (await administrator.get(`/courses/${courseId}/draft`)).body;
  const patch = (skills: unknown, at = revision) => administrator.send('PATCH', `/courses/${courseId}/draft`, { skills }, { 'if-match': `"${at}"` });
  expect((await patch([{ skill: 'alchemy', level: 1 }])).body).toMatchObject({ status: 422, code: 'skills.unknown_skill', values: { skill: 'alchemy' } });
  expect((await patch([{ skill: 'rag', level: 1 }, { skill: 'rag', level: 2 }])).body).toMatchObject({ code: 'invalid', issues: [{ path: 'skills' }] });
  expect((await patch([{ skill: 'rag', level: 6 }])).body.issues).toEqual([expect.objectContaining({ path: 'skills.0.level' })]);
  const skills = [{ skill: 'data', level: 4 }, ...course.skills];
  expect((await patch(skills)).body.skills).toEqual(skills);
  await administrator.post(`/courses/${courseId}/versions/1/publish`);
  const again = await send({ ...course, skills });
  expect(again.body).toMatchObject({ state: 'unchanged', version: 1 });
  expect((await send({ ...course, skills: [] })).body).toMatchObject({ state: 'draft', changes: { course: true } });
  expect((await send({ ...course, skills: [{ skill: 'alchemy', level: 1 }] })).body.code).toBe('skills.unknown_skill');
});
