import { LEARNING_STATE, needsAttention, PERCENT } from '@zhixing/courses/api';
import { statement } from '@zhixing/platform/api';
import { MOMENT } from './moment.queries.ts';
import { line, NEEDING, TEAM, WHOLE_LINE } from './scope.queries.ts';

/**
 * The team page of manager $1 in scope $2 as one row: how many people either scope holds, the scope's figures, the twelve courses most of it registered at, and
 * a page of its people: those matching $3 (lower case; null = all) after the key $4..$6 (attention, pinyin, id), at most $7, each with the newest registration
 * at those courses. Those with something that needs attention come first. The line and its registrations are read once for all of it.
 */
export const TEAM_PAGE = statement(
  'insights.team',
  `with recursive ${MOMENT}, ${line('true')}, ${TEAM},
   held as materialized (
     select r.id, r.person_id, r.course_id, r.seq, r.status, r.started_at, r.finished_at, r.required_done, r.required_total, r.status = 'open' and ${needsAttention} as needs
       from team t
       join courses.registration r on r.person_id = t.person_id),
   person_figures as materialized (
     select person_id, count(*) filter (where status = 'open' and started_at is not null)::int as learning,
            count(*) filter (where finished_at >= (select month from moment))::int as finished_this_month,
            count(*) filter (where needs)::int as attention
       from held group by person_id),
   course as materialized (
     select c.id, c.title, c.domain, h.people
       from (select course_id, count(*) as people from held where seq = 1 group by course_id order by people desc, course_id limit 12) h
       join courses.course c on c.id = h.course_id),
   shown as (
     select p.id, p.pinyin, coalesce(n.attention, 0) as attention
       from team t
       join people.person p on p.id = t.person_id
       left join person_figures n on n.person_id = p.id
      where ($3::text is null or strpos(lower(p.display_name), $3) > 0
          or starts_with(p.pinyin, $3) or starts_with(p.initials, $3) or starts_with(lower(p.staff_number), $3))
        and ($4::int is null or (-coalesce(n.attention, 0), p.pinyin, p.id) > (-$4::int, $5::text, $6::uuid))
      order by attention desc, p.pinyin, p.id
      limit $7),
   cell as materialized (
     select r.person_id, json_agg(json_build_object('courseId', r.course_id, 'status', r.status, 'state', ${LEARNING_STATE}, 'percent', ${PERCENT}, 'attention', r.needs)) as list
       from (select distinct on (h.person_id, h.course_id) h.*
               from shown s
               join held h on h.person_id = s.id
              where h.course_id in (select id from course)
              order by h.person_id, h.course_id, h.seq desc) r
      group by r.person_id),
   person as (
     select c.*, s.pinyin, s.attention, coalesce(l.list, '[]') as cells
       from shown s
       join people.card c on c.person_id = s.id
       left join cell l on l.person_id = s.id)
   select (select count(*)::int from line where direct) as direct,
          (select count(*)::int from line) as line,
          coalesce(sum(learning), 0)::int as learning, coalesce(sum(finished_this_month), 0)::int as finished_this_month, coalesce(sum(attention), 0)::int as attention,
          (select coalesce(sum(m.seconds), 0)::int from team t join courses.learning_month m on m.person_id = t.person_id
            where m.month = (select (month at time zone 'Asia/Shanghai')::date from moment)) as seconds_this_month,
          (select coalesce(json_agg(json_build_object('id', id, 'title', title, 'domain', domain) order by people desc, id), '[]') from course) as courses,
          (select coalesce(json_agg(p order by attention desc, pinyin, person_id), '[]') from person p) as people
     from person_figures`,
);

/** What needs attention in scope $2 of manager $1 after the key $3..$6 (reason, amount, pinyin, registration), at most $7: failed quizzes, then stalled, then unopened, the longest first. */
export const ATTENTION_PAGE = statement(
  'insights.team_attention',
  `with recursive ${MOMENT}, ${line(WHOLE_LINE)}, ${TEAM}, ${NEEDING},
   shown as (
     select n.*, p.pinyin
       from needing n
       join people.person p on p.id = n.person_id
      where $3::int is null or (n.pressing, -n.amount, p.pinyin, n.registration_id) > ($3::int, -$4::int, $5::text, $6::uuid)
      order by n.pressing, n.amount desc, p.pinyin, n.registration_id
      limit $7)
   select c.*, r.registration_id, r.course_id, o.title, o.domain, r.percent, r.code, r.days, r.times, r.lesson, r.pressing, r.amount, r.pinyin
     from shown r
     join people.card c on c.person_id = r.person_id
     join courses.course o on o.id = r.course_id
    order by r.pressing, r.amount desc, r.pinyin, r.registration_id`,
);

/** Measured seconds of this month of the persons $1; who has none is left out. */
export const MONTH_SECONDS = statement(
  'insights.month_seconds',
  `with ${MOMENT}
   select person_id, seconds from courses.learning_month where person_id = any($1) and month = (select (month at time zone 'Asia/Shanghai')::date from moment)`,
);
