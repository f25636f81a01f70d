import type { CompletedOn } from '@zhixing/courses/api';
import { type NumberedPerson, quoted } from '@zhixing/people/api';
import type { PeriodFrom } from '../certifications/past-cycles.ts';
import type { FileRow } from './columns.rules.ts';
import type { RowError } from './row-errors.ts';
import type { Called } from './standing.ts';

/** What is wrong with whom a row names. */
export function* wrongPerson({ staffNumber, name }: FileRow, person: NumberedPerson | undefined): Generator<RowError> {
  if (!staffNumber) return;
  const value = quoted(staffNumber);
  if (!person) yield { code: 'unknown_person', field: 'staffNumber', values: { value } };
  else if (!person.within) yield { code: 'outside_scope', field: 'staffNumber', values: { value } };
  else {
    if (!person.placed) yield { code: 'no_place', field: 'staffNumber', values: { value } };
    if (name && name !== person.name) yield { code: 'other_name', field: 'name', values: { number: value, value: quoted(name) } };
  }
}

/** What is wrong with what a row names. */
export function* wrongTarget(row: FileRow, bearers: readonly Called[]): Generator<RowError> {
  if (!row.course) return;
  const value = quoted(row.course);
  const [found, ...others] = bearers;
  if (!found) yield { code: 'unknown_course', field: 'course', values: { value } };
  else if (others.length) yield { code: bearers.every((one) => one.kind === 'course') ? 'several_courses' : 'ambiguous', field: 'course', values: { value, count: bearers.length } };
  else if (found.kind === 'certification') yield* ofNoCertification(row);
  else if (row.score !== null && found.pass_mark !== null && row.score < found.pass_mark) yield { code: 'below_pass_mark', field: 'score', values: { value: row.score, mark: found.pass_mark } };
}

function* ofNoCertification({ score, minutes }: FileRow): Generator<RowError> {
  if (score !== null) yield { code: 'not_recorded', field: 'score' };
  if (minutes !== null && minutes > 0) yield { code: 'not_recorded', field: 'hours' };
}

/** Where a row says something else than what is recorded of the same day; what it leaves open is the same. */
export function* otherFigures({ score, minutes }: FileRow, stands: CompletedOn): Generator<RowError> {
  if (score !== null && score !== stands.score) yield { code: 'other_score', field: 'score', values: { score: stands.score ?? '–' } };
  if (minutes !== null && minutes !== stands.minutes) yield { code: 'other_hours', field: 'hours', values: { hours: Number((stands.minutes / 60).toFixed(2)) } };
}

/** What is held already when a cycle would begin. */
export function* overlapping({ begun, held_from: from, held_until: until }: PeriodFrom): Generator<RowError> {
  if (begun || from === null) return;
  yield until === null ? { code: 'held_for_good', field: 'completedOn', values: { from } } : { code: 'held', field: 'completedOn', values: { from, until } };
}

/** Rows of one file that say the same: a course on the same day, certifications whose periods overlap. Grows with every row asked about. */
export class Lines {
  private readonly seen = new Map<string, { line: number; from: string; until: string | null }[]>();

  /** Whether an earlier row says so already. */
  *clash(key: string, { line, from, until }: { line: number; from: string; until: string | null }): Generator<RowError> {
    const rows = this.seen.get(key) ?? [];
    const before = rows.find((one) => (until === null || one.from <= until) && (one.until === null || one.until >= from));
    if (!before) this.seen.set(key, [...rows, { line, from, until }]);
    else yield before.from === from ? { code: 'twice', field: null, values: { line: before.line } } : { code: 'overlaps_line', field: 'completedOn', values: { line: before.line } };
  }
}
