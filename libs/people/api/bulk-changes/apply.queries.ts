import { type Statement, statement } from '@zhixing/platform/api';
import { begin, cut, giveUp, leavers, LEAVE, LINE_BEGINS, LINE_ENDS, recorded, until } from './dated-writes.ts';

/** Rows of the change $1 about people, of some kinds, with the person's target as columns. */
const people = (kinds: string, also = ''): string => `
  select r.id, r.person_id, r.valid_from as day, r.kind, r.back, t.*
    from people.bulk_change_row r
    cross join lateral jsonb_to_record(coalesce(r.target, '{}')) as t("hrKey" text, "staffNumber" text, name text, pinyin text, initials text, mail text, department text, position text, "jobLevel" text, manager text, leave jsonb, sets jsonb)
   where r.change_id = $1 and r.subject = 'person' and r.kind in (${kinds}) ${also}`;

const departments = (kinds: string): string => `
  select r.id, r.key as code, r.name, r.target->>'parent' as parent, platform.today() as day from people.bulk_change_row r
   where r.change_id = $1 and r.subject = 'department' and r.kind in (${kinds})`;

/** Rows whose part `part` is to be written. */
const setting = (part: string): string => people("'new', 'changed'", `and (r.target->'sets'->>'${part}')::boolean`);

const FACTS = ['staff_number', 'display_name', 'pinyin', 'initials', 'hr_key', 'mail'];
/** What an import may change of a person, as JSON. */
const factsOf = (row: string): string => `jsonb_build_object(${FACTS.map((fact) => `'${fact}', ${row}.${fact}`).join(', ')})`;

const step = (name: string, text: string): Statement => statement(`people.bulk_${name}`, text);

/** Locks whom the change $1 asks something of and the manager it gives them, always in the same order. */
export const HOLD_PEOPLE = statement(
  'people.bulk_hold',
  `select p.id from people.person p
    where p.id in (select r.person_id from people.bulk_change_row r where r.change_id = $1 and r.kind in ('new', 'changed', 'missing'))
       or p.id = (select (c.change->>'managerId')::uuid from people.bulk_change c where c.id = $1)
    order by p.id for no key update`,
);

/**
 * The change $1 becomes the organisation, one statement a step, in this order. A period that began before the day of a row is ended on it,
 * one that begins on that very day is replaced; what was planned for later stays. Needs the positions to be there already; what people and departments are today is projected afterwards.
 */
