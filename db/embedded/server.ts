import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { connectionProblem } from './postmaster.ts';
import { type Account, giveTo, launch } from './spawn.ts';

/** For a small machine that runs the whole product. */
const DEFAULTS = {
  shared_buffers: '64MB', max_connections: '60', jit: 'off', huge_pages: 'off',
  max_wal_size: '512MB', checkpoint_timeout: '15min', random_page_cost: '1.1',
  timezone: 'UTC', log_timezone: 'UTC', log_min_messages: 'warning', log_checkpoints: 'off',
};
const MAX_LOG = 10 * 2 ** 20;   // bytes

export interface StartOptions {
  binaries: Binaries;
  account: Account;
  guarded: boolean;
  urlAt: (port: number) => string;
  settings?: Record<string, string>;
}

/** Starts postgres on the cluster of this directory and waits until it takes the superuser's password. */
export async function startPostgres(directory: string, o: StartOptions): Promise<{ port: number; stop: () => Promise<void> }> {
  const log = join(directory, 'postgres.log');
  const begin = performance.now();
  for (;;) {
    const port = await freePort();
    const { child, said } = openPostgres(directory, log, port, o);
    const problem = await ready(child, o.urlAt(port));
    if (!problem) return { port, stop: () => stopPostgres(child) };
    await stopPostgres(child);
    // these pass: somebody took the port just now; the backends of a killed server are still leaving
    const passing = /could not bind|pre-existing shared memory block/.test(said()) && performance.now() - begin < 15_000;
    if (!passing) {
      throw new Error(`PostgreSQL ${o.binaries.version} did not start in ${directory}: ${problem}. The end of ${log}:\n`
        + said().trim().split('\n').slice(-15).join('\n'));
    }
    await pause(200);
  }
}

function openPostgres(directory: string, log: string, port: number, o: StartOptions) {
  const settings = { ...DEFAULTS, ...o.settings, port, listen_addresses: '127.0.0.1', unix_socket_directories: '', logging_collector: 'off' };
  const out = openSync(log, 'a', 0o600);
  giveTo(o.account, log);
  if (statSync(log).size > MAX_LOG) truncateSync(log);
  const before = statSync(log).size;
  const child = launch(o.account, [join(o.binaries.folder, 'postgres'), '-D', join(directory, 'cluster'),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])], { guarded: o.guarded, out });
  closeSync(out);
  const atExit = () => { child.kill('SIGINT'); };
  process.once('exit', atExit);
  child.once('exit', () => process.off('exit', atExit));
  child.unref();   // a forgotten stop() must not keep this process alive
  return { child, said: () => readFileSync(log).subarray(before).toString() };
}

const ended = (child: ChildProcess) => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

/** Undefined once connected, else why that will not happen. */
async function ready(child: ChildProcess, url: string): Promise<string | undefined> {
  let failure: string | undefined;
  child.once('error', (e) => { failure = e.message; });
  const deadline = performance.now() + 180_000;   // recovery after a crash replays up to max_wal_size
  for (;;) {
    const problem = await connectionProblem(url);
    if (!problem) return undefined;
    if (ended(child)) return failure ?? `it ended with ${child.signalCode ?? `exit code ${child.exitCode}`}`;
    if (problem.lasting || performance.now() > deadline) return problem.message;
    await pause(20);
  }
}

/** Fast shutdown; after 10 s an immediate one, from which the next start recovers. */
async function stopPostgres(child: ChildProcess): Promise<void> {
  if (ended(child)) return;
  child.ref();
  const exit = once(child, 'exit');
  child.kill('SIGINT');
  const impatience = setTimeout(() => child.kill('SIGQUIT'), 10_000);
  await exit;
  clearTimeout(impatience);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
