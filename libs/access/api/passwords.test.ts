import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { peopleRoom } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { testApp, type TestApplication, TestClient } from '@zhixing/platform/testing';
import { accessRoom } from './index.ts';
import { clientOf, makeCredential } from './testing.ts';

/** A bank by ASVS, and one by the third protection level; both on the same database. */
let bank: TestApplication;
let strict: TestApplication;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom]);
  strict = await testApp([peopleRoom, accessRoom], { PASSWORD_POLICY: 'mlps3' });
});
afterAll(async () => {
  await strict.close();
  await bank.close();
});

const OLD = 'Xing-Zhi-2026-旧';
const NEW = '行远自迩 Deng-Gao-26';
const DAY = 86_400;

async function colleague(app: TestApplication, o: { roles?: string[]; changedAgo?: number } = {}) {
  const person = await app.write(async (tx) => {
    const made = await makePerson(tx, { roles: o.roles });
    await makeCredential(tx, made.id, `pw-${made.staffNumber.toLowerCase()}`, OLD);
    await tx.rows(statement('test.age', 'update access.credential set changed_at = platform.now() - make_interval(days => $2::int) where person_id = $1'), [made.id, o.changedAgo ?? 0]);
    return made;
  });
  const login = `pw-${person.staffNumber.toLowerCase()}`;
  return { id: person.id, login, client: await clientOf(app, person.id), signIn: (password: string, next?: string) => app.anonymous.post('/auth/login', { login, password, next }) };
}

const audited = async (objectId: string) =>
  (await bank.database.rows<{ action: string; result: string }>(statement('test.done', 'select action, result from platform.audit_entry where object_id = $1 order by at, id'), [objectId])).map((row) => `${row.action} ${row.result}`);

describe('a change of one’s own password', () => {
  test('asvs-36 needs the old one, refuses short and common ones, and ends all other logins', async () => {
    const { id, login, client, signIn } = await colleague(bank);
    const other = await clientOf(bank, id);
    expect((await client.get('/auth/password')).body).toMatchObject({ minimum: 8, classes: 1, days: null, history: null, expiresAt: null, changedAt: expect.any(String) });
    expect((await client.put('/auth/password', { next: NEW })).status).toBe(400);
    expect((await client.put('/auth/password', { current: 'wrong', next: NEW })).body.code).toBe('access.wrong_password');
    for (const [next, code] of [['Ab1-xyz', 'short'], ['Iloveyou', 'common'], ['Password1', 'common'], [`x-${login}-1`, 'personal']] as const)
      expect({ next, code: (await client.put('/auth/password', { current: OLD, next })).body.code }).toEqual({ next, code: `access.password_${code}` });
    expect((await other.get('/auth/me')).status).toBe(200);
    expect((await client.put('/auth/password', { current: OLD, next: NEW })).status).toBe(200);
    expect((await client.get('/auth/me')).status).toBe(200);
    expect((await other.get('/auth/me')).status).toBe(401);
    expect((await signIn(OLD)).status).toBe(401);
    expect((await signIn(NEW)).status).toBe(200);
    expect(await audited(id)).toEqual(['password.change done']);
    expect(await audited(login)).toEqual(['login.refuse refused', 'login.refuse refused']);
  });

  test('asvs-38 incident-1 is locked with the sign-in: wrong ones count at either door, and lock both', async () => {
    const { client, signIn } = await colleague(bank);
    for (let i = 0; i < 2; i++) await client.put('/auth/password', { current: 'wrong', next: NEW });
    for (let i = 0; i < 2; i++) await signIn('wrong');
    expect((await client.put('/auth/password', { current: 'wrong', next: NEW })).body.code).toBe('access.locked');
    expect((await client.put('/auth/password', { current: OLD, next: NEW })).body.code).toBe('access.locked');
    expect((await signIn(OLD)).body.code).toBe('access.locked');
  });

  test('of two changes at once one stays', async () => {
    const { client, signIn } = await colleague(bank);
    const answers = await Promise.all([client.put('/auth/password', { current: OLD, next: `${NEW}a` }), client.put('/auth/password', { current: OLD, next: `${NEW}b` })]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await signIn(OLD)).status).toBe(401);
  });
});

describe('the third protection level', () => {
  test('asvs-36 asks for ten characters of three kinds and none of the last five', async () => {
    const { client } = await colleague(strict);
    expect((await client.put('/auth/password', { current: OLD, next: 'Abc-12345' })).body.code).toBe('access.password_short');
    expect((await client.put('/auth/password', { current: OLD, next: 'only-small-letters' })).body.code).toBe('access.password_classes');
    expect((await client.put('/auth/password', { current: OLD, next: OLD })).body.code).toBe('access.password_reused');
    let current = OLD;
    for (let i = 1; i <= 5; i++) {
      expect((await client.put('/auth/password', { current, next: `${NEW}${i}` })).status).toBe(200);
      current = `${NEW}${i}`;
      await strict.moveClock(1);
    }
    expect((await client.put('/auth/password', { current, next: `${NEW}1` })).body).toMatchObject({ code: 'access.password_reused', values: { history: 5 } });
    expect((await client.put('/auth/password', { current, next: OLD })).status).toBe(200);
  });

  test('a password older than 90 days opens nothing until it is replaced in the same step', async () => {
    const fresh = await colleague(strict, { changedAgo: 89 });
    expect((await fresh.signIn(OLD)).status).toBe(200);
    const { id, signIn } = await colleague(strict, { changedAgo: 90 });
    for (let i = 0; i < 6; i++) expect((await signIn(OLD)).body).toMatchObject({ status: 403, code: 'access.password_expired', values: { days: 90 } });
    expect((await signIn('wrong', NEW)).status).toBe(401);
    expect((await signIn(OLD, OLD)).body.code).toBe('access.password_reused');
    const answer = await signIn(OLD, NEW);
    expect({ status: answer.status, id: answer.body.person.id }).toEqual({ status: 200, id });
    expect((await signIn(NEW)).status).toBe(200);
    expect(await audited(id)).toEqual(['password.change done']);
  });
});

