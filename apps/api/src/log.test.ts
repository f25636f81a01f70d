import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeCredential } from '@zhixing/access/testing';
import { makeCourse, quiz } from '@zhixing/courses/testing';
import { makePerson } from '@zhixing/people/testing';
import { type TestApplication, testApp } from '@zhixing/platform/testing';
import pg from 'pg';
import { rooms } from './rooms.ts';
import { buildIfStale, bundle } from './workspace.ts';

// The built API as a process whose whole output is read: what a person says or holds must not be in it.

const PASSWORD = 'Right-Passw0rd-行';
const NEW_PASSWORD = 'Newer-Passw0rd-行';
const WRONG = 'Wrong-Passw0rd-行';
const TEXT = '写给管理员的心里话';
const CHOICE = 'answer-x7';
const FORGED = '{"level":30,"msg":"forged"}';

let bank: TestApplication;
let directory: string;
let api: ChildProcess;
let url: string;
const lines: string[] = [];
let course: string;
const logins = { employee: 'log-employee', security: 'log-security' };
let employeeId: string;

beforeAll(async () => {
  buildIfStale();
  directory = mkdtempSync(join(tmpdir(), 'zhixing-log-'));
  bank = await testApp(rooms);
  await bank.write(async (tx) => {
    const employee = await makePerson(tx, { displayName: '刘静好', mail: 'liujinghao@example.com' });
    const security = await makePerson(tx, { roles: ['security_admin'] });
    await makeCredential(tx, employee.id, logins.employee, PASSWORD);
    await makeCredential(tx, security.id, logins.security, PASSWORD);
    course = (await makeCourse(tx, [quiz('q')])).id;
    employeeId = employee.id;
  });
  api = spawn(process.execPath, [join(bundle, 'main.js')], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '', ZHIXING_PROCESS: 'api', NODE_ENV: 'test', PORT: '0', DEMO: '0', DATA_DIR: directory, LOG_LEVEL: 'trace' } });
  const ready = new Promise<string>((resolve) => {
    for (const stream of [api.stdout!, api.stderr!])
      createInterface(stream).on('line', (line) => {
        lines.push(line);
        if (line.startsWith('Zhixing listens at ')) resolve(line.slice('Zhixing listens at '.length));
      });
  });
  url = await ready;
}, 120_000);
afterAll(async () => {
  api.kill('SIGKILL');
  await bank.close();
  rmSync(directory, { recursive: true, force: true });
});

interface Sent {
  status: number;
  body: { id: string; link: string };
  cookie: string;
}