export const APPLY: Statement[] = [
  step('new_departments', recorded(departments("'new'"), 'department', [`
    insert into people.department as x (id, code, name, parent_id, path)
    select t.id, t.code, t.name, coalesce(u.id, v.id), array[t.id] from t left join people.department u on u.code = t.parent left join t v on v.code = t.parent
    returning x.id as row_id, x.id as caused_by, null::jsonb as before, jsonb_build_object('code', x.code) as after`])),
  // as old as the first person in one of them, so that nobody was in a department that did not exist
  step('new_places', recorded(departments("'new'"), 'department_place', [begin(
    'department_place', 'id, department_id, parent_id, name, valid_from',
    `select t.id, d.id, d.parent_id, d.name,
            least(t.day, (select min(r.valid_from) from people.bulk_change_row r join t n on n.code = r.target->>'department' where r.change_id = $1 and r.subject = 'person'))
       from t join people.department d on d.id = t.id`,
  )])),
  step('places_end', recorded(
    `select t.*, d.id as department_id from (${departments("'changed'")}) t join people.department d on d.code = t.code`, 'department_place',
    [giveUp('department_place', 'x.department_id = t.department_id'), cut('department_place', 'x.department_id = t.department_id')],
  )),
  step('places', recorded(departments("'changed'"), 'department_place', [begin(
    'department_place', 'id, department_id, parent_id, name, valid_from, valid_until',
    `select t.id, d.id, u.id, t.name, t.day, (select min(n.valid_from) from people.department_place n where n.department_id = d.id and n.valid_from > t.day)
       from t join people.department d on d.code = t.code left join people.department u on u.code = t.parent`,
  )])),
  // a person stays, whatever becomes of the import: who they are is no dated row
  step('persons', `
    insert into people.person (id, staff_number, display_name, pinyin, initials, active, language, theme, hr_key, mail)
    select t.person_id, t."staffNumber", t.name, t.pinyin, t.initials, false, 'zh-CN', 'system', t."hrKey", t.mail from (${people("'new'")}) t
    on conflict (id) do nothing`),
  step('facts', recorded(setting('facts'), 'person', [`
    update people.person x set staff_number = t."staffNumber", display_name = t.name, pinyin = t.pinyin, initials = t.initials, hr_key = t."hrKey", mail = t.mail, revision = x.revision + 1
      from t, people.person o
     where x.id = t.person_id and o.id = x.id and (${FACTS.map((fact) => `x.${fact}`).join(', ')}) is distinct from (t."staffNumber", t.name, t.pinyin, t.initials, t."hrKey", t.mail)
    returning x.id as row_id, t.id as caused_by, ${factsOf('o')} as before, ${factsOf('x')} as after`])),
  step('employments', recorded(people("'new'"), 'employment', [begin(
    'employment', 'id, person_id, kind, valid_from, valid_until',
    `select t.id, t.person_id, case when t.back then 'rehired' else 'hired' end, t.day, (select min(n.valid_from) from people.employment n where n.person_id = t.person_id and n.valid_from > t.day) from t`,
  )])),
  step('memberships_end', recorded(setting('place'), 'department_membership', [giveUp('department_membership'), cut('department_membership')])),
  step('memberships', recorded(setting('place'), 'department_membership', [begin(
    'department_membership', 'id, person_id, department_id, position_id, job_level_id, valid_from, valid_until',
    `select t.id, t.person_id, d.id, o.id, j.id, t.day, ${until('department_membership')}
       from t
       join people.department d on d.code = t.department
       join lateral (select id from people.position where code = t.position or name = t.position order by code = t.position desc, id limit 1) o on true
       left join lateral (select id from people.job_level where code = t."jobLevel" or name = t."jobLevel" order by code = t."jobLevel" desc, id limit 1) j on true`,
  )])),
  step('lines_end', recorded(setting('manager'), 'manager_relation', LINE_ENDS)),
  step('lines', recorded(`select t.*, b.id as manager_id from (${setting('manager')}) t left join people.person b on b.staff_number = t.manager`, 'manager_relation', [LINE_BEGINS])),
  step('leaves_end', recorded(people("'changed'", "and r.target->'sets'->>'leave' = 'end'"), 'leave', [giveUp('leave'), cut('leave')])),
  step('leaves', recorded(people("'new', 'changed'", "and r.target->'sets'->>'leave' = 'begin'"), 'leave', [begin(
    'leave', 'id, person_id, kind, valid_from, valid_until',
    `select t.id, t.person_id, coalesce(t.leave->>'kind', 'other'), t.day, least((t.leave->>'until')::date, ${until('leave')}) from t`,
  )])),
  ...LEAVE.map(({ table, writes }) => step(`leavers_${table}`, recorded(leavers(people("'missing'")), table, writes))),
];

/** The names $2 of positions that are nobody's code or name become positions with ids $1. */
export const ADD_POSITIONS = statement(
  'people.bulk_add_positions',
  `insert into people.position (id, code, name) select * from (select n.id, n.name as code, n.name from unnest($1::uuid[], $2::text[]) as n(id, name)) n
    where not exists (select from people.position o where o.code = n.name or o.name = n.name)`,
);

/** Positions the change $1 names. */
export const NAMED_POSITIONS = statement(
  'people.bulk_named_positions',
  `select distinct target->>'position' as name from people.bulk_change_row where change_id = $1 and subject = 'person' and kind in ('new', 'changed') and (target->'sets'->>'place')::boolean`,
);

/** Whose row was changed, how and on which day. */
export interface Happened {
  place: number;
  personId: string;
  kind: 'new' | 'changed' | 'missing';
  day: string;
  moved: boolean;
}

/** Up to $3 people whom the change $1 touched, after place $2 of its report; once it is undone those who were put back. */
export const HAPPENED = statement(
  'people.bulk_happened',
  `select place, person_id as "personId", kind, valid_from::text as day, coalesce((target->'sets'->>'place')::boolean, false) as moved
     from people.bulk_change_row where change_id = $1 and subject = 'person' and kind in ('new', 'changed', 'missing') and kept is null and place > $2 order by place limit $3`,
);
