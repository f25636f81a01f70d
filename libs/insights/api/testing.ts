import { statement, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';

/** Where a registration made for a test stands; times are PostgreSQL intervals before now (`7 days`). */
export interface Standing {
  registered?: string;
  /** Since when nothing happened; absent = never opened. */
  quiet?: string;
  seq?: number;
  /** Keys of lessons that are done, `at` so long ago. */
  done?: string[];
  /** A quiz that was failed so often, best score beside it. */
  failed?: { key: string; times: number; score?: number };
  status?: 'open' | 'passed' | 'abandoned';
  /** Passed so long ago, with this score. */
  finished?: { ago: string; score?: number };
}

const REGISTER = statement(
  'test.insights_register',
  `insert into courses.registration (id, person_id, course_id, version_id, seq, status, required_done, required_total, registered_at, started_at, last_activity_at, finished_at)
   select $1, $2, c.id, c.current_version_id, $4, $5, case when $5 = 'passed' then v.required_total else $6 end, v.required_total, platform.now() - $7::interval,
          case when $8::interval is not null then platform.now() - $7::interval end, platform.now() - $8::interval, platform.now() - $9::interval
     from courses.course c join courses.course_version v on v.id = c.current_version_id where c.id = $3`,
);
const LESSON = statement(
  'test.insights_lesson',
  `insert into courses.lesson_state (registration_id, lesson_id, opened_at, last_event_at, read_seconds, completed_at, best_score, attempts_used, failed_attempts)
   select r.id, l.id, platform.now() - $3::interval, platform.now() - $3::interval, 60, case when $4::int = 0 then platform.now() - $3::interval end, $5, $4, $4
     from courses.registration r join courses.lesson l on l.version_id = r.version_id where r.id = $1 and l.key = $2`,
);
const COMPLETE = statement(
  'test.insights_complete',
  `insert into courses.completion_record (id, person_id, course_id, version_id, registration_id, completed_at, score, minutes, rule, department_id, department, position, source)
   select $2, r.person_id, r.course_id, r.version_id, r.id, platform.now() - $3::interval, $4, 30, '{}', c.department_id, c.department_name, c.position, 'play'
     from courses.registration r join people.card c on c.person_id = r.person_id where r.id = $1`,
);
const STUDY = statement(
  'test.insights_study',
  `insert into courses.learning_event (id, registration_id, lesson_id, person_id, kind, at, seconds, source)
   select $2, r.id, l.id, r.person_id, 'heartbeat', $3::timestamptz, $4, 'player'
     from courses.registration r join courses.lesson l on l.version_id = r.version_id and l.place = (select min(place) from courses.lesson where version_id = r.version_id) where r.id = $1`,
);

/** A registration as it would stand after so much learning; returns its id. */
export async function learn(tx: Transaction, personId: string, courseId: string, o: Standing = {}): Promise<string> {
  const id = uuid();
  const done = o.done ?? [];
  const quiet = o.quiet ?? o.finished?.ago ?? null;
  await tx.rows(REGISTER, [id, personId, courseId, o.seq ?? 1, o.status ?? (o.finished ? 'passed' : 'open'), done.length, o.registered ?? quiet ?? '1 minute', quiet, o.finished?.ago ?? null]);
  for (const key of done) await tx.rows(LESSON, [id, key, quiet ?? '0', 0, null]);
  if (o.failed) await tx.rows(LESSON, [id, o.failed.key, quiet ?? '0', o.failed.times, o.failed.score ?? 40]);
  if (o.finished) await tx.rows(COMPLETE, [id, uuid(), o.finished.ago, o.finished.score ?? null]);
  return id;
}

/** So many measured seconds of a registration at a moment. */
export const study = (tx: Transaction, registrationId: string, at: Date, seconds: number): Promise<unknown> => tx.rows(STUDY, [registrationId, uuid(), at, seconds]);

const CERTIFICATION = statement(
  'test.insights_certification',
  `insert into plans.certification (id, title, description, kind, issuer, course_id, months, window_days, state, revision, created_by, created_at)
   values ($1, $2, '', $3, '行业协会', $4, 12, 30, 'active', 1, $1, platform.now())`,
);
const CERTIFY = statement(
  'test.insights_certify',
  `insert into plans.certification_cycle (id, certification_id, person_id, number, valid_from, valid_until, window_opens_on, gap_days, source, source_id, earned_at, recorded_at)
   values ($1, $2, $3, $5, platform.today() + $4::int - 365, platform.today() + $4::int, platform.today() + $4::int - 30, 0, 'import', $1, platform.now() - interval '1 year', platform.now())`,
);

/** A certification of another body, or for a course of the bank; its id. */
export async function makeCertification(tx: Transaction, { courseId = null }: { courseId?: string | null }): Promise<string> {
  const id = uuid();
  await tx.rows(CERTIFICATION, [id, `资格 ${id.slice(-12)}`, courseId ? 'own' : 'external', courseId]);
  return id;
}

/** Somebody holds it until so many days from today, the window open in the last thirty; the id of the cycle. */
export async function certify(tx: Transaction, certificationId: string, personId: string, days: number, number = 1): Promise<string> {
  const id = uuid();
  await tx.rows(CERTIFY, [id, certificationId, personId, days, number]);
  return id;
}

export { SendReports } from './team-report/send-reports.task.ts';
export { EvidencePackExport } from './evidence-packs/evidence-pack.export.ts';
export { CAMPAIGNS, CONTENT_REVIEWS, TODAY } from './workbench/workbench.queries.ts';
export { HOME } from './home.queries.ts';
export { MEMBER, MEMBER_OBLIGATIONS } from './member.queries.ts';
export { CERTIFICATIONS_PAGE } from './team-certifications.ts';
export { ATTENTION_PAGE, TEAM_AS_OF, TEAM_PAGE } from './team.queries.ts';
