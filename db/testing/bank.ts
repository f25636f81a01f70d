import { ensureDatabase } from '../embedded/index.ts';
import pg from 'pg';

/** A migrated database that holds nothing yet, beside the worker's own. */
export interface TestBank {
  /** of the owner role */
  url: string;
  drop(): Promise<void>;
}

/** Clones the migrated template of the test run; drop it at the end. */
export async function emptyBank(name: string): Promise<TestBank> {
  const { superuser, ownerUrl } = JSON.parse(process.env.TEST_PG_URLS!) as { superuser: string; ownerUrl: string };
  const database = `${name}_${process.env.JEST_WORKER_ID}`;
  await ensureDatabase({ url: superuser }, database, { template: 'template_zhixing' });
  return {
    url: Object.assign(new URL(ownerUrl), { pathname: `/${database}` }).href,
    drop: async () => {
      const client = new pg.Client(superuser);
      await client.connect();
      await client.query(`drop database ${database} with (force)`).finally(() => client.end());
    },
  };
}
