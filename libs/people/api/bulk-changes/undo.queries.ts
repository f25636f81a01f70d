import { type Statement, statement } from '@zhixing/platform/api';
import type { KeptReason } from '@zhixing/people/contract';

/** Tables with dated rows of one person, of which no two hold at a time (line managers among themselves). */
const EXCLUSIVE = ['employment', 'department_membership', 'leave', 'manager_relation'];
/** What is put back, in an order in which everything a row refers to is there before it. */
const DATED = ['department_place', 'employment', 'department_membership', 'leave', 'delegation', 'manager_relation'];

/** Writes of the change $1 to `table` that are to be undone. */
const writes = (table: string, also = ''): string => `
  select w.row_id, w.caused_by, w.before, w.after
    from people.bulk_change_write w join people.bulk_change_row r on r.id = w.caused_by
   where w.change_id = $1 and w.table_name = '${table}' and r.kept is null ${also}`;

/** Whether the row `x` of `table` goes away with the undo. */
const goes = (table: string): string => `x.id in (select row_id from (${writes(table, 'and w.before is null')}) going)`;

/** Whether the row `x` of `table` becomes what it was with the undo. */
const returns = (table: string): string => `x.id in (select row_id from (${writes(table)}) own)`;

/** What the rows of `table` were, as `b`, beside the write `w`. */
const before = (table: string): string => `(${writes(table, 'and w.before is not null')}) w cross join lateral jsonb_populate_record(null::people.${table}, w.before) b`;

const overlap = '(x.valid_until is null or x.valid_until > b.valid_from) and (b.valid_until is null or x.valid_from < b.valid_until)';

/** Marks the rows of the change $1 that `causes` (a query of caused_by) names as staying as they are. */
const keep = (name: string, reason: KeptReason, causes: string): Statement =>
  statement(`people.undo_keep_${name}`, `update people.bulk_change_row k set kept = '${reason}' where k.change_id = $1 and k.kept is null and k.id in (${causes}) returning k.id`);

/** Employments that go away: `p` = whose, `e` = the employment. */
const HIRED = `(${writes('employment', 'and w.before is null')}) w join people.employment e on e.id = w.row_id`;
const later = (table: string, whose: string): string =>
  `select w.caused_by from ${HIRED} join people.${table} x on ${whose} where (x.valid_until is null or x.valid_until > e.valid_from) and not ${goes(table)}`;

/** Departments that go away. */
const MADE = `(${writes('department', 'and w.before is null')}) w`;

/**
 * What stands in the way of undoing the change $1, row by row: whoever is named is left as they are. One that stays may hold up another: to be repeated until nothing more is marked.
 */
