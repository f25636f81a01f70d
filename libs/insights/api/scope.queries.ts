import { attention } from '@zhixing/courses/api';

/** Whether the scope $2 is the whole line. */
export const WHOLE_LINE = `$2::text = 'line'`;

/** Everybody person $1 may look at today; `direct` = reports to them, by whatever kind of relation. */
export const LINE = 'line as materialized (select person_id, direct, pinyin from people.line where manager_id = $1)';

/** The line cut to the scope $2. */
export const TEAM = `
  team as materialized (
    select person_id, pinyin from line where direct or ${WHOLE_LINE})`;

/** The persons of `team` as an array: looked up in one go, several times faster than a join that asks row by row. */
export const PERSONS = 'array(select person_id from team)';

/** Open registrations of `team` that need attention; `pressing` orders the reasons, `amount` = failed tries or whole days. */
export const NEEDING = `
  needing as materialized (
    select a.*, array_position(array['failed_twice', 'stalled', 'unopened'], a.code) as pressing, coalesce(a.times, a.days) as amount
      from ${attention(`r.person_id = any(${PERSONS})`)} a)`;
