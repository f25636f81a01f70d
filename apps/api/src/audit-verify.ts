import { parseArgs } from 'node:util';
import { AuditChain, createWorkerContext, type Flaw, readConfig } from '@zhixing/platform/api';
import { rooms } from './rooms.ts';

const USAGE = 'npm run audit:verify [-- --known PLACE:HASH]';

const WORDS: Record<Flaw['kind'], string> = {
  changed: 'was changed after it was sealed',
  removed: 'was removed',
  inserted: 'was inserted past the application',
  broken: 'no longer follows from the link before: the chain itself was tampered with',
};

/** Seals what waits, recomputes the whole chain and names the first row that is not as it was. @throws Error with that row, so that the command ends with 1 */
export default async function auditVerify(args: string[], environment: Record<string, string | undefined>): Promise<void> {
  const { values } = parseArgs({ args, options: { known: { type: 'string' } } });
  const [, place, hash] = /^(\d+):([0-9a-f]{64})$/.exec(values.known ?? '') ?? [];
  if (values.known && !hash) throw new Error(USAGE);
  const app = await createWorkerContext(rooms, readConfig({ ...environment, DEMO: '0' }));
  try {
    const chain = app.get(AuditChain);
    await chain.run();
    const { head, checked, flaw } = await chain.verify(hash ? { known: { n: Number(place), chainHash: hash } } : {});
    if (flaw) throw new Error(`The audit trail is NOT intact. ${flaw.entryId ? `Entry ${flaw.entryId}` : 'An entry'}${flaw.n === null ? '' : ` at place ${flaw.n}`} ${WORDS[flaw.kind]}.`);
    console.log(`The audit trail is intact: ${checked} entries recomputed.\nNote down its end, and give it to --known next time: ${head.n}:${head.chainHash}`);
  } finally {
    await app.close();
  }
}
