import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { peopleRoom } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { type Answer, testApp, type TestApplication, TestClient } from '@zhixing/platform/testing';
import { Secret, TOTP } from 'otpauth';
import { accessRoom, LoginsService } from './index.ts';
import { clientOf, makeCredential } from './testing.ts';

/** A bank that requires a second factor of administrators, and one that offers it; both on the same database. */
let bank: TestApplication;
let offering: TestApplication;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom], { SECOND_FACTOR: 'required' });
  offering = await testApp([peopleRoom, accessRoom], { SECOND_FACTOR: 'offered' });
});
afterAll(async () => {
  await offering.close();
  await bank.close();
});

const password = '登高自卑-Xing-2026';
const OWN = '/auth/second-factor';

async function colleague(...roles: string[]) {
  const person = await bank.write(async (tx) => {
    const made = await makePerson(tx, { roles });
    await makeCredential(tx, made.id, `sf-${made.staffNumber.toLowerCase()}`, password);
    return made;
  });
  const login = `sf-${person.staffNumber.toLowerCase()}`;
  return { id: person.id, login, client: await clientOf(bank, person.id), signIn: (typed = password) => bank.anonymous.post('/auth/login', { login, password: typed }) };
}

/** The code an app shows at the moment, or `ahead` steps later. */
async function codeOf(key: string, ahead = 0): Promise<string> {
  const [{ now }] = (await bank.database.rows<{ now: Date }>(statement('test.now', 'select platform.now() as now'))) as [{ now: Date }];
  return TOTP.generate({ secret: Secret.fromBase32(key), timestamp: now.getTime() + ahead * 30_000 });
}
/** The same a step later, so that it was not used yet. */
const freshCode = async (key: string): Promise<string> => {
  await bank.moveClock(30);
  return codeOf(key);
};
const offered = async (client: TestClient, code?: string): Promise<string> => (await client.post(`${OWN}/enrolment`, { password, code })).body.key;

async function enrolled(...roles: string[]) {
  const person = await colleague(...roles);
  const key = await offered(person.client);
  const { codes } = (await person.client.post(`${OWN}/confirmation`, { code: await codeOf(key) })).body as { codes: string[] };
  return { ...person, key, codes };
}

const withCookie = (answer: Answer) => new TestClient(bank.app, { cookie: String(answer.headers['set-cookie']).split(';')[0]! });
const half = async (person: { signIn: () => Promise<Answer> }) => withCookie(await person.signIn());
const finish = (client: TestClient, code: string) => client.post(OWN, { code });
const audited = async (objectId: string) =>
  (await bank.database.rows<{ action: string; result: string }>(statement('test.acts', 'select action, result from platform.audit_entry where object_id = $1 order by at, id'), [objectId])).map((row) => `${row.action} ${row.result}`);
const told = async (personId: string) =>
  (await bank.database.rows<{ template: string }>(statement('test.told', 'select template from platform.message_outbox where person_id = $1 order by id'), [personId])).map((row) => row.template);

