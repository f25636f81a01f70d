import type { DepartmentHistory, DepartmentNode } from '@zhixing/people/contract';

export interface NodeRow {
  id: string;
  parent_id: string | null;
  code: string;
  name: string;
  people: number;
  below: number;
}

export interface HistoryRow {
  id: string;
  code: string;
  name: string;
  closed_on: string | null;
  merged_into: string | null;
  heir: string | null;
  valid_from: string;
  valid_until: string | null;
  called: string;
  parent_id: string | null;
  parent: string | null;
}

export const departmentNode = ({ id, parent_id, code, name, people, below }: NodeRow): DepartmentNode => ({ id, parentId: parent_id, code, name, people, below });

/** @param rows one a place, at least one */
export function departmentHistory(rows: HistoryRow[]): DepartmentHistory {
  const { id, code, name, closed_on, merged_into, heir } = rows[0]!;
  return {
    id, code, name, closedOn: closed_on,
    mergedInto: merged_into ? { id: merged_into, name: heir! } : null,
    places: rows.map((row) => ({ from: row.valid_from, until: row.valid_until, name: row.called, parent: row.parent_id ? { id: row.parent_id, name: row.parent! } : null })),
  };
}
