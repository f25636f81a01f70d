import { LEARNING_STATE, needsAttention, PERCENT } from '@zhixing/courses/api';
import { statement } from '@zhixing/platform/api';
import { MOMENT } from './moment.queries.ts';
import { LINE, NEEDING, PERSONS, TEAM } from './scope.queries.ts';

/** Figures of `learner` rows: moments up to a moment are counted by their place in the ascending array. */
const ATTENTION = 'width_bucket((select now from moment), attention_at)';
const FINISHED_THIS_MONTH = `cardinality(finished_at) - width_bucket((select month - interval '1 microsecond' from moment), finished_at)`;
const SECONDS_THIS_MONTH = `case when month = (select (month at time zone 'Asia/Shanghai')::date from moment) then month_seconds else 0 end`;

/**
 * The team page of manager $1 in scope $2 as one row: how many people either scope holds, the scope's figures, the twelve courses most of it registered at, and
 * a page of its people: those matching $3 (lower case; null = all) after the key $4..$6 (attention, pinyin, id), at most $7, each with the newest registration
 * at those courses. Those with something that needs attention come first. Only of the people of that page are registrations read.
 */
export const TEAM_PAGE = statement(
  'insights.team',
  `with ${MOMENT}, ${LINE}, ${TEAM},
   figures as materialized (
     select person_id, learning, courses, ${ATTENTION} as attention, ${FINISHED_THIS_MONTH} as finished_this_month, ${SECONDS_THIS_MONTH} as seconds_this_month
       from courses.learner
      where person_id = any(${PERSONS})),
   course as materialized (
     select c.id, c.title, c.domain, h.people
       from (select course_id, count(*) as people from (select unnest(courses) as course_id from figures) f group by course_id order by people desc, course_id limit 12) h
       join courses.course c on c.id = h.course_id),
   matching as materialized (
     select person_id as id, pinyin
       from team
      where $3::text is null
         or person_id in (select p.id from people.person p
                           where $3 is not null and p.id = any(${PERSONS})
                             and (strpos(lower(p.display_name), $3) > 0 or starts_with(p.pinyin, $3) or starts_with(p.initials, $3) or starts_with(lower(p.staff_number), $3)))),
   shown as materialized (
     select m.id, m.pinyin, coalesce(f.attention, 0) as attention
       from matching m
       left join figures f on f.person_id = m.id
      where $4::int is null or (-coalesce(f.attention, 0), m.pinyin, m.id) > (-$4::int, $5::text, $6::uuid)
      order by attention desc, m.pinyin, m.id
      limit $7),
   cell as materialized (
     select r.person_id, json_agg(json_build_object('courseId', r.course_id, 'status', r.status, 'state', ${LEARNING_STATE}, 'percent', ${PERCENT},
                                                    'attention', r.status = 'open' and ${needsAttention})) as list
       from (select distinct on (r.person_id, r.course_id) r.*
               from shown s
               join courses.registration r on r.person_id = s.id
              where r.course_id in (select id from course)
              order by r.person_id, r.course_id, r.seq desc) r
      group by r.person_id),
   person as (
     select c.*, s.pinyin, s.attention, coalesce(l.list, '[]') as cells
       from shown s
       join people.card c on c.person_id = s.id
       left join cell l on l.person_id = s.id)
   select (select count(*)::int from line where direct) as direct,
          (select count(*)::int from line) as line,
          coalesce(sum(learning), 0)::int as learning, coalesce(sum(finished_this_month), 0)::int as finished_this_month,
          coalesce(sum(attention), 0)::int as attention, coalesce(sum(seconds_this_month), 0)::int as seconds_this_month,
          (select coalesce(json_agg(json_build_object('id', id, 'title', title, 'domain', domain) order by people desc, id), '[]') from course) as courses,
          (select coalesce(json_agg(p order by attention desc, pinyin, person_id), '[]') from person p) as people
     from figures`,
);

/** What needs attention in scope $2 of manager $1 after the key $3..$6 (reason, amount, pinyin, registration), at most $7: failed quizzes, then stalled, then unopened, the longest first. */
export const ATTENTION_PAGE = statement(
  'insights.team_attention',
  `with ${MOMENT}, ${LINE}, ${TEAM}, ${NEEDING},
   shown as (
     select n.*, t.pinyin
       from needing n
       join team t on t.person_id = n.person_id
      where $3::int is null or (n.pressing, -n.amount, t.pinyin, n.registration_id) > ($3::int, -$4::int, $5::text, $6::uuid)
      order by n.pressing, n.amount desc, t.pinyin, n.registration_id
      limit $7)
   select c.*, r.registration_id, r.course_id, o.title, o.domain, r.percent, r.code, r.days, r.times, r.lesson, r.pressing, r.amount, r.pinyin
     from shown r
     join people.card c on c.person_id = r.person_id
     join courses.course o on o.id = r.course_id
    order by r.pressing, r.amount desc, r.pinyin, r.registration_id`,
);

/** Measured seconds of this month of the persons $1; who never registered is left out. */
export const MONTH_SECONDS = statement(
  'insights.month_seconds',
  `with ${MOMENT}
   select person_id, ${SECONDS_THIS_MONTH} as seconds from courses.learner where person_id = any($1)`,
);
