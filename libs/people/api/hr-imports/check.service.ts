import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { HrField } from '@zhixing/people/contract';
import { Files, first, romaniseName, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { type FeedRow, type Heading, readHeading, readRow } from './columns.rules.ts';
import { compare, dayOfRow, type Difference, type KnownPerson, leaving } from './difference.rules.ts';
import { LeaversService } from '../leavers.service.ts';
import type { RowTarget } from '../bulk-changes/bulk-changes.entities.ts';
import type { FileChangeRow } from '../bulk-changes/bulk-changes.queries.ts';
import { BATCH, type Report, Stage, type Staged } from '../bulk-changes/stage.ts';
import { KNOWN_DEPARTMENTS, KNOWN_LEVELS, KNOWN_LINES, KNOWN_PEOPLE, type KnownDepartment, type KnownRow, STAFF, UNNAMED_PEOPLE } from './known.queries.ts';
import { readTable } from './read-table.ts';
import { compareDepartments, markRepeated, markUnknownLevels, markWrongManagers } from './whole-file.rules.ts';

/** Bytes of a file. */
export const FILE_LIMIT = 50 * 2 ** 20;

/** Reads a file and holds every row against the organisation of today. The rows of the report are written in the caller's transaction, anew at each check. */
@Injectable()
export class CheckService {
  constructor(
    private readonly files: Files,
    private readonly leavers: LeaversService,
  ) {}

  /** @throws AppError people.hr_import_… when the file is no list of people */
  async check(tx: Transaction, { id, sha256, complete }: Pick<FileChangeRow, 'id' | 'sha256' | 'complete'>): Promise<Report> {
    const { staff, today } = (await first<{ staff: number; today: string }>(tx, STAFF))!;
    const { rows, columns } = await this.read(sha256);
    const departments = await markWhole(tx, rows, columns, complete);
    const stage = await Stage.begin(tx, id, staff);
    await stage.add(departments.map(({ code, name, parent, line, kind, changes }) =>
      ({ line, subject: 'department', kind, personId: null, key: code, name, back: false, from: today, target: { name, parent }, changes, errors: [] })));
    for (let at = 0; at < rows.length; at += BATCH) await stage.add(await this.compared(tx, rows.slice(at, at + BATCH), columns, today));
    // a row of nobody knows whom might be anybody's
    if (complete && rows.every((row) => row.person.staffNumber)) await stageLeavers(tx, stage, id, today);
    return stage.report();
  }

  private async compared(tx: Transaction, rows: FeedRow[], columns: ReadonlySet<HrField>, today: string): Promise<Staged[]> {
    const people = rows.map((row) => row.person);
    const known = await tx.rows<KnownRow>(KNOWN_PEOPLE, [
      rows.map((_, place) => place), people.map((one) => one.hrKey), people.map((one) => one.staffNumber), people.map((one) => dayOfRow(one, today)),
      people.map(({ hrKey }) => (hrKey === null ? null : this.leavers.digest(hrKey))),
    ]);
    const rowOf = new Map(known.map((one) => [one.place, one]));
    return rows.map((row, place) => {
      const { takenBy, ...found } = rowOf.get(place)!;
      const person = found.personId ? found : null;
      if (takenBy && row.person.staffNumber && row.person.state !== 'left') row.errors.push({ code: 'staff_number_taken', field: 'staffNumber', values: { value: row.person.staffNumber } });
      const difference = row.errors.length ? null : compare(row.person, person, columns, today);
      return staged(row, person, difference, columns);
    });
  }

  private async read(sha256: string): Promise<{ rows: FeedRow[]; columns: ReadonlySet<HrField> }> {
    await using file = await this.files.spool(await this.files.open(sha256), { limit: FILE_LIMIT });
    const rows: FeedRow[] = [];
    let heading: Heading | undefined;
    for await (const batch of readTable(file.path)) {
      heading ??= readHeading(batch.shift()!.cells);
      for (const row of batch) rows.push(readRow(row, heading));
    }
    return { rows, columns: new Set(heading!.keys()) };
  }
}

/** Goes on with a long calculation a slice at a time. */
async function inTurns(steps: Iterable<void>): Promise<void> {
  for (const _ of steps) await setImmediate();
}

/** What only the whole file shows; other work gets its turn in between. */
async function markWhole(tx: Transaction, rows: FeedRow[], columns: ReadonlySet<HrField>, complete: boolean) {
  await inTurns(markRepeated(rows));
  const known = await tx.rows<KnownDepartment>(KNOWN_DEPARTMENTS);
  const departments = compareDepartments(rows, new Map(known.map((one) => [one.code, one])), columns);
  await setImmediate();
  const levels = await tx.rows<{ code: string; name: string }>(KNOWN_LEVELS);
  markUnknownLevels(rows, new Set(levels.flatMap(({ code, name }) => [code, name])));
  if (columns.has('manager')) {
    const lines = await tx.rows<{ person: string; manager: string | null }>(KNOWN_LINES);
    await inTurns(markWrongManagers(rows, new Map(lines.map((one) => [one.person, one.manager])), complete));
  }
  await setImmediate();
  return departments;
}

function staged(row: FeedRow, known: KnownPerson | null, difference: Difference | null, columns: ReadonlySet<HrField>): Staged {
  const { person, line, errors } = row;
  const common = { line, subject: 'person' as const, key: person.staffNumber, name: person.name || (known?.name ?? ''), errors };
  if (!difference) return { ...common, kind: 'error', personId: known?.personId ?? null, back: false, from: null, target: null, changes: [] };
  const { kind, back, from, changes } = difference;
  const personId = known?.personId ?? (kind === 'new' ? uuid() : null);
  return { ...common, kind, personId, back, from, target: kind === 'new' || kind === 'changed' ? targetOf(row, known, difference, columns) : null, changes };
}

function targetOf({ person }: FeedRow, known: KnownPerson | null, { kind, changes }: Difference, columns: ReadonlySet<HrField>): RowTarget {
  const changed = (...fields: HrField[]) => changes.some((change) => fields.includes(change.field));
  const isNew = kind === 'new';
  return {
    hrKey: person.hrKey ?? known?.hrKey ?? null,
    staffNumber: person.staffNumber,
    name: person.name,
    ...romaniseName(person.name),
    mail: columns.has('mail') ? person.mail : (known?.mail ?? null),
    department: person.departmentCode,
    position: person.position,
    jobLevel: columns.has('jobLevel') ? person.jobLevel : (known?.jobLevel?.code ?? null),
    manager: person.manager,
    sets: {
      facts: changed('hrKey', 'staffNumber', 'name', 'mail'),
      place: isNew || changed('departmentCode', 'position', 'jobLevel'),
      manager: isNew ? person.manager !== null : changed('manager'),
      leave: changed('state') ? (person.state === 'on_leave' ? 'begin' : 'end') : null,
    },
  };
}

async function stageLeavers(tx: Transaction, stage: Stage, importId: string, today: string): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000', more = true; more; ) {
    const unnamed = await tx.rows<KnownPerson>(UNNAMED_PEOPLE, [importId, after, BATCH]);
    await stage.add(unnamed.map((known) => {
      const { kind, from, changes } = leaving(known, null, today);
      return { line: null, subject: 'person', kind, personId: known.personId, key: known.staffNumber, name: known.name, back: false, from, target: null, changes, errors: [] };
    }));
    after = unnamed.at(-1)?.personId ?? after;
    more = unnamed.length === BATCH;
  }
}
