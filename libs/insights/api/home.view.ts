import type { CourseCard, Domain, LearningState } from '@zhixing/courses/contract';
import type { Home, NextReason, NextStep } from '@zhixing/insights/contract';
import { minutesByPeriod, minutesOf } from './minutes.rules.ts';

/** Something to go on with: an obligation that presses (`assignment`), begun or not, or an open registration; `score` belongs to a failed quiz. */
type StepRow = Omit<NextStep, 'reason'> & { days: number } & (
  | { code: 'overdue' | 'due'; assignment: string }
  | { code: 'retry'; lesson: string; score: number }
  | { code: 'resume' | 'open'; lesson: string });

/** A course I never registered at; `people` of my department finished it; `newcomer` = I never registered anywhere. */
interface OfferRow extends Omit<CourseCard, 'mine'> {
  people: number;
  newcomer: boolean;
}

interface CourseRow {
  id: string;
  course_id: string;
  title: string;
  domain: Domain;
  state: LearningState;
  percent: number;
  last_activity_at: string | null;
  completed_at: string | null;
}

/** The row of the home statement. `days` = last week and this one, Monday first. */
export interface HomeRow {
  today: string;
  overdue: number;
  due_soon: number;
  expiring: number;
  deadlines: Home['deadlines'];
  half_days: Home['halfDays'];
  learning: number;
  unopened: number;
  finished_this_year: number;
  seconds_this_year: number;
  steps: StepRow[];
  offers: OfferRow[];
  days: { date: string; seconds: number; lessons: number }[];
  courses: CourseRow[];
}

/** Introductory level of a course. */
const FIRST_LEVEL = 1;

export function homeView(row: HomeRow): Home {
  const suggested = row.offers.slice(0, 3 - row.steps.length);
  const [lastWeek, thisWeek] = [row.days.slice(0, 7), row.days.slice(7)];
  const minutes = minutesByPeriod(thisWeek.map((day) => day.seconds));
  return {
    strip: {
      overdue: row.overdue,
      dueSoon: row.due_soon,
      expiring: row.expiring,
      learning: row.learning,
      unopened: row.unopened,
      finishedThisYear: row.finished_this_year,
      minutesThisYear: minutesOf(row.seconds_this_year),
    },
    next: [...row.steps.map(step), ...suggested.map(suggestion)],
    deadlines: row.deadlines,
    halfDays: row.half_days,
    week: {
      days: thisWeek.map((day, at) => ({ date: day.date, minutes: minutes[at]!, lessons: day.lessons, today: day.date === row.today })),
      minutes: minutesOf(sum(thisWeek.map((day) => day.seconds))),
      lessons: sum(thisWeek.map((day) => day.lessons)),
      minutesLastWeek: minutesOf(sum(lastWeek.map((day) => day.seconds))),
    },
    courses: row.courses.map((one) => ({
      registrationId: one.id,
      course: { id: one.course_id, title: one.title, domain: one.domain },
      state: one.state,
      percent: one.percent,
      lastActivityAt: instant(one.last_activity_at),
      completedAt: instant(one.completed_at),
    })),
    recommended: row.offers.slice(suggested.length, suggested.length + 3).map(({ people: _people, newcomer: _newcomer, ...card }) => ({ ...card, mine: null })),
  };
}

function step(row: StepRow): NextStep {
  const { course, path, registrationId, lessonKey, percent, minutesLeft } = row;
  return { course, path, registrationId, lessonKey, percent, minutesLeft, reason: stepReason(row) };
}

function stepReason(row: StepRow): NextReason {
  switch (row.code) {
    case 'overdue':
    case 'due': return { code: row.code, assignment: row.assignment, days: row.days };
    case 'retry': return { code: row.code, lesson: row.lesson, score: row.score };
    default: return { code: row.code, lesson: row.lesson, days: row.days };
  }
}

const suggestion = (offer: OfferRow): NextStep => ({
  course: { id: offer.id, title: offer.title, domain: offer.domain },
  path: null,
  registrationId: null,
  lessonKey: null,
  percent: 0,
  minutesLeft: offer.minutes,
  reason: reasonOf(offer),
});

function reasonOf({ people, newcomer, level }: OfferRow): NextReason {
  if (people > 0) return { code: 'colleagues', people };
  return newcomer && level === FIRST_LEVEL ? { code: 'first' } : { code: 'new' };
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
/** PostgreSQL writes JSON times with a numeric zone; contracts want UTC. */
const instant = (value: string | null): string | null => value && new Date(value).toISOString();
