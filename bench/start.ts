import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbedded } from '@zhixing/db/embedded';
import pg from 'pg';
import type { Figure } from './run.ts';

// How long `npm start` takes and how much memory it holds. It runs in a copy of the workspace that has no build, no cache and
// no data, as after `git clone && npm ci`; the folders of the workspace itself are not touched. The phases of the first start
// are read from the times it leaves behind: of files, of rows, of lines on its output.

const root = fileURLToPath(new URL('..', import.meta.url));
const LATER_STARTS = 3;
const SETTLING = 60_000;
const DEMO_LINE = 'The demo bank';

/** The workspace without what is built or stored; packages are shared, the rooms are the copy's own. */
function copyWorkspace(): string {
  const copy = mkdtempSync(join(tmpdir(), 'zhixing-bench-'));
  const left = new Set(['node_modules', 'dist', 'results', '.git', '.nx', '.data']);
  cpSync(root, copy, { recursive: true, filter: (path) => !left.has(basename(path)) });
  mkdirSync(join(copy, 'node_modules/@zhixing'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) if (name !== '@zhixing') symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  for (const room of readdirSync(join(copy, 'libs'))) symlinkSync(join(copy, 'libs', room), join(copy, 'node_modules/@zhixing', room));
  symlinkSync(join(copy, 'db'), join(copy, 'node_modules/@zhixing/db'));
  return copy;
}

/** One run of start.ts; moments are milliseconds of the host's clock. */
interface Run {
  process: ChildProcess;
  began: number;
  ready: number;
  /** When its line about the demo bank came; 0 without one. */
  seeded: number;
}

async function start(copy: string, data: string): Promise<Run> {
  const port = await freePort();
  const { NODE_ENV: _, ...inherited } = process.env;
  const env = {
    ...inherited, PATH: `${dirname(process.execPath)}:${process.env.PATH}`, NX_WORKSPACE_ROOT_PATH: copy,
    DATA_DIR: data, DATABASE_URL: '', DEMO: '1', HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: '',
  };
  const began = Date.now();
  const child = spawn(process.execPath, ['apps/api/src/start.ts'], { cwd: copy, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const run: Run = { process: child, began, ready: 0, seeded: 0 };
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => {
      said += text;
      if (!run.seeded && said.includes(DEMO_LINE)) run.seeded = Date.now();
    });
  }
  while (!run.ready) {
    if (child.exitCode !== null) throw new Error(`start.ts ended with ${child.exitCode}:\n${said}`);
    if (await answers(`http://127.0.0.1:${port}/readyz`)) run.ready = Date.now();
    else await pause(20);
  }
  return run;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).status === 200;
  } catch {
    return false;
  }
}

async function stop({ process: child }: Run): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

/** The first start cut into phases. Rows of the demo bank carry the moment its transaction began. */
async function phases(copy: string, data: string, run: Run): Promise<Figure[]> {
  const made = (file: string) => statSync(file).mtimeMs;
  const cluster = join(data, 'postgres/cluster');
  const built = Math.max(...['apps/api/dist/main.js', 'apps/web/dist/index.html'].map((file) => made(join(copy, file))));
  const accepting = made(join(cluster, 'postmaster.pid'));   // its last line says "ready"
  const seeding = await seedBegan(data);
  const seconds = (from: number, to: number) => (to - from) / 1000;
  return [
    { name: 'first start: build', value: seconds(run.began, built), unit: 's' },
    { name: 'first start: initdb, PostgreSQL accepts connections', value: seconds(built, accepting), unit: 's' },
    { name: 'first start: roles, database, migrations', value: seconds(accepting, seeding), unit: 's' },
    { name: 'first start: demo bank', value: seconds(seeding, run.seeded), unit: 's' },
    { name: 'first start: application', value: seconds(run.seeded, run.ready), unit: 's' },
    { name: 'first start until /readyz answers', value: seconds(run.began, run.ready), unit: 's' },
  ];
}

async function seedBegan(data: string): Promise<number> {
  const server = await startEmbedded({ directory: join(data, 'postgres') });   // attaches to the running one
  const client = new pg.Client(server.ownerUrl('zhixing'));
  await client.connect();
  try {
    return ((await client.query('select min(changed_at) as at from access.credential')).rows[0] as { at: Date }).at.getTime();
  } finally {
    await client.end();
  }
}

/** Proportional set size of a process and everything below it, by program, in MiB (Linux). */
function memory(of: number): Map<string, number> {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = read(`/proc/${name}/stat`);
    if (stat) parents.set(Number(name), Number(stat.split(') ').at(-1)!.split(' ')[1]));
  }
  const belongs = (pid: number): boolean => pid === of || (parents.has(pid) && belongs(parents.get(pid)!));
  const sums = new Map<string, number>();
  for (const pid of [...parents.keys()].filter(belongs)) {
    const pss = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '');
    if (!pss) continue;
    const program = read(`/proc/${pid}/comm`)!.trim();
    const kind = program === 'postgres' ? 'PostgreSQL' : 'Node';
    sums.set(kind, (sums.get(kind) ?? 0) + Number(pss[1]) / 1024);
  }
  return sums;
}

/** Undefined for what ended in between or is closed to us. */
function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

async function memoryAfter(run: Run, when: string): Promise<Figure[]> {
  await pause(Math.max(0, run.ready + SETTLING - Date.now()));
  const sums = memory(run.process.pid!);
  const all = [...sums.values()].reduce((sum, one) => sum + one, 0);
  return [
    { name: `memory ${SETTLING / 1000} s after ${when}, PSS of all processes`, value: all, unit: 'MiB' },
    ...[...sums].map(([kind, value]): Figure => ({ name: `memory ${SETTLING / 1000} s after ${when}, ${kind}`, value, unit: 'MiB' })),
  ];
}

export default async function measure(): Promise<Figure[]> {
  const copy = copyWorkspace();
  const data = join(copy, '.data');
  const figures: Figure[] = [];
  let run: Run | undefined;
  try {
    if (existsSync(join(copy, 'apps/api/dist'))) throw new Error('the copy has a build already');
    run = await start(copy, data);
    figures.push(...(await phases(copy, data, run)), ...(await memoryAfter(run, 'the first start')));
    const later: number[] = [];
    for (let i = 0; i < LATER_STARTS; i++) {
      await stop(run);
      run = await start(copy, data);
      later.push((run.ready - run.began) / 1000);
    }
    const median = [...later].sort((one, other) => one - other)[Math.floor(later.length / 2)]!;
    figures.push({ name: 'later start until /readyz answers', value: median, unit: 's', runs: later }, ...(await memoryAfter(run, 'a later start')));
  } finally {
    if (run) await stop(run);
    rmSync(copy, { recursive: true, force: true });
  }
  return figures;
}
