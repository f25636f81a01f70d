import { departmentsOf, lieWithin } from '@zhixing/people/api';
import { EXPIRING_DAYS } from '@zhixing/plans/contract';
import { statement } from '@zhixing/platform/api';
import { below } from '../line.ts';

/**
 * SQL of at most one row: the open obligation of the holder of cycle `cycle` to take the course of certification `certification`, which renews it; the nearest due date of several.
 * Whom it is asked of is reminded of it, and by its cool-down.
 */
export const renewalObligation = (cycle: string, certification: string): string => `
  select o.obligation_id, o.reminded_at
    from plans.obligation_now o
   where o.person_id = ${cycle}.person_id and o.target_kind = 'course' and o.target_id = ${certification}.course_id and o.state = 'open' and o.status in ('not_started', 'in_progress', 'due_soon', 'overdue')
   order by o.due_on, o.obligation_id limit 1`;

/** Cycle $1, the newest of its person, as person $2 with administration scope $3 may remind of it. `ending` = it runs out soon, or has. */
export const CYCLE_TO_REMIND = statement(
  'plans.cycle_to_remind',
  `select n.person_id, n.certification_id, k.title, n.valid_until::text, n.valid_until is not null and n.valid_until <= platform.today() + ${EXPIRING_DAYS} as ending, o.obligation_id, a.reminded_at,
          n.person_id <> $2 and (n.person_id in ${below('$2')} or ${lieWithin(departmentsOf('n.person_id'), '$3')}) as oversees
     from plans.certification_now n
     join plans.certification k on k.id = n.certification_id
     left join lateral (${renewalObligation('n', 'k')}) o on true
     left join plans.renewal_asked a on a.cycle_id = n.cycle_id
    where n.cycle_id = $1`,
);

/** Marks cycle $1 as reminded of by hand, unless that was done in the last $2 days. */
export const REMIND_OF_CYCLE = statement(
  'plans.remind_of_cycle',
  `insert into plans.renewal_asked as a (cycle_id, reminded_at) values ($1, platform.now())
   on conflict (cycle_id) do update set reminded_at = excluded.reminded_at where a.reminded_at <= excluded.reminded_at - make_interval(days => $2)
   returning reminded_at`,
);
