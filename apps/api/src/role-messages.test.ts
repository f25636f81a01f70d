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

const someone = async (displayName: string, ...roles: string[]): Promise<{ id: string; client: TestClient }> => {
  const { id } = await bank.write((tx) => makePerson(tx, { displayName, roles }));
  return { id, client: await clientOf(bank, id) };
};
const told = async (client: TestClient): Promise<{ title: string; link: string }[]> => {
  await bank.work();
  return (await client.get('/notifications')).body.items.map(({ title, link }: { title: string; link: string }) => ({ title, link }));
};

test('who may decide about a request is told of it, who asked is told what was decided, and the person what they are now', async () => {
  const [first, second, person] = [await someone('申屠一诺', 'security_admin'), await someone('公孙怀瑾', 'security_admin'), await someone('上官知秋')];
  const ask = async () => (await first.client.post('/roles/ld_admin/grants', { personId: person.id, reason: '接任培训管理' })).body.id as string;
  const link = '/system/roles?tab=requests';

  const declined = await ask();
  expect(await told(second.client)).toEqual([{ title: '待审批：授予 上官知秋 培训管理员', link }]);
  expect(await told(first.client)).toEqual([]);
  await second.client.post(`/role-requests/${declined}/decline`);
  expect(await told(first.client)).toEqual([{ title: '未批准：授予 上官知秋 培训管理员', link }]);

  await second.client.post(`/role-requests/${await ask()}/approve`);
  expect((await told(first.client))[0]).toEqual({ title: '已批准：授予 上官知秋 培训管理员', link });
  expect(await told(person.client)).toEqual([{ title: '您已成为培训管理员', link: '/me' }]);

  await first.client.post(`/role-requests/${(await first.client.post('/roles/system_admin/grants', { personId: (await someone('夏侯明澈')).id, reason: '轮岗' })).body.id}/decline`);
  expect(await told(first.client)).toHaveLength(2);   // taken back by oneself: no news
});
