import { join } from 'node:path';
import { buildIfStale, bundle, dataDirectory, isDemo, loginSecret, openDatabase, pages } from './workspace.ts';

// What `npm start` runs: build if stale, database, migrations, demo bank, API, pages and worker, all in this one process.

async function start(): Promise<void> {
  const directory = dataDirectory();
  buildIfStale();
  const { app: appUrl, owner, stop } = await openDatabase(directory);
  try {
    const { migrate } = await import(join(bundle, 'migrate.js'));
    const { seedDemo } = await import(join(bundle, 'demo.js'));
    const { serve } = await import(join(bundle, 'main.js'));
    await migrate(owner);
    if (isDemo() && (await seedDemo(appUrl))) console.log('The demo bank 示范银行 has been set up.');
    const serving = await serve(
      { LOG_LEVEL: 'warn', ...process.env, DEMO: isDemo() ? '1' : '0', DATABASE_URL: appUrl, LOGIN_SECRET: process.env.LOGIN_SECRET || loginSecret(directory) },
      pages,
      { worker: true },
    );
    const end = async () => {
      console.log('\nStopping …');
      await serving.close();
      await stop();
      process.exit(0);
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
    console.log(`\n  知行 Zhixing   ${serving.url.replace('[::1]', 'localhost')}`);
    if (isDemo()) console.log('  Demo logins    employee · employee2 · manager · ldadmin · ldadmin2 · trainer · sysadmin · secadmin · secadmin2 · auditor   (password demo-Pass-2026)');
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
