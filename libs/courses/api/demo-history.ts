import type { PersonCard } from '@zhixing/people/contract';
import { DemoRandom, statement, type Transaction } from '@zhixing/platform/api';
import type { Choice, Course, CourseVersion, Lesson, Question } from './courses.entities.ts';
import { isCorrect, scoreOf } from './grading.rules.ts';
import { meanScore } from './progress.rules.ts';

/** A published version with all it holds, as history needs it. */
export interface DemoVersion {
  course: Course;
  version: CourseVersion;
  lessons: Lesson[];
  questions: Question[];
}

/** How one person goes about one course. */
export interface DemoPlan {
  registeredAt: Date;
  /** Required lessons done before standing still; Infinity = to the end. */
  lessons: number;
  /** 0 to 1: chance to answer well. */
  ability: number;
  /** When the first lesson is opened; absent = never. */
  startAt?: Date;
  /** The quiz at which the person fails this often and stops. */
  stuckAt?: { lesson: string; times: number };
  /** Days between sittings; one sitting is one to three lessons. */
  pause: [from: number, to: number];
}

type Row = Record<string, unknown>;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Collects the rows of the demo bank's learning history and stores them table by table. */
export class DemoHistory {
  private readonly rows: Record<string, Row[]> = { registration: [], lesson_state: [], learning_event: [], attempt: [], attempt_answer: [], completion_record: [] };

  constructor(
    private readonly random: DemoRandom,
    private readonly now: Date,
  ) {}

  /** Tells how `person` took `taken` by `plan`, up to now. */
  add(person: PersonCard, taken: DemoVersion, plan: DemoPlan): void {
    const { course, version, lessons } = taken;
    const id = this.random.id(plan.registeredAt);
    const registration: Row = {
      id, person_id: person.id, course_id: course.id, version_id: version.id, seq: 1, status: 'open', required_done: 0, required_total: version.requiredTotal,
      registered_at: plan.registeredAt, started_at: null, last_activity_at: null, finished_at: null,
    };
    this.rows.registration!.push(registration);
    if (!plan.startAt) return;
    let clock = plan.startAt;
    let done = 0;
    let sitting = this.random.int(1, 3);
    const scores: number[] = [];
    let seconds = 0;
    for (const lesson of lessons) {
      if (done >= plan.lessons) break;
      if (!lesson.required && this.random.chance(0.6)) continue;
      const visit = this.visit(registration, taken, lesson, clock, plan);
      if (!visit) break;
      registration.started_at ??= clock;
      registration.last_activity_at = visit.until;
      seconds += visit.seconds;
      if (!visit.finished) break;
      if (visit.score !== null && lesson.required) scores.push(visit.score);
      if (lesson.required) done++;
      clock = --sitting ? new Date(visit.until.getTime() + MINUTE) : this.nextSitting(visit.until, plan);
      if (sitting < 1) sitting = this.random.int(1, 3);
      if (clock > this.now) break;
    }
    registration.required_done = done;
    if (done === version.requiredTotal) this.complete(registration, person, lessons, scores, seconds);
  }

  private nextSitting(after: Date, plan: DemoPlan): Date {
    const next = workingTime(new Date(after.getTime() + this.random.int(...plan.pause) * DAY), this.random);
    return next > after ? next : new Date(after.getTime() + 30 * MINUTE); // on the same day chance may choose an hour that has passed
  }

  /** One lesson from opening to finishing; null when it would lie in the future. */
  private visit(registration: Row, taken: DemoVersion, lesson: Lesson, openedAt: Date, plan: DemoPlan): { until: Date; seconds: number; finished: boolean; score: number | null } | null {
    const seconds = Math.max(lesson.minimumSeconds + 2, Math.round(lesson.minutes * 60 * (0.5 + this.random.next() * 0.8)));
    const end = new Date(openedAt.getTime() + seconds * 1000);
    if (end > this.now) return null;
    const keys = { registration_id: registration.id, lesson_id: lesson.id };
    const state: Row = { ...keys, opened_at: openedAt, last_event_at: end, read_seconds: seconds, completed_at: null, best_score: null, attempts_used: 0, failed_attempts: 0 };
    this.event(registration, lesson, 'opened', openedAt, 0);
    this.event(registration, lesson, lesson.kind === 'quiz' ? 'heartbeat' : 'marked_done', end, seconds);
    this.rows.lesson_state!.push(state);
    if (lesson.kind !== 'quiz') {
      state.completed_at = end;
      return { until: end, seconds, finished: true, score: null };
    }
    const until = this.quiz(state, taken, lesson, openedAt, end, plan);
    return { until, seconds, finished: state.completed_at !== null, score: state.best_score as number | null };
  }

