import { attention } from '@zhixing/courses/api';

/** Whether the dated row is of today. The views of people ask the clock once a row; a line has a thousand. */
const TODAY = (row: string): string => `${row}.valid_from <= (select today from moment) and (${row}.valid_until is null or ${row}.valid_until > (select today from moment))`;

/**
 * Everybody person $1 may look at today. `direct`: whoever reports to them, by whatever kind of relation.
 * The line goes on below by line relations only, so that leading a project does not open somebody else's department.
 * A person without a place in the organisation today is in nobody's team.
 * `walk` = SQL of whether to go below the direct reports at all.
 */
export const line = (walk: string): string => `
  below (person_id, kind, direct) as (
    select r.person_id, r.kind, true
      from people.manager_relation r
      join people.person p on p.id = r.person_id and p.active
     where r.manager_id = $1 and r.person_id <> $1 and ${TODAY('r')}
    union
    select r.person_id, r.kind, false
      from below b
      join people.manager_relation r on r.manager_id = b.person_id
      join people.person p on p.id = r.person_id and p.active
     where ${walk} and b.kind = 'line' and r.kind = 'line' and r.person_id <> $1 and ${TODAY('r')}),
  line as materialized (
    select b.person_id, bool_or(b.direct) as direct
      from below b
      join people.department_membership d on d.person_id = b.person_id and ${TODAY('d')}
     group by b.person_id)`;

/** Whether the scope $2 is the whole line. */
export const WHOLE_LINE = `$2::text = 'line'`;

/** The line cut to the scope $2. */
export const TEAM = `
  team as materialized (
    select person_id from line where direct or ${WHOLE_LINE})`;

/** Open registrations of `team` that need attention; `pressing` orders the reasons, `amount` = failed tries or whole days. */
export const NEEDING = `
  needing as materialized (
    select a.*, array_position(array['failed_twice', 'stalled', 'unopened'], a.code) as pressing, coalesce(a.times, a.days) as amount
      from ${attention('r.person_id in (select person_id from team)')} a)`;
