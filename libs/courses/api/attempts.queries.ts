import { statement } from '@zhixing/platform/api';
import { STANDING_CORRECTION } from './grades.queries.ts';

/** Attempt $1 of person $2 with its lesson; `columns` and `joins` for more. */
const attemptOf = (columns = '', joins = ''): string => `
  select a.id, a.registration_id, a.lesson_id, a.number, a.started_at, a.submitted_at, a.score, a.passed,
         l.key as lesson_key, l.title as lesson_title, l.pass_mark, l.attempts, l.required, coalesce(s.attempts_used, 0) as attempts_used${columns}
    from courses.attempt a
    join courses.registration r on r.id = a.registration_id
    join courses.lesson l on l.id = a.lesson_id
    left join courses.lesson_state s on s.registration_id = a.registration_id and s.lesson_id = a.lesson_id
    ${joins}
   where a.id = $1 and r.person_id = $2`;

/** As it is shown, with the correction of its grade that stands. */
export const ATTEMPT = statement('courses.attempt', attemptOf(', g.score as corrected_score, g.passed as corrected_passed, g.at as corrected_at, g.reason as correction_reason', STANDING_CORRECTION));

/** Saves of answers share the attempt; its submit takes it alone, so no save lands after the grading. */
export const SHARE_ATTEMPT = statement('courses.share_attempt', `${attemptOf()} for share of a`);
export const HOLD_ATTEMPT = statement('courses.hold_attempt', `${attemptOf()} for update of a`);

export const OPEN_ATTEMPT = statement('courses.open_attempt', 'select id from courses.attempt where registration_id = $1 and lesson_id = $2 and submitted_at is null');

/** Takes one try of lesson $2 in registration $1, of at most $3 (0 = unlimited), in one statement. */
export const TAKE_ATTEMPT = statement(
  'courses.take_attempt',
  `insert into courses.lesson_state as s (registration_id, lesson_id, opened_at, last_event_at, read_seconds, attempts_used, failed_attempts)
   values ($1, $2, platform.now(), platform.now(), 0, 1, 0)
   on conflict (registration_id, lesson_id) do update set attempts_used = s.attempts_used + 1, last_event_at = platform.now() where $3 = 0 or s.attempts_used < $3
   returning attempts_used`,
);

export const START_ATTEMPT = statement('courses.start_attempt', 'insert into courses.attempt (id, registration_id, lesson_id, number, started_at) values ($1, $2, $3, $4, platform.now())');

/** The paper of lesson $2 with the answers of attempt $1. */
export const PAPER = statement(
  'courses.paper',
  `select q.id, q.kind, q.topic, q.stem, q.explanation, q.choices, coalesce(a.choices, '{}') as answer, coalesce(a.sequence, 0) as sequence, a.correct
     from courses.question q
     left join courses.attempt_answer a on a.question_id = q.id and a.attempt_id = $1
    where q.lesson_id = $2
    order by q.place`,
);

/** Stores answers $2 (json: question, sequence, choices) of attempt $1; of two saves of a question the higher sequence stands. */
export const SAVE_ANSWERS = statement(
  'courses.save_answers',
  `insert into courses.attempt_answer as a (attempt_id, question_id, sequence, choices, saved_at)
   select $1, x.question, x.sequence, array(select json_array_elements_text(x.choices)), platform.now()
     from json_to_recordset($2) as x(question uuid, sequence int, choices json)
    order by x.question
   on conflict (attempt_id, question_id) do update set sequence = excluded.sequence, choices = excluded.choices, saved_at = excluded.saved_at
     where excluded.sequence > a.sequence`,
);

export const SEQUENCES = statement('courses.sequences', 'select question_id, sequence from courses.attempt_answer where attempt_id = $1 and question_id = any($2)');

/** Keeps what was right of attempt $1 ($2 json: question, correct); an unanswered question counts as wrong. */
export const GRADE_ANSWERS = statement(
  'courses.grade_answers',
  `insert into courses.attempt_answer as a (attempt_id, question_id, sequence, choices, saved_at, correct)
   select $1, x.question, 0, '{}', platform.now(), x.correct from json_to_recordset($2) as x(question uuid, correct boolean)
   on conflict (attempt_id, question_id) do update set correct = excluded.correct`,
);

export const GRADE_ATTEMPT = statement('courses.grade_attempt', 'update courses.attempt set submitted_at = platform.now(), score = $2, passed = $3 where id = $1');

/** Adds a graded attempt to the lesson's state: $3 score, $4 passed. A pass is never lowered. */
export const ADD_GRADE = statement(
  'courses.add_grade',
  `update courses.lesson_state
      set best_score = greatest(best_score, $3), failed_attempts = failed_attempts + case when $4 then 0 else 1 end,
          completed_at = case when $4 then coalesce(completed_at, platform.now()) else completed_at end, last_event_at = platform.now()
    where registration_id = $1 and lesson_id = $2`,
);
