import type { Reader } from '@zhixing/platform/api';
import { PERSONS_NUMBERED, PLACES_THEN } from './past-places.queries.ts';

export interface NumberedPerson {
  staff_number: string;
  person_id: string;
  name: string;
  /** Whether they work, or worked last, in the scope asked for. */
  within: boolean;
  /** Whether they ever had a place in a department. */
  placed: boolean;
}

/** Where somebody worked on a day, as what. */
export interface PlaceThen {
  department_id: string;
  department: string;
  position: string;
}

/** Persons by staff number, also those who left. @param scope departments with all below them, null = the whole bank */
export const personsNumbered = (reader: Reader, numbers: readonly string[], scope: readonly string[] | null): Promise<NumberedPerson[]> =>
  reader.rows<NumberedPerson>(PERSONS_NUMBERED, [numbers, scope]);

/** The place of each person on their day (the nearest one when none held then), in the order asked for; undefined for whoever never had one. */
export async function placesOn(reader: Reader, asked: readonly { personId: string; day: string }[]): Promise<(PlaceThen | undefined)[]> {
  const found = await reader.rows<PlaceThen & { at: number }>(PLACES_THEN, [asked.map((one) => one.personId), asked.map((one) => one.day)]);
  const places: (PlaceThen | undefined)[] = asked.map(() => undefined);
  for (const { at, ...place } of found) places[at - 1] = place;
  return places;
}
