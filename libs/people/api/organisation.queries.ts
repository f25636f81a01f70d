import { statement } from '@zhixing/platform/api';
import { holdsFrom, holdsOn } from './dated.ts';

/** Locks the persons $1, always in the same order, so that their dated rows change one command at a time. */
export const HOLD_PERSONS = statement('people.hold', 'select id, display_name from people.person where id = any($1) order by id for no key update');

export const DAY = statement('people.today', 'select platform.today()::text as today');

/** $1 id, $2 staff number, $3 name, $4 pinyin, $5 initials, $6 HR key, $7 mail -> the id, or nothing when number or key is taken. */
export const ADD_PERSON = statement(
  'people.add_person',
  `insert into people.person (id, staff_number, display_name, pinyin, initials, hr_key, mail, active, language, theme)
   values ($1, $2, $3, $4, $5, $6, $7, false, 'zh-CN', 'system') on conflict do nothing returning id`,
);

/** Whether somebody other than $1 has the staff number $2. */
export const NUMBER_TAKEN = statement('people.number_taken', 'select 1 from people.person where staff_number = $2 and id <> $1');

/** $1 person, $2 revision seen, then what changes (null = stays; mail and HR key: $6, $8 say whether) -> the id, or nothing when someone was faster. */
export const EDIT_PERSON = statement(
  'people.edit_person',
  `update people.person set revision = revision + 1, display_name = coalesce($3, display_name), pinyin = coalesce($4, pinyin), initials = coalesce($5, initials),
          mail = case when $6 then $7 else mail end, hr_key = case when $8 then $9 else hr_key end, staff_number = coalesce($10, staff_number)
    where id = $1 and revision = $2 returning id`,
);

/** Person $1 shut out ($2) or let in; nothing when it is so already. */
export const DISABLE = statement('people.disable', 'update people.person set disabled = $2, revision = revision + 1 where id = $1 and disabled <> $2 returning id');

/** `active` of the persons $1 (null = everybody) as their employment and shutting out say today. */
export const PROJECT_ACTIVE = statement(
  'people.project_active',
  `with today as materialized (select platform.today() as day)
   update people.person p set active = not p.disabled and e.employed, revision = p.revision + 1
     from (select q.id, exists (select from people.employment e where e.person_id = q.id and ${holdsOn('e', 't.day')}) as employed
             from people.person q cross join today t where $1::uuid[] is null or q.id = any($1)) e
    where e.id = p.id and p.active <> (not p.disabled and e.employed)
   returning p.id`,
);

/** Who stands below whom, anew for everybody: dated rows begin and end with the day. */
export const RENEW_LINES = statement('people.renew_lines', 'select people.renew_lines(array(select id from people.person))');

/** Employment $1 of person $2 from $4 on as $3 (hired, rehired), unless one lasts until then or comes later. */
export const EMPLOY = statement(
  'people.employ',
  `insert into people.employment (id, person_id, kind, valid_from)
   select $1, $2, $3, $4 where not exists (select from people.employment e where e.person_id = $2 and ${holdsFrom('e', '$4::date')}) returning id`,
);

/** Membership $1 of person $2 in department $3 as $4, grade $5, from $6 on. */
export const JOIN = statement('people.join', 'insert into people.department_membership (id, person_id, department_id, position_id, job_level_id, valid_from) values ($1, $2, $3, $4, $5, $6)');

/**
 * Persons $1 (with ids $2 for new rows) to department $4, position $5, grade $6 (null = as before) from day $3 until their next change:
 * a row that begins that day is changed, one that holds that day is cut and followed. Persons without a place that day are left out.
 */
export const TRANSFER = statement(
  'people.transfer',
  `with held as (
     select m.*, a.new_id
       from unnest($1::uuid[], $2::uuid[]) as a(person_id, new_id)
       join people.department_membership m on m.person_id = a.person_id and ${holdsOn('m', '$3::date')}),
   changed as (
     update people.department_membership m set department_id = $4, position_id = coalesce($5, m.position_id), job_level_id = coalesce($6, m.job_level_id)
       from held h where m.id = h.id and h.valid_from = $3 returning m.person_id),
   cut as (
     update people.department_membership m set valid_until = $3 from held h where m.id = h.id and h.valid_from < $3 returning h.*),
   followed as (
     insert into people.department_membership (id, person_id, department_id, position_id, job_level_id, valid_from, valid_until)
     select new_id, person_id, $4, coalesce($5, position_id), coalesce($6, job_level_id), $3, valid_until from cut returning person_id)
   select person_id from changed union all select person_id from followed`,
);

/** Ends the employment of person $1 that holds before day $2 and on or after it -> the end it had; nothing when there is none. */
export const END_EMPLOYMENT = statement(
  'people.end_employment',
  `update people.employment e set valid_until = $2
     from (select id, valid_until from people.employment e where e.person_id = $1 and e.valid_from < $2 and ${holdsFrom('e', '$2::date')}) old
    where e.id = old.id returning coalesce(old.valid_until::text, 'infinity') as ended`,
);

/** What ends with the employment of person $1, and the rows of it that are theirs; relations before the delegation they come from. */
const ENDING: [table: string, theirs: string][] = [
  ['department_membership', 'r.person_id = $1'],
  ['leave', 'r.person_id = $1'],
  ['manager_relation', 'r.person_id = $1 or r.manager_id = $1 or r.delegation_id in (select id from people.delegation where manager_id = $1)'],
  ['delegation', 'r.manager_id = $1 or r.delegate_id = $1'],
];

/** From day $2 up to $3 nothing of person $1 holds any more: what would begin then is given up, what holds then is cut. */
export const END_REST = ENDING.flatMap(([table, theirs]) => [
  statement(`people.give_up_${table}`, `delete from people.${table} r where (${theirs}) and r.valid_from >= $2 and r.valid_from < $3`),
  statement(`people.cut_${table}`, `update people.${table} r set valid_until = $2 where (${theirs}) and r.valid_from < $2 and r.valid_from < $3 and ${holdsFrom('r', '$2::date')}`),
]);

/** Leave $1 of person $2 as $3 from $4 until $5, while employed and not on another one. */
export const ADD_LEAVE = statement(
  'people.add_leave',
  `insert into people.leave (id, person_id, kind, valid_from, valid_until)
   select $1, $2, $3, $4, $5
    where not exists (select from people.leave l where l.person_id = $2 and ${holdsFrom('l', '$4::date')} and ($5::date is null or l.valid_from < $5)) returning id`,
);

/** Leave $1 of person $2 ends on day $3. */
export const END_LEAVE = statement('people.end_leave', `update people.leave l set valid_until = $3 where l.id = $1 and l.person_id = $2 and l.valid_from < $3 and ${holdsFrom('l', '$3::date')} returning id`);

/** Those of the persons $1 not employed on day $2. */
export const NOT_EMPLOYED = statement(
  'people.not_employed',
  `select p.display_name from people.person p
    where p.id = any($1) and not exists (select from people.employment e where e.person_id = p.id and ${holdsOn('e', '$2::date')}) order by p.id limit 5`,
);

/** The place of the persons $1 on day $2, also a day past or to come. */
export const PLACES_ON = statement(
  'people.places_on',
  `select m.person_id, m.department_id, m.position_id, m.job_level_id from people.department_membership m where m.person_id = any($1) and ${holdsOn('m', '$2::date')}`,
);
