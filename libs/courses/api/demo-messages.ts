import { notify, statement, type Transaction } from '@zhixing/platform/api';
import { coursesMessages } from './messages.ts';

const DAY = 86_400_000;

/** What the people a visitor signs in as would have been told since $1: courses they completed, new versions of those they were taking. */
const TOLD = statement(
  'courses.demo_told',
  `select 'completed' as template, r.id, r.person_id, v.title as course, null::int as version, r.course_id, r.finished_at as at
     from courses.registration r join courses.course_version v on v.id = r.version_id join people.card p on p.person_id = r.person_id
    where r.status = 'passed' and r.finished_at > $1 and p.staff_number <= 'SF0011'
   union all
   select 'newVersion', r.course_id, r.person_id, v.title, v.number, v.course_id, v.published_at
     from courses.course_version v join courses.registration r on r.course_id = v.course_id and r.registered_at < v.published_at and coalesce(r.finished_at, v.published_at + interval '1 day') > v.published_at
     join people.card p on p.person_id = r.person_id
    where v.number > 1 and v.published_at > $1 and p.staff_number <= 'SF0011'
    order by at`,
);

interface Told { template: keyof typeof coursesMessages; id: string; person_id: string; course: string; version: number | null; course_id: string; at: Date }

/** Two months of messages. */
export async function tellDemo(tx: Transaction, now: Date): Promise<void> {
  for (const { template, id, person_id, course, version, course_id, at } of await tx.rows<Told>(TOLD, [new Date(now.getTime() - 60 * DAY)])) {
    const told = { template: coursesMessages[template], to: [person_id], at };
    if (version === null) await notify(tx, { ...told, subject: { type: 'registration', id }, values: { course }, link: `/registrations/${id}/finish` });
    else await notify(tx, { ...told, subject: { type: 'course', id }, stage: String(version), values: { course, version }, link: `/courses/${course_id}` });
  }
}
