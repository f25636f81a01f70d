import { randomUUID } from 'node:crypto';
import { ensureDatabase } from '../embedded/index.ts';
import type { TestUrls } from './setup.ts';

// Jest setupFiles, before each test file: a database of its own, cloned from the template, so that no file sees what others left.
const { superuser, ownerUrl, appUrl } = JSON.parse(process.env.TEST_PG_URLS!) as TestUrls;
const name = `t${randomUUID().replaceAll('-', '')}`;
await ensureDatabase({ url: superuser }, name, { template: 'template_zhixing' });

const inOwnDatabase = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
process.env.DATABASE_URL = inOwnDatabase(appUrl);
process.env.DATABASE_MIGRATE_URL = inOwnDatabase(ownerUrl);
