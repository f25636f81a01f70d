import { AppError, first, type Transaction } from '@zhixing/platform/api';
import { PLACE_ON } from './departments.queries.ts';

/** A department's place on a day. */
export interface PlaceRow {
  id: string;
  parent_id: string | null;
  name: string;
  valid_from: string;
  closed_on: string | null;
  next_change: string | null;
}

/** The place of a department on a day. @throws AppError `people.department_closed` when it does not exist that day or is going to close */
export async function requireOpen(tx: Transaction, id: string, day: string): Promise<PlaceRow> {
  const place = await first<PlaceRow>(tx, PLACE_ON, [id, day]);
  if (!place || place.closed_on) throw new AppError('people.department_closed', { name: place?.name ?? '', day });
  return place;
}