describe('enrolment', () => {
  test('needs the password and a first code; other logins end, this one goes on; on record, and told', async () => {
    const { id, client } = await colleague();
    const elsewhere = await clientOf(bank, id);
    expect((await client.get(OWN)).body).toEqual({ since: null, recoveryCodes: 0, required: false });
    expect((await client.post(`${OWN}/enrolment`, { password: 'wrong' })).body.code).toBe('access.wrong_password');
    expect((await client.post(`${OWN}/confirmation`, { code: '123456' })).body.code).toBe('access.enrolment_over');
    const key = await offered(client);
    expect((await client.post(`${OWN}/confirmation`, { code: await codeOf(key, 5) })).body.code).toBe('access.wrong_code');
    expect((await elsewhere.get('/auth/me')).status).toBe(200);
    const { status, body } = await client.post(`${OWN}/confirmation`, { code: await codeOf(key) });
    expect({ status, codes: new Set(body.codes).size }).toEqual({ status: 200, codes: 10 });
    expect((await client.get('/auth/me')).status).toBe(200);
    expect((await elsewhere.get('/auth/me')).status).toBe(401);
    expect((await client.get(OWN)).body).toEqual({ since: expect.any(String), recoveryCodes: 10, required: false });
    expect((await client.post(`${OWN}/confirmation`, { code: await freshCode(key) })).body.code).toBe('access.enrolment_over');
    expect(await audited(id)).toEqual(['second_factor.enrol done']);
    expect(await told(id)).toEqual(['access.second_factor_changed']);
  });

  test('of two first codes at once one is taken; a key that waited 15 minutes is void', async () => {
    const { client } = await colleague();
    const key = await offered(client);
    const code = await codeOf(key);
    const answers = await Promise.all([1, 2].map(() => client.post(`${OWN}/confirmation`, { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = await colleague();
    const old = await offered(late.client);
    await bank.moveClock(15 * 60);
    expect((await late.client.post(`${OWN}/confirmation`, { code: await codeOf(old) })).body.code).toBe('access.enrolment_over');
    await bank.moveClock(-15 * 60);
  });

  test('asvs-59 the key is encrypted and recovery codes are hashed; neither is ever answered, told or on record again', async () => {
    const { id, client, key, codes } = await enrolled();
    const [row] = await bank.database.rows<{ secret: string; recovery_hashes: string[] }>(statement('test.factor', 'select secret, recovery_hashes from access.second_factor where person_id = $1'), [id]);
    expect(row!.secret).toMatch(/^aes-256-gcm:[\w-]+$/);
    for (const hash of row!.recovery_hashes) expect(hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    const answers = await Promise.all([OWN, '/auth/me', '/auth/logins'].map((path) => client.get(path)));
    const kept = await bank.database.rows(statement('test.kept', `
      select to_jsonb(a)::text from platform.audit_entry a where person_id = $1 union all select to_jsonb(m)::text from platform.message_outbox m where person_id = $1
      union all select to_jsonb(f)::text from access.second_factor f where person_id = $1`), [id]);
    const all = JSON.stringify([answers.map(({ body }) => body), kept]);
    for (const secret of [key, ...codes, ...codes.map((code) => code.replace('-', ''))]) expect(all).not.toContain(secret);
    expect(kept.length).toBeGreaterThan(2);
  });
});

describe('signing in', () => {
  test('a right password is half a login, which opens nothing but the code’s door; the code makes it a whole one under a new id', async () => {
    const person = await enrolled();
    const answer = await person.signIn();
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 200, body: { secondFactor: 'required' } });
    const client = withCookie(answer);
    for (const path of ['/auth/me', '/auth/logins', OWN, '/events?topics=team:x', '/files/00000000-0000-7000-8000-000000000000', '/people/found?q=x'])
      expect({ path, ...(await client.get(path)).body }).toMatchObject({ path, status: 401, code: 'access.second_factor_required' });
    expect((await client.post('/exports', { kind: 'my-data' })).body.code).toBe('access.second_factor_required');
    const done = await finish(client, await freshCode(person.key));
    expect({ status: done.status, id: done.body.person.id }).toEqual({ status: 200, id: person.id });
    expect((await client.get('/auth/me')).body.code).toBe('unauthenticated');
    const whole = withCookie(done);
    expect((await whole.get('/auth/me')).status).toBe(200);
    const logins = (await whole.get('/auth/logins')).body.items;
    expect(logins).toHaveLength(2); // this one and that of the enrolment: halves are not listed
    expect(await audited(logins.find((one: { current: boolean }) => one.current).id)).toEqual(['login.open done']);
  });

  test('half a login waits ten minutes and can be given up', async () => {
    const person = await enrolled();
    const [first, second] = [await half(person), await half(person)];
    expect((await first.post('/auth/logout')).status).toBe(200);
    expect((await finish(first, await freshCode(person.key))).body.code).toBe('unauthenticated');
    await bank.moveClock(10 * 60);
    expect((await finish(second, await codeOf(person.key))).body.code).toBe('unauthenticated');
  });

  test('asvs-40 a code opens once: not again, not in parallel, and none of an earlier step after it', async () => {
    const person = await enrolled();
    const code = await freshCode(person.key);
    const earlier = await codeOf(person.key, -1);
    const waiting = await Promise.all([1, 2, 3].map(() => half(person)));
    const answers = await Promise.all(waiting.map((client) => finish(client, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    const next = await half(person);
    for (const used of [code, earlier]) expect((await finish(next, used)).body.code).toBe('access.wrong_code');
    expect((await finish(next, await codeOf(person.key, 1))).status).toBe(200);
  });

  test('a code is taken one step before and after its own, not two', async () => {
    const person = await enrolled();
    await bank.moveClock(300);
    const code = await codeOf(person.key);
    const client = await half(person);
    await bank.moveClock(60);
    expect((await finish(client, code)).body.code).toBe('access.wrong_code');
    await bank.moveClock(-30);
    expect((await finish(client, code)).status).toBe(200);
    const early = await half(person);
    const ahead = await codeOf(person.key, 2);
    expect((await finish(early, ahead)).body.code).toBe('access.wrong_code');
    await bank.moveClock(30);
    expect((await finish(early, ahead)).status).toBe(200);
  });

  test('a recovery code opens one login, also of two at once, and the person is told', async () => {
    const person = await enrolled();
    const [code, other] = person.codes as [string, string];
    const answers = await Promise.all([await half(person), await half(person)].map((client) => finish(client, code.toUpperCase())));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    const client = withCookie(answers.find(({ status }) => status === 200)!);
    expect((await client.get(OWN)).body.recoveryCodes).toBe(9);
    expect((await finish(await half(person), code)).body.code).toBe('access.wrong_code');
    expect((await finish(await half(person), other.replace('-', ' '))).status).toBe(200);
    expect(await audited(person.id)).toEqual(['second_factor.enrol done', 'second_factor.use_recovery_code done', 'second_factor.use_recovery_code done']);
    expect(await told(person.id)).toHaveLength(3);
  });

  test('asvs-38 wrong codes and wrong passwords are counted together, and lock both doors', async () => {
    const person = await enrolled();
    const client = await half(person);
    for (let i = 0; i < 3; i++) expect((await finish(client, '000000')).body.code).toBe('access.wrong_code');
    expect((await person.signIn('wrong')).body.code).toBe('access.wrong_credentials');
    expect((await finish(client, 'wrong-code')).body).toMatchObject({ code: 'access.locked', values: { minutes: 15 } });
    expect((await finish(client, await freshCode(person.key))).body.code).toBe('access.locked');
    expect((await person.signIn()).body.code).toBe('access.locked');
    expect((await audited(person.login)).map((act) => act.split(' ')[0])).toEqual(['login.refuse', 'login.refuse', 'login.refuse', 'login.refuse', 'login.lock']);
  });

  test('asvs-38 a right password buys no more tries at the code, and asking for a code is no failure', async () => {
    const person = await enrolled();
    for (let i = 0; i < 7; i++) expect((await person.signIn()).status).toBe(200);
    for (let i = 0; i < 4; i++) expect((await finish(await half(person), '000000')).body.code).toBe('access.wrong_code');
    expect((await finish(await half(person), '000000')).body.code).toBe('access.locked');
  });
});

describe('changing it', () => {
  test('another device: password and a present code; the old device holds until the first code of the new one', async () => {
    const person = await enrolled();
    expect((await person.client.post(`${OWN}/enrolment`, { password })).body.code).toBe('access.wrong_code');
    const key = await offered(person.client, await freshCode(person.key));
    expect((await finish(await half(person), await freshCode(person.key))).status).toBe(200);
    const { body } = await person.client.post(`${OWN}/confirmation`, { code: await codeOf(key) });
    expect(body.codes).not.toEqual(expect.arrayContaining([person.codes[0]]));
    const client = await half(person);
    for (const old of [await freshCode(person.key), person.codes[0]!]) expect((await finish(client, old)).body.code).toBe('access.wrong_code');
    expect((await finish(client, await codeOf(key))).status).toBe(200);
  });

  test('new recovery codes void the old ones; removal needs password and code, after which the password alone signs in', async () => {
    const person = await enrolled();
    const { body } = await person.client.post(`${OWN}/recovery-codes`, { password, code: await freshCode(person.key) });
    expect((await finish(await half(person), person.codes[3]!)).body.code).toBe('access.wrong_code');
    expect((await finish(await half(person), body.codes[3])).status).toBe(200);
    for (const proof of [{ password }, { password, code: '000000' }]) expect((await person.client.post(`${OWN}/removal`, proof)).body.code).toBe('access.wrong_code');
    expect((await person.client.post(`${OWN}/removal`, { password: 'wrong', code: body.codes[4] })).body.code).toBe('access.wrong_password');
    expect((await person.client.post(`${OWN}/removal`, { password, code: body.codes[4] })).status).toBe(200);
    expect((await person.signIn()).body.person.id).toBe(person.id);
    for (const path of ['removal', 'recovery-codes']) expect((await person.client.post(`${OWN}/${path}`, { password })).status).toBe(404);
  });
});

describe('administrators', () => {
  test.each(['ld_admin', 'system_admin', 'security_admin', 'audit_admin'])('asvs-40 %s without a second factor gets in, sees their own account and nothing else, until they have one', async (role) => {
    const person = await colleague(role);
    const answer = await person.signIn();
    expect(answer.body.mustEnrol).toBe(true);
    const client = withCookie(answer);
    for (const path of ['/auth/me', '/auth/logins', '/auth/password', OWN]) expect({ path, status: (await client.get(path)).status }).toEqual({ path, status: 200 });
    expect((await client.patch('/people/me', { theme: 'dark' })).status).toBe(200);
    for (const path of ['/people/found?q=x', '/people', '/roles', '/role-requests', '/search?q=x', '/saved-views?page=/x', '/events?topics=team:x'])
      expect({ path, ...(await client.get(path)).body }).toMatchObject({ path, status: 403, code: 'access.second_factor_needed' });
    const key = await offered(client);
    expect((await client.post(`${OWN}/confirmation`, { code: await codeOf(key) })).status).toBe(200);
    expect((await client.get('/auth/me')).body.mustEnrol).toBe(false);
    expect((await client.get('/people/found?q=x')).status).toBe(200);
    expect((await client.get(OWN)).body.required).toBe(true);
    expect((await client.post(`${OWN}/removal`, { password, code: await freshCode(key) })).body.code).toBe('access.second_factor_kept');
  });

  test('asvs-53 whoever becomes an administrator needs it at the next request, and open streams end', async () => {
    const person = await colleague();
    expect((await person.client.get('/people/found?q=x')).status).toBe(200);
    const logins = bank.app.get(LoginsService);
    const [{ id: loginId }] = (await person.client.get('/auth/logins')).body.items;
    const facts = { personId: person.id, loginId, roles: [], scopes: {}, departmentIds: [], language: 'zh-CN' as const, hold: null, address: '', requestId: '' };
    expect(await logins.still(facts)).not.toBeNull();
    await bank.write((tx) => tx.rows(statement('test.grant', `insert into people.role_grant (id, person_id, role, valid_from) values (gen_random_uuid(), $1, 'ld_admin', platform.now() - interval '1 second')`), [person.id]));
    expect((await person.client.get('/people/found?q=x')).body.code).toBe('access.second_factor_needed');
    expect(await logins.still(facts)).toBeNull();
  });

  test('where it is only offered they go on without, may have one, and may remove it', async () => {
    const { id } = await colleague('system_admin');
    const client = await clientOf(offering, id);
    expect((await client.get('/auth/me')).body.mustEnrol).toBe(false);
    expect((await client.get('/people')).status).toBe(200);
    const key = await offered(client);
    await client.post(`${OWN}/confirmation`, { code: await codeOf(key) });
    expect((await client.get(OWN)).body.required).toBe(false);
    expect((await client.post(`${OWN}/removal`, { password, code: await freshCode(key) })).status).toBe(200);
  });

  test('a security administrator resets a lost one: their logins end, they are told; never one’s own, never for others', async () => {
    const [security, person] = [await enrolled('security_admin'), await enrolled('system_admin')];
    const path = `/accounts/${person.id}/second-factor`;
    expect((await person.client.delete(path)).status).toBe(403);
    expect((await security.client.get(`/accounts/${person.id}`)).body).toMatchObject({ secondFactorSince: expect.any(String), can: { resetSecondFactor: true } });
    expect((await security.client.get(`/accounts/${security.id}`)).body.can.resetSecondFactor).toBe(false);
    expect((await security.client.delete(`/accounts/${security.id}/second-factor`)).body.code).toBe('access.own_second_factor');
    const answers = await Promise.all([1, 2].map(() => security.client.delete(path)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect((await person.client.get('/auth/me')).status).toBe(401);
    expect((await person.signIn()).body).toMatchObject({ mustEnrol: true });
    expect(await audited(person.id)).toEqual(['second_factor.enrol done', 'second_factor.reset done']);
    expect(await told(person.id)).toEqual(['access.second_factor_changed', 'access.second_factor_reset']);
    expect((await security.client.get(`/accounts/${person.id}`)).body).toMatchObject({ secondFactorSince: null, can: { resetSecondFactor: false } });
  });
});

test('a new password by a link leaves the second factor where it is', async () => {
  const [security, person] = [await enrolled('security_admin'), await enrolled()];
  const { link } = (await security.client.post(`/accounts/${person.id}/activation`)).body;
  expect((await bank.anonymous.post('/auth/activation', { token: link.split('#')[1], password: `${password}-neu` })).status).toBe(200);
  expect((await person.signIn(`${password}-neu`)).body).toEqual({ secondFactor: 'required' });
});
