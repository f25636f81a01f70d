import { parseArgs } from 'node:util';
import { AccountsService } from '@zhixing/access/api';
import { FirstAdministratorsService } from '@zhixing/people/api';
import { CreateDepartment, HirePerson } from '@zhixing/people/contract';
import { AppError, createWorkerContext, Database, readConfig, Sentences } from '@zhixing/platform/api';
import { z } from 'zod';
import { rooms } from './rooms.ts';

const USAGE = 'npm run administrators -- --security STAFF_NUMBER:NAME --security STAFF_NUMBER:NAME [--person STAFF_NUMBER:NAME …] [--top CODE:NAME]';
const BY = { address: 'command line', requestId: 'administrators' };

/** `100001:张三`, or `100001` alone for somebody who is known. */
const pair = z.string().transform((text) => {
  const [, code = '', name = ''] = /^([^:]*):?(.*)$/.exec(text)!;
  return { code, name };
});
const Named = pair.transform(({ code, name }): { staffNumber: string; displayName?: string } => ({ staffNumber: code, ...(name && { displayName: name }) })).pipe(HirePerson.pick({ staffNumber: true, displayName: true }).partial({ displayName: true }));
const Top = pair.pipe(CreateDepartment.pick({ code: true, name: true }));
const Arguments = z
  .strictObject({ security: z.tuple([Named, Named]), person: z.array(Named).default([]), top: Top.optional() })
  .refine(({ security, person }) => new Set([...security, ...person].map((one) => one.staffNumber)).size === 2 + person.length);

/**
 * The first two security administrators of a database that has none, who grant every other role from then on; prints a link with which each sets their password, good for 72 hours.
 * `--person`: others who get a link, whom those two will make administrator. @throws Error with what is missing, or that there is one already
 */
export default async function administrators(args: string[], environment: Record<string, string | undefined>): Promise<void> {
  const option = { type: 'string', multiple: true } as const;
  const read = Arguments.safeParse({ ...parseArgs({ args, options: { security: option, person: option, top: { type: 'string' } } }).values });
  if (!read.success) throw new Error(USAGE);
  const { security, person: others, top } = read.data;

  const app = await createWorkerContext(rooms, readConfig({ ...environment, DEMO: '0' }));
  try {
    const people = app.get(FirstAdministratorsService, { strict: false });
    const accounts = app.get(AccountsService, { strict: false });
    const links = await app.get(Database).transaction(async (tx) => {
      const made = [];
      for (const id of await people.found(tx, BY, { top, security, others })) made.push(await accounts.invite(tx, BY, id));
      return made;
    });
    for (const { login, link, expiresAt } of links) console.log(`${login}  ${link}  (until ${expiresAt})`);
    console.log('Each link works once and is shown only here: hand it over in person.');
  } catch (error) {
    throw error instanceof AppError ? new Error(`${app.get(Sentences).of(error.code, error.values, 'en')}\n${USAGE}`, { cause: error }) : error;
  } finally {
    await app.close();
  }
}
