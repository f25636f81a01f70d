import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createApp, openApiDocument, readConfig, statement } from '@zhixing/platform/api';
import { type TestApplication, testApp, TestClient } from '@zhixing/platform/testing';
import { rooms } from './rooms.ts';
import { CALLERS, type Callers, makeCallers } from './testing/owned.ts';

let bank: TestApplication;
let callers: Callers;

beforeAll(async () => {
  bank = await testApp(rooms);
  callers = await makeCallers(bank);
});
afterAll(() => bank.close());

interface Operation {
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema?: { properties?: Record<string, object> } }> };
}

/** Values of every kind but the one that is expected. */
const WRONG: unknown[] = [null, true, -1, 1e308, 'x'.repeat(5000), '\u0000', [], {}, { $ne: 1 }, [[[]]], ['__proto__'], '2026-13-45', '00000000-0000-0000-0000-000000000000'];

const ID = '01a210f5-834e-74f4-ab24-2da794580000';

describe('asvs-11 asvs-64 incident-28 whatever a body or query says', () => {
  test.each(CALLERS)('%s gets no failure of ours, from any route', async (role) => {
    const operations = Object.entries(openApiDocument(bank.app).paths).flatMap(([path, all]) => Object.entries(all as Record<string, Operation>).map(([method, operation]) => ({ path, method, operation })));
    let sent = 0;
    for (const { path, method, operation } of operations) {
      // what ends the login of the caller itself, and the clock of the test
      if (/auth\/logout|auth\/logins|test\/clock|events/.test(path)) continue;
      const url = path.replace(/^\/api\/v1/, '').replace('{number}', '1').replace('{role}', 'trainer').replace('{key}', 'a').replace(/\{\w+\}/g, ID);
      const fields = Object.keys(operation.requestBody?.content['application/json']?.schema?.properties ?? {});
      const bodies = method === 'get' ? [] : [undefined, [], 'x', ...(fields.length ? WRONG.map((value) => Object.fromEntries(fields.map((name) => [name, value]))) : [])];
      const queries = (operation.parameters ?? []).filter((one) => one.in === 'query').flatMap(({ name }) => ["' or 1=1--", '\u0000', '-1', 'x'.repeat(3000), '1e308', '[object]'].map((value) => `?${name}=${encodeURIComponent(value)}`));
      for (const [body, query] of [...bodies.map((one) => [one, ''] as const), ...queries.map((one) => [undefined, one] as const)]) {
        const { status } = await callers[role].client.send(method.toUpperCase() as 'GET', url + query, typeof body === 'string' ? JSON.stringify(body) : body, { 'if-match': '"1"', ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}) });
        sent++;
        expect({ path, method, body, query: query.slice(0, 60), status: status < 500 ? 'answered' : status }).toEqual({ path, method, body, query: query.slice(0, 60), status: 'answered' });
      }
    }
    expect(sent).toBeGreaterThan(500);
  }, 120_000);
});

test('asvs-27 an address that a client claims is not the one that is kept', async () => {
  const forged = { 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '203.0.113.9', forwarded: 'for=203.0.113.9' };
  const login = `nobody-${callers.employee.id}`;
  expect((await bank.anonymous.send('POST', '/auth/login', { login, password: 'Wrong-pass-1' }, forged)).status).toBe(401);
  const rows = await bank.database.rows<{ address: string }>(statement('test.claimed', 'select address from platform.audit_entry where object_id = $1'), [login]);
  expect(rows).toEqual([{ address: '127.0.0.1' }]);
});

test('asvs-28 a stream is opened by no other site: without the cookie it is refused, and no answer lets another origin read', async () => {
  const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  const answer = await new TestClient(bank.app).send('GET', `/events?topics=notifications:${callers.employee.id}`, undefined, evil);
  expect({ status: answer.status, allowed: answer.headers['access-control-allow-origin'] }).toEqual({ status: 401, allowed: undefined });
});

test('incident-32 incident-23 what one person is told is stored by no cache between, and never another’s', async () => {
  const [one, other] = [callers.employee, callers.manager];
  const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => (i % 2 ? one : other).client.get('/auth/me')));
  for (const [i, { body, headers }] of answers.entries()) {
    expect(body.person.id).toBe((i % 2 ? one : other).id);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-frame-options': 'DENY', 'cross-origin-resource-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin' });
  }
});

describe('asvs-60 in production', () => {
  let production: TestClient;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const app = await createApp(rooms, readConfig({ ...process.env, NODE_ENV: 'production', LOGIN_SECRET: 'x'.repeat(40), LOG_LEVEL: 'silent', DEMO: '0', PORT: '0' }));
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    production = new TestClient(app);
    close = () => app.close();
  });
  afterAll(() => close());

  test.each(['/api/docs', '/api/openapi.json', '/api/openapi.yaml', '/.git/config', '/.env', '/metrics', '/debug', '/swagger', '/package.json', '/api/v1/test/clock', '/api/v1/test/tasks', '/api/v1/..%2f..%2fpackage.json'])('%s is not there', async (url) => {
    for (const method of ['GET', 'POST'] as const) {
      const { statusCode } = await production.app.inject({ method, url, headers: { 'x-requested-with': 'test' } });
      expect({ method, url, statusCode }).toEqual({ method, url, statusCode: 404 });
    }
  });
});
