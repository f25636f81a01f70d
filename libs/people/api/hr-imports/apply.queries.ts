import { type Statement, statement } from '@zhixing/platform/api';
import { holdsFrom, holdsOn } from '../dated.ts';

/** Rows of the import $1 about people, of some kinds, with the person's target as columns. */
const people = (kinds: string, also = ''): string => `
  select r.id, r.person_id, r.valid_from as day, r.kind, r.back, t.*
    from people.hr_import_row r
    cross join lateral jsonb_to_record(coalesce(r.target, '{}')) as t("hrKey" text, "staffNumber" text, name text, pinyin text, initials text, mail text, department text, position text, "jobLevel" text, manager text, sets jsonb)
   where r.import_id = $1 and r.subject = 'person' and r.kind in (${kinds}) ${also}`;

const departments = (kinds: string): string => `
  select r.id, r.key as code, r.name, r.target->>'parent' as parent, r.kind from people.hr_import_row r
   where r.import_id = $1 and r.subject = 'department' and r.kind in (${kinds})`;

/** Rows whose part `part` is to be written. */
const setting = (part: string, kinds = "'new', 'changed'"): string => people(kinds, `and (r.target->'sets'->>'${part}')::boolean`);

/** When a row of `table` that begins on `t.day` ends: where the next one begins, or with the employment. */
const until = (table: string, more = ''): string => `
  least((select min(n.valid_from) from people.${table} n where n.person_id = t.person_id and n.valid_from > t.day ${more}),
        (select e.valid_until from people.employment e where e.person_id = t.person_id and ${holdsOn('e', 't.day')}))`;

/** Ends what holds on `t.day`, and gives up what would begin on it, or with `later` at any time from it on. */
const cut = (rows: string, table: string, { theirs = 'x.person_id = t.person_id', later = false } = {}): string => `
  with t as (${rows}),
  given_up as (delete from people.${table} x using t where (${theirs}) and x.valid_from ${later ? '>=' : '='} t.day)
  update people.${table} x set valid_until = t.day from t where (${theirs}) and x.valid_from < t.day and ${holdsFrom('x', 't.day')}`;

const step = (name: string, text: string): Statement => statement(`people.hr_apply_${name}`, text);

/** What ends with an employment, and the rows of it that are a leaver's; relations before the delegation they come from. */
const ENDING: [table: string, theirs: string][] = [
  ['department_membership', 'x.person_id = t.person_id'],
  ['leave', 'x.person_id = t.person_id'],
  ['manager_relation', 'x.person_id = t.person_id or x.manager_id = t.person_id or x.delegation_id in (select g.id from people.delegation g where g.manager_id = t.person_id)'],
  ['delegation', 'x.manager_id = t.person_id or x.delegate_id = t.person_id'],
  ['employment', 'x.person_id = t.person_id'],
];

/** Locks whom the import $1 asks something of, always in the same order. */
export const HOLD_PEOPLE = statement(
  'people.hr_hold',
  `select p.id from people.person p where p.id in (select r.person_id from people.hr_import_row r where r.import_id = $1 and r.kind in ('new', 'changed', 'missing')) order by p.id for no key update`,
);

/**
 * The import $1 becomes the organisation, one statement a step, in this order. A period that began before the day of a row is ended on it,
 * one that begins on that very day is replaced; what was planned for later stays. Needs the positions to be there already; what people and departments are today is projected afterwards.
 */
