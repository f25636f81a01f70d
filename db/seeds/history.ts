import type { Transaction } from '@zhixing/platform/api';
import { withoutIndexes } from './bulk.ts';
import type { SeedCourse } from './courses.ts';

/** How people learn: two years as a bank would show them, or everybody half-way through the five first courses (33 lessons each), for measuring. */
export type Learning = 'two-years' | 'half-done';

/** Purposes of chance; those of people.ts end at 6. */
const TAKES = 10, REGISTERS = 11, HOUR = 12, UNOPENED = 13, STARTS = 14, FINISHES = 15, STOPS = 16, PACE = 17, STUCK = 18, STUCK_AT = 19;
const OPTIONAL = 20, MINUTE = 21, SECONDS = 22, TRIES = 23, FAILS = 24, RIGHT = 25, FIRST_RIGHT = 26, WRONG = 27;

const COURSES = `
  create temp table seed_course on commit drop as
    select g.no, c.id, c.current_version_id as version_id, c.published_at, c.audience, c.lessons, v.required_total, g.taken,
           (select json_build_object('required', json_agg(json_build_object('lesson', l.key, 'kind', l.kind, 'passMark', l.pass_mark, 'minimumSeconds', l.minimum_seconds) order by l.place))
              from courses.lesson l where l.version_id = v.id and l.required) as rule
      from json_to_recordset($1) as g(no int, id uuid, taken float8)
      join courses.course c on c.id = g.id
      join courses.course_version v on v.id = c.current_version_id`;

const QUESTIONS = `
  create temp table seed_question on commit drop as
    select q.id, q.lesson_id, q.place,
           array(select c->>'key' from jsonb_array_elements(q.choices) c where (c->>'correct')::boolean) as picked_right,
           array(select c->>'key' from jsonb_array_elements(q.choices) c where not (c->>'correct')::boolean) as wrong
      from courses.question q`;

/** Who takes which course from when: `lessons` reached before standing still, days between sittings. Nothing happens after `until`. */
const takings = (learning: Learning): string => {
  const [takes, registers, starts, reaches, pace] = learning === 'half-done'
    ? ['c.no <= 5', `platform.now() - interval '6 days' - pg_temp.chance(n, ${REGISTERS}) * interval '10 days'`, `registered_at + interval '5 minutes'`, '17', '1']
    : [
        `pg_temp.chance(p.no::bigint * 100 + c.no, ${TAKES}) < c.taken * (0.4 + 0.8 * p.diligence)`,
        `pg_temp.at_work(since + power(pg_temp.chance(n, ${REGISTERS}), 0.7) * (until - since), pg_temp.chance(n, ${HOUR}))`,
        `case when pg_temp.chance(n, ${UNOPENED}) >= 0.08 then registered_at + interval '5 minutes' + floor(pg_temp.chance(n, ${STARTS}) * 4) * interval '1 day' end`,
        `case when pg_temp.chance(n, ${FINISHES}) < 0.6 + 0.25 * diligence then lessons else 1 + floor(pg_temp.chance(n, ${STOPS}) * lessons * 0.9)::int end`,
        `1 + floor(power(pg_temp.chance(n, ${PACE}), 2) * (case when diligence > 0.3 then 5 else 18 end))::int`,
      ];
  return `
    create temp table seed_taking on commit drop as
      with may as (
        select p.no::bigint * 100 + c.no as n, p.no as person_no, p.id as person_id, p.diligence, c.no as course_no, c.lessons,
               greatest(c.published_at, p.hired::timestamp at time zone 'Asia/Shanghai', platform.now() - interval '730 days') + interval '1 hour' as since,
               coalesce(p.left_on::timestamp at time zone 'Asia/Shanghai', platform.now()) - interval '1 hour' as until
          from seed_person p
          join seed_course c on ${takes} and (c.audience = '{}' or c.audience && p.path)),
      registered as (
        select *, least(until, greatest(since, ${registers})) as registered_at from may where since < until),
      started as (
        select *, ${starts} as starts, ${reaches} as reach, ${pace} as pace from registered)
      select *, pg_temp.id(registered_at, 'registration' || n) as id from started`;
};

