import { statement } from '@zhixing/platform/api';

/** Lesson $3 (key) of registration $1 of person $2, with its neighbours and where the person stands. */
export const LESSON = statement(
  'courses.lesson',
  `select n.*, s.opened_at, s.completed_at, s.best_score, coalesce(s.read_seconds, 0) as read_seconds, coalesce(s.attempts_used, 0) as attempts_used,
          (select coalesce(json_agg(a order by a.number desc), '[]') from (
             select id, number, started_at, submitted_at, score, passed from courses.attempt where registration_id = r.id and lesson_id = n.id) a) as tries
     from courses.registration r
     join lateral (
       select l.*, h.title as chapter_title, lag(l.key) over (order by l.place) as previous_key, lead(l.key) over (order by l.place) as next_key
         from courses.lesson l join courses.chapter h on h.id = l.chapter_id where l.version_id = r.version_id) n on n.key = $3
     left join courses.lesson_state s on s.registration_id = r.id and s.lesson_id = n.id
    where r.id = $1 and r.person_id = $2`,
);

/** Lesson $2 (key) of version $1 with the state of registration $3, inside a transaction that holds the registration. */
export const LESSON_STATE = statement(
  'courses.lesson_state',
  `select l.id, l.kind, l.required, l.minimum_seconds, l.pass_mark, l.attempts, s.opened_at, s.completed_at, coalesce(s.read_seconds, 0) as read_seconds
     from courses.lesson l
     left join courses.lesson_state s on s.lesson_id = l.id and s.registration_id = $3
    where l.version_id = $1 and l.key = $2`,
);

/**
 * Stores event $1 of registration $2, lesson $3, person $4, kind $5, client time $6, once; nothing on a repeat.
 * Credits the server-measured time since the lesson's last event, at most $7 seconds; opening credits nothing.
 */
export const STORE_EVENT = statement(
  'courses.store_event',
  `insert into courses.learning_event (id, registration_id, lesson_id, person_id, kind, at, client_at, seconds, source)
   select $1, $2, $3, $4, $5, platform.now(), $6,
          case when $5 = 'opened' then 0
               else coalesce((select least($7::int, floor(extract(epoch from platform.now() - last_event_at))::int) from courses.lesson_state where registration_id = $2 and lesson_id = $3), 0) end,
          'player'
   on conflict (id) do nothing
   returning seconds`,
);

/** Adds a stored event to the lesson's state: $1 registration, $2 lesson, $3 seconds credited. */
export const ADD_EVENT = statement(
  'courses.add_event',
  `insert into courses.lesson_state as s (registration_id, lesson_id, opened_at, last_event_at, read_seconds, attempts_used, failed_attempts)
   values ($1, $2, platform.now(), platform.now(), 0, 0, 0)
   on conflict (registration_id, lesson_id) do update set last_event_at = platform.now(), read_seconds = s.read_seconds + $3
   returning read_seconds, opened_at, completed_at`,
);

/** Finishes lesson $2 of registration $1, once. */
export const FINISH_LESSON = statement(
  'courses.finish_lesson',
  'update courses.lesson_state set completed_at = platform.now() where registration_id = $1 and lesson_id = $2 and completed_at is null returning completed_at',
);
