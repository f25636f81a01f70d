import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from './workspace.ts';

// What the life of courses, assignments and certificates comes to: cases that go wrong elsewhere, and what is tested first. Each row begins the name of a test
// (`edge case: lesson removed: …`, `first test: floor-percent property test: …`), found by searching for it, or stands in NOT_YET with what it waits for.

const ROWS = [
  'edge case: content changed after completion', 'edge case: changed while in progress', 'edge case: lesson removed', 'edge case: completion rule edited',
  'edge case: re-grade below pass after a certificate', 'edge case: double click, two devices', 'edge case: client claims progress', 'edge case: leaver', 'edge case: rehire',
  'edge case: imported history', 'edge case: survey', 'edge case: points rule changed',
  'first test: add / remove / hide a lesson with completed, in-progress and new learners', 'first test: floor-percent property test', 'first test: 20 parallel certificate requests -> 1 row',
  'first test: forged watch time -> not complete', 'first test: 31 Jan, 29 Feb, 31 Dec expiry', 'first test: due 23:59 Shanghai seen from London', 'first test: transfer in / out / back in one day',
  'first test: leaver then rehire', 'first test: renewal before / in / after the window', 'first test: dry-run count equals applied count', 'first test: reminder once even if the job reruns',
];

const NOT_YET: Record<string, string> = {};

/** The lines that name tests. */
function names(): string[] {
  const found: string[] = [];
  for (const folder of ['apps', 'libs', 'e2e'])
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
      if (/\.(test|spec)\.ts$/.test(file) && !/node_modules|(^|\/)(dist|results)\//.test(file)) found.push(...readFileSync(join(root, folder, file), 'utf8').split('\n').filter((line) => /^\s*test(\.each\(.*\))?\(/.test(line)));
  return found;
}

test('every row has a test of its name, or says what it waits for, and not both', () => {
  const tests = names();
  const tested = (row: string) => tests.some((name) => name.includes(row));
  expect(ROWS.filter((row) => !tested(row) && !NOT_YET[row])).toEqual([]);
  expect(Object.keys(NOT_YET).filter((row) => tested(row) || !ROWS.includes(row))).toEqual([]);
});
