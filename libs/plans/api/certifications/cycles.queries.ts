import { statement } from '@zhixing/platform/api';

/** What is going to happen to one person's cycles of one certification waits for its turn until the transaction ends. */
export const HOLD_CYCLES = statement('plans.hold_cycles', `select pg_advisory_xact_lock(hashtextextended($1::text || $2::text, 0))`);

const DAY = (instant: string): string => `(${instant} at time zone 'Asia/Shanghai')::date`;
const NEXT_NUMBER = (certification: string, person: string): string => `coalesce((select max(number) from plans.certification_cycle where certification_id = ${certification} and person_id = ${person}), 0) + 1`;

/** Which cycle of its person the `cycle` is by its first day, from 1 on: what was brought in from before counts too, whatever number it got. */
export const placeOf = (cycle: string): string =>
  `(select count(*)::int from plans.certification_cycle z where z.certification_id = ${cycle}.certification_id and z.person_id = ${cycle}.person_id and (z.valid_from, z.number) <= (${cycle}.valid_from, ${cycle}.number))`;

/** Active certifications that the completed registration $1 counts for, and whose it is. */
export const COUNTS_FOR = statement(
  'plans.completion_counts_for',
  `select k.id as certification_id, p.person_id, p.completed_at from plans.attempted p join plans.certification k on k.course_id = p.target_id and k.state = 'active'
    where p.registration_id = $1 and p.target_kind = 'course' and p.completed_at is not null order by k.id`,
);

/**
 * Certifies person $3 for certification $2 by registration $4, completed at $5, as cycle $1: first, or renewed. Before the window opens it is only offered, unless $6 says that the person agreed.
 * Nothing when the registration has counted or was offered already, when what is held is newer, or holds for good.
 */
export const CERTIFY = statement(
  'plans.certify',
  `with last as (select * from plans.certification_now where certification_id = $2 and person_id = $3),
   next as (
     select n.*, l.valid_until as previous_until from plans.certification k left join last l on true
      cross join lateral plans.next_cycle(l.valid_until, l.window_opens_on, ${DAY('$5::timestamptz')}, k.months, k.window_days) n
      where k.id = $2 and k.state = 'active' and (l.cycle_id is null or (l.valid_until is not null and l.earned_at < $5::timestamptz))
        and not exists (select from plans.certification_cycle c where c.source_id = $4 and c.certification_id = $2) and n.place <> 'nothing'),
   made as (
     insert into plans.certification_cycle (id, certification_id, person_id, number, valid_from, valid_until, window_opens_on, gap_days, source, source_id, reference, earned_at, recorded_at)
     select $1, $2, $3, ${NEXT_NUMBER('$2', '$3')}, valid_from, valid_until, window_opens_on, gap_days, 'course', $4, null, $5, platform.now() from next where place <> 'before' or $6::boolean
     on conflict do nothing returning valid_until),
   offered as (
     insert into plans.certification_early (id, certification_id, person_id, registration_id, completed_at, state, offered_at)
     select $1, $2, $3, $4, $5, 'offered', platform.now() from next where place = 'before' and not $6::boolean
     on conflict do nothing returning id)
   select 'certified' as what, m.valid_until::text as until, null as instead from made m
   union all select 'offered', n.valid_until::text, n.previous_until::text from offered o cross join next n`,
);

/** Completed registrations that count for active certifications and were neither used nor offered, the oldest first: after the one of time $1, registration $2 and certification $3, $4 rows. History that was imported, or older than the certification. */
export const UNCOUNTED = statement(
  'plans.uncounted_completions',
  `select p.registration_id, k.id as certification_id, p.person_id, p.completed_at, p.completed_at::text as completed_key
     from plans.certification k join plans.attempted p on p.target_kind = 'course' and p.target_id = k.course_id and p.completed_at is not null
    where k.state = 'active' and not exists (select from plans.certification_cycle c where c.source_id = p.registration_id and c.certification_id = k.id)
      and not exists (select from plans.certification_early e where e.registration_id = p.registration_id and e.certification_id = k.id)
      and not exists (select from plans.certification_now n where n.certification_id = k.id and n.person_id = p.person_id and (n.valid_until is null or n.earned_at >= p.completed_at))
      and ($1::timestamptz is null or (p.completed_at, p.registration_id, k.id) > ($1, $2::uuid, $3::uuid))
    order by p.completed_at, p.registration_id, k.id limit $4`,
);

