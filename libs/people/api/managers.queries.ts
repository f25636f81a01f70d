import { statement } from '@zhixing/platform/api';
import { alone, LINE_BEGINS, LINE_ENDS } from './bulk-changes/dated-writes.ts';
import { holdsFrom, holdsOn } from './dated.ts';

/** Line manager $2 of person $1 (new row $3) from day $4 until the next line manager: the one of that day ends, or is given up if they begin that day. */
export const SET_LINE = [...LINE_ENDS, LINE_BEGINS].map((write, n) =>
  statement(`people.set_line_${n}`, alone('select $3::uuid as id, $1::uuid as person_id, $2::uuid as manager_id, $4::date as day', write)));

/** Relation $1: person $2 has manager $3 as $4 from $5 until $6, unless they are that at the time already. */
export const ADD_MANAGER = statement(
  'people.add_manager',
  `insert into people.manager_relation (id, person_id, manager_id, kind, valid_from, valid_until)
   select $1, $2, $3, $4, $5, $6
    where not exists (select from people.manager_relation r
                       where r.person_id = $2 and r.manager_id = $3 and r.kind = $4 and ${holdsFrom('r', '$5::date')} and ($6::date is null or r.valid_from < $6)) returning id`,
);

/** Relation $1 of person $2 ends on day $3; one that has not begun by then is given up. */
export const END_MANAGER = [
  statement('people.give_up_manager', 'delete from people.manager_relation where id = $1 and person_id = $2 and valid_from >= $3 returning id'),
  statement('people.end_manager', `update people.manager_relation r set valid_until = $3 where r.id = $1 and r.person_id = $2 and r.valid_from < $3 and ${holdsFrom('r', '$3::date')} returning id`),
] as const;

/** Whether one of the persons $1 would be above themself on day $2 or later, following line relations upwards. */
export const LINE_CYCLE = statement(
  'people.line_cycle',
  `with recursive above(person_id, manager_id) as (
     select r.person_id, r.manager_id from people.manager_relation r where r.person_id = any($1) and r.kind = 'line' and ${holdsFrom('r', '$2::date')}
     union
     select a.person_id, r.manager_id from above a join people.manager_relation r on r.person_id = a.manager_id and r.kind = 'line' and ${holdsFrom('r', '$2::date')})
   select 1 from above where person_id = manager_id limit 1`,
);

/** Delegation $1 of manager $2 to $3 from $4 until $5, unless they delegate at the time already. */
export const DELEGATE = statement(
  'people.delegate',
  `insert into people.delegation (id, manager_id, delegate_id, valid_from, valid_until)
   select $1, $2, $3, $4, $5
    where not exists (select from people.delegation d where d.manager_id = $2 and d.valid_until > $4 and d.valid_from < $5) returning id`,
);

/** Whom manager $1 has as line manager on day $2, without person $3. */
export const DIRECT_REPORTS = statement(
  'people.direct_reports',
  `select r.person_id from people.manager_relation r where r.manager_id = $1 and r.kind = 'line' and r.person_id <> $3 and ${holdsOn('r', '$2::date')} order by r.person_id`,
);

/** The delegate $3 acts for delegation $4 over persons $2 (new rows $1) from $5 until $6. */
export const ACT = statement(
  'people.act',
  `insert into people.manager_relation (id, person_id, manager_id, kind, delegation_id, valid_from, valid_until)
   select a.id, a.person_id, $3, 'acting', $4, $5, $6 from unnest($1::uuid[], $2::uuid[]) as a(id, person_id)`,
);

/** Delegation $1 of manager $2 and the relations of it end on day $3; what has not begun by then is given up. Relations before the delegation they come from. */
export const END_DELEGATION = [['manager_relation', 'r.delegation_id'], ['delegation', 'r.id']].flatMap(([table, id]) => {
  const own = `${id} = $1 and exists (select from people.delegation d where d.id = $1 and d.manager_id = $2)`;
  return [
    statement(`people.give_up_delegated_${table}`, `delete from people.${table} r where ${own} and r.valid_from >= $3 returning r.id`),
    statement(`people.end_delegated_${table}`, `update people.${table} r set valid_until = $3 where ${own} and r.valid_from < $3 and ${holdsFrom('r', '$3::date')} returning r.id`),
  ];
});

/** The direct reports of person $1 today. */
export const REPORTS = statement(
  'people.reports',
  'select c.*, r.kind from people.reporting r join people.card c on c.person_id = r.person_id where r.manager_id = $1 order by c.display_name collate "zh-x-icu", c.person_id',
);
