import { type Statement, statement } from '@zhixing/platform/api';

/** Rows of the import $1 about people, of some kinds, with the person's target as columns. */
const people = (kinds: string, also = ''): string => `
  select r.id, r.person_id, r.valid_from as day, r.kind, r.back, t.*
    from people.hr_import_row r
    cross join lateral jsonb_to_record(coalesce(r.target, '{}')) as t("hrKey" text, "staffNumber" text, name text, pinyin text, initials text, mail text, department text, position text, "jobLevel" text, manager text, sets jsonb)
   where r.import_id = $1 and r.subject = 'person' and r.kind in (${kinds}) ${also}`;

const departments = (kinds: string): string => `
  select r.id, r.key as code, r.name, r.target->>'parent' as parent, r.kind from people.hr_import_row r
   where r.import_id = $1 and r.subject = 'department' and r.kind in (${kinds})`;

/** What of a table's later rows ends the new one: the next one begins, or the employment is over. */
const until = (table: string, more = ''): string => `
  least((select min(n.valid_from) from ${table} n where n.person_id = t.person_id and n.valid_from > t.day ${more}),
        (select e.valid_until from people.employment e where e.person_id = t.person_id and e.valid_from <= t.day and (e.valid_until is null or e.valid_until > t.day)))`;

const step = (name: string, text: string): Statement => statement(`people.hr_apply_${name}`, text);

/**
 * The import $1 becomes the organisation, one statement a step, in this order. A period that began before the day of a row is ended on it,
 * one that begins on that very day is replaced; what was planned for later stays. Needs the positions to be there already.
 */
