import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type CalledCourse, completedBy, type CompletedOn, coursesCalled } from '@zhixing/courses/api';
import { type NumberedPerson, personsNumbered, quoted, readTable } from '@zhixing/people/api';
import type { ResultCounts, ResultRowKind, ResultTargetKind } from '@zhixing/plans/contract';
import { AppError, Files, first, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { type FileRow, readHeading, readRow, type ResultHeading } from './columns.rules.ts';
import { FORGET_ROWS, type ResultsImportRecord, STAGE_ROWS, TODAY_IN_BEIJING } from './results.queries.ts';
import type { RowError } from './row-errors.ts';

/** Bytes of a file, and rows beside its heading. */
export const FILE_LIMIT = 20 * 2 ** 20;
export const ROW_LIMIT = 20_000;

/** Rows compared and written at once. */
export const BATCH = 500;

interface Staged {
  line: number;
  kind: ResultRowKind;
  personId: string | null;
  staffNumber: string;
  name: string;
  targetKind: ResultTargetKind | null;
  targetId: string | null;
  title: string;
  completedOn: string | null;
  score: number | null;
  minutes: number;
  errors: RowError[];
}

/** Reads a file and tells of every row what it would store, or why nothing. The rows of the report are written in the caller's transaction, anew at each check. */
@Injectable()
export class ResultsCheck {
  constructor(private readonly files: Files) {}

  /** @throws AppError people.hr_import_…, plans.results_too_many when the file is no list of results */
  async check(tx: Transaction, { id, sha256, scope }: Pick<ResultsImportRecord, 'id' | 'sha256' | 'scope'>): Promise<ResultCounts> {
    const rows = await this.read(tx, sha256);
    const called = Map.groupBy(await coursesCalled(tx, [...new Set(rows.map((row) => row.course))]), (course) => course.name);
    const lineOf = new Map<string, number>();
    const counts: ResultCounts = { new: 0, same: 0, error: 0 };
    await tx.rows(FORGET_ROWS, [id]);
    for (let at = 0; at < rows.length; at += BATCH) {
      const staged = await compared(tx, rows.slice(at, at + BATCH), called, scope, lineOf);
      await tx.rows(STAGE_ROWS, [id, JSON.stringify(staged.map((row) => ({ id: uuid(), place: ++counts[row.kind], ...row })))]);
      await setImmediate();
    }
    return counts;
  }

  private async read(tx: Transaction, sha256: string): Promise<FileRow[]> {
    const { today } = (await first<{ today: string }>(tx, TODAY_IN_BEIJING))!;
    await using file = await this.files.spool(await this.files.open(sha256), { limit: FILE_LIMIT });
    const rows: FileRow[] = [];
    let heading: ResultHeading | undefined;
    for await (const batch of readTable(file.path)) {
      heading ??= readHeading(batch.shift()!.cells);
      for (const row of batch) rows.push(readRow(row, heading, today));
      if (rows.length > ROW_LIMIT) throw new AppError('plans.results_too_many', { limit: ROW_LIMIT });
    }
    return rows;
  }
}

/** The rows held against people, courses and what is recorded. @param lineOf where a person, course and day were seen first; grows */
async function compared(tx: Transaction, rows: FileRow[], called: ReadonlyMap<string, CalledCourse[]>, scope: readonly string[] | null, lineOf: Map<string, number>): Promise<Staged[]> {
  const persons = await personsNumbered(tx, [...new Set(rows.map((row) => row.staffNumber))], scope);
  const personOf = new Map(persons.map((person) => [person.staff_number, person]));
  const courseOf = (row: FileRow): CalledCourse[] => called.get(row.course.toLowerCase()) ?? [];
  const pairs = rows.flatMap((row) => {
    const [person, courses] = [personOf.get(row.staffNumber), courseOf(row)];
    return person?.within && courses.length === 1 ? [{ personId: person.person_id, courseId: courses[0]!.id }] : [];
  });
  const standing = new Map((await completedBy(tx, pairs)).map((one) => [keyOf(one.person_id, one.course_id, one.day), one]));
  return rows.map((row) => staged(row, personOf.get(row.staffNumber), courseOf(row), standing, lineOf));
}

const keyOf = (...parts: string[]): string => parts.join(' ');

function staged(row: FileRow, person: NumberedPerson | undefined, courses: CalledCourse[], standing: ReadonlyMap<string, CompletedOn>, lineOf: Map<string, number>): Staged {
  const course = courses.length === 1 ? courses[0]! : undefined;
  const errors = [...row.errors, ...wrongPerson(row, person), ...wrongCourse(row, courses)];
  const seen = person?.within ? person : undefined;
  const base = {
    line: row.line, personId: seen?.person_id ?? null, staffNumber: row.staffNumber, name: seen?.name ?? row.name, targetKind: course ? 'course' as const : null, targetId: course?.id ?? null,
    title: course?.title ?? row.course, completedOn: row.completedOn, score: row.score, minutes: row.minutes,
  };
  if (errors.length || !seen || !course || row.completedOn === null) return { ...base, kind: 'error', errors };
  const key = keyOf(seen.person_id, course.id, row.completedOn);
  const before = lineOf.get(key);
  if (before !== undefined) return { ...base, kind: 'error', errors: [{ code: 'twice', field: null, values: { line: before } }] };
  lineOf.set(key, row.line);
  const stands = standing.get(key);
  if (!stands) return { ...base, kind: 'new', errors };
  if (row.score === null || stands.score === row.score) return { ...base, kind: 'same', errors };
  return { ...base, kind: 'error', errors: [{ code: 'other_score', field: 'score', values: { score: stands.score ?? '–' } }] };
}

function* wrongPerson({ staffNumber, name }: FileRow, person: NumberedPerson | undefined): Generator<RowError> {
  if (!staffNumber) return;
  const value = quoted(staffNumber);
  if (!person) yield { code: 'unknown_person', field: 'staffNumber', values: { value } };
  else if (!person.within) yield { code: 'outside_scope', field: 'staffNumber', values: { value } };
  else if (name && name !== person.name) yield { code: 'other_name', field: 'name', values: { number: value, value: quoted(name) } };
}

function* wrongCourse({ course, score }: FileRow, [found, ...others]: CalledCourse[]): Generator<RowError> {
  if (!course) return;
  if (!found) yield { code: 'unknown_course', field: 'course', values: { value: quoted(course) } };
  else if (others.length) yield { code: 'several_courses', field: 'course', values: { value: quoted(course), count: others.length + 1 } };
  else if (score !== null && found.pass_mark !== null && score < found.pass_mark) yield { code: 'below_pass_mark', field: 'score', values: { value: score, mark: found.pass_mark } };
}
