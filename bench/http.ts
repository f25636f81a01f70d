import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDatabase, startEmbedded } from '@zhixing/db/embedded';
import type { Bank } from './http/bank.ts';
import { bundle, root } from './http/bundle.ts';
import { cpuOf, type Generator, production, SECRET, serve, type Server, startGenerator } from './http/processes.ts';
import { REQUESTS } from './http/requests.ts';
import type { Figure } from './run.ts';

// What a request costs: the API as production runs it, on a PostgreSQL of its own with the settings of production (fsync on), beside a bare
// server that runs the same statements. CPU is that of all server processes; the generator shares the machine but is not counted.
//   --employees N     people of the large bank (default 50000; 0 = leave it out)
//   --seconds N       length of each of the three runs (default 10)
//   --connections N,… (default 8,32)
//   --only NAME,…     some of the requests

const RUNS = 3;
const WARM_UP = 3;
/** What a server of 50,000 people gives PostgreSQL at least; the launcher's own 64 MB are for a demo. */
const SHARED_BUFFERS = '512MB';
const READS = ['home', 'catalogue', 'course', 'team'];
/** Searches, which `search.ts` measures. */
const OF_ANOTHER_BENCH = ['people', 'everything'];
const ON_THE_LARGE_BANK = ['home', 'catalogue', 'team'];
/** CPU milliseconds of all server processes; reads besides at most twice the bare server. */
const LIMITS: Record<string, number> = { home: 4, course: 4, team: 6, attempt: 20 };
const MOST_OF_BARE = 2;
/** How much slower the 95th percentile may be on the large bank. */
const MOST_OF_SMALL = 1.5;

interface Measured {
  cpu: number;
  runs: number[];
  node: number;
  postgres: number;
  rate: number;
  p50: number;
  p95: number;
  p99: number;
}

const middle = (values: number[]): number => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;

async function measureOne(generator: Generator, server: Server, bank: Bank, request: string, connections: number, seconds: number): Promise<Measured> {
  const order = { origin: server.origin, request, connections, ...bank };
  await generator.run({ ...order, seconds: WARM_UP });
  const runs: Omit<Measured, 'runs'>[] = [];
  for (let i = 0; i < RUNS; i++) {
    const before = cpuOf(server);
    const { count, seconds: took, ...latencies } = await generator.run({ ...order, seconds });
    const after = cpuOf(server);
    const [node, postgres] = [(after.node - before.node) / count, (after.postgres - before.postgres) / count];
    runs.push({ cpu: node + postgres, node, postgres, rate: count / took, ...latencies });
  }
  const of = (name: keyof (typeof runs)[number]) => middle(runs.map((run) => run[name]));
  return { cpu: of('cpu'), runs: runs.map((run) => run.cpu), node: of('node'), postgres: of('postgres'), rate: of('rate'), p50: of('p50'), p95: of('p95'), p99: of('p99') };
}

const beside = ({ node, postgres, rate, p50, p95, p99 }: Measured) => ({ 'of it Node': node, PostgreSQL: postgres, 'requests/s': rate, 'p50 ms': p50, 'p95 ms': p95, 'p99 ms': p99 });

/** A database of its own in the cluster, filled, with both servers on it. */
async function open(o: { employees: number; learning: 'half-done' | 'two-years'; parts: string; directory: string; cluster: Awaited<ReturnType<typeof startEmbedded>> }) {
  const database = `bank_${o.employees}`;
  await ensureDatabase(o.cluster, database);
  const { migrate } = (await import(join(root, 'apps/api/dist/migrate.js'))) as { migrate(url: string): Promise<string[]> };
  await migrate(o.cluster.ownerUrl(database));
  const { makeBank } = (await import(join(o.parts, 'bank.js'))) as typeof import('./http/bank.ts');
  const bank = await makeBank(o.cluster.ownerUrl(database), { employees: o.employees, learning: o.learning, secret: SECRET, demoFiles: join(root, 'libs/courses/api/demo') });
  const environment = production(o.cluster.appUrl(database), o.directory);
  const api = await serve('apps/api/dist/main.js', join(o.directory, `api-${database}.log`), environment);
  const bare = await serve(join(o.parts, 'bare.js'), join(o.directory, `bare-${database}.log`), environment);
  return { bank, api, bare, stop: async () => { await Promise.all([api.stop(), bare.stop()]); } };
}

export default async function measure(options: string[]): Promise<Figure[]> {
  const { values } = parseArgs({ args: options, options: { employees: { type: 'string', default: '50000' }, seconds: { type: 'string', default: '10' }, connections: { type: 'string', default: '8,32' }, only: { type: 'string' } } });
  const [employees, seconds, connections] = [Number(values.employees), Number(values.seconds), values.connections.split(',').map(Number)];
  const requests = Object.keys(REQUESTS).filter((name) => !OF_ANOTHER_BENCH.includes(name)).filter((name) => !values.only || values.only.split(',').includes(name));
  const figures: Figure[] = [];
  const slowest = new Map<string, number>();
  const parts = await bundle();
  const directory = mkdtempSync(join(tmpdir(), 'zhixing-bench-'));
  const cluster = await startEmbedded({ directory: join(directory, 'postgres'), settings: { shared_buffers: SHARED_BUFFERS } });
  const generator = startGenerator();
  try {
    const small = await open({ employees: 1_001, learning: 'half-done', parts, directory, cluster });
    for (const request of requests) {
      for (const many of connections) {
        const bare = await measureOne(generator, small.bare, small.bank, request, many, seconds);
        const ours = await measureOne(generator, small.api, small.bank, request, many, seconds);
        const what = `${request}, 1,000 learners, ${many} connections, warm`;
        slowest.set(`${request} ${many}`, ours.p95);
        figures.push({ name: `${what}: CPU`, value: ours.cpu, unit: 'ms', runs: ours.runs, beside: beside(ours), limit: LIMITS[request] });
        figures.push({ name: `${what}: CPU of bare`, value: bare.cpu, unit: 'ms', runs: bare.runs, beside: beside(bare) });
        figures.push({ name: `${what}: CPU to bare`, value: ours.cpu / bare.cpu, unit: 'x', limit: READS.includes(request) ? MOST_OF_BARE : undefined });
        console.error(figures.slice(-3).map((figure) => `${figure.name} ${figure.value.toFixed(2)}`).join('\n'));
      }
    }
    await small.stop();
    if (employees) {
      const large = await open({ employees, learning: 'two-years', parts, directory, cluster });
      for (const request of requests.filter((name) => ON_THE_LARGE_BANK.includes(name))) {
        for (const many of connections) {
          const ours = await measureOne(generator, large.api, large.bank, request, many, seconds);
          const what = `${request}, bank of ${employees}, ${many} connections, warm`;
          figures.push({ name: `${what}: CPU`, value: ours.cpu, unit: 'ms', runs: ours.runs, beside: beside(ours) });
          figures.push({ name: `${what}: p95 to that of 1,000 learners`, value: ours.p95 / slowest.get(`${request} ${many}`)!, unit: 'x', limit: MOST_OF_SMALL });
          console.error(figures.slice(-2).map((figure) => `${figure.name} ${figure.value.toFixed(2)}`).join('\n'));
        }
      }
      await large.stop();
    }
  } finally {
    await generator.stop();
    await cluster.stop();
    rmSync(directory, { recursive: true, force: true });
  }
  return figures;
}
