import { LEARNING_STATE, PERCENT, visible } from '@zhixing/courses/api';
import { EXPIRING_DAYS } from '@zhixing/plans/contract';
import { statement } from '@zhixing/platform/api';
import { MOMENT } from './moment.queries.ts';

/** My newest registration at each course, and of those that are open a quiz that was failed and may be taken again. */
const MINE = `
  mine as materialized (
    select distinct on (r.course_id) r.*, ${PERCENT} as percent, ${LEARNING_STATE} as state
      from courses.registration r
     where r.person_id = $1
     order by r.course_id, r.seq desc),
  failed as (
    select distinct on (s.registration_id) s.registration_id, l.key, l.title, coalesce(s.best_score, 0) as score, s.last_event_at
      from mine m
      join courses.lesson_state s on s.registration_id = m.id
      join courses.lesson l on l.id = s.lesson_id
     where m.status = 'open' and s.failed_attempts > 0 and s.completed_at is null and (l.attempts = 0 or s.attempts_used < l.attempts)
     order by s.registration_id, s.last_event_at desc)`;

/**
 * My obligations that press: overdue, or due within seven days; of several for one course the first one due. Of a path it is the next step that is due: its course that I am in, else the first
 * that I see; a step that asks for a skill alone has no course.
 */
const DUE = `
  pressing as materialized (
    select o.obligation_id, o.assignment_id, o.target_kind, o.target_id, o.status, o.due_on, o.due_on - o.today as days
      from plans.obligation_now o
     where o.person_id = $1 and o.status in ('overdue', 'due_soon')),
  path_step as (
    select p.obligation_id, h.id as path_id, h.title as path, v.content -> 'steps' -> n.step ->> 'title' as path_step, n.course_id
      from pressing p
      join plans.obligation b on b.id = p.obligation_id
      join plans.path h on h.id = p.target_id
      join plans.path_version v on v.path_id = h.id and v.number = h.version
     cross join lateral (
           select s.step, (array_agg(c.id order by m.id is null, s.item) filter (where not s.satisfied and c.id is not null))[1] as course_id
             from plans.path_items($1, array[h.id], b.counts_from) s
             join plans.path_item i on i.path_id = s.path_id and i.step = s.step and i.item = s.item
             left join mine m on m.course_id = i.course_id and m.status = 'open'
             left join courses.course c on c.id = i.course_id and (m.id is not null or ${visible('$3')})
            where s.required
            group by s.step, s.any_of
           having case when s.any_of then not bool_or(s.satisfied) else not bool_and(s.satisfied) end
            order by s.step
            limit 1) n
     where p.target_kind = 'path'),
  due as materialized (
    select distinct on (coalesce(w.course_id, p.target_id)) p.obligation_id, case p.target_kind when 'course' then p.target_id else w.course_id end as course_id, w.path_id, w.path, w.path_step,
           a.title as assignment, p.status, p.due_on, p.days
      from pressing p
      join plans.assignment a on a.id = p.assignment_id
      left join path_step w on w.obligation_id = p.obligation_id
     where p.target_kind = 'course' or w.path_id is not null
     order by coalesce(w.course_id, p.target_id), p.due_on, p.obligation_id)`;

/**
 * The three things to go on with: obligations by due date, started or not, then open registrations: failed quizzes, then what was left last, then what waits longest unopened.
 * What was not begun has no registration and all of its minutes left.
 */
const STEPS = `
  step as (
    select c.id as course_id, c.title as course, c.domain, c.minutes, m.id, m.version_id, m.started_at, m.last_activity_at, m.registered_at, coalesce(m.percent, 0) as percent,
           f.key as retry_key, f.title as retry_title, f.score as retry_score, d.assignment, d.days as due_in, d.path_id, d.path, d.path_step,
           case when d.status = 'overdue' then 'overdue' when d.status = 'due_soon' then 'due' when f.key is not null then 'retry' when m.started_at is not null then 'resume' else 'open' end as code,
           row_number() over (order by d.due_on nulls last, f.last_event_at desc nulls last, m.last_activity_at desc nulls last, m.registered_at, m.id) as place
      from (select * from mine where status = 'open') m
      full join due d on d.course_id = m.course_id
      left join courses.course c on c.id = coalesce(m.course_id, d.course_id)
      left join failed f on f.registration_id = m.id
     order by place
     limit 3),
  step_lesson as (
    select s.*, l.key, l.title as lesson, coalesce(rest.minutes, s.minutes, 0) as minutes_left
      from step s
      left join lateral (
           select l.key, l.title
             from courses.lesson l
             left join courses.lesson_state t on t.registration_id = s.id and t.lesson_id = l.id
            where l.version_id = s.version_id and t.completed_at is null
            order by l.required desc, l.place
            limit 1) l on true
      left join lateral (
           select sum(l.minutes)::int as minutes
             from courses.lesson l
             left join courses.lesson_state t on t.registration_id = s.id and t.lesson_id = l.id
            where l.version_id = s.version_id and l.required and t.completed_at is null) rest on true)`;

/** Six courses that I see and never registered at: most finished in my department first, then newest; to somebody who never registered anywhere the introductory ones. */
const OFFERS = `
  offer as (
    select c.id, c.slug, c.title, c.summary, c.domain, c.level, c.kind, c.minutes, c.lessons, coalesce(n.people, 0) as people, not exists (select from mine) as newcomer,
           row_number() over (order by n.people desc nulls last, case when exists (select from mine) then 0 else c.level end, c.published_at desc, c.id) as place
      from courses.course c
      left join (select e.course_id, count(distinct e.person_id)::int as people
                   from people.department_membership d
                   join courses.completion_record e on e.person_id = d.person_id
                  where d.department_id = $2 and d.person_id <> $1
                    and d.valid_from <= (select today from moment) and (d.valid_until is null or d.valid_until > (select today from moment))
                  group by e.course_id) n on n.course_id = c.id
     where ${visible('$3')}
       and not exists (select from mine m where m.course_id = c.id) and not exists (select from due d where d.course_id = c.id)
     order by place
     limit 6)`;

