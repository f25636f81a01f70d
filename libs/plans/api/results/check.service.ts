import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type NumberedPerson, personsNumbered, readTable } from '@zhixing/people/api';
import type { ResultCounts, ResultRowKind, ResultTargetKind } from '@zhixing/plans/contract';
import { AppError, Files, first, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { type FileRow, readHeading, readRow, type ResultHeading } from './columns.rules.ts';
import { FORGET_ROWS, type ResultsImportRecord, STAGE_ROWS, TODAY_IN_BEIJING } from './results.queries.ts';
import type { RowError } from './row-errors.ts';
import { type Called, called, standing, type Standing } from './standing.ts';
import { Lines, otherFigures, overlapping, wrongPerson, wrongTarget } from './verdict.rules.ts';

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

/** A file while it is checked: what its names stand for, and its rows so far. */
interface Checked {
  names: ReadonlyMap<string, Called[]>;
  lines: Lines;
  scope: readonly string[] | null;
  sender: string;
}

/** A row with whom and what it names, as far as that is clear. */
interface Named {
  row: FileRow;
  person: NumberedPerson | undefined;
  target: Called | undefined;
  errors: RowError[];
}

/** Reads a file and tells of every row what it would store, or why nothing. The rows of the report are written in the caller's transaction, anew at each check. */
@Injectable()
export class ResultsCheck {
  constructor(private readonly files: Files) {}

  /** @throws AppError people.hr_import_…, plans.results_too_many when the file is no list of results */
  async check(tx: Transaction, { id, sha256, scope, created_by: sender }: Pick<ResultsImportRecord, 'id' | 'sha256' | 'scope' | 'created_by'>): Promise<ResultCounts> {
    const rows = await this.read(tx, sha256);
    const file: Checked = { names: await called(tx, [...new Set(rows.map((row) => row.course))]), lines: new Lines(), scope, sender };
    const counts: ResultCounts = { new: 0, same: 0, error: 0 };
    await tx.rows(FORGET_ROWS, [id]);
    for (let at = 0; at < rows.length; at += BATCH) {
      const staged = await compared(tx, rows.slice(at, at + BATCH), file);
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

/** The rows held against people, courses, certifications and what is recorded. */
async function compared(tx: Transaction, rows: FileRow[], file: Checked): Promise<Staged[]> {
  const persons = await personsNumbered(tx, [...new Set(rows.map((row) => row.staffNumber))], file.scope);
  const personOf = new Map(persons.map((person) => [person.staff_number, person]));
  const all = rows.map((row) => named(row, personOf.get(row.staffNumber), file));
  const stands = await standing(tx, all.flatMap(({ row: { completedOn: day }, person, target }) => (person && target && day ? [{ kind: target.kind, personId: person.person_id, targetId: target.id, day }] : [])));
  return all.map((one) => staged(one, stands, file.lines));
}

function named(row: FileRow, found: NumberedPerson | undefined, { names, sender }: Checked): Named {
  const bearers = names.get(row.course.toLowerCase()) ?? [];
  const target = bearers.length === 1 ? bearers[0] : undefined;
  const errors = [...row.errors, ...wrongPerson(row, found), ...wrongTarget(row, bearers)];
  if (target?.kind === 'certification' && found?.person_id === sender) errors.push({ code: 'own_certification', field: 'course' });
  return { row, person: found?.within ? found : undefined, target, errors };
}

function staged({ row, person, target, errors }: Named, stands: Standing, lines: Lines): Staged {
  const base = {
    line: row.line, personId: person?.person_id ?? null, staffNumber: row.staffNumber, name: person?.name ?? row.name, targetKind: target?.kind ?? null, targetId: target?.id ?? null,
    title: target?.title ?? row.course, completedOn: row.completedOn, score: row.score, minutes: row.minutes ?? 0,
  };
  if (errors.length || !person || !target || row.completedOn === null) return { ...base, kind: 'error', errors };
  const past = { personId: person.person_id, targetId: target.id, day: row.completedOn };
  const [completion, period] = target.kind === 'course' ? [stands.completion(past), undefined] : [undefined, stands.period(past)];
  const stood = completion !== undefined || period?.begun === true;
  const wrong = period ? [...overlapping(period)] : [];
  if (!wrong.length) wrong.push(...lines.clash(`${past.personId} ${past.targetId}`, { line: row.line, from: past.day, until: period && !stood ? period.valid_until : past.day }));
  if (!wrong.length && completion) wrong.push(...otherFigures(row, completion));
  return { ...base, kind: wrong.length ? 'error' : stood ? 'same' : 'new', errors: wrong };
}
