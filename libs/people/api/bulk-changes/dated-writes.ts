import { holdsFrom, holdsOn } from '../dated.ts';

// Writes of dated rows, set by set. Each is a statement over `t` (id, person_id, day, …), the rows that ask for it, and returns of every row
// it touched row_id, caused_by (the id of the asking row), before and after.

const WRITTEN = (before: string, after: string) => `returning x.id as row_id, t.id as caused_by, ${before} as before, ${after} as after`;

/** Whose rows are meant when nothing else is said. */
const OWN = 'x.person_id = t.person_id';

/** Gives up rows that begin when `when` says, by default on `t.day`. */
export const giveUp = (table: string, theirs = OWN, when = 'x.valid_from = t.day'): string =>
  `delete from people.${table} x using t where (${theirs}) and ${when} ${WRITTEN('to_jsonb(x)', 'null::jsonb')}`;

/** Ends on `t.day` what began before it and holds then. */
export const cut = (table: string, theirs = OWN): string =>
  `update people.${table} x set valid_until = t.day from t, people.${table} o
    where o.id = x.id and (${theirs}) and x.valid_from < t.day and ${holdsFrom('x', 't.day')} ${WRITTEN('to_jsonb(o)', 'to_jsonb(x)')}`;

/** Begins rows with the id of the asking row. */
export const begin = (table: string, columns: string, select: string): string =>
  `insert into people.${table} as x (${columns}) ${select} returning x.id as row_id, x.id as caused_by, null::jsonb as before, to_jsonb(x) as after`;

/** When a row of `table` that begins on `t.day` ends: where the next one begins, or with the employment. */
export const until = (table: string, more = ''): string => `
  least((select min(n.valid_from) from people.${table} n where n.person_id = t.person_id and n.valid_from > t.day ${more}),
        (select e.valid_until from people.employment e where e.person_id = t.person_id and ${holdsOn('e', 't.day')}))`;

const LINE = `${OWN} and x.kind = 'line'`;

/** Another line manager, `t.manager_id` (null = none), from `t.day` until the next one planned: first the old ones end, then the new ones begin. */
export const LINE_ENDS = [giveUp('manager_relation', LINE), cut('manager_relation', LINE)];
export const LINE_BEGINS = begin(
  'manager_relation',
  'id, person_id, manager_id, kind, valid_from, valid_until',
  `select t.id, t.person_id, t.manager_id, 'line', t.day, ${until('manager_relation', "and n.kind = 'line'")} from t where t.manager_id is not null`,
);

/** The leavers among `rows` (id, person_id, day) and the end their employment had; who is not employed by the day is left out. */
export const leavers = (rows: string): string => `
  select l.id, l.person_id, l.day, coalesce(e.valid_until, 'infinity') as ended
    from (${rows}) l join people.employment e on e.person_id = l.person_id and e.valid_from < l.day and ${holdsFrom('e', 'l.day')}`;

/** What ends with an employment, and the rows of it that are a leaver's; relations before the delegation they come from, the employment itself last. */
const ENDING: [table: string, theirs: string][] = [
  ['department_membership', OWN],
  ['leave', OWN],
  ['manager_relation', `${OWN} or x.manager_id = t.person_id or x.delegation_id in (select g.id from people.delegation g where g.manager_id = t.person_id)`],
  ['delegation', 'x.manager_id = t.person_id or x.delegate_id = t.person_id'],
  ['employment', OWN],
];

/** From `t.day` up to `t.ended` nothing of the leavers `t` holds any more: what would begin then is given up, what holds then is cut. In this order. */
export const LEAVE: { table: string; writes: string[] }[] = ENDING.map(([table, theirs]) => ({
  table,
  writes: [giveUp(table, theirs, 'x.valid_from >= t.day and x.valid_from < t.ended'), cut(table, theirs)],
}));

/** A write by itself, over `rows`. */
export const alone = (rows: string, write: string): string => `with t as materialized (${rows}) ${write}`;

/** Writes of one table over `rows`, and beside the bulk change $1 what each touched row was and is. Touched twice, a row keeps what it was at first. */
export const recorded = (rows: string, table: string, writes: string[]): string => `
  with t as materialized (${rows}),
  ${writes.map((write, n) => `w${n} as (${write})`).join(',\n  ')}
  insert into people.bulk_change_write as kept (change_id, table_name, row_id, caused_by, before, after)
  select $1, '${table}', w.* from (${writes.map((_, n) => `select row_id, caused_by, before, after from w${n}`).join(' union all ')}) w
  on conflict (change_id, table_name, row_id) do update set after = excluded.after`;
