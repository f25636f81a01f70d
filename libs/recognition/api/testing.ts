import { statement, type Transaction } from '@zhixing/platform/api';
import type { TestApplication, TestClient } from '@zhixing/platform/testing';
import { clientOf } from '@zhixing/access/testing';
import { article, makeCourse, quiz } from '@zhixing/courses/testing';
import { makePerson } from '@zhixing/people/testing';
import { v7 as uuid } from 'uuid';

export { TAKE_LOOKUP } from './certificates.queries.ts';
export { grantsCertificate } from './certificates.rules.ts';
export { hoursOf } from './hours.rules.ts';
export { rulesEarned } from './points.rules.ts';

/** Somebody who has finished a course, for tests. */
export interface Finished {
  client: TestClient;
  person: { id: string; displayName: string; staffNumber: string };
  course: { id: string; title: string };
  registrationId: string;
  completionId: string;
}

/**
 * A person who has just finished a course over HTTP: of one article and one quiz passed after `failures` failed tries, or of the article alone.
 * Nothing has been worked off yet.
 */
export async function finish(bank: TestApplication, o: Parameters<typeof makePerson>[1] & { exam?: boolean; failures?: number } = {}): Promise<Finished> {
  const { exam = true, failures = 0, ...who } = o;
  const made = await bank.write(async (tx: Transaction) => ({ person: await makePerson(tx, who), course: await makeCourse(tx, [article('a'), ...(exam ? [quiz('q', { questions: 2 })] : [])]) }));
  const client = await clientOf(bank, made.person.id);
  return { client, ...made, ...(await finishCourse(client, made.course.id, { exam, failures })) };
}

/** Somebody finishes a course over HTTP: its article `a` and, with `exam`, its quiz `q` after `failures` failed tries. */
export async function finishCourse(client: TestClient, courseId: string, { exam = true, failures = 0 } = {}): Promise<{ registrationId: string; completionId: string }> {
  const { id: registrationId } = (await client.post(`/courses/${courseId}/registrations`)).body;
  const lesson = (key: string) => `/registrations/${registrationId}/lessons/${key}`;
  const event = (kind: string) => client.post(`${lesson('a')}/events`, { id: uuid(), kind, clientTime: '2026-01-01T00:00:00.000Z' });
  await event('opened');
  await event('marked_done');
  for (let number = 0; exam && number <= failures; number++) {
    await client.get(lesson('q'));
    const attempt = (await client.post(`${lesson('q')}/attempts`)).body;
    const answers = attempt.questions.map((question: { id: string }) => ({ questionId: question.id, sequence: 1, choices: [number < failures ? 'c' : 'a'] }));
    await client.put(`/attempts/${attempt.id}/answers`, { answers });
    await client.post(`/attempts/${attempt.id}/submit`);
  }
  const completionId = (await client.get(`/registrations/${registrationId}`)).body.completion.id;
  return { registrationId, completionId };
}

/** What the room's rows say otherwise than the completion records they come of, as `what` and the id of a row. None = recomputed from raw rows, all is as shown. */
export const RECOGNITION_DISAGREEMENTS = statement(
  'test.recognition_disagreements',
  `with raw as (
     select k.*, v.title, v.number as version, v.minutes as estimate, t.quizzes > 0 as quiz, t.quizzes > 0 and t.quizzes = t.at_once as first_try
       from courses.completion_record k
       join courses.course_version v on v.id = k.version_id
      cross join lateral (select count(*) as quizzes, count(*) filter (where a.tries = 1) as at_once
                            from courses.lesson l
                           cross join lateral (select count(*) as tries from courses.attempt a where a.lesson_id = l.id and a.registration_id = k.registration_id) a
                           where l.version_id = k.version_id and l.kind = 'quiz' and l.required) t),
   earned as (
     select raw.id, raw.person_id, r.code, raw.completed_at from raw cross join (values ('course_passed'), ('first_try'), ('certificate')) r (code)
      where raw.source <> 'import' and case r.code when 'first_try' then raw.first_try when 'certificate' then raw.quiz else true end)
   select 'hours' as what, coalesce(raw.id, h.id) as id from raw full join (select * from recognition.hours where source in ('completion', 'import')) h on h.source_id = raw.id
    where (h.person_id, h.source, h.kind, h.minutes, h."on") is distinct from
          (raw.person_id, case when raw.source = 'import' then 'import' else 'completion' end,
           case when case when raw.source = 'import' then raw.score is not null else raw.quiz end then 'formal' else 'other' end,
           case when raw.source = 'import' then raw.minutes else least(raw.minutes, raw.estimate) end, (raw.completed_at at time zone 'Asia/Shanghai')::date)
   union all
   select 'points', coalesce(e.id, p.id) from earned e full join recognition.points p on p.source_id = e.id and p.rule = e.code
    where (p.person_id, p.at) is distinct from (e.person_id, e.completed_at)
       or p.points <> (select r.points from recognition.points_rule r where r.code = p.rule and r.valid_from <= p.at order by r.valid_from desc limit 1)
   union all
   select 'certificate', coalesce(raw.id, c.id) from (select * from raw where quiz and source <> 'import') raw full join (select * from recognition.certificate where kind = 'course' and issue = 1) c on c.source_id = raw.id
    where (c.person_id, c.subject_id, c.title, c.version, c.score, c.department, c.earned_at) is distinct from (raw.person_id, raw.course_id, raw.title, raw.version, raw.score, raw.department, raw.completed_at)
   union all
   select 'class certificate', coalesce(m.id, c.id)
     from (select m.id, m.person_id, k.id as class_id, k.title, k.closed_at from plans.training_class k join plans.class_member m on m.class_id = k.id and m.state = 'booked'
            where k.state = 'closed' and exists (select from plans.class_half_day h join plans.class_attendance a on a.half_day_id = h.id and a.person_id = m.person_id where h.class_id = k.id and a.mark in ('present', 'partial'))
              and not exists (select from plans.class_half_day h left join plans.class_attendance a on a.half_day_id = h.id and a.person_id = m.person_id where h.class_id = k.id and coalesce(a.mark, 'absent') = 'absent')
              and not exists (select from plans.class_course o where o.class_id = k.id and not exists (select from courses.completion_record r where r.person_id = m.person_id and r.course_id = o.course_id))) m
     full join (select * from recognition.certificate where kind = 'class' and issue = 1) c on c.source_id = m.id
    where (c.person_id, c.subject_id, c.title, c.earned_at) is distinct from (m.person_id, m.class_id, m.title, m.closed_at)
       or c.issued_at < c.earned_at
   union all select 'replacement', c.id from recognition.certificate c join recognition.certificate r on r.id = c.replaces where r.revoked_at is null or r.revoked_at > c.issued_at or (r.source_id, r.issue + 1) <> (c.source_id, c.issue)
   union all select 'place', c.id from (select *, row_number() over (partition by year order by issued_at, serial) as place from recognition.certificate) c where c.place <> c.serial
   union all select 'counter', null from recognition.certificate_counter n where n.last <> (select count(*) from recognition.certificate c where c.year = n.year)
   union all select 'future', id from recognition.certificate where greatest(issued_at, revoked_at) > platform.now()`,
);
