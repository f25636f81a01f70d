import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { peopleRoom } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { type Answer, testApp, type TestApplication, TestClient } from '@zhixing/platform/testing';
import { accessRoom } from './index.ts';
import { clientOf, makeCredential } from './testing.ts';

let bank: TestApplication;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom]);
});
afterAll(() => bank.close());

let number = 0;
const PASSWORD = 'Zhixing-密码-2026';

/** A person with a login nobody else has. */
async function colleague(roles: string[] = []): Promise<{ id: string; login: string }> {
  const login = `colleague${number++}-${process.env.JEST_WORKER_ID}`;
  const person = await bank.write(async (tx) => {
    const made = await makePerson(tx, { roles });
    await makeCredential(tx, made.id, login, PASSWORD);
    return made;
  });
  return { id: person.id, login };
}

const signIn = (login: string, password: string, headers: Record<string, string> = {}) => bank.anonymous.send('POST', '/auth/login', { login, password }, headers);
const cookieOf = (answer: Answer) => String(answer.headers['set-cookie']);
const withCookie = (answer: Answer) => new TestClient(bank.app, { cookie: cookieOf(answer).split(';')[0]! });
const audited = (objectId: string) =>
  bank.database.rows<{ action: string; result: string }>(statement('test.audited', 'select action, result from platform.audit_entry where object_id = $1 order by at, id'), [objectId]);

test('a right password opens a login that /auth/me answers to', async () => {
  const { id, login } = await colleague();
  const answer = await signIn(login.toUpperCase(), PASSWORD);
  expect(answer.status).toBe(200);
  expect(answer.body.person.id).toBe(id);
  const me = await withCookie(answer).get('/auth/me');
  expect(me.body).toMatchObject({ person: { id, displayName: '测试员', position: '客户经理' }, roles: [], manages: false, language: 'zh-CN' });
  expect(me.body.permissions).toContain('login:own');
});

test('asvs-18 asvs-19 the cookie is __Host-, Secure, HttpOnly, SameSite=Lax, path /', async () => {
  const cookie = cookieOf(await signIn((await colleague()).login, PASSWORD));
  expect(cookie).toMatch(/^__Host-login=[\w-]{43};/);
  for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
  expect(cookie).not.toContain('Domain');
});

test('asvs-59 incident-14 the database keeps argon2id hashes and no token', async () => {
  const { id, login } = await colleague();
  const token = cookieOf(await signIn(login, PASSWORD)).match(/=([\w-]{43})/)![1]!;
  const [stored] = await bank.database.rows<{ password_hash: string; token_hash: Buffer }>(
    statement('test.hashes', 'select c.password_hash, l.token_hash from access.credential c join access.login l using (person_id) where person_id = $1'), [id]);
  expect(stored!.password_hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  expect(stored!.token_hash.toString('base64url')).not.toBe(token);
});

test('asvs-37 a password of 81 Chinese characters counts to its end: one that differs only there is another password', async () => {
  const long = '长'.repeat(80);
  const person = await bank.write(async (tx) => {
    const made = await makePerson(tx);
    await makeCredential(tx, made.id, `long-${made.id}`, `${long}a`);
    return made;
  });
  expect((await signIn(`long-${person.id}`, `${long}b`)).status).toBe(401);
  expect((await signIn(`long-${person.id}`, `${long}a`)).status).toBe(200);
});

test('asvs-41 an unknown login is answered and locked like a known one', async () => {
  const { login } = await colleague();
  const stranger = `nobody-${login}`;
  for (let i = 0; i < 5; i++) {
    const [known, unknown] = [await signIn(login, 'wrong'), await signIn(stranger, 'wrong')];
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...known.body, requestId: '' });
    expect(unknown.status).toBe(known.status);
  }
  expect((await signIn(stranger, 'wrong')).status).toBe(423);
});

test('asvs-41 an unknown login costs the time of a known one', async () => {
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  for (let round = 0; round < 5; round++)
    for (const [kind, login] of [['known', (await colleague()).login], ['unknown', `nobody-${round}-${process.env.JEST_WORKER_ID}`]] as const) {
      const began = performance.now();
      expect((await signIn(login, 'wrong')).status).toBe(401);
      times[kind].push(performance.now() - began);
    }
  const [known, unknown] = [times.known, times.unknown].map((list) => list.sort((one, other) => one - other)[2]!) as [number, number];
  // the hash is nearly all of it: without one an answer would take a twentieth
  expect(unknown).toBeGreaterThan(known / 4);
  expect(known).toBeGreaterThan(unknown / 4);
});

