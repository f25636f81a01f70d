import type { HrField } from '@zhixing/people/contract';
import type { FeedRow } from './columns.rules.ts';
import { type Change, cyclic } from './difference.rules.ts';
import type { RowErrorCode } from '../bulk-changes/row-errors.ts';

/** A department as the organisation or the file has it; `parent` = code of the one above. */
export interface DepartmentFacts {
  name: string;
  parent: string | null;
}

/** A department the file makes, renames or moves; `line` = where it stands first. */
export interface DepartmentDifference extends DepartmentFacts {
  code: string;
  line: number;
  kind: 'new' | 'changed';
  changes: Change[];
}

const wrong = (row: FeedRow, code: RowErrorCode, field: HrField, values: Record<string, string | number>): void => void row.errors.push({ code, field, values });

/** Rows between two breaths of what goes over the whole file: a turn of the event loop stays far below 200 ms. */
const SLICE = 5_000;

function* slices(rows: readonly FeedRow[]): Generator<FeedRow[]> {
  for (let at = 0; at < rows.length; at += SLICE) yield rows.slice(at, at + SLICE);
}

/** Marks staff numbers, HR keys and mail addresses that stand in an earlier row already. Yields between slices of the file. */
export function* markRepeated(rows: readonly FeedRow[]): Generator<void> {
  const fields = ['staffNumber', 'hrKey', 'mail'] as const;
  const lines = fields.map(() => new Map<string, number>());
  for (const slice of slices(rows)) {
    for (const row of slice) for (const [at, field] of fields.entries()) markAgain(row, field, lines[at]!);
    yield;
  }
}

function markAgain(row: FeedRow, field: 'staffNumber' | 'hrKey' | 'mail', lines: Map<string, number>): void {
  const value = row.person[field];
  if (!value) return;
  const key = field === 'mail' ? value.toLowerCase() : value;
  const line = lines.get(key);
  if (line === undefined) lines.set(key, row.line);
  else wrong(row, 'twice', field, { value, line });
}

/** The organisation's departments with what the file says of them, and where it says so first. Marks rows that contradict an earlier one. */
function departmentsOf(rows: readonly FeedRow[], known: ReadonlyMap<string, DepartmentFacts>, columns: ReadonlySet<HrField>) {
  const tree = new Map<string, DepartmentFacts>(known);
  const lines = new Map<string, number>();
  for (const row of rows) {
    const { departmentCode: code, departmentName: name, parentCode: parent, state } = row.person;
    if (row.errors.length || state === 'left') continue;
    const before = tree.get(code);
    const said = { name: name ?? before?.name ?? '', parent: columns.has('parentCode') && (parent || !before) ? parent : (before?.parent ?? null) };
    const line = lines.get(code);
    if (!said.name) wrong(row, 'unknown_department', 'departmentCode', { value: code });
    else if (line === undefined) {
      lines.set(code, row.line);
      tree.set(code, said);
    } else if (before && (said.name !== before.name || said.parent !== before.parent)) wrong(row, 'department_differs', 'departmentName', { value: code, line });
  }
  return { tree, lines };
}

/**
 * What the file changes of the departments. Marks the rows whose department, or the one above it, nobody knows, or which would stand above itself.
 * A row without a name or a parent leaves them as they are; a new department without a parent would be another top of the tree and is allowed only when there is none.
 */
export function compareDepartments(rows: readonly FeedRow[], known: ReadonlyMap<string, DepartmentFacts>, columns: ReadonlySet<HrField>): DepartmentDifference[] {
  const { tree, lines } = departmentsOf(rows, known, columns);
  const cycles = cyclic(new Map([...tree].flatMap(([code, { parent }]) => (parent === null ? [] : [[code, parent] as const]))));
  const tops = [...known.values()].some((one) => one.parent === null);
  const refused = new Set<string>();
  for (const code of lines.keys()) if (!stands(code, tree, known, tops)) refused.add(code);
  for (const row of rows) {
    const { departmentCode: code, parentCode, state } = row.person;
    if (row.errors.length || state === 'left') continue;
    if (cycles.has(code)) wrong(row, 'department_cycle', 'parentCode', { value: code });
    else if (refused.has(code)) wrong(row, parentCode ? 'unknown_parent' : 'unknown_department', parentCode ? 'parentCode' : 'departmentCode', { value: parentCode ?? code });
  }
  return [...lines].flatMap(([code, line]) => {
    if (cycles.has(code) || refused.has(code)) return [];
    const before = known.get(code);
    const { name, parent } = tree.get(code)!;
    const changes: Change[] = [];
    if (before?.name !== name) changes.push({ field: 'departmentName', before: before?.name ?? null, after: name });
    if (before ? before.parent !== parent : parent !== null) changes.push({ field: 'parentCode', before: before?.parent ?? null, after: parent });
    return changes.length || !before ? [{ code, name, parent, line, kind: before ? ('changed' as const) : ('new' as const), changes }] : [];
  });
}

/** Whether the way up from a department ends at the top of the tree. */
function stands(code: string, tree: ReadonlyMap<string, DepartmentFacts>, known: ReadonlyMap<string, DepartmentFacts>, tops: boolean): boolean {
  let at = code;
  for (let steps = 0; steps <= tree.size; steps++) {
    const one = tree.get(at);
    if (!one) return false;
    if (one.parent === null) return known.get(at)?.parent === null || !tops;
    at = one.parent;
  }
  return true; // a cycle, which is said otherwise
}

/** Marks rows with a job level, by code or name, that there is not. */
export function markUnknownLevels(rows: Iterable<FeedRow>, levels: ReadonlySet<string>): void {
  for (const row of rows) {
    const { jobLevel, state } = row.person;
    if (jobLevel !== null && state !== 'left' && !levels.has(jobLevel)) wrong(row, 'unknown_level', 'jobLevel', { value: jobLevel });
  }
}

/**
 * Marks rows whose manager does not work here or whose line of managers leads back to them. Yields between slices of the file.
 * @param lines who is employed today and their line manager, by staff number
 * @param complete whoever is not in the file is about to leave
 */
export function* markWrongManagers(rows: readonly FeedRow[], lines: ReadonlyMap<string, string | null>, complete: boolean): Generator<void> {
  const rowOf = new Map(rows.map((row) => [row.person.staffNumber, row]));
  const works = (staffNumber: string): boolean => {
    const row = rowOf.get(staffNumber);
    if (row) return row.person.state !== 'left' && (!row.errors.length || lines.has(staffNumber));
    return !complete && lines.has(staffNumber);
  };
  yield;
  const above = new Map<string, string>();
  for (const [person, manager] of lines) if (manager !== null && !rowOf.has(person)) above.set(person, manager);
  for (const slice of slices(rows)) {
    yield;
    for (const row of slice) {
      const { staffNumber, manager, state } = row.person;
      if (manager === null || state === 'left' || row.errors.length) continue;
      if (works(manager)) above.set(staffNumber, manager);
      else wrong(row, 'unknown_manager', 'manager', { value: manager });
    }
  }
  const cycles = cyclic(above);
  yield;
  for (const row of rows) if (cycles.has(row.person.staffNumber) && row.person.manager) wrong(row, 'manager_cycle', 'manager', { value: row.person.manager });
}
