import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clientOf } from '@zhixing/access/testing';
import { article, makeCourse } from '@zhixing/courses/testing';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { rooms } from './rooms.ts';

let bank: TestApplication;

beforeAll(async () => {
  bank = await testApp(rooms);
});
afterAll(() => bank.close());

interface Hit { id: string; title: string; path: string }
const person = (o: Parameters<typeof makePerson>[1] = {}) => bank.write((tx) => makePerson(tx, o));
const client = async (o: Parameters<typeof makePerson>[1] = {}): Promise<TestClient> => clientOf(bank, (await person(o)).id);
const find = async (by: TestClient, q: string, more = ''): Promise<Record<string, Hit[]>> => {
  const { status, body } = await by.get(`/search?q=${encodeURIComponent(q)}${more}`);
  expect(status).toBe(200);
  return Object.fromEntries(body.groups.map((group: { kind: string; items: Hit[] }) => [group.kind, group.items]));
};
const titles = (hits: Hit[] = []) => hits.map((hit) => hit.title);

test('a course is found by two hanzi, pinyin, initials and full-width letters, and its hit leads to it', async () => {
  const course = await bank.write((tx) => makeCourse(tx, [article('a')], { title: '跨境汇款 Swift 报文解析', summary: '读懂字段' }));
  const reader = await client();
  for (const q of ['汇款', '跨境 汇款', '汇款swift', 'kuajinghuikuan', 'kjhk', 'ＳＷＩＦＴ']) {
    const { courses } = await find(reader, q);
    expect({ q, hits: courses }).toEqual({ q, hits: expect.arrayContaining([expect.objectContaining({ title: '跨境汇款 Swift 报文解析', path: `/courses/${course.id}` })]) });
  }
  expect(titles((await find(reader, '款汇')).courses)).not.toContain('跨境汇款 Swift 报文解析');
});

test('a course for another department is not found, not even counted', async () => {
  const department = await bank.write((tx) => makeDepartment(tx, '保理中心'));
  await bank.write((tx) => makeCourse(tx, [article('a')], { title: '保理专用术语手册', audience: [department.id] }));
  expect(await find(await client(), '保理专用')).toEqual({});
  expect(titles((await find(await client({ department }), '保理专用')).courses)).toEqual(['保理专用术语手册']);
});

test('pages are found in both languages and by initials, by those who have them in the menu', async () => {
  const employee = await client();
  const learning = await client({ roles: ['ld_admin'] });
  for (const q of ['课程管理', 'kechengguanli', 'kcgl', 'manage c']) {
    expect(titles((await find(learning, q)).pages)).toContain('课程管理');
    expect(titles((await find(employee, q)).pages)).not.toContain('课程管理');
  }
});

test('signs of SQL patterns stand for themselves; a search without words is refused by name', async () => {
  const reader = await client();
  for (const q of ['%%', '__', String.raw`\\`, "' or 1=1 --", '(a+)+$'.repeat(16)]) expect(await find(reader, q)).toEqual({});
  const refused = await reader.get('/search?q=%20');
  expect(refused).toMatchObject({ status: 400, body: { code: 'invalid', issues: [{ path: 'q' }] } });
});

test('a kind alone shows up to its limit and says when there are more', async () => {
  for (const part of ['甲', '乙', '丙']) await bank.write((tx) => makeCourse(tx, [article('a')], { title: `福费廷案例${part}` }));
  const reader = await client();
  const { body } = await reader.get(`/search?q=${encodeURIComponent('福费廷')}&kind=courses&limit=2`);
  expect(body.groups).toMatchObject([{ kind: 'courses', more: true, items: [{}, {}] }]);
  expect(await find(reader, '福费廷', '&kind=pages')).toEqual({});
});

test('everybody finds colleagues and sees their card; only administration is led to the whole record; a leaver is found by nobody', async () => {
  const manager = await person({ displayName: '尉迟明远' });
  const found = await person({ displayName: '欧阳听雨', manager: manager.id });
  const [employee, administrator] = [await client(), await client({ roles: ['system_admin'] })];
  for (const q of ['听雨', '欧阳听', 'ouyangtingyu', 'oyty', found.staffNumber.toLowerCase()]) {
    expect({ q, hits: (await find(employee, q)).people }).toEqual({ q, hits: expect.arrayContaining([expect.objectContaining({ title: '欧阳听雨', path: `/people/${found.id}` })]) });
  }
  expect((await find(administrator, 'oyty')).people).toMatchObject([{ path: `/system/people/${found.id}` }]);
  expect((await employee.get(`/people/${found.id}/card`)).body).toEqual({ id: found.id, staffNumber: found.staffNumber, displayName: '欧阳听雨', position: expect.any(String), department: expect.anything(), managers: [expect.objectContaining({ id: manager.id, kind: 'line' })] });
  expect((await employee.get(`/people/${found.id}`)).status).toBe(403);
  await administrator.post(`/people/${found.id}/end`, { on: '2026-01-01' });
  expect((await find(employee, 'oyty')).people ?? []).toEqual([]);
  expect((await employee.get(`/people/${found.id}/card`)).status).toBe(404);
});
