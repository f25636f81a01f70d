import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDatabase, startEmbedded } from '@zhixing/db/embedded';

// What `npm start` runs: build if stale, database, migrations, demo bank, API and pages, all in this one process.
// Node strips the types of this file; the application itself is bundled, because decorators need a compiler.

const root = fileURLToPath(new URL('../../..', import.meta.url));
const bundle = join(root, 'apps/api/dist');
const pages = join(root, 'apps/web/dist');

/** The newest change below a folder, in milliseconds; tests and results do not count. */
function newestChange(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return /\.test\.ts$/.test(path) ? 0 : stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).filter((name) => name !== 'dist' && name !== 'node_modules').map((name) => newestChange(join(path, name))));
}

function buildIfStale(): void {
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
function loginSecret(directory: string): string {
  const file = join(directory, 'login-secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

async function database(directory: string): Promise<{ app: string; owner: string; stop(): Promise<void> }> {
  const { DATABASE_URL, DATABASE_MIGRATE_URL } = process.env;
  if (DATABASE_URL) return { app: DATABASE_URL, owner: DATABASE_MIGRATE_URL ?? DATABASE_URL, stop: async () => {} };
  const server = await startEmbedded({ directory: join(directory, 'postgres') });
  await ensureDatabase(server, 'zhixing');
  if (server.attached) console.log('Another start already runs the database of this folder; this one uses it and ends with it.');
  return { app: server.appUrl('zhixing'), owner: server.ownerUrl('zhixing'), stop: () => server.stop() };
}

async function start(): Promise<void> {
  const directory = resolve(root, process.env.DATA_DIR ?? '.data');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  buildIfStale();
  const { app: appUrl, owner, stop } = await database(directory);
  try {
    const { migrate } = await import(join(bundle, 'migrate.js'));
    const { seedDemo } = await import(join(bundle, 'demo.js'));
    const { serve } = await import(join(bundle, 'main.js'));
    const demo = process.env.DEMO ?? (process.env.NODE_ENV === 'production' ? '0' : '1');
    await migrate(owner);
    if (demo === '1' && (await seedDemo(appUrl))) console.log('The demo bank 示范银行 has been set up.');
    const app = await serve(
      { LOG_LEVEL: 'warn', ...process.env, DEMO: demo, DATABASE_URL: appUrl, LOGIN_SECRET: process.env.LOGIN_SECRET || loginSecret(directory) },
      pages,
    );
    const end = async () => {
      console.log('\nStopping …');
      await app.close();
      await stop();
      process.exit(0);
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
    console.log(`\n  知行 Zhixing   ${(await app.getUrl()).replace('[::1]', 'localhost')}`);
    if (demo === '1') console.log('  Demo logins    employee · employee2 · manager · ldadmin · trainer   (password demo-Pass-2026)');
    console.log('  Ctrl-C stops it.\n');
  } catch (error) {
    await stop();
    throw error;
  }
}

start().catch((error: Error & { code?: string }) => {
  const port = process.env.PORT ?? '3000';
  console.error(error.code === 'EADDRINUSE' ? `Port ${port} is in use; Zhixing may be running there already (http://127.0.0.1:${port}). Choose another with PORT=3001 npm start.` : error.message);
  process.exit(1);
});
