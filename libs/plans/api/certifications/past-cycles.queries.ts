import { statement } from '@zhixing/platform/api';

/** Active certifications by the titles $1 (lower case). */
export const CERTIFICATIONS_CALLED = statement(
  'plans.certifications_called',
  `select n.name, k.id, k.title from unnest($1::text[]) as n (name) join plans.certification k on lower(k.title) = n.name and k.state = 'active' order by n.name, k.title`,
);

/** Cycles with the last day they held, which a revocation brings forward; 'infinity' = for good. */
const HELD = `select c.certification_id, c.person_id, c.number, c.valid_from, least(coalesce(c.valid_until, 'infinity'), (r.at at time zone 'Asia/Shanghai')::date - 1) as held_until
     from plans.certification_cycle c left join plans.certification_revocation r on r.cycle_id = c.id`;

/** A period of its own for each day, as if nothing were held. */
const PERIOD = (day: string): string => `plans.next_cycle(null, null, ${day}, k.months, k.window_days)`;

/** What a cycle of certifications $1 for persons $2 from the days $3 would be, row by row: its end, whether one begins that day already, and the first that it would overlap. */
export const PERIODS_FROM = statement(
  'plans.periods_from',
  `select g.certification_id, g.person_id, g.day::text, n.valid_until::text,
          exists (select from plans.certification_cycle c where c.certification_id = g.certification_id and c.person_id = g.person_id and c.valid_from = g.day) as begun, o.valid_from::text as held_from, nullif(o.held_until, 'infinity')::text as held_until
     from unnest($1::uuid[], $2::uuid[], $3::date[]) as g (certification_id, person_id, day)
     join plans.certification k on k.id = g.certification_id
    cross join lateral ${PERIOD('g.day')} n
     left join lateral (
          select h.valid_from, h.held_until from (${HELD}) h
           where h.certification_id = g.certification_id and h.person_id = g.person_id and h.valid_from <= coalesce(n.valid_until, 'infinity') and h.held_until >= g.day
           order by h.valid_from limit 1) o on true`,
);

/** What is going to happen to the cycles of certifications $1 and persons $2, pair by pair, waits for its turn until the transaction ends; always in the same order. */
export const HOLD_MANY_CYCLES = statement(
  'plans.hold_many_cycles',
  `select pg_advisory_xact_lock(hashtextextended(g.certification_id::text || g.person_id::text, 0))
     from (select distinct g.certification_id, g.person_id from unnest($1::uuid[], $2::uuid[]) as g (certification_id, person_id) order by 1, 2) g`,
);

/**
 * Stores cycles $1 (json), each with the period of the certification from its day, but for those that begin on a day when one begins already, or overlap what is held. They must not overlap each other.
 * The newest keeps the highest number: a cycle of before is numbered below the first. The gap is counted from the cycle that ended last before.
 */
export const IMPORT_CYCLES = statement(
  'plans.import_cycles',
  `with given as (
     select g.id, g."certificationId" as certification_id, g."personId" as person_id, n.valid_from, n.valid_until, n.window_opens_on
       from jsonb_to_recordset($1::jsonb) as g (id uuid, "certificationId" uuid, "personId" uuid, day date)
       join plans.certification k on k.id = g."certificationId"
      cross join lateral ${PERIOD('g.day')} n),
   fresh as (
     select g.* from given g
      where not exists (select from (${HELD}) h where h.certification_id = g.certification_id and h.person_id = g.person_id
                           and (h.valid_from = g.valid_from or (h.valid_from <= coalesce(g.valid_until, 'infinity') and h.held_until >= g.valid_from)))),
   placed as (
     select f.*, s.lowest, s.highest, coalesce(f.valid_from > s.newest, true) as later,
            greatest((select max(h.held_until) from (${HELD}) h where h.certification_id = f.certification_id and h.person_id = f.person_id and h.held_until < f.valid_from),
                     (select max(b.valid_until) from fresh b where b.certification_id = f.certification_id and b.person_id = f.person_id and b.valid_until < f.valid_from)) as ended
       from fresh f
      cross join lateral (
            select min(c.number) as lowest, max(c.number) as highest, max(c.valid_from) as newest
              from plans.certification_cycle c where c.certification_id = f.certification_id and c.person_id = f.person_id) s)
   insert into plans.certification_cycle (id, certification_id, person_id, number, valid_from, valid_until, window_opens_on, gap_days, source, source_id, reference, earned_at, recorded_at)
   select id, certification_id, person_id,
          case when later then coalesce(highest, 0) + row_number() over (partition by certification_id, person_id, later order by valid_from) else lowest - row_number() over (partition by certification_id, person_id, later order by valid_from desc) end,
          valid_from, valid_until, window_opens_on, coalesce(greatest(valid_from - ended - 1, 0), 0), 'import', id, null, least((valid_from + time '12:00') at time zone 'Asia/Shanghai', platform.now()), platform.now()
     from placed
   returning id`,
);
