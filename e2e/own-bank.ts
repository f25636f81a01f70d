import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A demo bank of one journey's own: what it does to time and to the house concerns no other journey. */
export interface OwnBank {
  origin: string;
  /** Where its mail is left. */
  data: string;
  stop(): Promise<void>;
}

/** Some port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a bank as `npm start` does, in test mode. @throws Error when it ends before it answers */
export async function startOwnBank(): Promise<OwnBank> {
  const data = mkdtempSync(join(tmpdir(), 'zhixing-journey-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const bank: ChildProcess = spawn(process.execPath, ['apps/api/src/start.ts'], {
    cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'test', DEMO: '1', HOST: '127.0.0.1', PORT: String(port), DATA_DIR: data, DATABASE_URL: '', LOG_LEVEL: 'error' },
  });
  let ended = false;
  const end = once(bank, 'exit').then(() => void (ended = true));
  while (!(await fetch(`${origin}/readyz`).then((answer) => answer.ok, () => false))) {
    if (ended) throw new Error('the bank of the journey did not start');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    origin,
    data,
    stop: async () => {
      bank.kill('SIGTERM');
      await end;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
