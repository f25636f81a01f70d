import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clientOf } from '@zhixing/access/testing';
import { coursesMessages, makeCourse, quiz } from '@zhixing/courses/testing';
import { ensureDatabase, startEmbedded } from '@zhixing/db/embedded';
import { until } from '@zhixing/db/embedded/testing';
import { Digests, Sender } from '@zhixing/messages/testing';
import { makePerson } from '@zhixing/people/testing';
import { Clock, notify, statement } from '@zhixing/platform/api';
import { type TestApplication, testApp, type TestClient } from '@zhixing/platform/testing';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { v7 as uuid } from 'uuid';
import { migrate } from './migrate.ts';
import { rooms } from './rooms.ts';
import { MailServer } from './testing/mail-server.ts';
import { buildIfStale, bundle } from './workspace.ts';

// The built API as a process of its own that is killed; PostgreSQL with fsync on, behind a relay that keeps its address when it is restarted
// and can hold back its answer to a COMMIT.

let directory: string;
let postgres: Awaited<ReturnType<typeof startEmbedded>>;
let relay: Server;
let bank: TestApplication;
let api: { process: ChildProcess; url: string };

/** Called instead of passing on the next COMMIT that PostgreSQL confirms. */
let onCommit: (() => void) | undefined;

function pass(inbound: Socket): void {
  const outbound = connect(postgres.port, '127.0.0.1');
  for (const [from, to] of [[inbound, outbound], [outbound, inbound]] as const) from.on('error', () => to.destroy()).on('close', () => to.destroy());
  inbound.on('data', (chunk) => outbound.write(chunk));
  outbound.on('data', (chunk: Buffer) => {
    if (onCommit && chunk.includes('COMMIT\0')) onCommit();
    else inbound.write(chunk);
  });
}

const throughRelay = (url: string): string => Object.assign(new URL(url), { port: String((relay.address() as { port: number }).port) }).href;

async function startApi(port = '0'): Promise<typeof api> {
  const child = spawn(process.execPath, [join(bundle, 'main.js')], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '', ZHIXING_PROCESS: 'api', NODE_ENV: 'test', PORT: port, LOG_LEVEL: 'fatal' } });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { process: child, url: line.replace('Zhixing listens at ', '') };
}

const startWorker = (environment: Record<string, string> = {}): ChildProcess => spawn(process.execPath, [join(bundle, 'worker.js')], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_OPTIONS: '', ZHIXING_PROCESS: 'worker', NODE_ENV: 'test', LOG_LEVEL: 'fatal', ...environment } });

async function killApi(): Promise<void> {
  const exit = once(api.process, 'exit');
  api.process.kill('SIGKILL');
  await exit;
}

const restartApi = async (): Promise<void> => void (api = await startApi(new URL(api.url).port));

/** A request to the process; undefined = nobody knows whether it was carried out. */
async function ask(client: TestClient, method: string, path: string, body?: unknown): Promise<{ status: number; body: never } | undefined> {
  try {
    const answer = await fetch(`${api.url}/api/v1${path}`, { method, body: body === undefined ? undefined : JSON.stringify(body), headers: { ...client.headers, 'x-requested-with': 'test', ...(body === undefined ? {} : { 'content-type': 'application/json' }) } });
    return { status: answer.status, body: (await answer.json()) as never };
  } catch {
    return undefined;
  }
}

interface Learner {
  client: TestClient;
  attempt: string;
  questions: string[];
  /** Of each question, the highest sequence sent and the highest the server acknowledged. */
  sent: Map<string, number>;
  acknowledged: Map<string, number>;
}

beforeAll(async () => {
  buildIfStale();
  directory = mkdtempSync(join(tmpdir(), 'zhixing-faults-'));
  postgres = await startEmbedded({ directory });
  await ensureDatabase(postgres, 'zhixing');
  relay = createServer(pass).listen(0, '127.0.0.1');
  await once(relay, 'listening');
  await migrate(postgres.ownerUrl('zhixing'));
  Object.assign(process.env, { DATABASE_URL: throughRelay(postgres.appUrl('zhixing')), LOGIN_SECRET: 'faults'.repeat(8), DATA_DIR: directory });
  bank = await testApp(rooms);
  api = await startApi();
}, 120_000);

