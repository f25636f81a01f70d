import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clientOf } from '@zhixing/access/testing';
import { makeCourse, quiz } from '@zhixing/courses/testing';
import { makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { type TestApplication, testApp, type TestClient } from '@zhixing/platform/testing';
import pg from 'pg';
import { rooms } from './rooms.ts';
import { buildIfStale, bundle } from './workspace.ts';

const MB = 2 ** 20;

let bank: TestApplication;
let employee: { id: string; client: TestClient };

beforeAll(async () => {
  bank = await testApp(rooms);
  const { id } = await bank.write((tx) => makePerson(tx));
  employee = { id, client: await clientOf(bank, id) };
});
afterAll(() => bank.close());

const filesOf = async (personId: string) => (await bank.database.rows<{ count: number }>(statement('test.files_of', 'select count(*)::int as count from platform.file where person_id = $1'), [personId]))[0]!.count;

// The kernel refuses the process more bytes than its limit (RLIMIT_FSIZE), as it refuses them on a full disk: mounting a small one takes rights that not every
// machine gives. Raising the limit is the space that somebody makes.
describe('fault-21 the folder of the files is full', () => {
  let directory: string;
  let api: ChildProcess;
  let url: string;

  beforeAll(async () => {
    buildIfStale();
    directory = mkdtempSync(join(tmpdir(), 'zhixing-full-'));
    api = spawn('sh', ['-c', 'ulimit -S -f 1024; exec "$0" "$1"', process.execPath, join(bundle, 'main.js')], {
      stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '', ZHIXING_PROCESS: 'api', NODE_ENV: 'test', PORT: '0', DATA_DIR: directory, LOG_LEVEL: 'silent' },
    });
    const [line] = (await once(createInterface(api.stdout!), 'line')) as [string];
    url = line.replace('Zhixing listens at ', '');
  }, 120_000);
  afterAll(() => {
    api.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  });

  async function upload(bytes: Uint8Array<ArrayBuffer>, key: string): Promise<{ status: number; body: { id: string; code: string } }> {
    const form = new FormData();
    form.set('file', new File([bytes], 'a.bin'));
    const answer = await fetch(`${url}/api/v1/files`, { method: 'POST', body: form, headers: { ...employee.client.headers, 'x-requested-with': 'test', 'idempotency-key': key } });
    return { status: answer.status, body: (await answer.json()) as { id: string; code: string } };
  }

  const lying = () => ['files', 'tmp'].flatMap((name) => (existsSync(join(directory, name)) ? readdirSync(join(directory, name), { recursive: true, withFileTypes: true }) : [])).filter((entry) => entry.isFile()).length;

  test('an upload is refused, nothing of it lies about or is acknowledged, small things go on, and with room again the same upload is stored as a whole', async () => {
    const bytes = new Uint8Array(randomBytes(3 * MB));
    expect((await upload(new Uint8Array(randomBytes(1000)), 'small')).status).toBe(201);
    const [files, rows] = [lying(), await filesOf(employee.id)];
    for (let i = 0; i < 3; i++) expect(await upload(bytes, 'large')).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect([lying(), await filesOf(employee.id)]).toEqual([files, rows]);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);

    execFileSync('prlimit', ['--pid', String(api.pid), '--fsize=unlimited:unlimited']);
    const stored = await upload(bytes, 'large');
    expect(stored.status).toBe(201);
    const read = await fetch(`${url}/api/v1/files/${stored.body.id}`, { headers: employee.client.headers });
    expect(Buffer.from(await read.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
    expect([lying(), await filesOf(employee.id)]).toEqual([files + 1, rows + 1]);
  }, 60_000);
});

describe('fault-21 the disk of the database is full', () => {
  let owner: pg.Client;

  beforeAll(async () => {
    owner = new pg.Client(process.env.DATABASE_MIGRATE_URL);
    await owner.connect();
    // as PostgreSQL says it when a table cannot grow (SQLSTATE 53100)
    await owner.query(`create function platform.test_full() returns trigger language plpgsql as $$ begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$`);
  });
  afterAll(async () => {
    await owner.query('drop function platform.test_full cascade');
    await owner.end();
  });

  /** While a table takes no more rows. */
  async function whileFull<T>(table: string, work: () => Promise<T>): Promise<T> {
    await owner.query(`create trigger test_full before insert on ${table} for each row execute function platform.test_full()`);
    try {
      return await work();
    } finally {
      await owner.query(`drop trigger test_full on ${table}`);
    }
  }

  test('an upload is refused and, with room again, stored under the same key', async () => {
    const rows = await filesOf(employee.id);
    const upload = () => employee.client.upload('/files', 'b.txt', new Uint8Array(Buffer.from('内容')), { 'idempotency-key': 'full' });
    expect(await whileFull('platform.file', upload)).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(await filesOf(employee.id)).toBe(rows);
    expect((await upload()).status).toBe(201);
    expect(await filesOf(employee.id)).toBe(rows + 1);
  });

  test('an answer is not acknowledged, none is lost, and saving goes on with room again', async () => {
    const course = await bank.write((tx) => makeCourse(tx, [quiz('q')]));
    const { client } = employee;
    const registration = (await client.post(`/courses/${course.id}/registrations`)).body.id;
    const attempt = (await client.post(`/registrations/${registration}/lessons/q/attempts`)).body;
    const save = (question: number, sequence: number) => client.put(`/attempts/${attempt.id}/answers`, { answers: [{ questionId: attempt.questions[question].id, sequence, choices: ['a'] }] });
    expect((await save(0, 1)).status).toBe(200);
    expect(await whileFull('courses.attempt_answer', () => save(1, 2))).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    const kept = async () => (await client.get(`/attempts/${attempt.id}`)).body.questions.map((one: { answer: string[] }) => one.answer.length);
    expect(await kept()).toEqual([1, 0, 0, 0, 0]);
    expect((await save(1, 2)).status).toBe(200);
    expect(await kept()).toEqual([1, 1, 0, 0, 0]);
  });
});
