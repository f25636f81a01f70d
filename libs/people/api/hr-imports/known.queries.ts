import { statement } from '@zhixing/platform/api';
import { holdsOn } from '../dated.ts';
import type { KnownPerson } from './difference.rules.ts';

/** The columns of a KnownPerson: `p` = the person, `day` = on which day. */
const known = (day: string): string => `
  p.id as "personId", p.hr_key as "hrKey", p.staff_number as "staffNumber", p.display_name as name, p.mail,
  e.valid_from::text as "employedFrom", e.valid_until::text as "employedUntil",
  (select max(valid_until)::text from people.employment where person_id = p.id and valid_until <= ${day}) as "leftOn",
  greatest(e.valid_from, m.valid_from, r.since, l.valid_from)::text as since,
  case when d.id is not null then json_build_object('code', d.code, 'name', d.name) end as department,
  case when o.id is not null then json_build_object('code', o.code, 'name', o.name) end as position,
  case when j.id is not null then json_build_object('code', j.code, 'name', j.name) end as "jobLevel",
  coalesce(r.managers, '{}') as managers, l.id is not null as "onLeave"`;

const facts = (day: string): string => `
  left join lateral (select * from people.employment x where x.person_id = p.id and ${holdsOn('x', day)} limit 1) e on true
  left join lateral (select * from people.department_membership x where x.person_id = p.id and ${holdsOn('x', day)} limit 1) m on true
  left join people.department d on d.id = m.department_id
  left join people.position o on o.id = m.position_id
  left join people.job_level j on j.id = m.job_level_id
  left join lateral (select * from people.leave x where x.person_id = p.id and ${holdsOn('x', day)} limit 1) l on true
  left join lateral (
    select max(x.valid_from) as since, array_agg(b.staff_number order by b.staff_number) as managers
      from people.manager_relation x join people.person b on b.id = x.manager_id
     where x.person_id = p.id and x.kind = 'line' and ${holdsOn('x', day)}) r on true`;

/** A row's person, and who has its staff number. */
export interface KnownRow extends KnownPerson {
  place: number;
  takenBy: string | null;
}

/** Who the rows $1 (places) with HR keys $2 and staff numbers $3 mean on days $4: by HR key (of whoever goes by a pseudonym, by its digest $5), else by staff number when that person has no HR key or the row none. */
export const KNOWN_PEOPLE = statement(
  'people.hr_known',
  `select f.place, case when s.id <> p.id or p.id is null then s.id end as "takenBy", ${known('f.day')}
     from unnest($1::int[], $2::text[], $3::text[], $4::date[], $5::text[]) as f(place, hr_key, staff_number, day, digest)
     left join people.person n on n.hr_key = f.hr_key
     left join people.person g on g.hr_key_digest = f.digest and g.hr_key is null
     left join people.person s on s.staff_number = f.staff_number
     left join people.person p on p.id = coalesce(n.id, g.id, case when s.hr_key is null or f.hr_key is null then s.id end)
     ${facts('f.day')}`,
);

/** The people $1 as on day $2, in the order of their staff numbers. */
export const KNOWN_BY_ID = statement('people.bulk_known', `select ${known('$2::date')} from people.person p ${facts('$2::date')} where p.id = any($1) order by p.staff_number`);

/** Up to $3 people employed today whom no row of the import $1 means, after person $2. */
export const UNNAMED_PEOPLE = statement(
  'people.hr_unnamed',
  `select ${known('platform.today()')}
     from people.person p
     ${facts('platform.today()')}
    where p.id > $2 and e.id is not null
      and not exists (select from people.bulk_change_row x where x.change_id = $1 and x.person_id = p.id)
    order by p.id limit $3`,
);

/** How many are employed today, and the day. */
export const STAFF = statement('people.hr_staff', `select count(distinct person_id)::int as staff, platform.today()::text as today from people.employment x where ${holdsOn('x', 'platform.today()')}`);

export interface KnownDepartment {
  code: string;
  name: string;
  parent: string | null;
}

/** Departments that are open. */
export const KNOWN_DEPARTMENTS = statement(
  'people.hr_departments',
  'select d.code, d.name, u.code as parent from people.department d left join people.department u on u.id = d.parent_id where d.closed_on is null',
);

export const KNOWN_LEVELS = statement('people.hr_levels', 'select code, name from people.job_level');

/** Everybody employed today with one line manager: [staff number, the manager's]. */
export const KNOWN_LINES = statement(
  'people.hr_lines',
  `select p.staff_number as person, min(b.staff_number) as manager
     from people.employment e
     join people.person p on p.id = e.person_id
     left join people.manager_relation x on x.person_id = p.id and x.kind = 'line' and ${holdsOn('x', 'platform.today()')}
     left join people.person b on b.id = x.manager_id
    where ${holdsOn('e', 'platform.today()')}
    group by p.staff_number`,
);
