import { statement } from '@zhixing/platform/api';
import { COURSE_SKILLS } from './course-skills.ts';

/** Courses by the slugs or titles $1 (lower case); `pass_mark` = the highest of the current version's required quizzes, null without one. */
export const COURSES_CALLED = statement(
  'courses.called',
  `select n.name, c.id, c.title,
          (select max(l.pass_mark) from courses.lesson l where l.version_id = c.current_version_id and l.kind = 'quiz' and l.required) as pass_mark
     from unnest($1::text[]) as n (name) join courses.course c on lower(c.title) = n.name or c.slug = n.name
    order by n.name, c.published_at desc`,
);

/** What the persons $1 completed of the courses $2, pair by pair, once for each day (Asia/Shanghai): of several on a day, the one completed last, then the one recorded last. */
export const COMPLETED_BY = statement(
  'courses.completed_by',
  `select distinct on (k.person_id, k.course_id, (k.completed_at at time zone 'Asia/Shanghai')::date)
          k.person_id, k.course_id, (k.completed_at at time zone 'Asia/Shanghai')::date::text as day, k.score, k.minutes
     from unnest($1::uuid[], $2::uuid[]) as g (person_id, course_id)
     join courses.completion_record k on k.course_id = g.course_id and k.person_id = g.person_id
    order by k.person_id, k.course_id, (k.completed_at at time zone 'Asia/Shanghai')::date, k.completed_at desc, k.id desc`,
);

/** One import of completions at a time, so that each sees what those before stored. */
export const HOLD_IMPORTS = statement('courses.hold_imports', `select pg_advisory_xact_lock(hashtextextended('courses.import_completions', 0))`);

/**
 * Stores completions $1 (json) with a passed registration each, but for those of a person, course and day that stand already. The version is the one of that day, else the first.
 * A registration that is going on, or ended later, stays the newest: one of before is numbered below it, so that the first of everybody keeps number 1.
 */
export const IMPORT_COMPLETIONS = statement(
  'courses.import_completions',
  `with given as (
     select g.*, least((g.day + time '12:00') at time zone 'Asia/Shanghai', platform.now()) as at
       from jsonb_to_recordset($1::jsonb) as g (id uuid, "registrationId" uuid, "personId" uuid, "courseId" uuid, day date, score int, minutes int, "departmentId" uuid, department text, position text)
      where not exists (select from courses.completion_record k where k.course_id = g."courseId" and k.person_id = g."personId" and (k.completed_at at time zone 'Asia/Shanghai')::date = g.day)),
   placed as (
     select g.*, v.id as version_id, v.required_total, r.lowest, r.highest, coalesce(r.later, false) as later
       from given g
      cross join lateral (
            select v.id, v.required_total from courses.course_version v where v.course_id = g."courseId"
             order by v.published_at <= g.at desc, case when v.published_at <= g.at then -v.number else v.number end limit 1) v
      cross join lateral (
            select min(r.seq) as lowest, max(r.seq) as highest, bool_or(r.finished_at is null or r.finished_at > g.at) as later
              from courses.registration r where r.person_id = g."personId" and r.course_id = g."courseId") r),
   registered as (
     insert into courses.registration (id, person_id, course_id, version_id, seq, status, required_done, required_total, registered_at, finished_at)
     select "registrationId", "personId", "courseId", version_id,
            case when later then lowest - row_number() over (partition by "personId", "courseId", later order by at desc) else coalesce(highest, 0) + row_number() over (partition by "personId", "courseId", later order by at) end,
            'passed', required_total, required_total, at, at
       from placed
     returning id),
   completed as (
     insert into courses.completion_record (id, person_id, course_id, version_id, registration_id, completed_at, score, minutes, rule, department_id, department, position, source)
     select id, "personId", "courseId", version_id, "registrationId", at, score, minutes, '{}', "departmentId", department, position, 'import' from placed
     returning id, person_id, course_id, registration_id, completed_at)
   select k.id, k.registration_id, k.person_id, k.course_id, c.title, (k.completed_at at time zone 'Asia/Shanghai')::date::text as "on", ${COURSE_SKILLS} as skills
     from completed k join courses.course c on c.id = k.course_id`,
);