test('asvs-38 the fifth failure locks for 15 minutes, also for the right password, and the lock ends by time', async () => {
  const { login } = await colleague();
  for (let i = 0; i < 4; i++) expect((await signIn(login, 'wrong')).status).toBe(401);
  const fifth = await signIn(login, 'wrong');
  expect(fifth).toMatchObject({ status: 423, body: { code: 'access.locked', values: { minutes: 15 } } });
  expect(fifth.body.detail).toContain('15 分钟');
  expect(fifth.headers['retry-after']).toBe('900');
  expect((await signIn(login, PASSWORD)).status).toBe(423);
  await bank.moveClock(14 * 60);
  expect((await signIn(login, PASSWORD)).body.values.minutes).toBe(1);
  await bank.moveClock(61);
  expect((await signIn(login, PASSWORD)).status).toBe(200);
  expect((await audited(login)).map((row) => row.action)).toEqual(['login.refuse', 'login.refuse', 'login.refuse', 'login.refuse', 'login.lock']);
});

test('asvs-65 of forty tries at once no more than five reach the password', async () => {
  const { login } = await colleague();
  const answers = await Promise.all(Array.from({ length: 40 }, () => signIn(login, 'wrong')));
  expect(answers.filter((answer) => answer.status === 401).length).toBeLessThanOrEqual(4);
  expect(answers.filter((answer) => answer.status === 423).length).toBeGreaterThanOrEqual(36);
  expect((await audited(login)).length).toBeLessThanOrEqual(5);
});

test('a success forgets earlier failures', async () => {
  const { login } = await colleague();
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 4; i++) expect((await signIn(login, 'wrong')).status).toBe(401);
    expect((await signIn(login, PASSWORD)).status).toBe(200);
  }
});

test('the lock outlives the process: another application on the same database refuses too', async () => {
  const { login } = await colleague();
  for (let i = 0; i < 5; i++) await signIn(login, 'wrong');
  const other = await testApp([peopleRoom, accessRoom]);
  try {
    expect((await other.anonymous.post('/auth/login', { login, password: PASSWORD })).status).toBe(423);
  } finally {
    await other.close();
  }
});

test('asvs-44 signing in again gives a new token and ends the old login', async () => {
  const { login } = await colleague();
  const before = await signIn(login, PASSWORD);
  const after = await signIn(login, PASSWORD, { cookie: cookieOf(before).split(';')[0]! });
  expect(cookieOf(after)).not.toBe(cookieOf(before));
  expect((await withCookie(before).get('/auth/me')).status).toBe(401);
  expect((await withCookie(after).get('/auth/me')).status).toBe(200);
});

test('asvs-45 a login ends after 30 idle minutes, 15 for an administrator, and 12 hours in all', async () => {
  const [employee, administrator] = [await colleague(), await colleague(['ld_admin'])];
  const [mine, theirs] = [await clientOf(bank, employee.id), await clientOf(bank, administrator.id)];
  await bank.moveClock(16 * 60);
  expect((await theirs.get('/auth/me')).status).toBe(401);
  expect((await mine.get('/auth/me')).status).toBe(200);
  await bank.moveClock(31 * 60);
  expect((await mine.get('/auth/me')).status).toBe(401);
  const busy = await clientOf(bank, employee.id);
  for (let half = 0; half < 25; half++) {
    await bank.moveClock(29 * 60);
    const { status } = await busy.get('/auth/me');
    expect(status).toBe(half < 24 ? 200 : 401);
  }
});

test('asvs-46 a signed-out token is worth nothing', async () => {
  const answer = await signIn((await colleague()).login, PASSWORD);
  const client = withCookie(answer);
  expect((await client.post('/auth/logout')).status).toBe(200);
  expect((await client.get('/auth/me')).status).toBe(401);
});

test('asvs-47 a disabled person is out at the next request and cannot come back', async () => {
  const { id, login } = await colleague();
  const client = await clientOf(bank, id);
  expect((await client.get('/auth/me')).status).toBe(200);
  await bank.write((tx) => tx.rows(statement('test.disable', 'update people.person set active = false where id = $1'), [id]));
  expect((await client.get('/auth/me')).status).toBe(401);
  expect((await signIn(login, PASSWORD)).status).toBe(401);
});