/** A request as a browser sends it; a body that is no string becomes JSON. */
async function send(method: string, path: string, o: { cookie?: string; body?: unknown; headers?: Record<string, string> } = {}): Promise<Sent> {
  const form = o.body instanceof FormData;
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { 'x-requested-with': 'test', ...(o.cookie ? { cookie: o.cookie } : {}), ...(o.body === undefined || form ? {} : { 'content-type': 'application/json' }), ...o.headers },
    ...(o.body === undefined ? {} : { body: form ? (o.body as FormData) : JSON.stringify(o.body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text.startsWith('{') ? JSON.parse(text) : {}) as Sent['body'], cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

/** With the rights of the owner: breaks something for the running role, asks, and mends it. */
async function whileBroken<T>(how: string, mend: string, work: () => Promise<T>): Promise<T> {
  const owner = new pg.Client(process.env.DATABASE_MIGRATE_URL);
  await owner.connect();
  try {
    await owner.query(how);
    return await work();
  } finally {
    await owner.query(mend);
    await owner.end();
  }
}

describe('asvs-67 asvs-61 the log', () => {
  const secrets: Record<string, string> = { PASSWORD, NEW_PASSWORD, WRONG, TEXT, CHOICE };

  test('a day of requests, good ones and bad ones', async () => {
    const status = async (expected: number, ...request: Parameters<typeof send>): Promise<Sent> => {
      const sent = await send(...request);
      expect({ request: request.slice(0, 2), status: sent.status }).toEqual({ request: request.slice(0, 2), status: expected });
      return sent;
    };
    await status(401, 'POST', '/auth/login', { body: { login: logins.employee, password: WRONG } });
    await status(401, 'POST', '/auth/login', { body: { login: `nobody\r\n${FORGED}`, password: WRONG } });
    await status(400, 'POST', '/auth/login', { body: { login: logins.employee, password: PASSWORD, [WRONG]: 1 } });
    const employee = await status(200, 'POST', '/auth/login', { body: { login: logins.employee, password: PASSWORD } });
    const security = await status(200, 'POST', '/auth/login', { body: { login: logins.security, password: PASSWORD } });
    const { cookie } = employee;

    const invited = await status(201, 'POST', `/accounts/${employeeId}/activation`, { cookie: security.cookie });
    const link = invited.body.link;
    const token = link.split('#')[1]!;
    await status(200, 'POST', '/auth/activation/look', { body: { token } });
    await status(400, 'POST', '/auth/activation', { body: { token, password: 'short', extra: token } });
    await status(200, 'POST', '/auth/activation', { body: { token, password: NEW_PASSWORD } });
    await status(404, 'POST', '/auth/activation', { body: { token, password: NEW_PASSWORD } });
    const again = await status(200, 'POST', '/auth/login', { body: { login: logins.employee, password: NEW_PASSWORD } });

    const registration = await status(200, 'POST', `/courses/${course}/registrations`, { cookie: again.cookie });
    const attempt = await status(200, 'POST', `/registrations/${registration.body.id}/lessons/q/attempts`, { cookie: again.cookie });
    await status(400, 'PUT', `/attempts/${attempt.body.id}/answers`, { cookie: again.cookie, body: { answers: [{ questionId: CHOICE, sequence: 1, choices: [CHOICE] }] } });
    await status(201, 'POST', '/me/data/corrections', { cookie: again.cookie, body: { about: 'people.person', text: TEXT } });

    const form = new FormData();
    form.set('file', new File(['x'], `${TEXT}\r\n${FORGED}.txt`));
    await status(201, 'POST', '/files', { cookie: again.cookie, body: form });
    await status(403, 'POST', '/files', { cookie: again.cookie, headers: { origin: 'https://evil.example' } });
    await status(403, 'GET', '/audit', { cookie: again.cookie });
    await status(404, 'GET', `/nothing%0d%0a${encodeURIComponent(FORGED)}?token=${token}`, { cookie: again.cookie });
    await status(400, 'GET', `/courses/1?password=${encodeURIComponent(PASSWORD)}`, { cookie: again.cookie });
    await status(401, 'GET', '/auth/me', { cookie });

    // failures inside: what PostgreSQL says of a row must not carry the row
    await whileBroken('revoke insert on audit.correction from zhixing_app', 'grant insert on audit.correction to zhixing_app', () =>
      status(500, 'POST', '/me/data/corrections', { cookie: again.cookie, body: { about: 'people.person', text: TEXT } }));
    await whileBroken(`alter table audit.correction add constraint test_refuses check (text = '') not valid`, 'alter table audit.correction drop constraint test_refuses', () =>
      status(500, 'POST', '/me/data/corrections', { cookie: again.cookie, body: { about: 'people.person', text: TEXT } }));

    Object.assign(secrets, { cookie: cookie.split('=')[1], again: again.cookie.split('=')[1], security: security.cookie.split('=')[1], token, link });
    await send('POST', '/auth/logout', { cookie: again.cookie });
    api.kill('SIGTERM');
    await once(api, 'close');
    expect(lines.filter((line) => line.includes('"status":')).length).toBeGreaterThan(20);
    expect(lines.filter((line) => line.includes('"status":500'))).toHaveLength(2);
  });

  test('holds no password, cookie, link, answer or text of theirs', () => {
    const all = lines.join('\n');
    for (const [name, secret] of Object.entries(secrets)) expect({ name, said: lines.filter((line) => line.includes(secret)) }).toEqual({ name, said: [] });
    expect(all).not.toMatch(/刘静好|liujinghao/);
  });

  test('is one JSON object a line, whatever line breaks people send', () => {
    const rest = lines.filter((line) => !line.startsWith('Zhixing listens at '));
    for (const line of rest) expect(Object.keys(JSON.parse(line) as object)).toContain('level');
    expect(rest.filter((line) => line.startsWith(FORGED.slice(0, -1)))).toEqual([]);
  });
});
