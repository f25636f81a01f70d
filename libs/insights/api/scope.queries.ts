import { attention } from '@zhixing/courses/api';
import { DUE_SOON_DAYS, REMIND_AGAIN_DAYS } from '@zhixing/plans/contract';

/** The business day, asked once a statement (MOMENT). */
export const TODAY = '(select today from moment)';

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

/** SQL of the mandatory obligations of persons (SQL of a `uuid[]`) that are overdue or due soon; the conditions on columns of the table keep the view from working out the others. */
export const pressing = (persons: string): string => `
  select n.* from plans.obligation_now n
   where n.person_id = any(${persons}) and n.mandatory and n.state in ('open', 'waived') and n.due_on <= ${TODAY} + ${DUE_SOON_DAYS} and n.status in ('overdue', 'due_soon')`;

/** Those of `team`. */
export const PRESSING = `pressing as materialized (${pressing(PERSONS)})`;

/** SQL of the day from which the person of a row with `reminded_at` may be reminded again; null = now. */
export const remindAgainOn = (row: string): string => `
  case when ${row}.reminded_at > (select now from moment) - interval '${REMIND_AGAIN_DAYS} days' then ((${row}.reminded_at + interval '${REMIND_AGAIN_DAYS} days') at time zone 'Asia/Shanghai')::date::text end`;