export const KEEP: Statement[] = [
  ...['department', 'person', ...DATED].map((table) => keep(`changed_${table}`, 'changed_since', `
    select w.caused_by from (${writes(table)}) w left join people.${table} x on x.id = w.row_id
     where case when w.after is null then x.id is not null else x.id is null or not to_jsonb(x) @> w.after end`)),
  ...EXCLUSIVE.map((table) => keep(`overlaps_${table}`, 'changed_since', `
    select w.caused_by from ${before(table)} join people.${table} x on x.person_id = b.person_id and ${overlap}
     where ${table === 'manager_relation' ? "x.kind = 'line' and b.kind = 'line' and" : ''} not ${returns(table)}`)),
  keep('places_overlap', 'changed_since', `
    select w.caused_by from ${before('department_place')} join people.department_place x on x.department_id = b.department_id and ${overlap} where not ${returns('department_place')}`),
  keep('closed', 'department_closed', `
    select w.caused_by from ${before('department_membership')} join people.department d on d.id = b.department_id where d.closed_on < coalesce(b.valid_until, 'infinity')
    union all select w.caused_by from ${before('department_place')} join people.department d on d.id in (b.department_id, b.parent_id) where d.closed_on < coalesce(b.valid_until, 'infinity')`),
  keep('manager', 'manager_left', `
    select w.caused_by from ${before('manager_relation')}
     where not exists (select from people.employment x where x.person_id = b.manager_id
                          and (x.valid_until is null or x.valid_until >= b.valid_until or ${returns('employment')}))`),
  keep('number', 'number_taken', `
    select w.caused_by from (${writes('person')}) w join people.person x on x.id <> w.row_id and (x.staff_number = w.before->>'staff_number' or x.hr_key = w.before->>'hr_key') where not ${returns('person')}`),
  keep('hired', 'changed_since', [
    later('department_membership', 'x.person_id = e.person_id'), later('leave', 'x.person_id = e.person_id'),
    later('manager_relation', 'e.person_id in (x.person_id, x.manager_id)'), later('delegation', 'e.person_id in (x.manager_id, x.delegate_id)'),
  ].join(' union all ')),
  keep('department', 'department_used', `
    select w.caused_by from ${MADE} join people.department_membership x on x.department_id = w.row_id where not ${goes('department_membership')}
    union all select w.caused_by from ${MADE} join people.department_place x on w.row_id in (x.department_id, x.parent_id) where not ${goes('department_place')}
    union all select w.caused_by from ${MADE} join people.department x on x.merged_into = w.row_id
    union all select w.caused_by from ${MADE} join people.role_grant x on x.scope_department_id = w.row_id
    union all select w.caused_by from ${MADE} join people.role_request x on x.scope_department_id = w.row_id`),
];

/** Undoes the change $1, table by table: what began goes, what was cut or given up is as it was, facts of people are what they were. The tree of today is to be projected next. */
export const PUT_BACK: Statement[] = [
  ...DATED.toReversed().map((table) => statement(`people.undo_${table}`, `delete from people.${table} x where ${goes(table)}`)),
  ...DATED.map((table) => statement(`people.undo_restore_${table}`, `
    insert into people.${table} select b.* from ${before(table)} on conflict (id) do update set valid_until = excluded.valid_until`)),
  statement('people.undo_facts', `
    update people.person x set staff_number = b.staff_number, display_name = b.display_name, pinyin = b.pinyin, initials = b.initials, hr_key = b.hr_key, mail = b.mail, revision = x.revision + 1
      from ${before('person')} where x.id = w.row_id`),
];

/** Departments the change $1 had made and nobody needs any more; by now nothing hangs below them. */
export const DROP_DEPARTMENTS = [
  statement('people.undo_parents', `update people.department x set parent_id = null where ${goes('department')}`),
  statement('people.undo_departments', `delete from people.department x where ${goes('department')}`),
];

/** Whose managers the undoing of the change $1 has put back. */
export const REPORTS_BACK = statement('people.undo_reports', `select distinct b.person_id as "personId" from ${before('manager_relation')}`);

/** How many rows of the change $1 were put back and how many stay as they are. */
export const UNDO_COUNTS = statement(
  'people.undo_counts',
  `select (count(*) filter (where kept is null and subject = 'person'))::int as people, (count(*) filter (where kept is null and subject = 'department'))::int as departments, (count(*) filter (where kept is not null))::int as kept
     from people.bulk_change_row where change_id = $1 and kind in ('new', 'changed', 'missing')`,
);

/** Lets the applied change $1 be undone in the name of $2, within the days its rows are kept. */
export const UNDO = statement(
  'people.bulk_undo',
  `update people.bulk_change set state = 'undoing', undone_by = $2, done = null, total = null, failure_code = null, failure_values = null
    where id = $1 and state = 'applied' and undoable and finished_at > platform.now() - interval '90 days' returning id`,
);

export const UNDONE = statement('people.bulk_undone', `update people.bulk_change set state = 'undone', kept = $2, undone_at = platform.now() where id = $1 and state = 'undoing' returning id`);

/** The change $1 stays applied: undoing it failed. */
export const NOT_UNDONE = statement('people.bulk_not_undone', `update people.bulk_change set state = 'applied', failure_code = $2, failure_values = $3 where id = $1 and state = 'undoing'`);
