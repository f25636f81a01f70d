import pg from 'pg';
import { PgBoss } from 'pg-boss';

/**
 * Makes or updates pg-boss's own schema and lets the running role use it, which has no right to do that itself.
 * Called with every migration; finds nothing to do most times.
 * @param url of the owner role
 */
export async function installQueue(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false, registerInstance: false });
  await boss.start();
  await boss.stop({ graceful: false });
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(`
      grant usage on schema pgboss to zhixing_app;
      grant select, insert, update, delete on all tables in schema pgboss to zhixing_app;
      grant usage on all sequences in schema pgboss to zhixing_app;
      grant execute on all functions in schema pgboss to zhixing_app`);
  } finally {
    await client.end();
  }
}
