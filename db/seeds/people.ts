import type { Transaction } from '@zhixing/platform/api';
import { organisation } from './organisation.ts';

/**
 * Functions and tables of one load; they end with its connection. `chance` is repeatable: the same number and purpose give the same value in [0, 1).
 * `id` = a UUIDv7 of that moment whose other bits come from a key. `at_work` = that day (Asia/Shanghai) between 9 and 18, never on a weekend.
 */
const FUNCTIONS = `
  create function pg_temp.chance(number bigint, purpose bigint) returns float8 language sql immutable as
    $$ select (hashint8extended(number, purpose) & 9007199254740991)::float8 / 9007199254740992 $$;
  create function pg_temp.id(at timestamptz, key text) returns uuid language sql stable as
    $$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || left(md5(key), 3) || 'a' || substr(md5(key), 4, 15))::uuid $$;
  create function pg_temp.at_work(at timestamptz, chance float8) returns timestamptz language sql stable as
    $$ select (day - case extract(isodow from day) when 6 then 1 when 7 then 2 else 0 end * interval '1 day' + interval '9 hours' + chance * interval '9 hours') at time zone 'Asia/Shanghai'
         from (select date_trunc('day', at at time zone 'Asia/Shanghai') as day) as local $$`;

/** Purposes of chance, so that no two decisions share one. */
const HIRED = 1, LEAVES = 2, LEFT = 3, MOVES = 4, MOVED = 5, DILIGENCE = 6, LEVEL = 7;

/** Departments, people and whom they report to today as numbers, with ids and dates. Hired within ten years, most lately; some changed their department once, some left. */
const STAGE = `
  create temp table seed_department on commit drop as
    with recursive given as (
      select d.*, pg_temp.id(platform.now() - interval '12 years', 'department' || d.no) as id from json_to_recordset($1) as d(no int, parent int, code text, name text)),
    tree as (
      select no, id, null::uuid as parent_id, code, name, array[id] as path from given where parent = 0
      union all
      select g.no, g.id, t.id, g.code, g.name, g.id || t.path from given g join tree t on t.no = g.parent)
    select * from tree`;
const LEVELS = `
  insert into people.job_level (id, code, name, rank)
  select pg_temp.id(platform.now() - interval '12 years', 'level' || rank), 'L' || rank, name, rank
    from unnest(array['专员级', '主管级', '经理级', '高级经理级', '总经理级']) with ordinality as l(name, rank)`;
const STAGE_PEOPLE = `
  create temp table seed_person on commit drop as
    with given as (
      select p.*, (platform.today() - 60 - floor(power(pg_temp.chance(p.no, ${HIRED}), 2) * 3600)::int) as hired,
             case when not leads and pg_temp.chance(p.no, ${LEAVES}) < 0.02 then platform.today() - floor(pg_temp.chance(p.no, ${LEFT}) * 50)::int end as left_on,
             pg_temp.chance(p.no, ${DILIGENCE}) as diligence
        from json_to_recordset($1) as p(no int, name text, pinyin text, initials text, department int, position text, manager int, leads boolean))
    select g.*, pg_temp.id(platform.now() - interval '12 years', 'level' || case when g.leads then 4 else 1 + floor(pg_temp.chance(g.no, ${LEVEL}) * 3)::int end) as level_id, pg_temp.id(g.hired::timestamptz, 'person' || g.no) as id, d.id as department_id, d.name as department_name, d.path, o.id as position_id,
           case when not leads and pg_temp.chance(g.no, ${MOVES}) < 0.12 then g.hired + 1 + floor(pg_temp.chance(g.no, ${MOVED}) * (platform.today() - g.hired - 55))::int end as moved
      from given g
      join seed_department d on d.no = g.department
      join people.position o on o.name = g.position`;

const POSITIONS = `
  insert into people.position (id, code, name)
  select pg_temp.id(platform.now() - interval '12 years', 'position' || position), 'SY' || lpad(row_number() over (order by position)::text, 3, '0'), position
    from (select distinct position from json_to_recordset($1) as p(position text)) as p`;

const STORE = [
  'insert into people.department (id, parent_id, code, name, path) select id, parent_id, code, name, path from seed_department order by cardinality(path), no',
  `insert into people.department_place (id, department_id, parent_id, name, valid_from)
   select pg_temp.id(platform.now() - interval '12 years', 'place' || no), id, parent_id, name, (platform.now() - interval '12 years')::date from seed_department`,
  `insert into people.person (id, staff_number, display_name, pinyin, initials, active, language, theme, hr_key, mail)
   select id, 'SY' || lpad(no::text, 6, '0'), name, pinyin, initials, left_on is null, 'zh-CN', 'system', 'HR' || lpad(no::text, 8, '0'), pinyin || no || '@bank.example' from seed_person order by no`,
  `insert into people.employment (id, person_id, valid_from, valid_until, kind)
   select pg_temp.id(hired::timestamptz, 'employment' || no), id, hired, left_on, 'hired' from seed_person`,
  // whoever moved was at the unit above before, under its lead
  `insert into people.department_membership (id, person_id, department_id, position_id, valid_from, valid_until, job_level_id)
   select pg_temp.id(hired::timestamptz, 'membership' || no), id, coalesce(case when moved is not null then path[2] end, department_id), position_id, hired, coalesce(moved, left_on), level_id from seed_person
   union all
   select pg_temp.id(moved::timestamptz, 'moved' || no), id, department_id, position_id, moved, left_on, level_id from seed_person where moved is not null`,
  `insert into people.manager_relation (id, person_id, manager_id, kind, valid_from, valid_until)
   select pg_temp.id(p.hired::timestamptz, 'relation' || p.no), p.id, case when p.moved is null or m.manager = 0 then m.id else a.id end, 'line', p.hired, coalesce(p.moved, p.left_on)
     from seed_person p join seed_person m on m.no = p.manager left join seed_person a on a.no = m.manager
   union all
   select pg_temp.id(p.moved::timestamptz, 'next' || p.no), p.id, m.id, 'line', p.moved, p.left_on from seed_person p join seed_person m on m.no = p.manager where p.moved is not null`,
  // one of each role in a thousand people, at least one in the bank
  `insert into people.role_grant (id, person_id, role, valid_from)
   select pg_temp.id(p.hired::timestamptz, r.role || p.no), p.id, r.role, p.hired
     from (select no, id, hired, row_number() over (order by no) as place from seed_person where not leads and left_on is null) p
     join unnest(array['ld_admin', 'trainer', 'judge', 'system_admin', 'security_admin', 'audit_admin']) with ordinality as r(role, place) on p.place % 1000 = r.place`,
];

/** Stores the organisation; `seed_person` and the functions stay for the rest of the transaction. */
export async function seedPeople(tx: Transaction, employees: number): Promise<void> {
  const { departments, people } = organisation(employees);
  await tx.manager.query(FUNCTIONS);
  await tx.manager.query(STAGE, [JSON.stringify(departments)]);
  await tx.manager.query(LEVELS);
  await tx.manager.query(POSITIONS, [JSON.stringify(people.map(({ position }) => ({ position })))]);
  await tx.manager.query(STAGE_PEOPLE, [JSON.stringify(people)]);
  await tx.manager.query('analyze seed_person');
  for (const sql of STORE) await tx.manager.query(sql);
}
