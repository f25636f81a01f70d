import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDatabase, startEmbedded } from '@zhixing/db/embedded';
import { watch, type WatchOptions } from 'rolldown';
import { loadConfig } from 'rolldown/config';
import { createServer } from 'vite';

// What `npm run dev` runs: one database for as long as it lasts, the API anew after each change of its code, the pages by Vite.
// Migrations and the demo bank run once, at its start: a half-written migration is not run by saving it.

const root = fileURLToPath(new URL('../../..', import.meta.url));
const bundle = join(root, 'apps/api/dist');
const { DATABASE_URL, DATABASE_MIGRATE_URL, DATA_DIR = '.data', DEMO = '1', PORT = '3000' } = process.env;

async function database(): Promise<{ app: string; owner: string; stop(): Promise<void> }> {
  if (DATABASE_URL) return { app: DATABASE_URL, owner: DATABASE_MIGRATE_URL ?? DATABASE_URL, stop: async () => {} };
  const server = await startEmbedded({ directory: join(resolve(root, DATA_DIR), 'postgres') });
  await ensureDatabase(server, 'zhixing');
  return { app: server.appUrl('zhixing'), owner: server.ownerUrl('zhixing'), stop: () => server.stop() };
}

const { app, owner, stop } = await database();
// one key for all restarts of the API, so that a login outlives them
const environment = { LOG_LEVEL: 'warn', LOGIN_SECRET: randomBytes(32).toString('base64url'), ...process.env, DEMO, PORT, DATABASE_URL: app, ZHIXING_PROCESS: 'all' };
let api: ChildProcess | undefined;

async function stopApi(): Promise<void> {
  if (!api || api.exitCode !== null || api.signalCode !== null) return;
  const exit = once(api, 'exit');
  api.kill('SIGTERM');
  await exit;
}

async function startApi(): Promise<void> {
  if (api) await stopApi();
  else {
    await (await import(join(bundle, 'migrate.js'))).migrate(owner);
    if (DEMO === '1') await (await import(join(bundle, 'demo.js'))).seedDemo(app);
  }
  api = spawn(process.execPath, [join(bundle, 'main.js')], { cwd: root, stdio: 'inherit', env: environment });
  api.once('exit', (code) => code && console.error('The API has ended; the next change of its code starts it again.'));
}

const failed = (error: unknown) => console.error(error instanceof Error ? error.message : error);

// the configuration speaks of files beside it
process.chdir(join(root, 'apps/api'));
const watcher = watch((await loadConfig(resolve('rolldown.config.mjs'))) as WatchOptions);
let turn = Promise.resolve();
watcher.on('event', (event) => {
  if (event.code === 'ERROR') failed(event.error);
  if (event.code === 'BUNDLE_END') turn = turn.then(startApi).catch(failed); // not after an error
  if (event.code === 'BUNDLE_END' || event.code === 'ERROR') void event.result?.close();
});

// the Host stays the page's own: the API compares it with the Origin
const proxy = { '/api': { target: `http://127.0.0.1:${PORT}`, changeOrigin: false } };
const pages = await createServer({ root: join(root, 'apps/web'), server: { proxy } });
await pages.listen();
pages.printUrls();

// Vite's own handler would end this process before the API
process.removeAllListeners('SIGTERM');
const end = async () => {
  await watcher.close();
  await pages.close();
  await turn;
  await stopApi();
  await stop();
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
