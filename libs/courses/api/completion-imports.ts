import { coursesEvents } from '@zhixing/courses/contract';
import { placesOn } from '@zhixing/people/api';
import { emit, type Reader, type Transaction } from '@zhixing/platform/api';
import { offerEvidence } from '@zhixing/skills/api';
import { v7 as uuid } from 'uuid';
import { COMPLETED_BY, COURSES_CALLED, HOLD_IMPORTS, IMPORT_COMPLETIONS } from './completion-imports.queries.ts';
import { courseEvidence, type FinishedCourse } from './course-skills.ts';

/** A course that a file may name. */
export interface CalledCourse {
  /** The slug or title asked for. */
  name: string;
  id: string;
  title: string;
  /** The highest of its required quizzes today; null when it does not examine. */
  pass_mark: number | null;
}

/** Courses by slug or title, whatever their case: all that bear the name. */
export const coursesCalled = (reader: Reader, names: readonly string[]): Promise<CalledCourse[]> => reader.rows<CalledCourse>(COURSES_CALLED, [names.map((name) => name.toLowerCase())]);

/** That somebody completed a course on a day (Asia/Shanghai); `minutes` as they are recorded. */
export interface CompletedOn {
  person_id: string;
  course_id: string;
  day: string;
  score: number | null;
  minutes: number;
}

/** What is recorded of pairs of a person and a course, once for each day: of several, the one completed last. */
export const completedBy = (reader: Reader, pairs: readonly { personId: string; courseId: string }[]): Promise<CompletedOn[]> =>
  reader.rows<CompletedOn>(COMPLETED_BY, [pairs.map((one) => one.personId), pairs.map((one) => one.courseId)]);

/** A course finished elsewhere or in the past. `id` = that of the completion record; `minutes` as somebody else measured them. */
export interface PastCompletion {
  id: string;
  personId: string;
  courseId: string;
  day: string;
  score: number | null;
  minutes: number;
}

/**
 * Stores past completions with their original day and the place the person had then, `source = 'import'`; those of a person, course and day that stand already are left as they are.
 * Each is evidence of what the course teaches, as of its day. Nobody is told, and nothing is earned but hours. At most some hundred at once.
 * @returns the ids stored
 */
export async function importCompletions(tx: Transaction, past: readonly PastCompletion[]): Promise<string[]> {
  if (!past.length) return [];
  await tx.rows(HOLD_IMPORTS);
  const places = await placesOn(tx, past);
  const rows = past.flatMap((one, at) => {
    const place = places[at];
    return place ? [{ ...one, registrationId: uuid(), departmentId: place.department_id, department: place.department, position: place.position }] : [];
  });
  const stored = (await tx.rows<Omit<FinishedCourse, 'id'> & { id: string; registration_id: string }>(IMPORT_COMPLETIONS, [JSON.stringify(rows)]));
  if (!stored.length) return [];
  await offerEvidence(tx, stored.flatMap(({ registration_id: id, ...finished }) => courseEvidence({ ...finished, id })));
  const completionIds = stored.map((one) => one.id);
  await emit(tx, coursesEvents['courses.completions_imported'], { completionIds });
  return completionIds;
}