/** Measured seconds and finished lessons by day: of the running year, and from the Monday of last week. */
const DAYS = `
  since as (
    select least(year, (monday - 7)::timestamp at time zone 'Asia/Shanghai') as at from moment),
  second as materialized (
    select (e.at at time zone 'Asia/Shanghai')::date as day, sum(e.seconds)::int as seconds
      from courses.learning_event e
     where e.person_id = $1 and e.at >= (select at from since)
     group by 1),
  lesson_done as (
    select (s.completed_at at time zone 'Asia/Shanghai')::date as day, count(*)::int as lessons
      from courses.registration r
      join courses.lesson_state s on s.registration_id = r.id
     where r.person_id = $1 and s.completed_at >= r.registered_at and s.completed_at >= (select monday::timestamp at time zone 'Asia/Shanghai' from moment)
     group by 1),
  day as (
    select d.day::date as day, coalesce(t.seconds, 0) as seconds, coalesce(l.lessons, 0) as lessons
      from moment
     cross join generate_series(monday - 7, monday + 6, interval '1 day') as d (day)
      left join second t on t.day = d.day
      left join lesson_done l on l.day = d.day)`;

/** My courses for the list: those under way by last activity, then the unopened, then the finished. */
const COURSES = `
  listed as (
    select m.id, m.course_id, c.title, c.domain, m.state, m.percent, m.last_activity_at, e.completed_at,
           row_number() over (order by array_position(array['learning', 'registered', 'finished'], m.state), coalesce(e.completed_at, m.last_activity_at, m.registered_at) desc, m.id) as place
      from mine m
      join courses.course c on c.id = m.course_id
      left join courses.completion_record e on e.registration_id = m.id
     where m.status in ('open', 'passed')
     order by place
     limit 8)`;

/** The whole home page of person $1 in department $2 (with all above it: $3) as one row of JSON lists. */
export const HOME = statement(
  'insights.home',
  `with ${MOMENT}, ${MINE}, ${DUE}, ${STEPS}, ${OFFERS}, ${DAYS}, ${COURSES}
   select today::text as today,
          (select count(*)::int from pressing where status = 'overdue') as overdue,
          (select count(*)::int from pressing where status = 'due_soon') as due_soon,
          (select count(*)::int from plans.certification_now n join plans.certification k on k.id = n.certification_id and k.state = 'active'
            where n.person_id = $1 and n.valid_until between today and today + ${EXPIRING_DAYS}) as expiring,
          (select coalesce(json_agg(json_build_object('obligationId', d.obligation_id, 'title', coalesce(d.path, c.title), 'assignment', d.assignment, 'dueOn', d.due_on) order by d.due_on, d.obligation_id), '[]')
             from (select * from due where due_on between today and monday + 6 order by due_on, obligation_id limit 5) d left join courses.course c on c.id = d.course_id) as deadlines,
          (select coalesce(json_agg(json_build_object('id', h.id, 'classId', h.class_id, 'title', h.title, 'day', h.day, 'startsAt', to_char(h.starts_at, 'HH24:MI'), 'room', h.room) order by h.day, h.starts_at, h.id), '[]')
             from (select h.id, h.class_id, k.title, h.day, h.starts_at, coalesce(nullif(h.room, ''), k.place) as room
                     from plans.class_member m join plans.training_class k on k.id = m.class_id and k.state = 'published' join plans.class_half_day h on h.class_id = k.id
                    where m.person_id = $1 and m.state = 'booked' and h.day between today and monday + 6
                    order by h.day, h.starts_at, h.id limit 5) h) as half_days,
          (select count(*)::int from mine where status = 'open' and started_at is not null) as learning,
          (select count(*)::int from mine where status = 'open' and started_at is null) as unopened,
          (select count(*)::int from courses.completion_record e where e.person_id = $1 and e.completed_at >= year) as finished_this_year,
          (select coalesce(sum(seconds), 0)::int from second where day >= date_trunc('year', today::timestamp)::date) as seconds_this_year,
          (select coalesce(json_agg(json_build_object(
                    'course', case when s.course_id is not null then json_build_object('id', s.course_id, 'title', s.course, 'domain', s.domain) end,
                    'path', case when s.path_id is not null then json_build_object('id', s.path_id, 'title', s.path, 'step', s.path_step) end,
                    'registrationId', s.id, 'code', s.code, 'percent', s.percent, 'minutesLeft', s.minutes_left,
                    'lessonKey', coalesce(s.retry_key, s.key), 'lesson', coalesce(s.retry_title, s.lesson), 'score', s.retry_score, 'assignment', s.assignment,
                    'days', case when s.due_in is null then today - (coalesce(s.last_activity_at, s.registered_at) at time zone 'Asia/Shanghai')::date else abs(s.due_in) end) order by s.place), '[]')
             from step_lesson s) as steps,
          (select coalesce(json_agg(o order by place), '[]') from offer o) as offers,
          (select json_agg(json_build_object('date', day, 'seconds', seconds, 'lessons', lessons) order by day) from day) as days,
          (select coalesce(json_agg(l order by place), '[]') from listed l) as courses
     from moment`,
);
