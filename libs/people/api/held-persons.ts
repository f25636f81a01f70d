import { AppError, type audit, type Transaction } from '@zhixing/platform/api';
import { HOLD_PERSONS, NOT_EMPLOYED } from './organisation.queries.ts';

/** Whoever may change the organisation: a signed-in person, or a job in somebody's name. */
export type By = Parameters<typeof audit>[1];

/** Locks the persons, each named once. @throws AppError `not_found` */
export async function holdPersons(tx: Transaction, ids: string[]): Promise<{ id: string; display_name: string }[]> {
  const held = await tx.rows<{ id: string; display_name: string }>(HOLD_PERSONS, [ids]);
  if (held.length !== ids.length) throw new AppError('not_found');
  return held;
}

/** @throws AppError `people.not_employed` with the names of those who do not work here on the day */
export async function requireEmployed(tx: Transaction, ids: string[], day: string): Promise<void> {
  const missing = await tx.rows<{ display_name: string }>(NOT_EMPLOYED, [ids, day]);
  if (missing.length) throw new AppError('people.not_employed', { names: missing.map((one) => one.display_name).join('、'), day });
}
