import { statement } from '@zhixing/platform/api';

/** What rules $2 gave at moment $6 goes to person $3 for source $4, titled $5, under ids $1; once for each rule and source. */
export const AWARD = statement(
  'recognition.award',
  `insert into recognition.points (id, person_id, rule, points, source_id, title, at)
   select n.id, $3, n.code, r.points, $4, $5, $6
     from unnest($1::uuid[], $2::text[]) n (id, code)
    cross join lateral (select points from recognition.points_rule where code = n.code and valid_from <= $6 order by valid_from desc limit 1) r
    where r.points > 0
   on conflict do nothing`,
);

/** The ledger of person $1 after $2 $3, at most $4, newest first. */
export const LEDGER = statement(
  'recognition.points_ledger',
  `select id, at, at::text as at_key, rule, points, title from recognition.points
    where person_id = $1 and ($2::timestamptz is null or (at, id) < ($2, $3::uuid)) order by at desc, id desc limit $4`,
);

const MONTH_START = (month: string): string => `(${month}::date::timestamp at time zone 'Asia/Shanghai')`;
const THIS_MONTH = `date_trunc('month', platform.today()::timestamp)`;

/** Sums of person $1. */
export const POINTS_SUMS = statement(
  'recognition.points_sums',
  `select coalesce(sum(points), 0)::int as total, coalesce(sum(points) filter (where at >= ${MONTH_START(THIS_MONTH)}), 0)::int as "thisMonth",
          not exists (select from recognition.unlisted where person_id = $1) as listed
     from recognition.points where person_id = $1`,
);

/** The last twelve months, newest first, and the department of person $1. */
export const BOARD_FRAME = statement(
  'recognition.board_frame',
  `select array(select to_char(${THIS_MONTH} - make_interval(months => n), 'YYYY-MM') from generate_series(0, 11) n) as months,
          (select department_id from people.card where person_id = $1) as department_id, (select department_name from people.card where person_id = $1) as department`,
);

/** Those of department $1 with points in the month that begins on $2 who let themselves be listed, at most 200. */
export const BOARD = statement(
  'recognition.board',
  `select c.*, s.points, rank() over (order by s.points desc)::int as rank
     from people.card c
    cross join lateral (select sum(p.points)::int as points from recognition.points p
                         where p.person_id = c.person_id and p.at >= ${MONTH_START('$2')} and p.at < (($2::date + interval '1 month') at time zone 'Asia/Shanghai')) s
    where c.department_id = $1 and s.points > 0 and not exists (select from recognition.unlisted u where u.person_id = c.person_id)
    order by s.points desc, c.staff_number limit 200`,
);

export const UNLIST = statement('recognition.unlist', 'insert into recognition.unlisted (person_id, at) values ($1, platform.now()) on conflict do nothing');
export const LIST = statement('recognition.list', 'delete from recognition.unlisted where person_id = $1');

/** What each rule gives now. */
export const POINTS_RULES = statement(
  'recognition.points_rules',
  `select distinct on (code) code, points, valid_from from recognition.points_rule where valid_from <= platform.now() order by code, valid_from desc`,
);

/** From now on rule $1 gives $2. */
export const SET_POINTS_RULE = statement(
  'recognition.set_points_rule',
  `insert into recognition.points_rule (code, valid_from, points) values ($1, platform.now(), $2) returning code, points, valid_from`,
);
