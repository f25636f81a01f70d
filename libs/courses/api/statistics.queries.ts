import { departmentsOf, worksWithin } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';
import { attention } from './attention.ts';

/** Courses whose statistics person $1 may see who administers scope $2, with how many people got how far. */
export const ADMINISTERED = statement(
  'courses.administered',
  `select c.id, c.slug, c.title, c.domain, c.current_version as version, n.*,
          (select count(*)::int from ${attention('r.course_id = c.id')} a) as stuck
     from courses.course c
    cross join lateral (
      select count(*)::int as registered, count(*) filter (where started_at is not null)::int as started, count(*) filter (where status = 'passed')::int as finished
        from (select distinct on (person_id) * from courses.registration where course_id = c.id order by person_id, seq desc) r) n
    where c.owner_id = $1 or ${worksWithin('c.owner_id', '$2')}
    order by c.title collate "zh-x-icu"`,
);

/** Course $1 with its owner and versions. */
export const MEASURED_COURSE = statement(
  'courses.measured_course',
  `select c.id, c.title, c.domain, c.owner_id, ${departmentsOf('c.owner_id')} as owner_departments, c.current_version,
          (select json_agg(json_build_object('id', v.id, 'number', v.number) order by v.number desc) from courses.course_version v where v.course_id = c.id) as versions
     from courses.course c where c.id = $1`,
);

/** The newest registration of each person at version $1. */
const LEARNERS = 'select distinct on (person_id) * from courses.registration where version_id = $1 order by person_id, seq desc';

export const FUNNEL = statement(
  'courses.funnel',
  `select count(*)::int as registered, count(*) filter (where started_at is not null)::int as started,
          count(*) filter (where required_done * 2 >= required_total)::int as half, count(*) filter (where status = 'passed')::int as finished,
          (select count(*)::int from ${attention('r.version_id = $1')} a) as stuck
     from (${LEARNERS}) r`,
);

/** Per lesson of version $1: who reached it, who finished it, and the median of the measured minutes of those. */
export const LESSON_FIGURES = statement(
  'courses.lesson_figures',
  `select l.key, l.title, l.kind, l.required, count(s.opened_at)::int as reached, count(s.completed_at)::int as finished,
          round((percentile_cont(0.5) within group (order by s.read_seconds) filter (where s.completed_at is not null) / 60.0)::numeric, 1)::float8 as median_minutes
     from courses.lesson l
     left join (select s.* from courses.lesson_state s join (${LEARNERS}) r on r.id = s.registration_id) s on s.lesson_id = l.id
    where l.version_id = $1
    group by l.id
    order by l.place`,
);

/** Per question of version $1: share of right answers in each person's first submitted attempt. */
export const QUESTION_FIGURES = statement(
  'courses.question_figures',
  `with firsts as (
     select distinct on (r.person_id, a.lesson_id) a.id
       from courses.attempt a
       join courses.registration r on r.id = a.registration_id
      where r.version_id = $1 and a.submitted_at is not null
      order by r.person_id, a.lesson_id, a.submitted_at)
   select q.id, l.key as lesson_key, l.title as lesson_title, q.topic, q.stem, count(w.correct)::int as n, round(avg(w.correct::int), 2)::float8 as facility
     from courses.question q
     join courses.lesson l on l.id = q.lesson_id
     left join (select w.* from courses.attempt_answer w join firsts f on f.id = w.attempt_id) w on w.question_id = q.id
    where l.version_id = $1
    group by q.id, l.id
    order by l.place, q.place`,
);

/** Who is stuck at version $1, longest first: $2 days and $3 registration of the last row or null, $4 rows. */
export const STUCK = statement(
  'courses.stuck',
  `select a.*, coalesce(a.lesson, (
            select l.title from courses.lesson l left join courses.lesson_state s on s.lesson_id = l.id and s.registration_id = a.registration_id
             where l.version_id = a.version_id and l.required and s.completed_at is null order by l.place limit 1)) as current_lesson
     from ${attention('r.version_id = $1')} a
    where $2::int is null or (-a.days, a.registration_id) > (-$2::int, $3::uuid)
    order by -a.days, a.registration_id
    limit $4`,
);
