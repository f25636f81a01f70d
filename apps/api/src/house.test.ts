import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let copy: string;

/** The workspace once more, without what is built or large, sharing the installed packages but not the rooms. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'zhixing-house-'));
  for (const name of ['package.json', 'package-lock.json', 'nx.json', 'eslint.config.mjs', 'tsconfig.base.json', 'tsconfig.json']) cpSync(join(root, name), join(copy, name));
  for (const folder of ['apps', 'libs', 'db', 'e2e', 'bench'])
    cpSync(join(root, folder), join(copy, folder), { recursive: true, filter: (path) => !/\/(dist|results|demo|node_modules)$/.test(path) });
  mkdirSync(join(copy, 'node_modules/@zhixing'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) if (name !== '@zhixing') symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  for (const room of readdirSync(join(copy, 'libs'))) symlinkSync(join(copy, 'libs', room), join(copy, 'node_modules/@zhixing', room));
  symlinkSync(join(copy, 'db'), join(copy, 'node_modules/@zhixing/db'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Lints the files through Nx's project graph; returns "rule: message" by file. */
function lint(files: string[]): Record<string, string[]> {
  const env = { ...process.env, NX_DAEMON: 'false', NX_WORKSPACE_ROOT_PATH: copy, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` };
  const nx = spawnSync(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), 'show', 'projects'], { cwd: copy, env, encoding: 'utf8' });
  expect(nx.stdout).toContain('@zhixing/courses');
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/eslint/bin/eslint.js'), '--format', 'json', ...files], { cwd: copy, env, encoding: 'utf8' });
  if (!stdout.startsWith('[')) throw new Error(stderr);
  const results = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string; message: string }[] }[];
  return Object.fromEntries(results.map(({ filePath, messages }) => [filePath.slice(copy.length + 1), messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)]));
}

const BREACHES: Record<string, { file: string; code: string; rule: string; says: RegExp }> = {
  'an upward import': { file: 'libs/people/api/breach-up.ts', code: "import { coursesRoom } from '@zhixing/courses/api';\nexport const x = coursesRoom;\n", rule: '@nx/enforce-module-boundaries', says: /row:1|[Cc]ircular dependency between "@zhixing.people"/ },
  'an upward import of a type': { file: 'libs/people/contract/breach-type.ts', code: "import type { Domain } from '@zhixing/courses/contract';\nexport type X = Domain;\n", rule: '@nx/enforce-module-boundaries', says: /row:1|[Cc]ircular dependency between "@zhixing.people"/ },
  'an upward import at run time': { file: 'libs/access/api/breach-lazy.ts', code: "export const x = () => import('@zhixing/insights/api');\n", rule: '@nx/enforce-module-boundaries', says: /row:2|[Cc]ircular dependency between "@zhixing.access"/ },
  'a way round by a relative path': { file: 'libs/people/api/breach-relative.ts', code: "import { CoursesModule } from '../../courses/api/courses.module.ts';\nexport const x = CoursesModule;\n", rule: '@nx/enforce-module-boundaries', says: /relative|row:1|[Cc]ircular/ },
  'a page that imports the server': { file: 'libs/courses/web/breach-server.ts', code: "import { coursesRoom } from '../api/index.ts';\nexport const x = coursesRoom;\n", rule: 'no-restricted-imports', says: /may not import api/ },
  'a page that imports Node': { file: 'libs/courses/web/breach-node.ts', code: "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n", rule: 'no-restricted-imports', says: /browser cannot run/ },
  'a page that imports the server at run time': { file: 'libs/courses/web/breach-lazy.ts', code: "export const x = () => import('@zhixing/people/api');\n", rule: 'no-restricted-syntax', says: /may not import api/ },
  'a service that renders': { file: 'libs/courses/api/breach-react.ts', code: "import { useState } from 'react';\nexport const x = useState;\n", rule: 'no-restricted-imports', says: /does not render/ },
  'a contract with a library': { file: 'libs/courses/contract/breach-library.ts', code: "import { v7 } from 'uuid';\nexport const x = v7;\n", rule: 'no-restricted-imports', says: /only zod and other contracts/ },
  'a deep import': { file: 'libs/courses/api/breach-deep.ts', code: "import { Person } from '@zhixing/people/api/people.entities.ts';\nexport const x = Person;\n", rule: 'no-restricted-imports', says: /one door/ },
  'the clock of the host': { file: 'libs/courses/api/breach-clock.ts', code: 'export const x = Date.now();\n', rule: 'no-restricted-syntax', says: /Business time/ },
  'the clock of PostgreSQL': { file: 'libs/courses/api/breach-now.ts', code: 'export const x = `select now()`;\n', rule: 'no-restricted-syntax', says: /Business time/ },
  'a file too long': { file: 'libs/courses/api/breach-long.ts', code: 'export {};\n'.repeat(301), rule: 'max-lines', says: /301/ },
};

test('lint names the rule of every breach of rows and floors', () => {
  for (const { file, code } of Object.values(BREACHES)) writeFileSync(join(copy, file), code);
  const found = lint(Object.values(BREACHES).map(({ file }) => file));
  for (const [breach, { file, rule, says }] of Object.entries(BREACHES)) {
    const named = found[file]!.filter((message) => message.startsWith(`${rule}: `) && says.test(message));
    expect({ breach, named: named.length > 0, found: found[file] }).toEqual({ breach, named: true, found: found[file] });
    rmSync(join(copy, file));
  }
}, 60_000);

test('a room without its row may import nothing', () => {
  const file = join(copy, 'libs/courses/package.json');
  const manifest = readFileSync(file, 'utf8');
  writeFileSync(file, manifest.replace('"row:3"', ''));
  try {
    const found = lint(['libs/courses/api/courses.service.ts'])['libs/courses/api/courses.service.ts']!;
    expect(found.join('\n')).toMatch(/@nx\/enforce-module-boundaries: A project without tags/);
  } finally {
    writeFileSync(file, manifest);
  }
}, 60_000);

const ROOMS = readdirSync(join(root, 'libs'));

test('every room has a row, doors that exist, and nothing beside its floors', () => {
  for (const room of ROOMS) {
    const manifest = JSON.parse(readFileSync(join(root, 'libs', room, 'package.json'), 'utf8'));
    expect({ room, tags: manifest.nx.tags }).toEqual({ room, tags: [expect.stringMatching(/^row:[0-8]$/)] });
    for (const door of Object.values<string>(manifest.exports)) expect({ door, exists: existsSync(join(root, 'libs', room, door)) }).toEqual({ door, exists: true });
    expect(readdirSync(join(root, 'libs', room)).filter((name) => !['package.json', 'contract', 'api', 'web', 'node_modules', 'README.md'].includes(name))).toEqual([]);
  }
});

/** All TypeScript below a room's api that runs in production. */
const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !/\.test\.ts$|testing\.ts$/.test(name)).map((name) => join(folder, name));

test('a room writes to its own tables only', () => {
  const WRITES = new RegExp(`\\b(?:insert\\s+into|update|delete\\s+from|truncate)\\s+(${ROOMS.join('|')})\\.\\w+`, 'gi');
  for (const room of ROOMS) {
    const foreign = sources(join(root, 'libs', room, 'api')).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(WRITES)].filter(([, schema]) => schema !== room).map(([written]) => `${file.slice(root.length)}: ${written}`));
    expect(foreign).toEqual([]);
  }
});

test('rooms other than insights read other rooms only through the views people shows them', () => {
  const READS = new RegExp(`\\b(?:from|join)\\s+(${ROOMS.filter((name) => name !== 'platform').join('|')})\\.(\\w+)`, 'gi');
  const SHOWN = new Set(['people.card', 'people.actor', 'people.reporting', 'people.workforce', 'people.absence', 'people.line', 'people.placement', 'people.position_card']);
  for (const room of ROOMS.filter((name) => name !== 'insights')) {
    const foreign = sources(join(root, 'libs', room, 'api'))
      .filter((file) => file.endsWith('.queries.ts'))
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(READS)].filter(([, schema, table]) => schema !== room && !SHOWN.has(`${schema}.${table}`)).map(([read]) => `${file.slice(root.length)}: ${read}`));
    expect(foreign).toEqual([]);
  }
});

/** `a.b` of every text; plural forms count as one, because languages have different ones. */
const textKeys = (texts: object, path = ''): string[] =>
  Object.entries(texts).flatMap(([key, value]) => (typeof value === 'object' ? textKeys(value, `${path}${key}.`) : [`${path}${key.replace(/_(one|other)$/, '')}`]));

test('Chinese and English have the same texts in every room, and none is empty', () => {
  const folders = [...ROOMS.map((room) => `libs/${room}/web/locales`), 'apps/web/src/locales'].filter((folder) => existsSync(join(root, folder)));
  expect(folders.length).toBeGreaterThanOrEqual(5);
  for (const folder of folders) {
    const [zh, en] = ['zh-CN', 'en'].map((language) => JSON.parse(readFileSync(join(root, folder, `${language}.json`), 'utf8')) as object) as [object, object];
    expect({ folder, keys: [...new Set(textKeys(en))].sort() }).toEqual({ folder, keys: [...new Set(textKeys(zh))].sort() });
    expect({ folder, empty: JSON.stringify([zh, en]).includes(':""') }).toEqual({ folder, empty: false });
  }
});
