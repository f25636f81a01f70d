import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './bundle.ts';
import type { Order, Outcome } from './generator.ts';

/** A server under measurement. */
export interface Server {
  origin: string;
  pid: number;
  stop(): Promise<void>;
}

/** Of the logins that a benchmark makes itself. */
export const SECRET = 'a-secret-of-this-benchmark-and-nothing-else';

/** The environment of the API as production runs it, on this database, its files below `directory`. Those who ask have no second factor, so it is only offered. */
export const production = (databaseUrl: string, directory: string): Record<string, string> => ({
  DATABASE_URL: databaseUrl, LOGIN_SECRET: SECRET, NODE_ENV: 'production', SECOND_FACTOR: 'offered', ZHIXING_PROCESS: 'api', DATA_DIR: join(directory, 'files'),
});

/** Starts a script that listens on PORT, and waits until it answers `/readyz`. Its output goes to `log`. */
export async function serve(script: string, log: string, environment: Record<string, string>): Promise<Server> {
  const port = await freePort();
  const out = openSync(log, 'a');
  const { NODE_ENV: _, ...inherited } = process.env;
  const options = (process.env.BENCH_NODE_OPTIONS ?? '').split(' ').filter(Boolean);
  const child = spawn(process.execPath, [...options, script], { cwd: root, env: { ...inherited, ...environment, HOST: '127.0.0.1', PORT: String(port) }, stdio: ['ignore', out, out] });
  const origin = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${origin}/readyz`).then((answer) => answer.ok, () => false))) {
    if (child.exitCode !== null) throw new Error(`${script} ended with ${child.exitCode}:\n${readFileSync(log, 'utf8').slice(-2000)}`);
    await pause(50);
  }
  return { origin, pid: child.pid!, stop: () => end(child) };
}

/** The process that sends the requests. */
export interface Generator {
  run(order: Order): Promise<Outcome>;
  stop(): Promise<void>;
}

export function startGenerator(): Generator {
  const child = fork(join(import.meta.dirname, 'generator.ts'));
  return {
    async run(order) {
      child.send(order);
      const [answer] = (await once(child, 'message')) as [Outcome | { error: string }];
      if ('error' in answer) throw new Error(`${order.request} at ${order.origin}: ${answer.error}`);
      return answer;
    },
    stop: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Of Linux on all its architectures. */
const MILLISECONDS_A_TICK = 10;

/** CPU milliseconds used so far by the server and by every process of the PostgreSQL below this process, with those that ended in between. */
export function cpuOf(server: Server): { node: number; postgres: number } {
  const all = new Map<number, { parent: number; program: string; own: number; reaped: number }>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = statOf(name);
    if (!stat) continue;
    const [, program, rest] = /\((.*)\) (.*)/s.exec(stat)!;
    const fields = rest!.split(' ').map(Number);   // from the state on: 1 = parent, 11 to 14 = utime, stime, cutime, cstime
    all.set(Number(name), { parent: fields[1]!, program: program!, own: fields[11]! + fields[12]!, reaped: fields[13]! + fields[14]! });
  }
  const below = (pid: number): boolean => pid === process.pid || (all.has(pid) && below(all.get(pid)!.parent));
  let postgres = 0;
  for (const [pid, one] of all) {
    if (one.program !== 'postgres' || !below(pid)) continue;
    postgres += one.own + (all.get(one.parent)?.program === 'postgres' ? 0 : one.reaped);
  }
  return { node: (all.get(server.pid)?.own ?? 0) * MILLISECONDS_A_TICK, postgres: postgres * MILLISECONDS_A_TICK };
}

/** Undefined for a process that has ended in between. */
function statOf(pid: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
}
