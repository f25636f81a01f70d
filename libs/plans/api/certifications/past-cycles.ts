import type { Reader, Transaction } from '@zhixing/platform/api';
import { CERTIFICATIONS_CALLED, HOLD_MANY_CYCLES, IMPORT_CYCLES, PERIODS_FROM } from './past-cycles.queries.ts';

/** A certification that a file may name by its title. */
export interface CalledCertification {
  /** The title asked for, in lower case. */
  name: string;
  id: string;
  title: string;
}

/** Active certifications by title, whatever its case. */
export const certificationsCalled = (reader: Reader, names: readonly string[]): Promise<CalledCertification[]> =>
  reader.rows<CalledCertification>(CERTIFICATIONS_CALLED, [names.map((name) => name.toLowerCase())]);

/** A cycle held elsewhere or in the past, from a day on. `id` = that of the cycle. */
export interface PastCycle {
  id: string;
  certificationId: string;
  personId: string;
  day: string;
}

/** What a past cycle would be. */
export interface PeriodFrom {
  certification_id: string;
  person_id: string;
  day: string;
  /** The last day; null = for good. */
  valid_until: string | null;
  /** Whether a cycle begins that day already. */
  begun: boolean;
  /** The first cycle it would overlap, until the last day it held (null = for good); null = it overlaps none. */
  held_from: string | null;
  held_until: string | null;
}

/** Past cycles as they would be stored now. */
export const periodsFrom = (reader: Reader, past: readonly Omit<PastCycle, 'id'>[]): Promise<PeriodFrom[]> =>
  reader.rows<PeriodFrom>(PERIODS_FROM, [past.map((one) => one.certificationId), past.map((one) => one.personId), past.map((one) => one.day)]);

/**
 * Stores past cycles, `source = 'import'`, each with the period of its certification; those that stand already, or would overlap what a person holds, are left out. Nobody is told, and no certificate is issued.
 * At most some hundred at once, none overlapping another.
 * @returns the ids stored
 */
export async function importCycles(tx: Transaction, past: readonly PastCycle[]): Promise<string[]> {
  if (!past.length) return [];
  await tx.rows(HOLD_MANY_CYCLES, [past.map((one) => one.certificationId), past.map((one) => one.personId)]);
  return (await tx.rows<{ id: string }>(IMPORT_CYCLES, [JSON.stringify(past)])).map(({ id }) => id);
}
