import { first, type Reader } from '@zhixing/platform/api';
import { COMPLETION_BY_ID, COMPLETION_OF_REGISTRATION, COMPLETIONS_AFTER, COMPLETIONS_BY_ID } from './completions.queries.ts';

/** A finished course as rooms above build on it. The row never changes. */
export interface Completion {
  id: string;
  person_id: string;
  course_id: string;
  registration_id: string;
  title: string;
  version: number;
  /** Minutes of the version's required lessons, as its authors reckon. */
  estimate: number;
  completed_at: Date;
  score: number | null;
  /** As the server measured them. */
  minutes: number;
  /** Its name on that day. */
  department: string;
  /** `learned`, `demo`, or `import` for what was finished elsewhere. */
  source: string;
  /** Whether it has a required quiz. */
  quiz: boolean;
  /** Whether every required quiz was passed at the first try. */
  first_try: boolean;
}

export const completion = (reader: Reader, id: string): Promise<Completion | undefined> => first<Completion>(reader, COMPLETION_BY_ID, [id]);

/** The completions of these ids. */
export const completionsOf = (reader: Reader, ids: readonly string[]): Promise<Completion[]> => reader.rows<Completion>(COMPLETIONS_BY_ID, [ids]);

export const completionOf = (reader: Reader, registrationId: string): Promise<Completion | undefined> => first<Completion>(reader, COMPLETION_OF_REGISTRATION, [registrationId]);

/** All completions ever, some at a time. */
export async function* completions(reader: Reader, batch = 1000): AsyncGenerator<Completion[], void> {
  for (let after: string | null = null; ; ) {
    const rows: Completion[] = await reader.rows<Completion>(COMPLETIONS_AFTER, [after, batch]);
    if (rows.length) yield rows;
    if (rows.length < batch) return;
    after = rows[rows.length - 1]!.id;
  }
}
