import { cpSync } from 'node:fs';
import { DEMO_PASSWORD, hashPassword } from '@zhixing/access/api';
import { type Learning, seedBank } from '@zhixing/db/seeds';
import pg from 'pg';
import { openLogins } from './logins.ts';
import { type Learner, type Manager, SEARCHED } from './requests.ts';

/** Who sends the requests; each signed in already. */
export interface Bank {
  learners: Learner[];
  managers: Manager[];
}

const LEARNERS = 1_000;

/** Of those who learn now: a long course they take, and its next two quizzes where they are half-way. */
const CHOSEN = `
  select p.id as person, c.login, r.id as registration, r.course_id as course, o.lessons,
         (select least(8, count(*))::int from courses.registration x where x.person_id = p.id) as courses,
         (select count(*)::int from courses.course o join people.actor a on a.person_id = p.id
           where (o.audience = '{}' or o.audience && a.department_ids) and strpos(o.title || ' ' || o.summary, '${SEARCHED}') > 0) as found,
         (select array_agg(l.key order by l.place) from courses.lesson l where l.version_id = r.version_id and l.kind = 'quiz' and not exists (
           select from courses.lesson_state s where s.registration_id = r.id and s.lesson_id = l.id)) as quizzes
    from people.person p
    join access.credential c on c.person_id = p.id
    join lateral (select r.* from courses.registration r join courses.course o on o.id = r.course_id where r.person_id = p.id order by (r.status = 'open') desc, o.lessons desc, r.id limit 1) r on true
    join courses.course o on o.id = r.course_id
   where p.active
   order by md5(p.id::text)
   limit ${LEARNERS}`;

/** Heads of about a thousand people. */
const HEADS = `
  with recursive line as (
    select manager_id as head, person_id from people.reporting
    union all select l.head, r.person_id from line l join people.reporting r on r.manager_id = l.person_id),
  held as (
    select head, count(distinct line.person_id)::int as people from line
      join people.department_membership m on m.person_id = line.person_id and m.valid_until is null group by head)
  select head as person, people from held where people between 800 and 1200 order by abs(people - 1000) limit 20`;

/** An open attempt at the second quiz ahead, for the saves of single answers. */
const ATTEMPTS = `
  with wanted as (
    select r.id as registration, l.id as lesson, gen_random_uuid() as attempt
      from json_to_recordset($1) as w(registration uuid, quizzes json)
      join courses.registration r on r.id = w.registration
      join courses.lesson l on l.version_id = r.version_id and l.key = w.quizzes->>1),
  stated as (
    insert into courses.lesson_state (registration_id, lesson_id, opened_at, last_event_at, read_seconds, attempts_used, failed_attempts)
    select registration, lesson, platform.now(), platform.now(), 0, 1, 0 from wanted),
  begun as (
    insert into courses.attempt (id, registration_id, lesson_id, number, started_at) select attempt, registration, lesson, 1, platform.now() from wanted)
  select registration, attempt, (select id from courses.question q where q.lesson_id = lesson and place = 0) as question from wanted`;

interface Chosen extends Omit<Learner, 'cookie' | 'attempt' | 'question' | 'quiz' | 'password'> {
  quizzes: string[] | null;
}

/** Seeds the database of `url` (owner) and signs people in, as `secret` keys their tokens. */
export async function makeBank(url: string, o: { employees: number; learning: Learning; secret: string; demoFiles: string }): Promise<Bank> {
  cpSync(o.demoFiles, new URL('./demo', import.meta.url).pathname, { recursive: true });   // the bundle looks for them beside itself
  await seedBank(url, { employees: o.employees, learning: o.learning, passwordHash: await hashPassword(DEMO_PASSWORD) });
  const client = new pg.Client(url);
  await client.connect();
  try {
    const chosen = (await client.query<Chosen>(CHOSEN)).rows;
    const heads = (await client.query<{ person: string; people: number }>(HEADS)).rows;
    const cookies = await openLogins(client, [...chosen, ...heads].map(({ person }) => person), o.secret);
    const halfDone = o.learning === 'half-done';
    const attempts = halfDone ? (await client.query<{ registration: string; attempt: string; question: string }>(ATTEMPTS, [JSON.stringify(chosen)])).rows : [];
    const attemptOf = new Map(attempts.map((one) => [one.registration, one]));
    return {
      learners: chosen.map(({ quizzes, ...one }) => ({ ...one, cookie: cookies.get(one.person)!, password: DEMO_PASSWORD, quiz: quizzes?.[0] ?? '', attempt: attemptOf.get(one.registration)?.attempt ?? '', question: attemptOf.get(one.registration)?.question ?? '' })),
      managers: heads.map(({ person, people }) => ({ cookie: cookies.get(person)!, people })),
    };
  } finally {
    await client.end();
  }
}