/** Every lesson that was opened: three a sitting, 40 minutes apart. Of those who get stuck, a quiz is the last. `tries` at a quiz, all failed where `stuck`. */
const VISITS = (learning: Learning): string => `
  create temp table seed_visit on commit drop as
    with stuck as (
      select t.n, min(l.place) as place
        from seed_taking t
        join seed_course c on c.no = t.course_no
        join courses.lesson l on l.version_id = c.version_id and l.kind = 'quiz' and l.place >= floor(pg_temp.chance(t.n, ${STUCK_AT}) * t.lessons)
       where pg_temp.chance(t.n, ${STUCK}) < ${learning === 'half-done' ? 0 : 0.04}
       group by t.n),
    opened as (
      select t.n * 100 + l.place as v, t.n, t.id as registration_id, t.person_id, t.until, l.id as lesson_id, l.place, l.kind, l.required, l.pass_mark, l.questions,
             t.starts + (l.place / 3) * t.pace * interval '1 day' + (l.place % 3) * interval '40 minutes' + pg_temp.chance(t.n * 100 + l.place, ${MINUTE}) * interval '9 minutes' as opened_at,
             greatest(l.minimum_seconds + 2, least(1500, round(l.minutes * 60 * (0.5 + 0.8 * pg_temp.chance(t.n * 100 + l.place, ${SECONDS})))))::int as seconds,
             coalesce(l.place = s.place, false) as stuck,
             case when l.kind <> 'quiz' then 0 when l.place = s.place then 2 + floor(pg_temp.chance(t.n, ${FAILS}) * 2)::int
                  when pg_temp.chance(t.n * 100 + l.place, ${TRIES}) < 0.78 then 1 when pg_temp.chance(t.n * 100 + l.place, ${TRIES}) < 0.95 then 2 else 3 end as tries
        from seed_taking t
        join seed_course c on c.no = t.course_no
        left join stuck s on s.n = t.n
        join courses.lesson l on l.version_id = c.version_id and l.place < t.reach and l.place <= coalesce(s.place, l.place)
       where t.starts is not null and (l.required or pg_temp.chance(t.n * 100 + l.place, ${OPTIONAL}) < 0.4)),
    ended as (
      select *, opened_at + seconds * interval '1 second' + greatest(tries - 1, 0) * interval '25 minutes' as ended_at from opened)
    select *, case when not stuck then ended_at end as completed_at from ended where ended_at <= until`;

/** Each try with how many of its answers are right: from the pass mark up where it was passed, below it else. */
const TRIES_AT_QUIZZES = `
  create temp table seed_attempt on commit drop as
    with tried as (
      select v.*, number, v.v * 10 + number as a, v.opened_at + v.seconds * interval '1 second' + (number - 1) * interval '25 minutes' as submitted_at,
             not stuck and number = tries as passed, ceil(pass_mark * questions / 100.0)::int as need
        from seed_visit v cross join generate_series(1, v.tries) as number)
    select a, v, registration_id, lesson_id, number, questions, submitted_at, passed,
           case when number = 1 then opened_at else submitted_at - interval '4 minutes' end as started_at,
           case when passed then need + floor(pg_temp.chance(a, ${RIGHT}) * (questions - need + 1))::int else floor(need * (0.4 + 0.6 * pg_temp.chance(a, ${RIGHT})))::int end as correct
      from tried`;

