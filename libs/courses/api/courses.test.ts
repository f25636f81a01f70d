import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { peopleRoom } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { coursesRoom } from './index.ts';
import { article, content, makeCourse, publishVersion, quiz } from './testing.ts';

let bank: TestApplication;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, coursesRoom]);
});
afterAll(() => bank.close());

const employee = async (o: Parameters<typeof makePerson>[1] = {}): Promise<TestClient> => clientOf(bank, (await bank.write((tx) => makePerson(tx, o))).id);
const publish = (...args: [Parameters<typeof makeCourse>[1], Parameters<typeof makeCourse>[2]?]) => bank.write((tx) => makeCourse(tx, ...args));
const search = async (client: TestClient, q: string) => (await client.get(`/courses?q=${encodeURIComponent(q)}`)).body;
const titles = (body: { items: { title: string }[] }) => body.items.map((item) => item.title);

test('two hanzi, whole pinyin, initials and Latin words of a title find it; one hanzi too', async () => {
  await publish([article('a')], { title: '贷后预警与 Zeta 信号解读', summary: '读懂早期信号' });
  const client = await employee();
  for (const q of ['预警', '贷后预警', 'daihouyujing', 'dhyj', 'zeta', 'ZETA', '早期信号', '警']) expect({ q, found: titles(await search(client, q)) }).toEqual({ q, found: expect.arrayContaining(['贷后预警与 Zeta 信号解读']) });
  expect(titles(await search(client, '警预'))).not.toContain('贷后预警与 Zeta 信号解读');
});

test('when nothing matches, the three nearest courses are offered', async () => {
  for (const title of ['供应链票据识别', '票据影像入门', '供应链金融基础']) await publish([article('a')], { title });
  const body = await search(await employee(), '供应链票据识别之外的事');
  expect(body).toMatchObject({ items: [], total: 0, nextCursor: null });
  expect(body.nearest).toHaveLength(3);
  expect(body.nearest[0].title).toBe('供应链票据识别');
});

test('filters narrow the list, facets count with the other filters standing', async () => {
  const mark = '筛选样本';
  await publish([article('a')], { title: `${mark}一`, domain: 'credit-risk', level: 1 });
  await publish([article('a')], { title: `${mark}二`, domain: 'credit-risk', level: 2, kind: 'micro' });
  await publish([article('a', { hanzi: 350 * 12 })], { title: `${mark}三`, domain: 'knowledge-graph', level: 2 });
  const client = await employee();
  const get = async (filters: string) => (await client.get(`/courses?q=${encodeURIComponent(mark)}&${filters}`)).body;
  expect((await get('')).total).toBe(3);
  const risk = await get('domain=credit-risk');
  expect(titles(risk).sort()).toEqual([`${mark}一`, `${mark}二`].sort());
  expect(risk.facets.domain).toEqual(expect.arrayContaining([{ value: 'credit-risk', count: 2 }, { value: 'knowledge-graph', count: 1 }]));
  expect(risk.facets.level).toEqual(expect.arrayContaining([{ value: '1', count: 1 }, { value: '2', count: 1 }]));
  expect(titles(await get('level=2&kind=micro'))).toEqual([`${mark}二`]);
  expect(titles(await get('duration=medium'))).toEqual([`${mark}三`]);
  expect((await get('domain=credit-risk,knowledge-graph')).total).toBe(3);
  expect((await get('state=none')).total).toBe(3);
});

