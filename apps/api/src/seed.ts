import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEMO_PASSWORD, hashPassword } from '@zhixing/access/api';
import { ensureDatabase, startEmbedded } from '@zhixing/db/embedded';
import { seedBank } from '@zhixing/db/seeds';
import { migrate } from './migrate.ts';

// `npm run seed -- --employees N`: a synthetic bank of N people in an empty database: that of DATABASE_URL, else the embedded one of DATA_DIR.

const SMALLEST = 50;
const LARGEST = 200_000;

async function seed(): Promise<void> {
  const { values } = parseArgs({ options: { employees: { type: 'string', default: '1000' } } });
  const employees = Number(values.employees);
  if (!Number.isInteger(employees) || employees < SMALLEST || employees > LARGEST) throw new Error(`--employees takes a whole number from ${SMALLEST} to ${LARGEST}.`);
  if (process.env.NODE_ENV === 'production') throw new Error('The synthetic bank is refused with NODE_ENV=production: its logins have a published password.');
  const { DATABASE_URL, DATABASE_MIGRATE_URL, DATA_DIR } = process.env;
  const server = DATABASE_URL ? undefined : await startEmbedded({ directory: join(resolve(DATA_DIR ?? '.data'), 'postgres') });
  try {
    if (server) await ensureDatabase(server, 'zhixing');
    const url = server?.ownerUrl('zhixing') ?? DATABASE_MIGRATE_URL ?? DATABASE_URL!;
    await migrate(url);
    const began = performance.now();
    await seedBank(url, { employees, passwordHash: await hashPassword(DEMO_PASSWORD), demoLogins: true });
    console.log(`A bank of ${employees} people was made in ${((performance.now() - began) / 1000).toFixed(1)} s. Sign in as employee, manager, ldadmin or trainer, or by staff number (sy000001 is the president); password ${DEMO_PASSWORD}.`);
  } finally {
    await server?.stop();
  }
}

seed().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