const STORE = [
  `insert into courses.registration (id, person_id, course_id, version_id, seq, status, required_done, required_total, registered_at, started_at, last_activity_at, finished_at)
   select t.id, t.person_id, c.id, c.version_id, 1, case when coalesce(d.done, 0) = c.required_total then 'passed' else 'open' end, coalesce(d.done, 0), c.required_total,
          t.registered_at, d.started_at, d.last_activity_at, case when d.done = c.required_total then d.last_activity_at end
     from seed_taking t
     join seed_course c on c.no = t.course_no
     left join (select n, count(*) filter (where required and completed_at is not null)::int as done, min(opened_at) as started_at, max(ended_at) as last_activity_at
                  from seed_visit group by n) d on d.n = t.n`,
  `insert into courses.lesson_state (registration_id, lesson_id, opened_at, last_event_at, read_seconds, completed_at, best_score, attempts_used, failed_attempts)
   select v.registration_id, v.lesson_id, v.opened_at, v.ended_at, v.seconds, v.completed_at, g.best, v.tries, v.tries - case when stuck or tries = 0 then 0 else 1 end
     from seed_visit v
     left join (select v, max(100 * correct / questions) as best from seed_attempt group by v) g on g.v = v.v`,
  `insert into courses.learning_event (id, registration_id, lesson_id, person_id, kind, at, client_at, seconds, source)
   select pg_temp.id(e.at, e.kind || v.v), v.registration_id, v.lesson_id, v.person_id, e.kind, e.at, e.at, e.seconds, 'seed'
     from seed_visit v
    cross join lateral (values ('opened', v.opened_at, 0), (case when v.kind = 'quiz' then 'heartbeat' else 'marked_done' end, v.opened_at + v.seconds * interval '1 second', v.seconds)) as e(kind, at, seconds)`,
  `insert into courses.attempt (id, registration_id, lesson_id, number, started_at, submitted_at, score, passed)
   select pg_temp.id(started_at, 'attempt' || a), registration_id, lesson_id, number, started_at, submitted_at, 100 * correct / questions, passed from seed_attempt`,
  // the questions that are right begin at a place of their own in every attempt, more often at the first
  `insert into courses.attempt_answer (attempt_id, question_id, sequence, choices, saved_at, correct)
   select pg_temp.id(t.started_at, 'attempt' || t.a), q.id, 1,
          case when right_one.is then q.picked_right when cardinality(q.picked_right) > 1 then q.picked_right[2:]
               else array[q.wrong[1 + floor(pg_temp.chance(t.a * 10 + q.place, ${WRONG}) * cardinality(q.wrong))::int]] end,
          t.submitted_at, right_one.is
     from seed_attempt t
     join seed_question q on q.lesson_id = t.lesson_id
    cross join lateral (select (q.place + t.questions - floor(power(pg_temp.chance(t.a, ${FIRST_RIGHT}), 2) * t.questions)::int) % t.questions < t.correct as is) as right_one`,
  `insert into courses.completion_record (id, person_id, course_id, version_id, registration_id, completed_at, score, minutes, rule, department_id, department, position, source)
   select pg_temp.id(r.finished_at, 'completion' || r.id), r.person_id, r.course_id, r.version_id, r.id, r.finished_at, s.score, s.minutes, c.rule, p.department_id, p.department_name, p.position, 'seed'
     from courses.registration r
     join seed_course c on c.id = r.course_id
     join seed_person p on p.id = r.person_id
     join (select v.registration_id, floor(avg(g.best) filter (where v.required))::int as score, round(sum(v.seconds) / 60.0)::int as minutes
             from seed_visit v left join (select v, max(100 * correct / questions) as best from seed_attempt group by v) g on g.v = v.v
            group by v.registration_id) s on s.registration_id = r.id
    where r.status = 'passed'`,
  `insert into skills.evidence (id, person_id, skill_id, level, source_kind, source_id, verified, title, link, evidenced_on, expires_on, framework_version, recorded_at)
   select pg_temp.id(k.completed_at, 'evidence' || k.id || s.skill_id), k.person_id, s.skill_id, s.level, 'course', k.registration_id::text, true, c.title, '/courses/' || c.id,
          n.day, (n.day + d.half_life_months * interval '1 month')::date, d.version, k.completed_at
     from courses.completion_record k
     join courses.course c on c.id = k.course_id
     join courses.course_skill s on s.course_id = c.id
     join skills.skill_definition d on d.skill_id = s.skill_id and d.version = (select max(number) from skills.framework_version)
    cross join lateral (select (k.completed_at at time zone 'Asia/Shanghai')::date as day) n`,
];

const TABLES = ['registration', 'lesson_state', 'learning_event', 'attempt', 'attempt_answer', 'completion_record'].map((table) => `courses.${table}`).concat('skills.evidence');

/** Their triggers count each learner's registrations, here once for all at the end. */
const COUNTED = ['courses.registration', 'courses.lesson_state'];
const COUNT = 'select courses.count_learners(array(select distinct person_id from courses.registration))';

/** Tells what everybody learned, by set: each statement makes one table from those before it. Needs `seed_person` of people.ts. */
export async function seedHistory(tx: Transaction, courses: SeedCourse[], learning: Learning): Promise<void> {
  await tx.manager.query(COURSES, [JSON.stringify(courses)]);
  for (const sql of [QUESTIONS, takings(learning), 'analyze seed_taking', VISITS(learning), 'analyze seed_visit', TRIES_AT_QUIZZES, 'analyze seed_attempt', 'analyze seed_question']) await tx.manager.query(sql);
  for (const table of COUNTED) await tx.manager.query(`alter table ${table} disable trigger user`);
  await withoutIndexes(tx, TABLES, async () => {
    for (const sql of STORE) await tx.manager.query(sql);
  });
  for (const table of COUNTED) await tx.manager.query(`alter table ${table} enable trigger user`);
  await tx.manager.query(COUNT);
}