describe('the account of another person', () => {
  const tokenOf = (link: string) => link.split('#')[1]!;

  test('asvs-42 incident-22 a first password is set by a link: random, once, for three days, void when a newer one is made', async () => {
    const { client } = await colleague(bank, { roles: ['security_admin'] });
    const person = await bank.write((tx) => makePerson(tx, { displayName: '新来者' }));
    const make = async () => (await client.post(`/accounts/${person.id}/activation`)).body as { link: string; login: string };
    const [older, newer] = [await make(), await make()];
    expect(newer.login).toBe(person.staffNumber.toLowerCase());
    expect(newer.link).toMatch(/\/activate#[\w-]{43}$/);
    const use = (link: string, password = NEW) => bank.anonymous.post('/auth/activation', { token: tokenOf(link), password });
    expect((await use(older.link)).body.code).toBe('access.link_void');
    expect((await bank.anonymous.post('/auth/activation/look', { token: tokenOf(newer.link) })).body).toEqual({ login: newer.login, displayName: '新来者', minimum: 8, classes: 1 });
    expect((await use(newer.link, 'iloveyou')).body.code).toBe('access.password_common');
    const both = await Promise.all([use(newer.link), use(newer.link)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect((await use(newer.link)).body.code).toBe('access.link_void');
    expect((await bank.anonymous.post('/auth/login', { login: newer.login, password: NEW })).status).toBe(200);
    expect(await audited(person.id)).toEqual(['credential.invite done', 'credential.invite done', 'credential.activate done']);

    const late = await make();
    await bank.moveClock(3 * DAY);
    expect((await use(late.link)).body.code).toBe('access.link_void');
    await bank.moveClock(-3 * DAY);
  });

  test('asvs-42 no link for oneself or another security administrator, nor for who may not sign in', async () => {
    const [one, other] = [await colleague(bank, { roles: ['security_admin'] }), await colleague(bank, { roles: ['security_admin'] })];
    for (const id of [one.id, other.id]) expect((await one.client.post(`/accounts/${id}/activation`)).body.code).toBe('access.not_this_account');
    const left = await bank.write(async (tx) => {
      const made = await makePerson(tx);
      await tx.rows(statement('test.disable', 'update people.person set active = false where id = $1'), [made.id]);
      return made.id;
    });
    expect((await one.client.post(`/accounts/${left}/activation`)).status).toBe(404);
  });

  test('asvs-48 a security administrator sees somebody’s logins and ends them all; nobody else does', async () => {
    const { client } = await colleague(bank, { roles: ['security_admin'] });
    const person = await colleague(bank);
    const again = await clientOf(bank, person.id);
    expect((await client.get(`/accounts/${person.id}`)).body).toMatchObject({ login: person.login, logins: [{ current: false }, { current: false }], can: { activate: true } });
    expect((await person.client.delete(`/accounts/${person.id}/logins`)).status).toBe(403);
    expect((await client.delete(`/accounts/${person.id}/logins`)).status).toBe(200);
    for (const one of [person.client, again]) expect((await one.get('/auth/me')).status).toBe(401);
    expect((await client.get('/auth/me')).status).toBe(200);
  });

  test('asvs-47 incident-2 a person who is shut out is out at the next request, and no password or link lets them in', async () => {
    const { client } = await colleague(bank, { roles: ['security_admin'] });
    const person = await colleague(bank);
    const { link } = (await client.post(`/accounts/${person.id}/activation`)).body;
    expect((await client.post(`/people/${person.id}/disable`)).status).toBe(200);
    expect((await person.client.get('/auth/me')).status).toBe(401);
    expect((await person.signIn(OLD)).body.code).toBe('access.wrong_credentials');
    expect((await bank.anonymous.post('/auth/activation', { token: tokenOf(link), password: NEW })).body.code).toBe('access.link_void');
  });
});

test('asvs-44 a sign-in gives a new token, whatever the browser brought along', async () => {
  const { login } = await colleague(bank);
  const cookieOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['set-cookie']).split(';')[0]!;
  const first = cookieOf(await bank.anonymous.post('/auth/login', { login, password: OLD }));
  const second = cookieOf(await new TestClient(bank.app, { cookie: first }).post('/auth/login', { login, password: OLD }));
  expect(second).not.toBe(first);
  expect((await new TestClient(bank.app, { cookie: first }).get('/auth/me')).status).toBe(401);
  const chosen = `__Host-login=${'A'.repeat(43)}`;
  expect(cookieOf(await new TestClient(bank.app, { cookie: chosen }).post('/auth/login', { login, password: OLD }))).not.toBe(chosen);
});
