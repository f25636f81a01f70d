import { type Reader, statement } from '@zhixing/platform/api';

const TABLES = ['department', 'department_place', 'employment', 'department_membership', 'leave', 'delegation', 'manager_relation'];
const ROWS = TABLES.map((table) => statement(`test.dated_${table}`, `select to_jsonb(x) as row from people.${table} x order by x.id`));

/** Every dated row of the organisation, table by table, and the tree of today. */
export async function datedRows(reader: Reader): Promise<Record<string, unknown[]>> {
  const found = await Promise.all(ROWS.map((query) => reader.rows<{ row: unknown }>(query)));
  return Object.fromEntries(TABLES.map((table, n) => [table, found[n]!.map(({ row }) => row)]));
}
