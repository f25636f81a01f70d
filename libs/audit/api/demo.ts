import { PRIVACY_NOTICE } from '@zhixing/audit/contract';
import { Person } from '@zhixing/people/api';
import type { DemoSeed } from '@zhixing/platform/api';
import { Not } from 'typeorm';
import { Acknowledgement } from './privacy.entities.ts';

/** The first judge: the one demo person whom the notice meets at the first sign-in. */
const NEW_HERE = 'SF0006';

/** Everybody of the demo bank but one has read the privacy notice. */
export const seedAudit: DemoSeed = async (tx, { now }) => {
  const persons = await tx.manager.findBy(Person, { staffNumber: Not(NEW_HERE) });
  await tx.manager.insert(Acknowledgement, persons.map((person) => ({ personId: person.id, version: PRIVACY_NOTICE.version, at: now })));
};
