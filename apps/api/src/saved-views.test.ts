import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clientOf } from '@zhixing/access/testing';
import { makePerson } from '@zhixing/people/testing';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { rooms } from './rooms.ts';

let bank: TestApplication;
beforeAll(async () => {
  bank = await testApp(rooms);
});
afterAll(() => bank.close());

const somebody = async (): Promise<TestClient> => clientOf(bank, (await bank.write((tx) => makePerson(tx))).id);
const save = (client: TestClient, name: string, query = 'state=on_leave', page = '/system/people') => client.post('/saved-views', { page, name, query });
const names = async (client: TestClient, page = '/system/people') => (await client.get(`/saved-views?page=${page}`)).body.items.map((one: { name: string; query: string }) => [one.name, one.query]);

test('a view is kept for its person and list, replaced under the same name, and deleted by nobody else', async () => {
  const [one, other] = [await somebody(), await somebody()];
  const { body } = await save(one, '休假中');
  await save(one, '休假中', 'state=left');
  await save(one, '休假中', 'q=x', '/system/departments');
  expect(await names(one)).toEqual([['休假中', 'state=left']]);
  expect(await names(other)).toEqual([]);
  expect((await other.delete(`/saved-views/${body.id}`)).status).toBe(404);
  expect((await one.delete(`/saved-views/${body.id}`)).status).toBe(200);
  expect(await names(one)).toEqual([]);
});

test('twelve views of a list, also when all are saved at once', async () => {
  const client = await somebody();
  const saved = await Promise.all(Array.from({ length: 16 }, (_, n) => save(client, `视图 ${n}`)));
  expect(saved.map((one) => one.status).sort()).toEqual([...Array<number>(12).fill(200), ...Array<number>(4).fill(409)]);
  expect(await names(client)).toHaveLength(12);
});

test('a page of another kind, an empty name or query are refused', async () => {
  const client = await somebody();
  for (const [name, query, page] of [['', 'q=x', '/people'], ['x', '', '/people'], ['x', 'q=x', 'https://example.com']] as const) expect((await save(client, name, query, page)).status).toBe(400);
});
