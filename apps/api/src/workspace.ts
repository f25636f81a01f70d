import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDatabase, startEmbedded } from '@zhixing/db/embedded';

// What every process begun from the sources needs: a fresh build, a database, a login secret.
// Node strips the types of this file; the application itself is bundled, because decorators need a compiler.

export const root = fileURLToPath(new URL('../../..', import.meta.url));
/** The bundled server. */
export const bundle = join(root, 'apps/api/dist');
/** The built pages. */
export const pages = join(root, 'apps/web/dist');

/** The newest change below a folder, in milliseconds; tests and results do not count. */
function newestChange(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return /\.test\.ts$/.test(path) ? 0 : stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).filter((name) => name !== 'dist' && name !== 'node_modules').map((name) => newestChange(join(path, name))));
}

/** Builds server and pages unless they are newer than all sources. @throws Error with what the build said */
export function buildIfStale(): void {
  const sources = ['apps', 'libs', 'db/migrations', 'package-lock.json', 'tsconfig.base.json'].map((name) => newestChange(join(root, name)));
  const built = [join(bundle, 'main.js'), join(pages, 'index.html')].map((file) => (existsSync(file) ? statSync(file).mtimeMs : 0));
  if (Math.min(...built) > Math.max(...sources)) return;
  console.log('Building …');
  const result = spawnSync(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', 'build', '--output-style=static'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false' },
  });
  if (result.status !== 0) throw new Error(`The build failed:\n${result.stdout}\n${result.stderr}`);
  // a cached build keeps its old times; the next start compares with now
  for (const file of [join(bundle, 'main.js'), join(pages, 'index.html')]) writeFileSync(file, readFileSync(file));
}

/** The key of the login tokens, made once and kept beside the data. */
export function loginSecret(directory: string): string {
  const file = join(directory, 'login-secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** A database by its two roles. */
export interface OpenDatabase {
  app: string;
  owner: string;
  stop(): Promise<void>;
}

/** That of DATABASE_URL, else the embedded one of the folder, started or attached to. */
export async function openDatabase(directory: string): Promise<OpenDatabase> {
  const { DATABASE_URL, DATABASE_MIGRATE_URL } = process.env;
  if (DATABASE_URL) return { app: DATABASE_URL, owner: DATABASE_MIGRATE_URL ?? DATABASE_URL, stop: async () => {} };
  const server = await startEmbedded({ directory: join(directory, 'postgres') });
  await ensureDatabase(server, 'zhixing');
  if (server.attached) console.log('Another start already runs the database of this folder; this one uses it and ends with it.');
  return { app: server.appUrl('zhixing'), owner: server.ownerUrl('zhixing'), stop: () => server.stop() };
}

/** DATA_DIR, made when it is not there. */
export function dataDirectory(): string {
  const directory = resolve(root, process.env.DATA_DIR ?? '.data');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return directory;
}

/** Whether this bank is the demo bank: unless said otherwise, outside of production. */
export const isDemo = (): boolean => (process.env.DEMO ?? (process.env.NODE_ENV === 'production' ? '0' : '1')) === '1';
