// `npm test`: lint, types, rules and API on a real PostgreSQL, browser journeys. Every step runs, whatever failed before;
// the last line counts them all. Lint, types, build and migration check count one each.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, 'e2e/results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let passed = 0;
let failed = 0;
let skipped = 0;

/** Runs a command with this Node first in PATH; returns whether it exited with 0. */
function run(command, args, env = {}) {
  const started = performance.now();
  console.log(`\n▶ ${command.replace(root, '')} ${args.join(' ').replaceAll(root, '')}`);
  const { status } = spawnSync(process.execPath, [join(root, command), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}`, NX_DAEMON: 'false', CI: '1', FORCE_COLOR: '0', ...env },
  });
  console.log(`  ${status === 0 ? 'ok' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return status === 0;
}

const one = (ok) => (ok ? passed++ : failed++);
const nx = (target) => run('node_modules/nx/dist/bin/nx.js', ['run-many', '-t', target, '--output-style=static']);

one(nx('lint'));
one(nx('typecheck'));
one(nx('build'));

const jest = join(results, 'jest.json');
run('node_modules/jest/bin/jest.js', ['--json', `--outputFile=${jest}`], { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' });
if (existsSync(jest)) {
  const report = JSON.parse(readFileSync(jest, 'utf8'));
  passed += report.numPassedTests;
  failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
  skipped += report.numPendingTests + report.numTodoTests;
} else failed++;

const journeys = join(results, 'journeys.json');
run('node_modules/@playwright/test/cli.js', ['test', '--config', 'e2e/playwright.config.ts'], { PLAYWRIGHT_JSON_OUTPUT_FILE: journeys });
if (existsSync(journeys)) {
  const { stats } = JSON.parse(readFileSync(journeys, 'utf8'));
  passed += stats.expected + stats.flaky;
  failed += stats.unexpected;
  skipped += stats.skipped;
} else failed++;

console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed || !passed ? 1 : 0);
