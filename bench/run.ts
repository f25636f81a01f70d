import { readdirSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';

/** One measured thing; `runs` holds the single values when `value` is their median. */
export interface Figure {
  name: string;
  value: number;
  unit: 's' | 'ms' | 'MiB' | 'kB' | 'x';
  runs?: number[];
  /** What `value` must not exceed. */
  limit?: number;
  /** Further values of the same measurement, by name and unit. */
  beside?: Record<string, number>;
}

// `npm run bench -- NAME [options]` runs bench/NAME.ts, whose default export measures, and prints JSON and a table.

const names = readdirSync(import.meta.dirname).flatMap((file) => (file.endsWith('.ts') && file !== 'run.ts' ? [file.slice(0, -3)] : []));
const name = process.argv[2] ?? '';
if (!names.includes(name)) {
  console.error(`npm run bench -- NAME, where NAME is one of: ${names.join(', ')}`);
  process.exit(2);
}

const machine = { node: process.version, cores: availableParallelism(), loadBefore: load() };
const { default: measure } = (await import(`./${name}.ts`)) as { default: (options: string[]) => Promise<Figure[]> };
const figures = (await measure(process.argv.slice(3))).map((figure) => ({ ...figure, value: rounded(figure.value) }));
const report = { benchmark: name, ...machine, loadAfter: load(), figures };

console.log(`${JSON.stringify(report, null, 2)}\n`);
const width = Math.max(...figures.map((figure) => figure.name.length));
for (const { name, value, unit, runs, limit, beside } of figures) {
  const judged = limit === undefined ? '' : `  ${value <= limit ? 'within' : 'OVER'} ${limit}`;
  const more = Object.entries(beside ?? {}).map(([what, one]) => `  ${what} ${rounded(one)}`).join('');
  console.log(`${name.padEnd(width)}  ${value.toFixed(unit === 'MiB' ? 0 : 2).padStart(8)} ${unit.padEnd(3)}${runs ? `  median of ${runs.map((run) => run.toFixed(2)).join(', ')}` : ''}${more}${judged}`);
}
console.log(`\nNode ${report.node}, ${report.cores} cores, load average of 1 minute ${report.loadBefore} before and ${report.loadAfter} after`);

function load(): number {
  return rounded(loadavg()[0]!);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