export const APPLY: Statement[] = [
  step('new_departments', `
    insert into people.department (id, code, name, parent_id, path)
    select t.id, t.code, t.name, coalesce(u.id, v.id), array[t.id]
      from (${departments("'new'")}) t
      left join people.department u on u.code = t.parent
      left join (${departments("'new'")}) v on v.code = t.parent`),
  step('departments', `
    update people.department d set name = t.name, parent_id = u.id
      from (${departments("'changed'")}) t left join people.department u on u.code = t.parent
     where d.code = t.code`),
  step('paths', `
    with recursive tree as (
      select id, array[id] as path from people.department where parent_id is null
      union all
      select d.id, d.id || tree.path from people.department d join tree on tree.id = d.parent_id)
    update people.department d set path = tree.path from tree
     where tree.id = d.id and d.path <> tree.path and exists (${departments("'new', 'changed'")})`),
  step('places_today', `
    update people.department_place x set name = d.name, parent_id = d.parent_id
      from (${departments("'changed'")}) t join people.department d on d.code = t.code
     where x.department_id = d.id and x.valid_from = platform.today()`),
  step('places_end', `
    update people.department_place x set valid_until = platform.today()
      from (${departments("'changed'")}) t join people.department d on d.code = t.code
     where x.department_id = d.id and x.valid_from < platform.today() and (x.valid_until is null or x.valid_until > platform.today())`),
  step('places', `
    insert into people.department_place (id, department_id, parent_id, name, valid_from, valid_until)
    select t.id, d.id, d.parent_id, d.name,
           case t.kind when 'new' then least(platform.today(), (select min(r.valid_from) from people.hr_import_row r where r.import_id = $1 and r.subject = 'person' and r.target->>'department' = t.code)) else platform.today() end,
           (select min(n.valid_from) from people.department_place n where n.department_id = d.id and n.valid_from > platform.today())
      from (${departments("'new', 'changed'")}) t join people.department d on d.code = t.code
     where not exists (select from people.department_place n where n.department_id = d.id and n.valid_from = platform.today())`),
  step('persons', `
    insert into people.person as p (id, staff_number, display_name, pinyin, initials, active, language, theme, hr_key, mail, disabled, revision)
    select t.person_id, t."staffNumber", t.name, t.pinyin, t.initials, false, 'zh-CN', 'system', t."hrKey", t.mail, false, 1 from (${people("'new'")}) t
    on conflict (id) do update set staff_number = excluded.staff_number, display_name = excluded.display_name, pinyin = excluded.pinyin, initials = excluded.initials,
       hr_key = excluded.hr_key, mail = excluded.mail, revision = p.revision + 1`),
  step('facts', `
    update people.person p set staff_number = t."staffNumber", display_name = t.name, pinyin = t.pinyin, initials = t.initials, hr_key = t."hrKey", mail = t.mail, revision = p.revision + 1
      from (${people("'changed'", "and (r.target->'sets'->>'facts')::boolean")}) t where p.id = t.person_id`),
  step('employments', `
    insert into people.employment (id, person_id, kind, valid_from, valid_until)
    select t.id, t.person_id, case when t.back then 'rehired' else 'hired' end, t.day, (select min(n.valid_from) from people.employment n where n.person_id = t.person_id and n.valid_from > t.day)
      from (${people("'new'")}) t`),
  step('memberships_end', `
    with t as (${people("'new', 'changed'", "and (r.target->'sets'->>'place')::boolean")}),
    replaced as (delete from people.department_membership m using t where m.person_id = t.person_id and m.valid_from = t.day)
    update people.department_membership m set valid_until = t.day from t
     where m.person_id = t.person_id and m.valid_from < t.day and (m.valid_until is null or m.valid_until > t.day)`),
  step('memberships', `
    insert into people.department_membership (id, person_id, department_id, position_id, job_level_id, valid_from, valid_until)
    select t.id, t.person_id, d.id, o.id, j.id, t.day, ${until('people.department_membership')}
      from (${people("'new', 'changed'", "and (r.target->'sets'->>'place')::boolean")}) t
      join people.department d on d.code = t.department
      join lateral (select id from people.position where code = t.position or name = t.position order by code = t.position desc, id limit 1) o on true
      left join lateral (select id from people.job_level where code = t."jobLevel" or name = t."jobLevel" order by code = t."jobLevel" desc, id limit 1) j on true`),
  step('lines_end', `
    with t as (${people("'new', 'changed'", "and (r.target->'sets'->>'manager')::boolean")}),
    replaced as (delete from people.manager_relation m using t where m.person_id = t.person_id and m.kind = 'line' and m.valid_from = t.day)
    update people.manager_relation m set valid_until = t.day from t
     where m.person_id = t.person_id and m.kind = 'line' and m.valid_from < t.day and (m.valid_until is null or m.valid_until > t.day)`),
  step('lines', `
    insert into people.manager_relation (id, person_id, manager_id, kind, valid_from, valid_until)
    select t.id, t.person_id, b.id, 'line', t.day, ${until('people.manager_relation', "and n.kind = 'line'")}
      from (${people("'new', 'changed'", "and (r.target->'sets'->>'manager')::boolean")}) t join people.person b on b.staff_number = t.manager`),
  step('leaves_end', `
    with t as (${people("'changed'", "and r.target->'sets'->>'leave' = 'end'")}),
    given_up as (delete from people.leave l using t where l.person_id = t.person_id and l.valid_from = t.day)
    update people.leave l set valid_until = t.day from t where l.person_id = t.person_id and l.valid_from < t.day and (l.valid_until is null or l.valid_until > t.day)`),
  step('leaves', `
    insert into people.leave (id, person_id, kind, valid_from, valid_until)
    select t.id, t.person_id, 'other', t.day, ${until('people.leave')} from (${people("'new', 'changed'", "and r.target->'sets'->>'leave' = 'begin'")}) t`),
  ...['department_membership', 'leave', 'manager_relation'].map((table) => step(`leavers_${table}`, `
    with t as (${people("'missing'")}),
    given_up as (delete from people.${table} x using t where x.person_id = t.person_id and x.valid_from >= t.day)
    update people.${table} x set valid_until = t.day from t where x.person_id = t.person_id and x.valid_from < t.day and (x.valid_until is null or x.valid_until > t.day)`)),
  step('leavers_reports', `
    with t as (${people("'missing'")}),
    given_up as (delete from people.manager_relation x using t where x.manager_id = t.person_id and x.valid_from >= t.day)
    update people.manager_relation x set valid_until = t.day from t where x.manager_id = t.person_id and x.valid_from < t.day and (x.valid_until is null or x.valid_until > t.day)`),
  step('leavers', `
    with t as (${people("'missing'")}),
    given_up as (delete from people.employment x using t where x.person_id = t.person_id and x.valid_from >= t.day)
    update people.employment x set valid_until = t.day from t where x.person_id = t.person_id and x.valid_from < t.day and (x.valid_until is null or x.valid_until > t.day)`),
  step('active', `
    update people.person p set active = s.active
      from (select q.id, not q.disabled and exists (select from people.employment e where e.person_id = q.id and e.valid_from <= platform.today() and (e.valid_until is null or e.valid_until > platform.today())) as active
              from people.person q join people.hr_import_row r on r.person_id = q.id and r.import_id = $1 and r.kind in ('new', 'missing')) s
     where p.id = s.id and p.active <> s.active`),
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

/** Who was hired, left or moved by the import $1, and on which day. */
export const HAPPENED = statement(
  'people.hr_happened',
  `select person_id as "personId", kind, valid_from::text as day, coalesce((target->'sets'->>'place')::boolean, false) as place
     from people.hr_import_row where import_id = $1 and subject = 'person' and kind in ('new', 'changed', 'missing') order by kind, place`,
);
