import { statement } from '@zhixing/platform/api';

/**
 * A completion record with what its registration tells: `quiz` = a required quiz was passed, `first_try` = every one of them at once.
 * Minutes are those the server measured; `estimate` = those of the version's required lessons.
 */
const COMPLETION = `
  select k.id, k.person_id, k.course_id, k.registration_id, v.title, v.number as version, v.minutes as estimate, k.completed_at, k.score, k.minutes, k.department, k.source,
         t.quizzes > 0 as quiz, t.quizzes > 0 and t.at_once = t.quizzes as first_try
    from courses.completion_record k
    join courses.course_version v on v.id = k.version_id
   cross join lateral (
         select count(*) as quizzes, count(*) filter (where s.attempts_used = 1) as at_once
           from courses.lesson_state s join courses.lesson l on l.id = s.lesson_id
          where s.registration_id = k.registration_id and l.kind = 'quiz' and l.required) t`;

export const COMPLETION_BY_ID = statement('courses.completion_by_id', `${COMPLETION} where k.id = $1`);

export const COMPLETIONS_BY_ID = statement('courses.completions_by_id', `${COMPLETION} where k.id = any($1)`);

export const COMPLETION_OF_REGISTRATION = statement('courses.completion_of_registration', `${COMPLETION} where k.registration_id = $1`);

/** All completions in the order of their ids, after $1 (null = from the first), at most $2. */
export const COMPLETIONS_AFTER = statement('courses.completions_after', `${COMPLETION} where $1::uuid is null or k.id > $1 order by k.id limit $2`);