  /** Tries at a quiz until it is passed, given up, or used up. */
  private quiz(state: Row, taken: DemoVersion, lesson: Lesson, openedAt: Date, firstEnd: Date, plan: DemoPlan): Date {
    const stuck = plan.stuckAt?.lesson === lesson.key ? plan.stuckAt.times : 0;
    let end = firstEnd;
    for (let number = 1; ; number++) {
      const startedAt = number === 1 ? openedAt : new Date(end.getTime() + 20 * MINUTE);
      if (number > 1) end = new Date(startedAt.getTime() + this.random.int(2, 6) * MINUTE);
      if (end > this.now) return new Date(state.last_event_at as Date);
      const luck = stuck >= number ? 0.25 : number === 1 ? plan.ability : 0.96;
      const score = this.attempt(state, taken, lesson, number, startedAt, end, luck);
      const passed = score >= lesson.passMark;
      Object.assign(state, { attempts_used: number, best_score: Math.max(Number(state.best_score ?? 0), score), last_event_at: end });
      if (passed) {
        state.completed_at = end;
        return end;
      }
      state.failed_attempts = Number(state.failed_attempts) + 1;
      if (number === stuck || number === (lesson.attempts || 6)) return end;
    }
  }

  private attempt(state: Row, taken: DemoVersion, lesson: Lesson, number: number, startedAt: Date, end: Date, luck: number): number {
    const id = this.random.id(startedAt);
    const questions = taken.questions.filter((question) => question.lessonId === lesson.id);
    let correct = 0;
    for (const question of questions) {
      const right = question.choices.filter((choice) => choice.correct).map((choice) => choice.key);
      const picked = this.random.chance(luck - difficulty(question)) ? right : this.wrongAnswer(question.choices, right);
      const isRight = isCorrect(question.choices, picked);
      if (isRight) correct++;
      this.rows.attempt_answer!.push({ attempt_id: id, question_id: question.id, sequence: 1, choices: picked, saved_at: end, correct: isRight });
    }
    const score = scoreOf(correct, questions.length);
    this.rows.attempt!.push({ id, registration_id: state.registration_id, lesson_id: lesson.id, number, started_at: startedAt, submitted_at: end, score, passed: score >= lesson.passMark });
    return score;
  }

  private wrongAnswer(choices: readonly Choice[], right: readonly string[]): string[] {
    const wrong = choices.filter((choice) => !right.includes(choice.key)).map((choice) => choice.key);
    // of several right choices people miss one rather than all
    return right.length > 1 ? right.slice(1) : [this.random.pick(wrong)];
  }

  private event(registration: Row, lesson: Lesson, kind: string, at: Date, seconds: number): void {
    this.rows.learning_event!.push({ id: this.random.id(at), registration_id: registration.id, lesson_id: lesson.id, person_id: registration.person_id, kind, at, client_at: at, seconds, source: 'demo' });
  }

  private complete(registration: Row, person: PersonCard, lessons: Lesson[], scores: number[], seconds: number): void {
    const at = registration.last_activity_at as Date;
    Object.assign(registration, { status: 'passed', finished_at: at });
    this.rows.completion_record!.push({
      id: this.random.id(at), person_id: person.id, course_id: registration.course_id, version_id: registration.version_id, registration_id: registration.id, completed_at: at,
      score: meanScore(scores), minutes: Math.round(seconds / 60),
      rule: { required: lessons.filter((lesson) => lesson.required).map(({ key, kind, passMark, minimumSeconds }) => ({ lesson: key, kind, passMark, minimumSeconds })) },
      department_id: person.department.id, department: person.department.name, position: person.position, source: 'demo',
    });
  }

  async store(tx: Transaction): Promise<void> {
    for (const [table, rows] of Object.entries(this.rows)) {
      await tx.rows(statement(`courses.demo_${table}`, `insert into courses.${table} select * from json_populate_recordset(null::courses.${table}, $1)`), [JSON.stringify(rows)]);
    }
  }
}

/** How much harder than the others a question is, from its text alone: most a little, a few a lot. */
function difficulty(question: Question): number {
  const hash = [...question.stem].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 997, 7);
  return hash % 23 === 0 ? 0.55 : (hash % 10) / 40;
}

/** The same day within working hours (Asia/Shanghai), moved off the weekend. */
export function workingTime(at: Date, random: DemoRandom): Date {
  const midnight = Math.floor((at.getTime() + 8 * 60 * MINUTE) / DAY) * DAY - 8 * 60 * MINUTE;
  const weekday = new Date(midnight + 8 * 60 * MINUTE).getUTCDay();
  const shift = weekday === 0 ? 1 : weekday === 6 ? 2 : 0;
  return new Date(midnight + shift * DAY + (9 * 60 + random.int(0, 9 * 60)) * MINUTE);
}
