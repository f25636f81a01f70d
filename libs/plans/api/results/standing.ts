import { completedBy, type CompletedOn, coursesCalled } from '@zhixing/courses/api';
import type { ResultTargetKind } from '@zhixing/plans/contract';
import type { Reader } from '@zhixing/platform/api';
import { certificationsCalled, type PeriodFrom, periodsFrom } from '../certifications/past-cycles.ts';

/** What a name in a file may stand for. */
export interface Called {
  kind: ResultTargetKind;
  id: string;
  title: string;
  /** Of a course that examines. */
  pass_mark: number | null;
}

/** Everything that bears one of the names, by the name in lower case. */
export async function called(reader: Reader, names: readonly string[]): Promise<Map<string, Called[]>> {
  const [courses, certifications] = [await coursesCalled(reader, names), await certificationsCalled(reader, names)];
  const all = [...courses.map((one) => ({ ...one, kind: 'course' as const })), ...certifications.map((one) => ({ ...one, kind: 'certification' as const, pass_mark: null }))];
  return Map.groupBy(all, (one) => one.name);
}

/** A person, what they did, and the day. */
export interface Past {
  personId: string;
  targetId: string;
  day: string;
}

/** What is recorded of past results: the completion of the same day, the period a cycle from that day would have. */
export interface Standing {
  completion(past: Past): CompletedOn | undefined;
  period(past: Past): PeriodFrom | undefined;
}

const keyOf = (...parts: string[]): string => parts.join(' ');

/** Looks past results up, of each kind at once. */
export async function standing(reader: Reader, past: readonly (Past & { kind: ResultTargetKind })[]): Promise<Standing> {
  const of = (kind: ResultTargetKind) => past.filter((one) => one.kind === kind);
  const completions = await completedBy(reader, of('course').map(({ personId, targetId: courseId }) => ({ personId, courseId })));
  const periods = await periodsFrom(reader, of('certification').map(({ personId, targetId: certificationId, day }) => ({ personId, certificationId, day })));
  const completed = new Map(completions.map((one) => [keyOf(one.person_id, one.course_id, one.day), one]));
  const period = new Map(periods.map((one) => [keyOf(one.person_id, one.certification_id, one.day), one]));
  return {
    completion: ({ personId, targetId, day }) => completed.get(keyOf(personId, targetId, day)),
    period: ({ personId, targetId, day }) => period.get(keyOf(personId, targetId, day)),
  };
}
