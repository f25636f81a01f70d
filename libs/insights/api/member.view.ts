import { type AttentionColumns, attentionReason } from '@zhixing/courses/api';
import type { Domain, LearningState, RegistrationStatus } from '@zhixing/courses/contract';
import type { Member, MemberObligation } from '@zhixing/insights/contract';
import { type CardRow, personCard } from '@zhixing/people/api';
import { minutesByPeriod, minutesOf } from './minutes.rules.ts';

/** The person's newest registration at a course; the reason is null unless it needs attention. */
type CourseRow = { [K in keyof AttentionColumns]: AttentionColumns[K] | null } & {
  id: string;
  course_id: string;
  title: string;
  domain: Domain;
  status: RegistrationStatus;
  state: LearningState;
  percent: number;
  registered_at: string;
  last_activity_at: string | null;
  completed_at: string | null;
  score: number | null;
  current_lesson: string | null;
};

export interface MemberRow extends CardRow {
  member_since: string | null;
  manager: string | null;
  learning: number;
  finished: number;
  finished_this_year: number;
  seconds_this_year: number;
  courses: CourseRow[];
  weeks: { monday: string; seconds: number; lessons: number }[];
}

export interface MemberObligationRow {
  id: string;
  assignment_id: string;
  assignment_title: string;
  target_kind: MemberObligation['target']['kind'];
  target_id: string;
  target_title: string;
  mandatory: boolean;
  status: MemberObligation['status'];
  due_on: string;
  zone: string;
  completed_at: Date | null;
  waived_until: string | null;
  reminded_at: Date | null;
  remind_again_on: string | null;
  extensions: number;
  reminders: number;
}

const REMINDABLE = new Set<MemberObligation['status']>(['overdue', 'due_soon', 'in_progress', 'not_started']);

const obligationOf = (row: MemberObligationRow): MemberObligation => ({
  id: row.id,
  assignment: { id: row.assignment_id, title: row.assignment_title },
  target: { kind: row.target_kind, id: row.target_id, title: row.target_title },
  mandatory: row.mandatory,
  status: row.status,
  dueOn: row.due_on,
  zone: row.zone,
  completedAt: row.completed_at?.toISOString() ?? null,
  extensions: row.extensions,
  waivedUntil: row.waived_until,
  reminders: row.reminders,
  remindedAt: row.reminded_at?.toISOString() ?? null,
  remindAgainOn: row.remind_again_on,
  can: { remind: REMINDABLE.has(row.status) && row.remind_again_on === null },
});

export function memberView(row: MemberRow, obligations: MemberObligationRow[], certifications: Member['certifications']): Member {
  const person = personCard(row);
  const minutes = minutesByPeriod(row.weeks.map((week) => week.seconds));
  return {
    person,
    manager: row.manager === null ? null : { displayName: row.manager },
    memberSince: row.member_since,
    figures: { learning: row.learning, finished: row.finished, finishedThisYear: row.finished_this_year, minutesThisYear: minutesOf(row.seconds_this_year) },
    attention: row.courses.flatMap((one) =>
      one.code === null ? [] : [{ kind: 'registration' as const, person, registrationId: one.id, course: courseOf(one), percent: one.percent, reason: attentionReason(one as AttentionColumns) }],
    ),
    obligations: obligations.map(obligationOf),
    certifications,
    courses: row.courses.map((one) => ({
      registrationId: one.id,
      course: courseOf(one),
      status: one.status,
      state: one.state,
      percent: one.percent,
      registeredAt: new Date(one.registered_at).toISOString(),
      lastActivityAt: one.last_activity_at && new Date(one.last_activity_at).toISOString(),
      completedAt: one.completed_at && new Date(one.completed_at).toISOString(),
      score: one.score,
      currentLesson: one.current_lesson,
    })),
    weeks: row.weeks.map((week, at) => ({ monday: week.monday, minutes: minutes[at]!, lessons: week.lessons })),
  };
}

const courseOf = (row: CourseRow) => ({ id: row.course_id, title: row.title, domain: row.domain });
