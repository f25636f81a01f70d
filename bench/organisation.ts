import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ensureDatabase, startEmbedded } from '@zhixing/db/embedded';
import { bundle, root } from './http/bundle.ts';
import { freePort, production, SECRET, serve } from './http/processes.ts';
import type { Figure } from './run.ts';

// What the organisation of a large bank costs: the tree of about 5,000 departments read and changed, one request after the other, and an HR file of many people
// taken in by a process that is API and worker in one: its longest turn of the event loop.
//   --employees N  (default 68000: about 5,000 departments)
//   --times N      reads and moves (default 50)
//   --rows N       people of the file, all of them new (default 100000; 0 = no file)

/** Milliseconds of one turn of the event loop. */
const LAG_LIMIT = 200;
/** Milliseconds between two looks. */
const LOOK = 500;

interface Tree { asOf: string; items: { id: string; parentId: string | null; code: string }[] }
interface Import { id: string; state: string; failure: string | null; counts: { affected: number; error: number } | null }

export default async function measure(options: string[]): Promise<Figure[]> {
  const { values } = parseArgs({ args: options, options: { employees: { type: 'string', default: '68000' }, times: { type: 'string', default: '50' }, rows: { type: 'string', default: '100000' } } });
  const [employees, times, rows] = [values.employees, values.times, values.rows].map(Number) as [number, number, number];
  const parts = await bundle();
  const directory = mkdtempSync(join(tmpdir(), 'zhixing-bench-'));
  const cluster = await startEmbedded({ directory: join(directory, 'postgres'), settings: { shared_buffers: '512MB' } });
  try {
    await ensureDatabase(cluster, 'people');
    const { migrate } = (await import(join(root, 'apps/api/dist/migrate.js'))) as { migrate(url: string): Promise<string[]> };
    await migrate(cluster.ownerUrl('people'));
    const { makePeopleBank } = (await import(join(parts, 'people-bank.js'))) as typeof import('./http/people-bank.ts');
    const { managers } = await makePeopleBank(cluster.ownerUrl('people'), { employees, secret: SECRET, demoFiles: join(root, 'libs/courses/api/demo') });
    const metrics = await freePort();
    const api = await serve('apps/api/dist/main.js', join(directory, 'api.log'), { ...production(cluster.appUrl('people'), directory), ZHIXING_PROCESS: 'all', METRICS_PORT: String(metrics) });
    const ask = client(api.origin, managers[0]!.cookie);
    const figures = [...(await departments(ask, times)), ...(rows ? [await hrFile(ask, `http://127.0.0.1:${metrics}/metrics`, rows)] : [])];
    await api.stop();
    return figures;
  } finally {
    await cluster.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

type Ask = <T>(method: 'GET' | 'POST', path: string, body?: object | FormData) => Promise<T>;

const client = (origin: string, cookie: string): Ask => async <T>(method: 'GET' | 'POST', path: string, body?: object | FormData): Promise<T> => {
  const json = body !== undefined && !(body instanceof FormData);
  const answer = await fetch(`${origin}/api/v1${path}`, {
    method, headers: { cookie, 'x-requested-with': 'bench', ...(json && { 'content-type': 'application/json' }) }, ...(body && { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${(await answer.text()).slice(0, 500)}`);
  return (await answer.json()) as T;
};

/** Reads the tree and moves teams to other units, each so many times. */
async function departments(ask: Ask, times: number): Promise<Figure[]> {
  const { items, asOf } = await ask<Tree>('GET', '/departments');
  const depth = (code: string) => code.split('-').length;
  const teams = items.filter((one) => depth(one.code) === 4);
  const units = items.filter((one) => depth(one.code) === 3);
  const read = await timed(times, () => ask('GET', '/departments'));
  const moved = await timed(times, (n) => ask('POST', `/departments/${teams[(n * 97) % teams.length]!.id}/move`, { parentId: units[(n * 31 + 7) % units.length]!.id, from: asOf }));
  return [figure(`tree of ${items.length} departments, read`, read), figure(`a department moved among ${items.length}`, moved)];
}

async function timed(times: number, one: (n: number) => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let n = -3; n < times; n++) { // three to warm up
    const began = performance.now();
    await one(n + 3);
    if (n >= 0) took.push(performance.now() - began);
  }
  return took.toSorted((a, b) => a - b);
}

const figure = (name: string, took: number[]): Figure => ({ name, value: took[Math.floor(took.length / 2)]!, unit: 'ms', beside: { 'p95 ms': took[Math.floor(took.length * 0.95)]! } });

/** Takes a file of so many new people in and applies it. */
async function hrFile(ask: Ask, metrics: string, count: number): Promise<Figure> {
  const lines = Array.from({ length: count }, (_, n) => `N${n},林听雨,SY-1-1,客户经理,${n ? `N${Math.floor((n - 1) / 8)}` : ''},n${n}@bank.example,2026-01-05,在职`);
  const form = new FormData();
  form.append('file', new Blob([`工号,姓名,部门编码,岗位,直属上级工号,邮箱,生效日期,状态\n${lines.join('\n')}`]), 'people.csv');
  let longest = 0;
  const until = async (id: string, wanted: string[]): Promise<Import> => {
    for (;;) {
      longest = Math.max(longest, await lagOf(metrics));
      const one = await ask<Import>('GET', `/hr-imports/${id}`);
      if (wanted.includes(one.state)) return one;
      if (one.state === 'failed') throw new Error(`the import failed: ${one.failure}`);
      await pause(LOOK);
    }
  };
  await lagOf(metrics); // begins anew
  const began = performance.now();
  const { id } = await ask<Import>('POST', '/hr-imports?complete=false', form);
  const { counts } = await until(id, ['checked', 'waiting_confirmation']);
  if (counts?.affected !== count) throw new Error(`${JSON.stringify(counts)} instead of ${count} new people`);
  const checked = performance.now();
  await ask('POST', `/hr-imports/${id}/confirm`, { affected: count });
  await until(id, ['applied']);
  const applied = performance.now();
  await ask('POST', `/hr-imports/${id}/undo`);
  await until(id, ['undone']);
  const seconds = { 'checked s': (checked - began) / 1000, 'applied s': (applied - checked) / 1000, 'undone s': (performance.now() - applied) / 1000 };
  return { name: `HR file of ${count} new people: longest turn of the event loop`, value: longest * 1000, unit: 'ms', beside: seconds, limit: LAG_LIMIT };
}

/** Seconds of the longest turn since the last look. */
async function lagOf(metrics: string): Promise<number> {
  const text = await (await fetch(metrics)).text();
  return Number(/^nodejs_eventloop_lag_max_seconds (\S+)/m.exec(text)![1]);
}