test('asvs-48 a person lists their logins, ends one and all others, never another person’s', async () => {
  const [mine, other] = [await colleague(), await colleague()];
  const [desk, phone, tablet] = [await clientOf(bank, mine.id), await clientOf(bank, mine.id), await clientOf(bank, mine.id)];
  const foreign = await clientOf(bank, other.id);
  const listed = (await desk.get('/auth/logins')).body.items;
  expect(listed).toHaveLength(3);
  expect(listed.filter((login: { current: boolean }) => login.current)).toHaveLength(1);
  const phoneLogin = (await phone.get('/auth/logins')).body.items.find((login: { current: boolean }) => login.current).id;
  expect((await foreign.delete(`/auth/logins/${phoneLogin}`)).status).toBe(404);
  expect((await desk.delete(`/auth/logins/${phoneLogin}`)).status).toBe(200);
  expect((await phone.get('/auth/me')).status).toBe(401);
  expect((await desk.delete('/auth/logins')).status).toBe(200);
  expect((await tablet.get('/auth/me')).status).toBe(401);
  expect((await desk.get('/auth/logins')).body.items).toHaveLength(1);
});

test('preferences are kept with the person', async () => {
  const client = await clientOf(bank, (await colleague()).id);
  expect((await client.patch('/people/me', { language: 'en', theme: 'dark' })).body).toEqual({ language: 'en', theme: 'dark' });
  expect((await client.get('/auth/me')).body).toMatchObject({ language: 'en', theme: 'dark' });
});

test('asvs-52 a preference body with other fields is refused naming them', async () => {
  const client = await clientOf(bank, (await colleague()).id);
  const answer = await client.patch('/people/me', { language: 'en', roles: ['ld_admin'] });
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid' } });
  expect(JSON.stringify(answer.body.issues)).toContain('roles');
});

test('bad input names the field in the language of the page', async () => {
  const [zh, en] = [await bank.anonymous.send('POST', '/auth/login', { login: 5 }), await bank.anonymous.send('POST', '/auth/login', { login: 5 }, { 'accept-language': 'en' })];
  expect(zh.body.issues.map((issue: { path: string }) => issue.path)).toEqual(['login', 'password']);
  expect(zh.body.issues[0].message).toBe('无效输入：期望 string，实际接收 数字');
  expect(en.body.issues[0].message).toBe('Invalid input: expected string, received number');
});

test('outside demo mode the login page offers nobody', async () => {
  expect((await bank.anonymous.get('/auth/login-page')).body).toEqual({ password: { minimum: 8, classes: 1 }, demo: { people: [], password: null } });
});

test('asvs-66 a sign-in, a wrong password and a closed door are on record: who, what, when, from where', async () => {
  const { id, login } = await colleague();
  await signIn(login, 'wrong');
  const me = withCookie(await signIn(login, PASSWORD));
  expect((await me.get('/roles')).status).toBe(403);
  const acts = await bank.database.rows<{ action: string; result: string; person_id: string | null; address: string; object_id: string; facts: object; recent: boolean }>(
    statement('test.record', `select action, result, person_id, address, object_id, facts, at > platform.now() - interval '1 minute' as recent
                                from platform.audit_entry where object_id = $1 or person_id = $2 order by at, id`), [login, id]);
  expect(acts.map(({ action, result }) => `${action} ${result}`)).toEqual(['login.refuse refused', 'login.open done', 'access.refuse refused']);
  expect(acts[2]).toMatchObject({ person_id: id, address: '127.0.0.1', object_id: 'GET /api/v1/roles', facts: { permission: 'role:read' }, recent: true });
});

test('incident-24 a login is one whatever its case and width, and no two people share one', async () => {
  const { id, login } = await colleague();
  for (const typed of [login.toUpperCase(), ` ${login} `, [...login].map((one) => (/[a-z]/.test(one) ? String.fromCharCode(one.charCodeAt(0) + 0xfee0) : one)).join('')])
    expect((await signIn(typed, PASSWORD)).body.person?.id).toBe(id);
  await expect(bank.write(async (tx) => makeCredential(tx, (await makePerson(tx)).id, login, PASSWORD))).rejects.toThrow(/credential_login/);
});
