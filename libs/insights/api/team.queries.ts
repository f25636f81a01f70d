import { LEARNING_STATE, PERCENT } from '@zhixing/courses/api';
import { statement } from '@zhixing/platform/api';
import { MOMENT } from './moment.queries.ts';
import { line, NEEDING, TEAM, WHOLE_LINE } from './scope.queries.ts';

/** Figures of manager $1 in scope $2, how many people either scope holds, and the twelve courses most of the scope registered at. */
export const FIGURES = statement(
  'insights.team_figures',
  `with recursive ${MOMENT}, ${line('true')}, ${TEAM}, ${NEEDING},
   course as (
     select c.id, c.title, c.domain, count(distinct r.person_id) as people
       from team t
       join courses.registration r on r.person_id = t.person_id
       join courses.course c on c.id = r.course_id
      group by c.id
      order by people desc, c.id
      limit 12)
   select (select count(*)::int from line where direct) as direct,
          (select count(*)::int from line) as line,
          (select count(*)::int from team t join courses.registration r on r.person_id = t.person_id where r.status = 'open' and r.started_at is not null) as learning,
          (select count(*)::int from team t join courses.completion_record e on e.person_id = t.person_id where e.completed_at >= month) as finished_this_month,
          (select count(*)::int from needing) as attention,
          (select coalesce(sum(e.seconds), 0)::int from team t join courses.learning_event e on e.person_id = t.person_id where e.at >= month) as seconds_this_month,
          (select coalesce(json_agg(json_build_object('id', id, 'title', title, 'domain', domain) order by people desc, id), '[]') from course) as courses
     from moment`,
);

/**
 * A page of manager $1's team in scope $2: people matching $3 (lower case; null = all) after the key $4..$6 (attention, pinyin, id), at most $7,
 * each with the newest registration at the courses $8. Those with something that needs attention come first.
 */
export const PAGE = statement(
  'insights.team_page',
  `with recursive ${MOMENT}, ${line(WHOLE_LINE)}, ${TEAM}, ${NEEDING},
   found as (
     select p.id, p.pinyin, coalesce(n.attention, 0) as attention
       from team t
       join people.person p on p.id = t.person_id
       left join (select person_id, count(*)::int as attention from needing group by person_id) n on n.person_id = p.id
      where $3::text is null or strpos(lower(p.display_name), $3) > 0
         or starts_with(p.pinyin, $3) or starts_with(p.initials, $3) or starts_with(lower(p.staff_number), $3)),
   shown as (
     select * from found
      where $4::int is null or (-attention, pinyin, id) > (-$4::int, $5::text, $6::uuid)
      order by attention desc, pinyin, id
      limit $7)
   select c.*, s.pinyin, s.attention, coalesce(cells.list, '[]') as cells
     from shown s
     join people.card c on c.person_id = s.id
     left join lateral (
          select json_agg(json_build_object('courseId', r.course_id, 'status', r.status, 'state', ${LEARNING_STATE}, 'percent', ${PERCENT},
                          'attention', exists (select from needing n where n.registration_id = r.id))) as list
            from (select distinct on (course_id) * from courses.registration where person_id = s.id and course_id = any($8::uuid[]) order by course_id, seq desc) r
          ) cells on true
    order by s.attention desc, s.pinyin, s.id`,
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
