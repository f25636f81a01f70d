import { COURSE_SKILLS } from './course-skills.ts';
import { statement } from '@zhixing/platform/api';
import { LEARNING_STATE, PERCENT, visible } from './visibility.ts';

/** A new registration $1 of person $2 (departments $3) at the current version of course $4; nothing when one is open or the course is not. */
export const REGISTER = statement(
  'courses.register',
  `insert into courses.registration (id, person_id, course_id, version_id, seq, status, required_done, required_total, registered_at)
   select $1, $2, c.id, v.id, coalesce((select max(seq) from courses.registration where person_id = $2 and course_id = c.id), 0) + 1, 'open', 0, v.required_total, platform.now()
     from courses.course c
     join courses.course_version v on v.id = c.current_version_id
    where c.id = $4 and ${visible('$3')}
   on conflict do nothing
   returning id`,
);

/** The open registration of person $1 at course $2. */
export const OPEN_REGISTRATION = statement(
  'courses.open_registration',
  `select r.id, r.version_id, r.status, ${PERCENT} as percent, r.required_done, r.required_total from courses.registration r where r.person_id = $1 and r.course_id = $2 and r.status = 'open'`,
);

/** Registration $1 of person $2, whatever its course's audience is today: what was begun stays readable. */
export const REGISTRATION = statement(
  'courses.registration',
  `select r.id, r.course_id, r.version_id, r.status, ${PERCENT} as percent, r.required_done, r.required_total, r.registered_at,
          v.title, v.summary, v.number as version, c.domain, c.kind, c.current_version as latest_version,
          k.id as completion_id, k.completed_at, k.score, k.minutes, k.department, k.position
     from courses.registration r
     join courses.course c on c.id = r.course_id
     join courses.course_version v on v.id = r.version_id
     left join courses.completion_record k on k.registration_id = r.id
    where r.id = $1 and r.person_id = $2`,
);

/** My record: newest registration first; those that went on at a newer version only among all of them. $1 person, $2 states wanted, $3 time and $4 id of the last row or null, $5 rows. */
export const MY_REGISTRATIONS = statement(
  'courses.my_registrations',
  `select r.id, r.course_id, v.title, c.domain, c.kind, r.status, ${LEARNING_STATE} as state, ${PERCENT} as percent,
          r.registered_at, r.last_activity_at, k.completed_at, k.score, coalesce(k.minutes, t.minutes, 0) as minutes, coalesce(k.source = 'import', false) as imported,
          coalesce(r.finished_at, r.last_activity_at, r.registered_at)::text as sort_key
     from courses.registration r
     join courses.course c on c.id = r.course_id
     join courses.course_version v on v.id = r.version_id
     left join courses.completion_record k on k.registration_id = r.id
     left join lateral (select round(sum(read_seconds) / 60.0)::int as minutes from courses.lesson_state where registration_id = r.id) t on true
    where r.person_id = $1 and ${LEARNING_STATE} = any($2) and (r.status <> 'carried_over' or 'finished' = any($2))
      and ($3::timestamptz is null or (coalesce(r.finished_at, r.last_activity_at, r.registered_at), r.id) < ($3, $4))
    order by coalesce(r.finished_at, r.last_activity_at, r.registered_at) desc, r.id desc
    limit $5`,
);

/** Counts of my record and the learning minutes of this year. */
export const MY_TOTALS = statement(
  'courses.my_totals',
  `select count(*) filter (where status = 'open')::int as learning, count(*) filter (where status = 'passed')::int as finished,
          (select round(coalesce(sum(seconds), 0) / 60.0)::int from courses.learning_event
            where person_id = $1 and at >= date_trunc('year', platform.today()::timestamp) at time zone 'Asia/Shanghai') as minutes_this_year
     from courses.registration where person_id = $1`,
);

/** Locks registration $1 of person $2 for the rest of the transaction: whatever changes its progress waits in line. */
export const LOCK_REGISTRATION = statement(
  'courses.lock_registration',
  'select id, person_id, course_id, version_id, status from courses.registration where id = $1 and person_id = $2 for update',
);

/** Counts the finished required lessons of registration $1 anew; passes it when all are done. */
export const RECOUNT = statement(
  'courses.recount',
  `with done as (
     select count(*)::int as lessons from courses.lesson_state s join courses.lesson l on l.id = s.lesson_id
      where s.registration_id = $1 and s.completed_at is not null and l.required)
   update courses.registration r
      set required_done = done.lessons,
          status = case when r.status = 'open' and done.lessons = r.required_total then 'passed' else r.status end,
          finished_at = case when r.status = 'open' and done.lessons = r.required_total then platform.now() else r.finished_at end
     from done
    where r.id = $1
   returning r.status, r.required_done, r.required_total, ${PERCENT} as percent`,
);

/** Marks registration $1 as active now. */
export const TOUCH = statement(
  'courses.touch',
  `update courses.registration set started_at = coalesce(started_at, platform.now()), last_activity_at = platform.now() where id = $1`,
);

export const PROGRESS = statement('courses.progress', `select r.status, r.required_done, r.required_total, ${PERCENT} as percent from courses.registration r where r.id = $1`);

/** What the completion of registration $1 rests on (best scores of required quizzes, measured minutes, the rule), and the skills it is evidence of. */
export const COMPLETION_FACTS = statement(
  'courses.completion_facts',
  `select array_agg(s.best_score) filter (where l.kind = 'quiz' and l.required) as scores,
          round(sum(s.read_seconds) / 60.0)::int as minutes,
          json_build_object('required', json_agg(json_build_object('lesson', l.key, 'kind', l.kind, 'passMark', l.pass_mark, 'minimumSeconds', l.minimum_seconds) order by l.place) filter (where l.required)) as rule,
          (select v.title from courses.registration r join courses.course_version v on v.id = r.version_id where r.id = $1) as title,
          (select ${COURSE_SKILLS} from courses.registration r join courses.course c on c.id = r.course_id where r.id = $1) as skills
     from courses.lesson_state s join courses.lesson l on l.id = s.lesson_id
    where s.registration_id = $1`,
);

/** The completion record $1 of registration $2, once. $3 score, $4 minutes, $5 rule, $6 department, $7 its name, $8 position. */
export const COMPLETE = statement(
  'courses.complete',
  `insert into courses.completion_record (id, person_id, course_id, version_id, registration_id, completed_at, score, minutes, rule, department_id, department, position, source)
   select $1, r.person_id, r.course_id, r.version_id, r.id, r.finished_at, $3, $4, $5, $6, $7, $8, 'learned' from courses.registration r where r.id = $2
   on conflict (registration_id) do nothing`,
);
