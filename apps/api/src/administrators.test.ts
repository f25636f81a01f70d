import { afterAll, afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { emptyBank, type TestBank } from '@zhixing/db/testing';
import { testApp, type TestApplication } from '@zhixing/platform/testing';
import pg from 'pg';
import administrators from './administrators.ts';
import { rooms } from './rooms.ts';

const said = jest.spyOn(console, 'log').mockImplementation(() => undefined);
const password = '千里之行-Start-2026';
const TWO = ['--security', 'A0001:欧阳若水', '--security', 'A0002:司徒明镜'];
const TOP = ['--top', '0000:星火银行'];

let empty: TestBank;
let bank: TestApplication;
let environment: Record<string, string | undefined>;

beforeEach(async () => {
  empty = await emptyBank('founding');
  const appUrl = Object.assign(new URL((JSON.parse(process.env.TEST_PG_URLS!) as { appUrl: string }).appUrl), { pathname: new URL(empty.url).pathname }).href;
  environment = { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_URL: appUrl };
  bank = await testApp(rooms, { DATABASE_URL: appUrl, SECOND_FACTOR: 'required' });
  said.mockClear();
});
afterEach(async () => {
  await bank.close();
  await empty.drop();
});
afterAll(() => said.mockRestore());

const query = async <T>(text: string): Promise<T[]> => {
  const client = new pg.Client(empty.url);
  await client.connect();
  return client.query(text).then(({ rows }) => rows as T[]).finally(() => client.end());
};
/** The links the command printed, by login. */
const links = () => new Map(said.mock.calls.map(([line]) => /^(\S+) {2}\S+\/activate#([\w-]{43})/.exec(String(line))).flatMap((found) => (found ? [[found[1]!, found[2]!] as const] : [])));
const enter = async (login: string): Promise<{ roles: string[]; mustEnrol: boolean; status: number }> => {
  expect((await bank.anonymous.post('/auth/activation', { token: links().get(login), password })).status).toBe(200);
  const { status, body } = await bank.anonymous.post('/auth/login', { login, password });
  return { status, roles: body.roles, mustEnrol: body.mustEnrol };
};

test('asvs-39 an empty database gets two security administrators by links that work once; whoever else comes along gets a link and no role; all of it is on record', async () => {
  await administrators([...TWO, ...TOP, '--person', 'a0003:闻人知远'], environment);
  expect([...links().keys()]).toEqual(['a0001', 'a0002', 'a0003']);
  expect(await enter('a0001')).toEqual({ status: 200, roles: ['security_admin'], mustEnrol: true });
  expect(await enter('a0003')).toEqual({ status: 200, roles: [], mustEnrol: false });
  expect((await bank.anonymous.post('/auth/activation', { token: links().get('a0001'), password })).body.code).toBe('access.link_void');
  const acts = await query<{ action: string; count: number }>(`select action, count(*)::int from platform.audit_entry where request_id = 'administrators' group by action order by action`);
  expect(acts).toEqual([{ action: 'credential.invite', count: 3 }, { action: 'department.create', count: 1 }, { action: 'people.hire', count: 3 }, { action: 'role.grant', count: 2 }]);
  expect(await query('select code, name, parent_id from people.department')).toEqual([{ code: '0000', name: '星火银行', parent_id: null }]);
});

test('while there is a security administrator it changes nothing, also of two commands at once', async () => {
  const both = await Promise.allSettled([administrators([...TWO, ...TOP], environment), administrators(['--security', 'B0001:甲', '--security', 'B0002:乙', ...TOP], environment)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const before = await query('select id from people.person order by id');
  expect(before).toHaveLength(2);
  await expect(administrators(['--security', 'C0001:丙', '--security', 'C0002:丁'], environment)).rejects.toThrow(/is a security administrator already/);
  expect(await query('select id from people.person order by id')).toEqual(before);
});

test('says what is missing, and what it does not understand', async () => {
  await expect(administrators(TWO, environment)).rejects.toThrow(/no department yet/);
  await expect(administrators(['--security', 'A0001', '--security', 'A0002:乙', ...TOP], environment)).rejects.toThrow(/Nobody has the staff number A0001/);
  for (const args of [[], TWO.slice(2), [...TWO, ...TWO], [...TWO, '--person', 'A0001:甲'], [...TWO, '--top', '0000'], ['--security', ':甲', '--security', 'A0002:乙']]) await expect(administrators(args, environment)).rejects.toThrow(/npm run administrators/);
  expect(await query('select id from people.person')).toEqual([]);
  expect(links().size).toBe(0);
});