afterAll(async () => {
  await killApi();
  await bank.close();
  relay.close();
  await postgres.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** People with an open paper of five questions each. */
async function learners(count: number): Promise<Learner[]> {
  const { course, people } = await bank.write(async (tx) => {
    const people = [];
    for (let i = 0; i < count; i++) people.push(await makePerson(tx, {}));
    return { course: await makeCourse(tx, [quiz('q')]), people };
  });
  return Promise.all(people.map(async ({ id }) => {
    const client = await clientOf(bank, id);
    const registration = (await client.post(`/courses/${course.id}/registrations`)).body.id;
    const { id: attempt, questions } = (await client.post(`/registrations/${registration}/lessons/q/attempts`)).body;
    return { client, attempt, questions: questions.map((question: { id: string }) => question.id), sent: new Map(), acknowledged: new Map() };
  }));
}

/** What is answered tells its sequence: odd = a, even = b. */
const choiceOf = (sequence: number) => [sequence % 2 ? 'a' : 'b'];

/** Saves answers one after the other until told to stop or the server is gone. */
async function autosave(learner: Learner, goOn: () => boolean): Promise<void> {
  for (let turn = 0; goOn(); turn++) {
    const questionId = learner.questions[turn % learner.questions.length]!;
    const sequence = (learner.sent.get(questionId) ?? 0) + 1;
    learner.sent.set(questionId, sequence);
    const answer = await ask(learner.client, 'PUT', `/attempts/${learner.attempt}/answers`, { answers: [{ questionId, sequence, choices: choiceOf(sequence) }] });
    if (!answer) return;
    if (answer.status === 200) learner.acknowledged.set(questionId, sequence);
  }
}

/** Every acknowledged answer is stored, as itself or replaced by a later one that was sent. */
async function expectKept(all: Learner[]): Promise<void> {
  for (const { client, attempt, sent, acknowledged } of all) {
    const { questions } = (await client.get(`/attempts/${attempt}`)).body as { questions: { id: string; sequence: number; answer: string[] }[] };
    for (const { id, sequence, answer } of questions) {
      const [low, high] = [acknowledged.get(id) ?? 0, sent.get(id) ?? 0];
      expect({ sequence, kept: sequence >= low && sequence <= high, answer }).toEqual({ sequence, kept: true, answer: sequence ? choiceOf(sequence) : [] });
    }
  }
}

const total = (all: Learner[]) => all.reduce((sum, learner) => sum + [...learner.acknowledged.values()].reduce((one, other) => one + other, 0), 0);

test('fault-1 kill -9 of the API while 200 learners autosave: every acknowledged answer is stored, and no sequence goes back', async () => {
  const all = await learners(200);
  const saving = Promise.all(all.map((learner) => autosave(learner, () => true)));
  await until('600 answers are acknowledged', () => total(all) > 600, 60_000);
  await killApi();
  await saving;
  await expectKept(all);
  await restartApi();
  const before = total(all);
  const late = all[0]!;
  const [questionId, sequence] = [...late.acknowledged][0]!;
  expect(await ask(late.client, 'PUT', `/attempts/${late.attempt}/answers`, { answers: [{ questionId, sequence: 1, choices: ['c'] }] })).toMatchObject({ status: 200, body: { saved: [{ questionId, sequence: expect.any(Number) }] } });
  expect((await late.client.get(`/attempts/${late.attempt}`)).body.questions.find((one: { id: string }) => one.id === questionId).sequence).toBeGreaterThanOrEqual(sequence);
  const again = Promise.all(all.map((learner) => autosave(learner, () => total(all) < before + 400)));
  await again;
  await expectKept(all.slice(1));
}, 120_000);

test('fault-2 kill -9 of the API between the commit of a submit and its reply; the client asks again: one attempt, one grade, the same answer', async () => {
  const [{ client, attempt, questions }] = (await learners(1)) as [Learner];
  await client.put(`/attempts/${attempt}/answers`, { answers: questions.map((questionId, i) => ({ questionId, sequence: 1, choices: [i < 4 ? 'a' : 'c'] })) });
  const committed = new Promise<void>((resolve) => {
    onCommit = () => {
      api.process.kill('SIGKILL');
      resolve();
    };
  });
  const first = ask(client, 'POST', `/attempts/${attempt}/submit`);
  await committed;
  onCommit = undefined;
  expect(await first).toBeUndefined();
  await until('the killed process is gone', () => api.process.signalCode !== null);
  await restartApi();
  const [second, third] = [await ask(client, 'POST', `/attempts/${attempt}/submit`), await ask(client, 'POST', `/attempts/${attempt}/submit`)];
  expect(second).toMatchObject({ status: 200, body: { attempt: { id: attempt, score: 80, passed: true, number: 1 }, progress: { status: 'passed' } } });
  expect(third).toEqual(second);
  const [facts] = await bank.database.rows(statement('test.graded', `select
    (select count(*)::int from courses.attempt a2 where a2.registration_id = a.registration_id) as attempts,
    (select count(*)::int from courses.completion_record k where k.registration_id = a.registration_id) as completions,
    (select count(*)::int from platform.audit_entry e where e.object_id = a.id::text and e.action = 'attempt.submit') as grades from courses.attempt a where a.id = $1`), [attempt]);
  expect(facts).toEqual({ attempts: 1, completions: 1, grades: 1 });
}, 60_000);

test('fault-5 kill -9 of the postmaster under load: what was acknowledged is there after recovery, and the API comes back within 30 s by itself', async () => {
  const all = await learners(20);
  let loaded = true;
  const saving = Promise.all(all.map((learner) => autosave(learner, () => loaded)));
  await until('200 answers are acknowledged', () => total(all) > 200, 60_000);
  process.kill(Number(readFileSync(join(directory, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
  await until('a save fails', async () => (await ask(all[0]!.client, 'GET', '/auth/me'))?.status !== 200);
  const pid = api.process.pid;
  postgres = await startEmbedded({ directory });
  await until('the API answers again', async () => (await ask(all[0]!.client, 'GET', '/auth/me'))?.status === 200, 30_000);
  const before = total(all);
  await until('answers are saved again', () => total(all) > before + 50, 30_000);
  loaded = false;
  await saving;
  expect(api.process.pid).toBe(pid);
  expect(api.process.exitCode).toBeNull();
  await expectKept(all);
}, 120_000);

test('fault-3 kill -9 of a worker in the middle of an export: another one makes it, once, within heartbeat, supervision and a minute', async () => {
  const manager = await bank.write((tx) => makePerson(tx, {}));
  await bank.write((tx) => makePerson(tx, { manager: manager.id }));
  const client = await clientOf(bank, manager.id);
  const holder = new pg.Client(postgres.ownerUrl('zhixing'));
  await holder.connect();
  await holder.query('begin; lock table platform.file in share mode'); // readers pass; the export waits when it is about to store its file
  const workers = [startWorker()];
  try {
    const { id } = (await client.post('/exports', { kind: 'team', parameters: { scope: 'direct' }, reason: '季度谈话' })).body;
    const status = async () => (await client.get(`/jobs/${id}`)).body.status as string;
    await until('the worker waits with the finished workbook', async () => (await holder.query(`select 1 from pg_locks where relation = 'platform.file'::regclass and not granted`)).rowCount! > 0, 60_000);
    const exit = once(workers[0]!, 'exit');
    workers[0]!.kill('SIGKILL');
    await exit;
    await holder.query('rollback');
    expect(await status()).toBe('running');
    workers.push(startWorker());
    await until('the other worker has made it', async () => (await status()) === 'done', 100_000);
    const { rows } = await holder.query(`select count(*)::int as files, (select count(*)::int from platform.audit_entry where action = 'export' and object_id = $2) as exports from platform.file where person_id = $1`, [manager.id, id]);
    expect(rows).toEqual([{ files: 1, exports: 1 }]);
  } finally {
    await holder.end();
    for (const worker of workers) worker.kill('SIGKILL');
  }
}, 200_000);

test('fault-24 kill -9 of a worker while the mail server hangs: the digest it held arrives once, by another', async () => {
  const mail = await MailServer.start();
  const address = `${uuid()}@bank.example`;
  const { id } = await bank.write((tx) => makePerson(tx, { mail: address }));
  await bank.write((tx) => notify(tx, { template: coursesMessages.completed, to: [id], subject: { type: 'registration', id: uuid() }, values: { course: '反洗钱' }, link: '/record' }));
  await bank.work();
  await bank.moveClock(((28 - (await bank.app.get(Clock).now()).getUTCHours()) % 24) * 3600); // about noon in Beijing, outside of quiet hours
  await bank.app.get(Digests, { strict: false }).run();
  const state = async () => (await bank.database.rows<{ state: string }>(statement('test.digest', 'select state from messages.delivery where person_id = $1 and digest_day is not null'), [id]))[0]?.state;
  const queue = new PgBoss({ connectionString: process.env.DATABASE_URL!, migrate: false, createSchema: false, registerInstance: false, supervise: false, schedule: false });
  await queue.start();
  const workers: ChildProcess[] = [];
  const start = () => workers.push(startWorker({ SMTP_URL: mail.url(60), MAIL_FROM: 'zhixing@bank.example' }));
  try {
    mail.mood = 'silent';
    start();
    await queue.send('messages.send', {}); // not waiting for the minute
    await until('the digest is under way', async () => (await state()) === 'sending', 60_000);
    const exit = once(workers[0]!, 'exit');
    workers[0]!.kill('SIGKILL');
    await exit;
    mail.mood = 'good';
    await bank.moveClock(3600);
    start();
    await queue.send('messages.send', {});
    await until('another worker has sent it', async () => (await state()) === 'sent', 60_000);
    await bank.app.get(Sender, { strict: false }).run();
    expect(mail.mails.filter(({ to }) => to.includes(address))).toHaveLength(1);
  } finally {
    for (const worker of workers) worker.kill('SIGKILL');
    await queue.stop({ graceful: false });
    await mail.stop();
  }
}, 200_000);
