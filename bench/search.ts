import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDatabase, startEmbedded } from '@zhixing/db/embedded';
import { bundle, root } from './http/bundle.ts';
import { production, SECRET, serve, startGenerator } from './http/processes.ts';
import type { Figure } from './run.ts';

// What a search costs in a large bank: people by two hanzi, pinyin, initials, staff number and mail; then the search over everything, which asks all sources.
// The API as production runs it, fsync on, warm, every answer looked at; the generator shares the machine.
//   --employees N    (default 500000)
//   --connections N  (default 8)
//   --seconds N      (default 10)

/** Milliseconds of the 95th percentile. */
const LIMITS = { people: 50, everything: 80 };
const RUNS = 3;

export default async function measure(options: string[]): Promise<Figure[]> {
  const { values } = parseArgs({ args: options, options: { employees: { type: 'string', default: '500000' }, connections: { type: 'string', default: '8' }, seconds: { type: 'string', default: '10' } } });
  const [employees, connections, seconds] = [values.employees, values.connections, values.seconds].map(Number) as [number, number, number];
  const parts = await bundle();
  const directory = mkdtempSync(join(tmpdir(), 'zhixing-bench-'));
  const cluster = await startEmbedded({ directory: join(directory, 'postgres'), settings: { shared_buffers: '512MB' } });
  const generator = startGenerator();
  const figures: Figure[] = [];
  try {
    await ensureDatabase(cluster, 'people');
    const { migrate } = (await import(join(root, 'apps/api/dist/migrate.js'))) as { migrate(url: string): Promise<string[]> };
    await migrate(cluster.ownerUrl('people'));
    const { makePeopleBank } = (await import(join(parts, 'people-bank.js'))) as typeof import('./http/people-bank.ts');
    const bank = await makePeopleBank(cluster.ownerUrl('people'), { employees, secret: SECRET, demoFiles: join(root, 'libs/courses/api/demo') });
    const api = await serve('apps/api/dist/main.js', join(directory, 'api.log'), production(cluster.appUrl('people'), directory));
    for (const [request, limit] of Object.entries(LIMITS)) {
      const order = { origin: api.origin, request, connections, learners: [], ...bank };
      await generator.run({ ...order, seconds: 3 });
      const runs = [];
      for (let i = 0; i < RUNS; i++) runs.push(await generator.run({ ...order, seconds }));
      const [, middle] = runs.toSorted((one, other) => one.p95 - other.p95);
      figures.push({ name: `${request}, ${employees} people, ${connections} connections, warm: p95`, value: middle!.p95, unit: 'ms', runs: runs.map((run) => run.p95), beside: { 'requests/s': middle!.count / middle!.seconds, 'p50 ms': middle!.p50, 'p99 ms': middle!.p99 }, limit });
    }
    await api.stop();
  } finally {
    await generator.stop();
    await cluster.stop();
    rmSync(directory, { recursive: true, force: true });
  }
  return figures;
}
