import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { ensureDatabase, startEmbedded } from '../embedded/index.ts';
import { installQueue } from '../queue.ts';
import * as migrations from '../migrations/index.ts';

/** The urls of the migrated template, as `TEST_PG_URLS` carries them to the Jest workers. */
export interface TestUrls { superuser: string; ownerUrl: string; appUrl: string }

/** Jest globalSetup: one PostgreSQL for the run; `template_zhixing` holds the migrated schema, each test file clones it (worker.ts). */
export default async function setup(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'zhixing-test-'));
  const server = await startEmbedded({
    directory,
    // nothing here outlives the run
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  const remove = async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await ensureDatabase(server, 'template_zhixing');
    const urls: TestUrls = { superuser: server.url, ownerUrl: server.ownerUrl('template_zhixing'), appUrl: server.appUrl('template_zhixing') };
    const source = new DataSource({ type: 'postgres', url: urls.ownerUrl, migrations: Object.values(migrations), migrationsTransactionMode: 'each' });
    await source.initialize();
    await source.runMigrations().finally(() => source.destroy());
    await installQueue(urls.ownerUrl);
    process.env.TEST_PG_URLS = JSON.stringify(urls);
  } catch (e) {
    await remove();
    throw e;
  }
  Object.assign(globalThis, { removeTestDatabase: remove });   // for teardown.ts, which runs in this process
}
