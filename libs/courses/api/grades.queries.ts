import { departmentsOf } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';

/** The correction that stands of attempt `a`, as `g`. */
export const STANDING_CORRECTION = 'left join lateral (select * from courses.grade_correction where attempt_id = a.id order by number desc limit 1) g on true';

/** Submitted attempts at course $1 of whom $2 names (staff number or full name; null = everybody), after $3 $4, at most $5, newest first. */
export const GRADED_ATTEMPTS = statement(
  'courses.graded_attempts',
  `select a.id, r.person_id, l.title as lesson, v.number as version, a.number, a.submitted_at, a.submitted_at::text as sort_key, a.score, a.passed, l.pass_mark,
          g.score as corrected_score, g.passed as corrected_passed, g.at as corrected_at, g.reason, g.by_person_id
     from courses.registration r
     join courses.attempt a on a.registration_id = r.id and a.submitted_at is not null
     join courses.lesson l on l.id = a.lesson_id
     join courses.course_version v on v.id = r.version_id
     ${STANDING_CORRECTION}
    where r.course_id = $1 and ($2::text is null or r.person_id in (select person_id from people.card where staff_number = $2 or display_name = $2))
      and exists (select from people.card p where p.person_id = r.person_id)
      and ($3::timestamptz is null or (a.submitted_at, a.id) < ($3, $4::uuid))
    order by a.submitted_at desc, a.id desc limit $5`,
);

/** Attempt $1 with whose it is and the course it belongs to. */
export const ATTEMPT_TO_CORRECT = statement(
  'courses.attempt_to_correct',
  `select a.id, a.submitted_at, l.key as lesson_key, l.pass_mark, l.title as lesson, r.id as registration_id, r.person_id, c.title, c.owner_id, ${departmentsOf('c.owner_id')} as owner_departments
     from courses.attempt a
     join courses.lesson l on l.id = a.lesson_id
     join courses.registration r on r.id = a.registration_id
     join courses.course c on c.id = r.course_id
    where a.id = $1`,
);

/** Correction $1 of attempt $2, the next in number: score $3, passed $4, by $5, for reason $6. */
export const CORRECT = statement(
  'courses.correct_grade',
  `insert into courses.grade_correction (id, attempt_id, number, score, passed, at, by_person_id, reason)
   select $1, $2, coalesce(max(number), 0) + 1, $3, $4, platform.now(), $5, $6 from courses.grade_correction where attempt_id = $2`,
);

/** Registration $1 and those that went on from it at newer versions, in that order, held for the rest of the transaction. */
export const HOLD_CHAIN = statement(
  'courses.hold_chain',
  `with recursive chain (id, step) as (
     select $1::uuid, 0 union all select n.id, c.step + 1 from chain c join courses.registration n on n.carried_from = c.id)
   select r.id, r.person_id, r.course_id, r.version_id, r.status from courses.registration r join chain c on c.id = r.id order by c.step for update of r`,
);

/** Quiz $2 (key) of registration $1 gains by a corrected score $3; it never loses. */
export const ADD_CORRECTION = statement(
  'courses.add_correction',
  `update courses.lesson_state s
      set best_score = greatest(s.best_score, $3), completed_at = case when $3 >= l.pass_mark then coalesce(s.completed_at, platform.now()) else s.completed_at end
     from courses.lesson l where l.id = s.lesson_id and s.registration_id = $1 and l.key = $2`,
);

/** Whether quiz $2 (key) stands as completed in one of registrations $1 though no attempt at it, as corrected, passes. */
export const FELL_BELOW = statement(
  'courses.fell_below',
  `select exists (select from courses.lesson_state s join courses.lesson l on l.id = s.lesson_id where s.registration_id = any($1) and l.key = $2 and s.completed_at is not null)
      and not exists (select from courses.attempt a join courses.lesson l on l.id = a.lesson_id ${STANDING_CORRECTION} where a.registration_id = any($1) and l.key = $2 and coalesce(g.passed, a.passed)) as fell`,
);

export const GRADE_CORRECTION = statement('courses.grade_correction', 'select id, score, reason, by_person_id from courses.grade_correction where id = $1');
