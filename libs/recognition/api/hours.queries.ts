import { worksWithin } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';

/** Line $1 of the ledger: person $2, kind $3, minutes $4, earned at $5, source $6 $7, note $8; once for each source. */
export const EARN = statement(
  'recognition.earn_hours',
  `insert into recognition.hours (id, person_id, kind, minutes, "on", source, source_id, note, by_person_id, at)
   values ($1, $2, $3, $4, ($5::timestamptz at time zone 'Asia/Shanghai')::date, $6, $7, $8, null, $5) on conflict do nothing`,
);

/** Lets corrections of a person's ledger wait in line. */
export const HOLD_LEDGER = statement('recognition.hold_ledger', `select pg_advisory_xact_lock(hashtextextended('recognition.hours ' || $1::text, 0))`);

/** A correction $1 for person $2: kind $3, minutes $4, day $5, reason $6, by $7; nothing when it would leave the kind of that year below zero. */
export const CORRECT = statement(
  'recognition.correct_hours',
  `insert into recognition.hours (id, person_id, kind, minutes, "on", source, source_id, note, by_person_id, at)
   select $1, $2, $3, $4, $5, 'correction', $1, $6, $7, platform.now()
    where $4::int + coalesce((select sum(minutes) from recognition.hours
                               where person_id = $2 and kind = $3 and "on" >= date_trunc('year', $5::date) and "on" < date_trunc('year', $5::date) + interval '1 year'), 0) >= 0
   returning id, at`,
);

const IN_YEAR = (year: string): string => `"on" >= make_date(${year}::int, 1, 1) and "on" < make_date(${year}::int + 1, 1, 1)`;

/** The ledger of person $1 in year $2 after $3 $4, at most $5, newest first. */
export const HOURS_LEDGER = statement(
  'recognition.hours_ledger',
  `select id, "on"::text as "on", kind, minutes, source, note, by_person_id from recognition.hours
    where person_id = $1 and ${IN_YEAR('$2')} and ($3::date is null or ("on", id) < ($3, $4::uuid)) order by "on" desc, id desc limit $5`,
);

/** The rule of year $1. */
const RULE = (year: string): string => `(select json_build_object('since', since, 'hours', hours, 'formal', formal) from recognition.hours_rule where since <= ${year} order by since desc limit 1)`;

/** Sums of person $1 in year $2 (null = this one), its rule, and the years with entries. */
export const HOURS_SUMS = statement(
  'recognition.hours_sums',
  `select y.year, coalesce(s.formal, 0)::int as formal, coalesce(s.other, 0)::int as other, ${RULE('y.year')} as rule,
          array(select distinct extract(year from "on")::int from recognition.hours where person_id = $1 union select extract(year from platform.today())::int order by 1 desc) as years
     from (select coalesce($2::int, extract(year from platform.today())::int) as year) y
    cross join lateral (select sum(minutes) filter (where kind = 'formal') as formal, sum(minutes) filter (where kind = 'other') as other
                          from recognition.hours where person_id = $1 and ${IN_YEAR('y.year')}) s`,
);

export const HOURS_RULES = statement('recognition.hours_rules', 'select since, hours, formal from recognition.hours_rule order by since desc');

export const THIS_YEAR = statement('recognition.this_year', 'select extract(year from platform.today())::int as year');

/** Hours $2, $3 of them formal, from year $1 on; what stood there before comes back. */
export const SET_HOURS_RULE = statement(
  'recognition.set_hours_rule',
  `with before as (select hours, formal from recognition.hours_rule where since = $1),
   stored as (insert into recognition.hours_rule (since, hours, formal) values ($1, $2, $3) on conflict (since) do update set hours = $2, formal = $3)
   select (select row_to_json(before) from before) as before`,
);

/** Everybody within scope $2 with their minutes of year $1, after staff number $3, at most $4. */
export const HOURS_OF_EVERYBODY = statement(
  'recognition.hours_of_everybody',
  `select c.*, coalesce(s.formal, 0)::int as formal, coalesce(s.other, 0)::int as other
     from people.card c
     left join lateral (select sum(minutes) filter (where kind = 'formal') as formal, sum(minutes) filter (where kind = 'other') as other
                          from recognition.hours h where h.person_id = c.person_id and ${IN_YEAR('$1')}) s on true
    where ${worksWithin('c.person_id', '$2')} and ($3::text is null or c.staff_number > $3) order by c.staff_number limit $4`,
);