export const APPLY: Statement[] = [
  step('new_departments', `
    insert into people.department (id, code, name, parent_id, path)
    select t.id, t.code, t.name, coalesce(u.id, v.id), array[t.id]
      from (${departments("'new'")}) t
      left join people.department u on u.code = t.parent
      left join (${departments("'new'")}) v on v.code = t.parent`),
  // as old as the first person in one of them, so that nobody was in a department that did not exist
  step('new_places', `
    insert into people.department_place (id, department_id, parent_id, name, valid_from)
    select t.id, d.id, d.parent_id, d.name,
           least(platform.today(), (select min(r.valid_from) from people.hr_import_row r join (${departments("'new'")}) n on n.code = r.target->>'department' where r.import_id = $1 and r.subject = 'person'))
      from (${departments("'new'")}) t join people.department d on d.id = t.id`),
  step('places_end', `
    with t as (select d.id, platform.today() as day from (${departments("'changed'")}) c join people.department d on d.code = c.code),
    given_up as (delete from people.department_place x using t where x.department_id = t.id and x.valid_from = t.day)
    update people.department_place x set valid_until = t.day from t where x.department_id = t.id and x.valid_from < t.day and ${holdsFrom('x', 't.day')}`),
  step('places', `
    insert into people.department_place (id, department_id, parent_id, name, valid_from, valid_until)
    select t.id, d.id, u.id, t.name, platform.today(), (select min(n.valid_from) from people.department_place n where n.department_id = d.id and n.valid_from > platform.today())
      from (${departments("'changed'")}) t join people.department d on d.code = t.code left join people.department u on u.code = t.parent`),
  step('persons', `
    insert into people.person as p (id, staff_number, display_name, pinyin, initials, active, language, theme, hr_key, mail)
    select t.person_id, t."staffNumber", t.name, t.pinyin, t.initials, false, 'zh-CN', 'system', t."hrKey", t.mail from (${people("'new'")}) t
    on conflict (id) do update set staff_number = excluded.staff_number, display_name = excluded.display_name, pinyin = excluded.pinyin, initials = excluded.initials,
       hr_key = excluded.hr_key, mail = excluded.mail, revision = p.revision + 1`),
  step('facts', `
    update people.person p set staff_number = t."staffNumber", display_name = t.name, pinyin = t.pinyin, initials = t.initials, hr_key = t."hrKey", mail = t.mail, revision = p.revision + 1
      from (${setting('facts', "'changed'")}) t where p.id = t.person_id`),
  step('employments', `
    insert into people.employment (id, person_id, kind, valid_from, valid_until)
    select t.id, t.person_id, case when t.back then 'rehired' else 'hired' end, t.day, (select min(n.valid_from) from people.employment n where n.person_id = t.person_id and n.valid_from > t.day)
      from (${people("'new'")}) t`),
  step('memberships_end', cut(setting('place'), 'department_membership')),
  step('memberships', `
    insert into people.department_membership (id, person_id, department_id, position_id, job_level_id, valid_from, valid_until)
    select t.id, t.person_id, d.id, o.id, j.id, t.day, ${until('department_membership')}
      from (${setting('place')}) t
      join people.department d on d.code = t.department
      join lateral (select id from people.position where code = t.position or name = t.position order by code = t.position desc, id limit 1) o on true
      left join lateral (select id from people.job_level where code = t."jobLevel" or name = t."jobLevel" order by code = t."jobLevel" desc, id limit 1) j on true`),
  step('lines_end', cut(setting('manager'), 'manager_relation', { theirs: "x.person_id = t.person_id and x.kind = 'line'" })),
  step('lines', `
    insert into people.manager_relation (id, person_id, manager_id, kind, valid_from, valid_until)
    select t.id, t.person_id, b.id, 'line', t.day, ${until('manager_relation', "and n.kind = 'line'")}
      from (${setting('manager')}) t join people.person b on b.staff_number = t.manager`),
  step('leaves_end', cut(people("'changed'", "and r.target->'sets'->>'leave' = 'end'"), 'leave')),
  step('leaves', `
    insert into people.leave (id, person_id, kind, valid_from, valid_until)
    select t.id, t.person_id, 'other', t.day, ${until('leave')} from (${people("'new', 'changed'", "and r.target->'sets'->>'leave' = 'begin'")}) t`),
  ...ENDING.map(([table, theirs]) => step(`leavers_${table}`, cut(people("'missing'"), table, { theirs, later: true }))),
];

/** The names $2 of positions that are nobody's code or name become positions with ids $1. */
export const ADD_POSITIONS = statement(
  'people.hr_add_positions',
  `insert into people.position (id, code, name) select * from (select n.id, n.name as code, n.name from unnest($1::uuid[], $2::text[]) as n(id, name)) n
    where not exists (select from people.position o where o.code = n.name or o.name = n.name)`,
);

/** Positions the import $1 names. */
export const NAMED_POSITIONS = statement(
  'people.hr_named_positions',
  `select distinct target->>'position' as name from people.hr_import_row where import_id = $1 and subject = 'person' and kind in ('new', 'changed')`,
);

/** Up to $3 people who were hired, left or moved by the import $1 after place $2 of its report, and on which day. */
export const HAPPENED = statement(
  'people.hr_happened',
  `select place, person_id as "personId", kind, valid_from::text as day, coalesce((target->'sets'->>'place')::boolean, false) as moved
     from people.hr_import_row where import_id = $1 and subject = 'person' and kind in ('new', 'changed', 'missing') and place > $2 order by place limit $3`,
);
