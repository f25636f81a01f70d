import { article, makeCourse } from '@zhixing/courses/testing';
import { statement } from '@zhixing/platform/api';
import type { TestApplication, TestClient } from '@zhixing/platform/testing';
import { v7 as uuid } from 'uuid';
import { FUNNEL_OF } from './assignments/assignments.queries.ts';
import { PLANS } from './annual-plan/annual-plan.queries.ts';
import { NEEDS, OWN_NEEDS } from './annual-plan/needs.queries.ts';
import { ITEMS, OWN_ITEMS } from './annual-plan/plan-items.queries.ts';
import { HOLDERS, MINE } from './certifications/certifications.queries.ts';
import { GAPS, REPORT } from './certifications/report.queries.ts';
import { COUNT_PEOPLE, COUNT_TEAM, MINE_OPEN, OBLIGATION, PEOPLE, TEAM } from './obligations/obligations.queries.ts';
import { AIM, BEGUN, PATH, PATHS } from './paths/paths.queries.ts';

export { ReconcileService } from './assignments/reconcile.service.ts';
export { PlansDay } from './plans-day.ts';
export { ResultsApplyRunner } from './results/run.service.ts';
export { Reminders } from './reminders/reminders.task.ts';

/** The hot statements of who owes what. */
export const OBLIGATION_LISTS = { PEOPLE, COUNT_PEOPLE, TEAM, COUNT_TEAM, MINE_OPEN, OBLIGATION, FUNNEL_OF };

/** The hot statements of learning paths. */
export const PATH_READS = [PATHS, PATH, AIM, BEGUN];

/** The hot statements of certifications: one's own, who holds one, and who works without. */
export const CERTIFICATION_READS = [MINE, HOLDERS, REPORT, GAPS];

/** The lists of annual plans. */
export const ANNUAL_PLAN_READS = [PLANS, ITEMS, OWN_ITEMS, NEEDS, OWN_NEEDS];

/** A course of one short article, for tests. */
export const shortCourse = (bank: TestApplication): Promise<{ id: string; title: string }> => bank.write((tx) => makeCourse(tx, [article('a1', { hanzi: 10 })]));

/** Registers at a course, and goes through its only lesson when `finish` says so; as the person themself does. */
export async function take(client: TestClient, courseId: string, finish = true): Promise<void> {
  const { body } = await client.post(`/courses/${courseId}/registrations`);
  for (const kind of finish ? ['opened', 'marked_done'] : ['opened']) {
    const event = { id: uuid(), kind, clientTime: '2026-01-01T00:00:00.000Z' };
    const answer = await client.post(`/registrations/${body.id}/lessons/a1/events`, event);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }
}

const DAY = statement('plans.test_day', 'select (platform.today() + $1::int)::text as day');

/** The business day so many days from today. */
export const dayFromNow = async (bank: TestApplication, days = 0): Promise<string> => (await bank.database.rows<{ day: string }>(DAY, [days]))[0]!.day;

const OWED = statement(
  'plans.test_owed',
  `select o.id, o.person_id, o.state, o.mandatory, o.due_on::text, o.completed_at is not null as done, n.status,
          (select array_agg(s.cause order by s.id) from plans.obligation_state s where s.obligation_id = o.id) as causes
     from plans.obligation o join plans.obligation_now n on n.obligation_id = o.id where o.assignment_id = $1 order by o.person_id`,
);

export interface Owed {
  id: string;
  person_id: string;
  state: string;
  mandatory: boolean;
  due_on: string;
  done: boolean;
  status: string;
  causes: string[];
}

/** What people owe because of an assignment, with the causes of every state they were in. */
export const owed = (bank: TestApplication, assignmentId: string): Promise<Owed[]> => bank.database.rows<Owed>(OWED, [assignmentId]);

/** A class of two half-days, today and tomorrow, for tests; `more` replaces what it says. */
export async function classBody(bank: TestApplication, more: object = {}): Promise<Record<string, unknown>> {
  const [today, tomorrow] = [await dayFromNow(bank), await dayFromNow(bank, 1)];
  return {
    title: '大模型应用工程师培训班', place: '总行培训中心', domain: 'llm-application', startsOn: today, endsOn: tomorrow, capacity: 100, nominationsUntil: tomorrow,
    halfDays: [
      { day: today, part: 'morning', startsAt: '00:30', endsAt: '03:30', topic: '提示词工程' },
      { day: tomorrow, part: 'afternoon', startsAt: '14:00', endsAt: '17:00', topic: '智能体实战' },
    ],
    ...more,
  };
}

/** A published class, made by an L&D administrator; its id and the ids of its half-days. */
export async function makeClass(bank: TestApplication, admin: TestClient, more: object = {}): Promise<{ id: string; halfDays: string[] }> {
  const made = await admin.post('/classes', await classBody(bank, more));
  const published = await admin.post(`/classes/${made.body.id}/publish`);
  if (published.status !== 200) throw new Error(JSON.stringify([made.body, published.body]));
  return { id: made.body.id, halfDays: published.body.halfDays.map((one: { id: string }) => one.id) };
}