test.each(['newest', 'title', 'minutes'])('pages by %s hold every course once, in order', async (sort) => {
  const mark = `翻页${sort}`;
  for (let i = 0; i < 7; i++) await publish([article('a', { hanzi: 350 * (1 + (i % 3)) })], { title: `${mark}${'丁丙乙甲己戊庚'[i]}`, publishedAt: new Date(Date.UTC(2026, 0, 1 + (i % 4))) });
  const client = await employee();
  const seen: { title: string; minutes: number }[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body }: { body: { items: typeof seen; nextCursor: string | null } } = await client.get(`/courses?q=${encodeURIComponent(mark)}&sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.items);
    cursor = body.nextCursor;
  }
  expect(new Set(seen.map((course) => course.title)).size).toBe(7);
  expect(seen).toHaveLength(7);
  if (sort === 'minutes') expect(seen.map((course) => course.minutes)).toEqual([1, 1, 1, 2, 2, 3, 3]);
  if (sort === 'title') expect(seen.map((course) => course.title.at(-1)).join('')).toBe('丙丁庚己甲戊乙'); // by pinyin: bing ding geng ji jia wu yi
});

test('a course for a department is there for its subtree and does not exist for others: list, page and registration alike', async () => {
  const { branch, outsider, insider } = await bank.write(async (tx) => {
    const branch = await makeDepartment(tx, '分行');
    const team = await makeDepartment(tx, '团队', branch);
    return { branch, insider: await makePerson(tx, { department: team }), outsider: await makePerson(tx) };
  });
  const course = await publish([article('a')], { title: '分行专属课程样例', audience: [branch.id] });
  const [inside, outside] = [await clientOf(bank, insider.id), await clientOf(bank, outsider.id)];
  expect((await search(inside, '分行专属')).total).toBe(1);
  expect((await inside.get(`/courses/${course.id}`)).body.audience).toEqual(['分行']);
  expect((await inside.post(`/courses/${course.id}/registrations`)).status).toBe(200);
  expect((await search(outside, '分行专属')).total).toBe(0);
  expect((await outside.get(`/courses/${course.id}`)).status).toBe(404);
  expect((await outside.post(`/courses/${course.id}/registrations`)).status).toBe(404);
});

test('the course page prints outline, rules and what counts', async () => {
  const course = await publish([article('read', { hanzi: 1400 }), article('more', { required: false }), quiz('check', { questions: 4, attempts: 3 })], { minimumReading: true });
  const { body } = await (await employee()).get(`/courses/${course.id}`);
  expect(body).toMatchObject({ version: 1, latestVersion: 1, requiredTotal: 2, lessons: 3, minutes: 7, learners: 0, finished: 0, mine: null, can: { register: true, viewStatistics: false } });
  expect(body.chapters[0].lessons).toMatchObject([
    { key: 'read', required: true, state: 'not_started', earned: null, rule: { kind: 'article', minimumSeconds: 60 } },
    { key: 'more', required: false, rule: { kind: 'article', minimumSeconds: 5 } },
    { key: 'check', rule: { kind: 'quiz', passMark: 80, attempts: 3, questions: 4 } },
  ]);
  expect(JSON.stringify(body)).not.toContain('解析');
});

test('edge case: double click, two devices: registering twice, or twenty times at once, is one registration', async () => {
  const course = await publish([article('a')]);
  const client = await employee();
  const answers = await Promise.all(Array.from({ length: 20 }, () => client.post(`/courses/${course.id}/registrations`)));
  expect(new Set(answers.map((answer) => `${answer.status} ${answer.body.id}`)).size).toBe(1);
  expect((await client.get('/registrations')).body.items).toHaveLength(1);
});

test('a registration stays on its version; a newcomer gets the new one', async () => {
  const course = await publish([article('a')]);
  const [early, late] = [await employee(), await employee()];
  const { id } = (await early.post(`/courses/${course.id}/registrations`)).body;
  await bank.write((tx) => publishVersion(tx, course, content([article('a'), article('b')], { id: course.slug, title: course.title }), { publishedAt: new Date('2026-02-01') }));
  expect((await early.get(`/registrations/${id}`)).body).toMatchObject({ version: 1, latestVersion: 2, requiredTotal: 1 });
  expect((await early.get(`/courses/${course.id}`)).body).toMatchObject({ version: 1, latestVersion: 2, lessons: 1 });
  expect((await late.get(`/courses/${course.id}`)).body).toMatchObject({ version: 2, lessons: 2 });
  expect((await late.post(`/courses/${course.id}/registrations`)).body.requiredTotal).toBe(2);
});

test('asvs-67 the running role can neither change nor delete what must stay as it was', async () => {
  const append = ['courses.completion_record', 'courses.learning_event', 'courses.course_version', 'courses.lesson', 'courses.question', 'platform.audit_entry'];
  for (const table of append)
    for (const write of [`update ${table} set id = id`, `delete from ${table}`])
      await expect(bank.database.rows(statement(`test.${write}`.slice(0, 60), write))).rejects.toMatchObject({ code: '42501' });
  for (const write of ['drop table courses.course', 'create table courses.mine (id int)', 'delete from courses.registration', 'truncate access.login'])
    await expect(bank.database.rows(statement(`test.${write}`.slice(0, 60), write))).rejects.toMatchObject({ code: '42501' });
});
