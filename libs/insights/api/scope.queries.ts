import { attention } from '@zhixing/courses/api';

/** Whether the dated row is of today. The views of people ask the clock once a row; a line has a thousand. */
const TODAY = (row: string): string => `${row}.valid_from <= (select today from moment) and (${row}.valid_until is null or ${row}.valid_until > (select today from moment))`;

/** Who of `ids` (SQL of an array) works here. An array is looked up in one go, several times faster than a join that asks row by row. */
const ACTIVE = (ids: string): string => `array(select p.id from people.person p where p.id = any(${ids}) and p.active)`;

/**
 * Everybody person $1 may look at today, as `line`. `direct`: whoever reports to them, by whatever kind of relation.
 * The line goes on below by line relations only, so that leading a project does not open somebody else's department. It is walked level by level, everybody once.
 * A person without a place in the organisation today is in nobody's team.
 * `walk` = SQL of whether to go below the direct reports at all.
 */
export const line = (walk: string): string => `
  report as materialized (
    select r.person_id, r.kind
      from people.manager_relation r
      join people.person p on p.id = r.person_id and p.active
     where r.manager_id = $1 and r.person_id <> $1 and ${TODAY('r')}),
  level (ids, seen) as (
    select ids, ids from (select array(select person_id from report where kind = 'line' and ${walk})) as first (ids)
    union all
    select n.ids, l.seen || n.ids
      from level l
     cross join lateral (
           select ${ACTIVE(`array(
                    select r.person_id from people.manager_relation r where r.manager_id = any(l.ids) and r.kind = 'line' and r.person_id <> $1 and ${TODAY('r')}
                    except select unnest(l.seen))`)} as ids
           offset 0) n
     where cardinality(n.ids) > 0),
  line as materialized (
    select d.person_id, d.person_id in (select person_id from report) as direct
      from people.department_membership d
     where d.person_id = any(array(select person_id from report union all select unnest(ids) from level)) and ${TODAY('d')}
     group by d.person_id)`;

/** Whether the scope $2 is the whole line. */
export const WHOLE_LINE = `$2::text = 'line'`;

/** The line cut to the scope $2. */
export const TEAM = `
  team as materialized (
    select person_id from line where direct or ${WHOLE_LINE})`;

/** The persons of `team` as an array. */
export const PERSONS = 'array(select person_id from team)';

/** Open registrations of `team` that need attention; `pressing` orders the reasons, `amount` = failed tries or whole days. */
export const NEEDING = `
  needing as materialized (
    select a.*, array_position(array['failed_twice', 'stalled', 'unopened'], a.code) as pressing, coalesce(a.times, a.days) as amount
      from ${attention(`r.person_id = any(${PERSONS})`)} a)`;