/** The offer $1 to renew before the window, with what it gives. */
export const EARLY = statement(
  'plans.early_renewal',
  `select e.id, e.certification_id, e.person_id, e.registration_id, e.completed_at, e.state, k.title from plans.certification_early e join plans.certification k on k.id = e.certification_id where e.id = $1`,
);
/** Decides offer $1 of person $2 as $3, once. */
export const DECIDE_EARLY = statement('plans.decide_early_renewal', `update plans.certification_early set state = $3, decided_at = platform.now() where id = $1 and person_id = $2 and state = 'offered' returning id`);

/** Cycle $1 with whose it is. */
export const CYCLE = statement(
  'plans.certification_cycle',
  `select c.id, c.certification_id, c.person_id, c.valid_until::text, k.title, k.kind from plans.certification_cycle c join plans.certification k on k.id = c.certification_id where c.id = $1`,
);
/** Takes cycle $1 away by $2 because of $3, once. */
export const REVOKE_CYCLE = statement(
  'plans.revoke_cycle',
  'insert into plans.certification_revocation (cycle_id, at, by_id, reason) values ($1, platform.now(), $2, $3) on conflict do nothing returning cycle_id',
);

/** A cycle of an own certification as certificates are issued for it, $1 its id. */
export const CERTIFIED = statement(
  'plans.certified_cycle',
  `select c.id, c.certification_id, c.person_id, k.title, c.earned_at, c.valid_until::text, coalesce(a.department_name, '') as department
     from plans.certification_cycle c join plans.certification k on k.id = c.certification_id and k.kind = 'own' left join people.card a on a.person_id = c.person_id where c.id = $1`,
);

const TOLD_OF = 60;
/** The next $2 cycles after $1 whose people are to be told that the window opened, that 30 or 7 days are left, or that it has expired (not longer than ${TOLD_OF} days ago), marked as told. */
export const TELL_OF_CYCLES = statement(
  'plans.tell_of_cycles',
  `with reached as (
     select n.cycle_id, case when n.state = 'expired' then 'expired' when n.valid_until - t.today <= 7 then 't-7' when n.valid_until - t.today <= 30 then 't-30' else 'window' end as stage
       from (select platform.today() as today) t
       join plans.certification_now n on n.valid_until >= t.today - ${TOLD_OF} and (n.window_opens_on <= t.today or n.valid_until <= t.today + 30)
       join people.workforce w on w.person_id = n.person_id and w.active
       join plans.certification k on k.id = n.certification_id and k.state = 'active'
      where n.cycle_id > $1),
   told as (
     insert into plans.certification_reminder (cycle_id, stage, at)
     select cycle_id, stage, platform.now() from reached r where not exists (select from plans.certification_reminder d where d.cycle_id = r.cycle_id and d.stage = r.stage) order by cycle_id limit $2
     on conflict do nothing returning cycle_id, stage)
   select t.cycle_id, t.stage, n.person_id, n.certification_id, k.title, n.valid_until::text, abs(n.valid_until - platform.today()) as days, c.display_name as person,
          coalesce((select array_agg(r.manager_id) from people.reporting r where r.person_id = n.person_id and r.kind in ('line', 'acting')), '{}') as managers
     from told t join plans.certification_now n on n.cycle_id = t.cycle_id join plans.certification k on k.id = n.certification_id join people.card c on c.person_id = n.person_id
    order by t.cycle_id`,
);
