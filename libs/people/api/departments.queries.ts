import { statement } from '@zhixing/platform/api';
import { holdsFrom, holdsOn } from './dated.ts';

/** Locks the tree by its top: departments change one command at a time, so that two moves cannot close a circle together. */
export const HOLD_TREE = statement('people.hold_tree', 'select id from people.department where parent_id is null order by id for no key update');

/** The tree on day $1 (null = today), parents before children, with the people in each department and in all below it. */
export const TREE = statement(
  'people.tree',
  `with recursive day as materialized (select coalesce($1::date, platform.today()) as day),
   place as materialized (select p.department_id as id, p.parent_id, p.name from people.department_place p cross join day where ${holdsOn('p', 'day.day')}),
   tree as (
     select id, parent_id, name, array[id] as path from place where parent_id is null
     union all
     select p.id, p.parent_id, p.name, p.id || t.path from place p join tree t on t.id = p.parent_id),
   counted as materialized (
     select m.department_id, count(*)::int as people from people.department_membership m cross join day where ${holdsOn('m', 'day.day')} group by 1),
   below as (select a.id, sum(c.people)::int as people from tree t join counted c on c.department_id = t.id cross join unnest(t.path) as a(id) group by 1)
   select t.id, t.parent_id, d.code, t.name, coalesce(c.people, 0) as people, coalesce(b.people, 0) as below, (select day::text from day) as as_of
     from tree t
     join people.department d on d.id = t.id
     left join counted c on c.department_id = t.id
     left join below b on b.id = t.id
    order by cardinality(t.path), d.code, t.id`,
);

/** Parent, name and path of every department that exists today, as its place says. */
export const PROJECT_TREE = statement(
  'people.project_tree',
  `with recursive place as materialized (select p.* from people.department_place p where ${holdsOn('p', '(select platform.today())')}),
   tree as (
     select department_id as id, parent_id, name, array[department_id] as path from place where parent_id is null
     union all
     select p.department_id, p.parent_id, p.name, p.department_id || t.path from place p join tree t on t.id = p.parent_id)
   update people.department d set parent_id = t.parent_id, name = t.name, path = t.path
     from tree t where t.id = d.id and (d.parent_id, d.name, d.path) is distinct from (t.parent_id, t.name, t.path)`,
);

/** Department $1 on day $2 -> its place that day, and the next day on which it changes again, if any. */
export const PLACE_ON = statement(
  'people.place_on',
  `select p.id, p.parent_id, p.name, p.valid_from::text, d.closed_on::text,
          (select min(n.valid_from)::text from people.department_place n where n.department_id = $1 and n.valid_from > $2) as next_change
     from people.department_place p join people.department d on d.id = p.department_id where p.department_id = $1 and ${holdsOn('p', '$2::date')}`,
);

/** $1 id, $2 parent, $3 code, $4 name -> the id, or nothing when the code is taken. */
export const ADD_DEPARTMENT = statement(
  'people.add_department',
  `insert into people.department (id, parent_id, code, name, path) select $1::uuid, d.id, $3, $4, $1::uuid || d.path from people.department d where d.id = $2 on conflict (code) do nothing returning id`,
);

/** Place $1 of department $2 under $3, called $4, from $5 on. */
export const PLACE = statement('people.place', 'insert into people.department_place (id, department_id, parent_id, name, valid_from) values ($1, $2, $3, $4, $5)');

/** Another parent $2 or name $3 for the place $1 from its first day on. */
export const CHANGE_PLACE = statement('people.change_place', 'update people.department_place set parent_id = $2, name = $3 where id = $1');

export const END_PLACE = statement('people.end_place', 'update people.department_place set valid_until = $2 where id = $1');

/** Whether department $1 is $2, or stands above it on day $3 or later. */
export const STANDS_ABOVE = statement(
  'people.stands_above',
  `with recursive above(id) as (
     select $2::uuid
     union
     select p.parent_id from above a join people.department_place p on p.department_id = a.id and ${holdsFrom('p', '$3::date')} where p.parent_id is not null)
   select 1 from above where id = $1`,
);

/** What department $1 would leave behind from day $2 on: people and units. */
export const CONTENTS = statement(
  'people.contents',
  `select (select count(*)::int from people.department_membership m where m.department_id = $1 and ${holdsFrom('m', '$2::date')}) as people,
          (select count(distinct p.department_id)::int from people.department_place p where p.parent_id = $1 and ${holdsFrom('p', '$2::date')}) as units`,
);

/** Who works in department $1 on day $2. */
export const PEOPLE_ON = statement('people.people_on', `select m.person_id as id from people.department_membership m where m.department_id = $1 and ${holdsOn('m', '$2::date')} order by 1`);

/** Plans of people for department $1 later than $3 lead to $2 instead. */
export const REDIRECT_PEOPLE = statement('people.redirect_people', 'update people.department_membership set department_id = $2 where department_id = $1 and valid_from > $3');

/** The units of department $1 on day $2. */
export const UNITS_ON = statement('people.units_on', `select p.id, p.department_id, p.name, p.valid_from::text, p.valid_until::text from people.department_place p where p.parent_id = $1 and ${holdsOn('p', '$2::date')}`);

/** Unit $2's place after it was cut: $1 id, under $3, called $4, from $5 until $6. */
export const FOLLOW_PLACE = statement('people.follow_place', 'insert into people.department_place (id, department_id, parent_id, name, valid_from, valid_until) values ($1, $2, $3, $4, $5, $6)');

/** Plans of units to stand under department $1 later than $3 lead to $2 instead. */
export const REDIRECT_UNITS = statement('people.redirect_units', 'update people.department_place set parent_id = $2 where parent_id = $1 and valid_from > $3');

/** Department $1 is closed on $2, merged into $3 or simply gone. */
export const CLOSE = statement('people.close', 'update people.department set closed_on = $2, merged_into = $3 where id = $1 and closed_on is null returning id');

/** Where department $1 stood, newest first. */
export const HISTORY = statement(
  'people.department_history',
  `select d.id, d.code, d.name, d.closed_on::text, d.merged_into, h.name as heir, p.valid_from::text, p.valid_until::text, p.name as called, p.parent_id, u.name as parent
     from people.department d
     left join people.department h on h.id = d.merged_into
     join people.department_place p on p.department_id = d.id
     left join people.department u on u.id = p.parent_id
    where d.id = $1 order by p.valid_from desc`,
);
