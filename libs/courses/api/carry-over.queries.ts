import { statement } from '@zhixing/platform/api';
import { PERCENT, visible } from './visibility.ts';

/** Whether the quizzes of lessons `o` and `l` ask the same: then a score at one says as much of the other. */
const SAME_PAPER = `(o.questions = l.questions and not exists (
  (select key, kind, stem, choices from courses.question where lesson_id = o.id) except (select key, kind, stem, choices from courses.question where lesson_id = l.id)))`;

/** Lesson states `s` of registration `r` (at lessons `o`) beside the lessons `l` of the same key and kind of version `version`. */
export const carried = (version: string): string => `courses.lesson_state s
  join courses.lesson o on o.id = s.lesson_id
  join courses.lesson l on l.version_id = ${version} and l.key = o.key and l.kind = o.kind`;

/** Done is done; a quiz is also done by a score that is enough at the newer version, on the same paper. */
export const DONE = `(s.completed_at is not null or (l.kind = 'quiz' and s.best_score >= l.pass_mark and ${SAME_PAPER}))`;

/** An attempt of registration `r` that is not submitted: it is finished on its own paper first. */
const ATTEMPT_OPEN = 'exists (select from courses.attempt a where a.registration_id = r.id and a.submitted_at is null)';

/** What is newer than registration $1 of person $2 (departments $3). */
export const NEWER_VERSION = statement(
  'courses.newer_version',
  `select r.status, v.number as version, n.number as latest_version, n.number > v.number and n.carry_over and r.status = 'open' and ${visible('$3')} as offered, ${ATTEMPT_OPEN} as attempt_open,
          (select count(*)::int from ${carried('n.id')} where s.registration_id = r.id and ${DONE}) as lessons,
          (select coalesce(json_agg(json_build_object('version', x.number, 'change', x.change, 'note', x.change_note, 'publishedAt', x.published_at) order by x.number desc), '[]')
             from courses.course_version x where x.course_id = r.course_id and x.number > v.number) as changes,
          (select json_build_object('id', d.id, 'title', d.title, 'finished', exists (select from courses.completion_record k where k.course_id = d.id and k.person_id = r.person_id))
             from courses.course_version x join courses.course d on d.id = x.delta_course_id
            where r.status = 'passed' and x.course_id = r.course_id and x.number > v.number order by x.number desc limit 1) as delta
     from courses.registration r
     join courses.course_version v on v.id = r.version_id
     join courses.course c on c.id = r.course_id
     join courses.course_version n on n.id = c.current_version_id
    where r.id = $1 and r.person_id = $2`,
);

/** Registration $1 with the current version of its course, for departments $2. */
export const TARGET = statement(
  'courses.carry_over_target',
  `select c.current_version_id as version_id, n.number as version, n.required_total, n.carry_over and ${visible('$2')} as offered, ${ATTEMPT_OPEN} as attempt_open
     from courses.registration r
     join courses.course c on c.id = r.course_id
     join courses.course_version n on n.id = c.current_version_id
    where r.id = $1 and n.id <> r.version_id`,
);

/** Ends registration $1 as carried over, if it is open. */
export const LEAVE = statement('courses.leave_version', `update courses.registration set status = 'carried_over' where id = $1 and status = 'open' returning id`);

/** Registration $1 goes on for the person of registration $2, at version $3 with $4 required lessons. */
export const GO_ON = statement(
  'courses.go_on',
  `insert into courses.registration (id, person_id, course_id, version_id, seq, status, required_done, required_total, registered_at, carried_from)
   select $1, r.person_id, r.course_id, $3, (select max(seq) + 1 from courses.registration where person_id = r.person_id and course_id = r.course_id), 'open', 0, $4, platform.now(), r.id
     from courses.registration r where r.id = $2`,
);

/** Registration $1 at version $3 begins with what registration $2 has of each lesson by its key: time, tries, scores and ticks. Tries that were used up stay used up. */
export const CARRY_LESSONS = statement(
  'courses.carry_lessons',
  `insert into courses.lesson_state (registration_id, lesson_id, opened_at, last_event_at, read_seconds, completed_at, best_score, attempts_used, failed_attempts)
   select $1, l.id, s.opened_at, platform.now(), s.read_seconds, case when ${DONE} then coalesce(s.completed_at, platform.now()) end, s.best_score, s.attempts_used, s.failed_attempts
     from ${carried('$3')} where s.registration_id = $2
   returning lesson_id`,
);

export const CARRIED_TO = statement('courses.carried_to', 'select id, version_id from courses.registration where carried_from = $1');

/** Open registrations `r` of people of the bank at earlier versions of course $1 that have done all its current version requires, and no attempt under way. */
const GAINS = `
     from courses.registration r
     join courses.course c on c.id = r.course_id
     join courses.course_version v on v.id = r.version_id
     join people.actor p on p.person_id = r.person_id
    where r.course_id = $1 and r.status = 'open' and r.version_id <> c.current_version_id and not ${ATTEMPT_OPEN}
      and not exists (select from courses.lesson w where w.version_id = c.current_version_id and w.required
                         and not exists (select from ${carried('c.current_version_id')} where s.registration_id = r.id and l.id = w.id and ${DONE}))`;

/** Who gains at course $1, after registration $2, at most $3. */
export const GAINS_PAGE = statement(
  'courses.gains_page',
  `select r.id, r.person_id, v.number as version, ${PERCENT} as percent ${GAINS} and ($2::uuid is null or r.id > $2) order by r.id limit $3`,
);

export const GAIN_IDS = statement('courses.gain_ids', `select r.id, r.person_id ${GAINS} order by r.id`);

export const GAIN_COUNT = statement('courses.gain_count', `select count(*)::int as count ${GAINS}`);

/** Whether registration $2 still gains at course $1. */
export const STILL_GAINS = statement('courses.still_gains', `select r.id ${GAINS} and r.id = $2`);
