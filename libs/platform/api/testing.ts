import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { Database, statement, type Transaction } from './database.ts';
import type { Room } from './room.ts';
import { Worker } from './worker.ts';

/** An answer as a test looks at it; `body` is parsed JSON, or the text when it is not JSON. */
export interface Answer {
  status: number;
  // tests read any field of any answer
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
  headers: Record<string, string | string[] | number | undefined>;
}

/** Sends requests to the application the way the pages do, as one person or as nobody. */
export class TestClient {
  constructor(
    readonly app: NestFastifyApplication,
    readonly headers: Record<string, string> = {},
  ) {}

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }
  post(path: string, body?: unknown): Promise<Answer> {
    return this.send('POST', path, body);
  }
  put(path: string, body?: unknown): Promise<Answer> {
    return this.send('PUT', path, body);
  }
  patch(path: string, body?: unknown): Promise<Answer> {
    return this.send('PATCH', path, body);
  }
  delete(path: string): Promise<Answer> {
    return this.send('DELETE', path);
  }

  /** One file as a form sends it. */
  async upload(path: string, name: string, bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Answer> {
    const form = new FormData();
    form.append('file', new Blob([bytes]), name);
    const encoded = new Response(form);
    return this.send('POST', path, Buffer.from(await encoded.arrayBuffer()), { 'content-type': encoded.headers.get('content-type')!, ...headers });
  }

  /** `path` below /api/v1 unless it begins with another root of ours. */
  async send(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const url = /^\/(healthz|readyz|api\/)/.test(path) ? path : `/api/v1${path}`;
    const response = await this.app.inject({ method, url, headers: { 'x-requested-with': 'test', ...this.headers, ...headers }, ...(body === undefined ? {} : { payload: body as object }) });
    const json = String(response.headers['content-type']).includes('json');
    return { status: response.statusCode, body: json ? JSON.parse(response.payload) : response.payload, headers: response.headers };
  }
}

/** The application of some rooms on this Jest worker's own database, with the doors a test needs. */
export interface TestApplication {
  app: NestFastifyApplication;
  anonymous: TestClient;
  database: Database;
  /** Runs in a committed transaction: making persons, courses, history. */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Moves business time; `reset` at the end of a file's tests is not needed, each file starts at the database's clock. */
  moveClock(seconds: number): Promise<void>;
  /** Does what a worker would: passes events on, runs subscribers and jobs, with their retries, until nothing is left. */
  work(): Promise<void>;
  close(): Promise<void>;
}

/** What other test files of this worker have left to be done: nobody waits for it, and there may be much. */
const FORGET = statement(
  'test.forget_work',
  `with events as (delete from platform.outbox), messages as (delete from platform.message_outbox) delete from pgboss.job where state in ('created', 'retry', 'active')`,
);

/** Starts the rooms on the test database of this worker, with a data folder of their own. */
export async function testApp(rooms: Room[], environment: Record<string, string> = {}): Promise<TestApplication> {
  const directory = mkdtempSync(join(tmpdir(), 'zhixing-data-'));
  const app = await createApp(rooms, readConfig({ LOG_LEVEL: 'silent', ...process.env, DATA_DIR: directory, ...environment, NODE_ENV: 'test', PORT: '0', DEMO: '0' }));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const anonymous = new TestClient(app);
  const database = app.get(Database);
  let worker: Promise<Worker> | undefined; // only tests that ask for work pay for it
  await anonymous.post('/test/clock', { seconds: 0, reset: true });
  await database.rows(FORGET);
  return {
    app,
    anonymous,
    database,
    write: (work) => database.transaction(work),
    moveClock: async (seconds) => {
      const moved = await anonymous.post('/test/clock', { seconds });
      if (moved.status !== 200) throw new Error(`the clock did not move: ${JSON.stringify(moved.body)}`);
    },
    work: async () => (await (worker ??= Worker.open(app, rooms, false))).drain(),
    close: async () => {
      await (await worker)?.stop();
      await app.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export { WRITE as AUDIT } from './audit.ts';
export { platformList } from './platform.lists.ts';
