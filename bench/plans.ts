import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDatabase, startEmbedded } from '@zhixing/db/embedded';
import { bundle, root } from './http/bundle.ts';
import type { Figure } from './run.ts';

// What an assignment to everybody costs in a large bank: reconciling its rule, from nobody to all and with nothing to change, and the lists of who owes.
// The rooms as a worker runs them, fsync on; nobody has learned anything yet.
//   --employees N    (default 50000)

/** Seconds of a reconciliation and of a pack; milliseconds of a page and of the funnel; MiB. */
const LIMITS = { reconciliation: 20, page: 100, funnel: 2_000, evidence: 20, memory: 512 };

const median = (runs: number[]): number => runs.toSorted((one, other) => one - other)[Math.floor(runs.length / 2)]!;

export default async function measure(options: string[]): Promise<Figure[]> {
  const { values } = parseArgs({ args: options, options: { employees: { type: 'string', default: '50000' } } });
  const employees = Number(values.employees);
  const parts = await bundle();
  const directory = mkdtempSync(join(tmpdir(), 'zhixing-bench-'));
  const cluster = await startEmbedded({ directory: join(directory, 'postgres'), settings: { shared_buffers: '512MB' } });
  try {
    await ensureDatabase(cluster, 'plans');
    const { migrate } = (await import(join(root, 'apps/api/dist/migrate.js'))) as { migrate(url: string): Promise<string[]> };
    await migrate(cluster.ownerUrl('plans'));
    const { timePlans } = (await import(join(parts, 'plans-bank.js'))) as typeof import('./http/plans-bank.ts');
    const times = await timePlans({ ownerUrl: cluster.ownerUrl('plans'), appUrl: cluster.appUrl('plans'), employees, demoFiles: join(root, 'libs/courses/api/demo'), dataDirectory: join(directory, 'files') });
    const of = `${times.people} people`;
    return [
      { name: `reconciling a rule that matches ${of}, nobody owed before`, value: times.activation, unit: 's', limit: LIMITS.reconciliation },
      { name: `the same again, nothing to change`, value: times.nightly, unit: 's', limit: LIMITS.reconciliation },
      { name: `first page of ${of} who owe`, value: median(times.firstPage), runs: times.firstPage, unit: 'ms', limit: LIMITS.page },
      { name: `a page from the middle`, value: median(times.deepPage), runs: times.deepPage, unit: 'ms', limit: LIMITS.page },
      { name: `first page of the overdue`, value: median(times.overdueFirstPage), runs: times.overdueFirstPage, unit: 'ms', limit: LIMITS.page },
      { name: `funnel of ${of}`, value: median(times.funnel), runs: times.funnel, unit: 'ms', limit: LIMITS.funnel },
      { name: `campaigns of the workbench over ${of}`, value: median(times.workbench), runs: times.workbench, unit: 'ms', limit: 2 * LIMITS.funnel },
      { name: `evidence pack of ${times.evidence.obligations}`, value: times.evidence.seconds, unit: 's', limit: LIMITS.evidence },
      { name: `memory it takes`, value: times.evidence.memory, unit: 'MiB', limit: LIMITS.memory },
    ];
  } finally {
    await cluster.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
