import { parseArgs } from 'node:util';
import { DEMO_PASSWORD, hashPassword } from '@zhixing/access/api';
import { seedBank } from '@zhixing/db/seeds';

const SMALLEST = 50;
const LARGEST = 200_000;

/** `npm run seed -- --employees N`: a synthetic bank of N people in an empty database. */
export default async function seed(args: string[], environment: Record<string, string | undefined>): Promise<void> {
  const { values } = parseArgs({ args, options: { employees: { type: 'string', default: '1000' } } });
  const employees = Number(values.employees);
  if (!Number.isInteger(employees) || employees < SMALLEST || employees > LARGEST) throw new Error(`--employees takes a whole number from ${SMALLEST} to ${LARGEST}.`);
  if (environment.NODE_ENV === 'production') throw new Error('The synthetic bank is refused with NODE_ENV=production: its logins have a published password.');
  const began = performance.now();
  await seedBank(environment.DATABASE_MIGRATE_URL!, { employees, passwordHash: await hashPassword(DEMO_PASSWORD), demoLogins: true });
  console.log(`A bank of ${employees} people was made in ${((performance.now() - began) / 1000).toFixed(1)} s. Sign in as employee, manager, ldadmin or trainer, or by staff number (sy000001 is the president); password ${DEMO_PASSWORD}.`);
}
