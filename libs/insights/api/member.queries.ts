import { LEARNING_STATE, PERCENT } from '@zhixing/courses/api';
import { statement } from '@zhixing/platform/api';
import { MOMENT } from './moment.queries.ts';
import { NEEDING, remindAgainOn } from './scope.queries.ts';

/** The member page of person $2 for manager $1 as one row; no row when $2 does not report to $1 today, directly by any kind of relation or through the line. */
export const MEMBER = statement(
  'insights.member',
  `with ${MOMENT},
   team as materialized (
     select person_id from people.line where manager_id = $1 and person_id = $2),
   ${NEEDING},
   newest as materialized (
     select distinct on (r.course_id) r.*, ${PERCENT} as percent, ${LEARNING_STATE} as state
       from team t
       join courses.registration r on r.person_id = t.person_id
      order by r.course_id, r.seq desc),
   course as (
     select m.id, m.course_id, c.title, c.domain, m.status, m.state, m.percent, m.registered_at, m.last_activity_at, e.completed_at, e.score, l.title as current_lesson,
            n.code, n.days, n.times, n.lesson,
            row_number() over (order by n.pressing nulls last, n.amount desc, array_position(array['learning', 'registered', 'finished'], m.state),
                                        coalesce(e.completed_at, m.last_activity_at, m.registered_at) desc, m.id) as place
       from newest m
       join courses.course c on c.id = m.course_id
       left join courses.completion_record e on e.registration_id = m.id
       left join needing n on n.registration_id = m.id
       left join lateral (
            select l.title
              from courses.lesson l
              left join courses.lesson_state s on s.registration_id = m.id and s.lesson_id = l.id
             where m.status = 'open' and m.started_at is not null and l.version_id = m.version_id and s.completed_at is null
             order by l.required desc, l.place
             limit 1) l on true),
   span as (
     select least(year, (monday - 77)::timestamp at time zone 'Asia/Shanghai') as since from moment),
   second as materialized (
     select (e.at at time zone 'Asia/Shanghai')::date as day, sum(e.seconds)::int as seconds
       from courses.learning_event e
      where e.person_id = $2 and e.at >= (select since from span)
      group by 1),
   lesson_done as (
     select date_trunc('week', s.completed_at at time zone 'Asia/Shanghai')::date as monday, count(*)::int as lessons
       from courses.registration r
       join courses.lesson_state s on s.registration_id = r.id
      where r.person_id = $2 and s.completed_at >= r.registered_at and s.completed_at >= (select (monday - 77)::timestamp at time zone 'Asia/Shanghai' from moment)
      group by 1),
   week as (
     select w.monday::date as monday, coalesce(t.seconds, 0) as seconds, coalesce(l.lessons, 0) as lessons
       from moment
      cross join generate_series(moment.monday - 77, moment.monday, interval '7 days') as w (monday)
       left join (select date_trunc('week', day::timestamp)::date as monday, sum(seconds)::int as seconds from second group by 1) t on t.monday = w.monday
       left join lesson_done l on l.monday = w.monday)
   select c.*,
          (select min(d.valid_from)::text from people.department_membership d
            where d.person_id = $2 and d.department_id = c.department_id and d.valid_from <= today and (d.valid_until is null or d.valid_until > today)) as member_since,
          (select p.display_name from people.reporting r join people.person p on p.id = r.manager_id where r.person_id = $2 and r.kind = 'line' order by p.id limit 1) as manager,
          (select count(*)::int from newest where status = 'open' and started_at is not null) as learning,
          (select count(*)::int from courses.completion_record e where e.person_id = $2) as finished,
          (select count(*)::int from courses.completion_record e where e.person_id = $2 and e.completed_at >= year) as finished_this_year,
          (select coalesce(sum(seconds), 0)::int from second where day >= date_trunc('year', today::timestamp)::date) as seconds_this_year,
          (select coalesce(json_agg(o order by place), '[]') from course o) as courses,
          (select json_agg(json_build_object('monday', monday, 'seconds', seconds, 'lessons', lessons) order by monday) from week) as weeks
     from moment
    cross join team t
     join people.card c on c.person_id = t.person_id`,
);

/** What person $1 holds, and what their position requires and they do not hold: required ones first, then what ends soonest. */
export const MEMBER_CERTIFICATIONS = statement(
  'insights.member_certifications',
  `select k.id, k.title, q.required, n.state, n.valid_until::text as "validUntil"
     from plans.certification k
     left join plans.certification_now n on n.certification_id = k.id and n.person_id = $1
    cross join lateral (select exists (select from plans.certification_position p join people.workforce w on w.position_id = p.position_id and w.person_id = $1 where p.certification_id = k.id and p.valid_until is null) as required) q
    where n.cycle_id is not null or (q.required and k.state = 'active')
    order by q.required desc, n.valid_until nulls first, k.title, k.id limit 50`,
);

/** What person $1 owes and owed, of which nothing is cancelled: the overdue, then the open by due date, then the done, the latest first; with what was granted and how often they were reminded. */
export const MEMBER_OBLIGATIONS = statement(
  'insights.member_obligations',
  `with ${MOMENT}
   select n.obligation_id as id, n.assignment_id, a.title as assignment_title, n.target_kind, n.target_id, t.title as target_title, n.mandatory, n.status, n.due_on::text, n.zone, n.completed_at,
          case when n.status = 'waived' then n.waived_until::text end as waived_until, n.reminded_at, ${remindAgainOn('n')} as remind_again_on,
          (select count(*)::int from plans.extension e where e.obligation_id = n.obligation_id and e.decision = 'approved') as extensions,
          (select count(*)::int from messages.message m
            where m.person_id = $1 and m.template in ('plans.due_soon', 'plans.overdue', 'plans.reminded') and m.subject_type = 'obligation' and m.subject_id = n.obligation_id::text) as reminders
     from plans.obligation_now n
     join plans.assignment a on a.id = n.assignment_id
     join plans.target t on t.target_kind = n.target_kind and t.target_id = n.target_id
    where n.person_id = $1 and n.status <> 'cancelled'
    order by array_position(array['overdue', 'due_soon'], n.status), n.state = 'completed', case when n.state <> 'completed' then n.due_on end, n.completed_at desc, n.obligation_id
    limit 100`,
);
