import { ensureDatabase } from '../embedded/index.ts';
import type { TestUrls } from './setup.ts';

// Jest setupFiles, before each test file: this worker's own database, cloned once from the template and kept for its next files.
const { superuser, ownerUrl, appUrl } = JSON.parse(process.env.TEST_PG_URLS!) as TestUrls;
const name = `w${process.env.JEST_WORKER_ID}`;
await ensureDatabase({ url: superuser }, name, { template: 'template_zhixing' });

const inOwnDatabase = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
process.env.DATABASE_URL = inOwnDatabase(appUrl);
process.env.DATABASE_MIGRATE_URL = inOwnDatabase(ownerUrl);
