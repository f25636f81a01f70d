import { type AttentionColumns, attentionReason } from '@zhixing/courses/api';
import type { Domain } from '@zhixing/courses/contract';
import type { ActionRow, Compliance, DueCell, DueRow, Pressing, SkillCoverage, Team, TeamAsOf, TeamCell, TeamRow } from '@zhixing/insights/contract';
import { type CardRow, personCard } from '@zhixing/people/api';
import { minutesOf } from './minutes.rules.ts';

/** What `standing` of plans comes to. */
interface OwingRow {
  owing: number;
  compliant: number;
  excused: number;
  overdue: number;
}

/** The row of the team statement. */
export interface TeamSqlRow {
  direct: number;
  line: number;
  owing: OwingRow;
  learning: number;
  finished_this_month: number;
  attention: number;
  seconds_this_month: number;
  courses: Team['courses'];
  people: TeamPersonRow[];
}

interface TeamPersonRow extends CardRow {
  pinyin: string;
  overdue: number;
  attention: number;
  cells: TeamCell[];
  due: DueCell[];
}

/** The row of the statement as of a day. */
export interface AsOfRow extends OwingRow {
  skills: SkillCoverage;
  certifications: TeamAsOf['certifications'];
  finished: number;
  seconds: number;
}

/** A row of the attention list, with the key it is sorted by. */
export type ActingRow = CardRow & { id: string; rank: number; amount: number; pinyin: string; percent: number; target_id: string; target_title: string } & (
  | { kind: 'obligation'; target_kind: DueRow['target']['kind']; assignment_id: string; assignment_title: string; status: Pressing; due_on: string; reminded_at: Date | null; remind_again_on: string | null }
  | ({ kind: 'registration'; domain: Domain } & AttentionColumns));

const compliance = ({ owing, compliant, excused, overdue }: OwingRow): Compliance => ({ people: owing, compliant, excused, overdue });

export const figures = (row: TeamSqlRow): Pick<Team, 'people' | 'compliance' | 'figures' | 'courses'> => ({
  people: { direct: row.direct, line: row.line },
  compliance: compliance(row.owing),
  figures: { learning: row.learning, finishedThisMonth: row.finished_this_month, attention: row.attention, minutesThisMonth: minutesOf(row.seconds_this_month) },
  courses: row.courses,
});

export const asOf = (row: AsOfRow): Pick<TeamAsOf, 'compliance' | 'skills' | 'certifications' | 'finished' | 'minutes'> => ({ compliance: compliance(row), skills: row.skills, certifications: row.certifications, finished: row.finished, minutes: minutesOf(row.seconds) });

export const teamRow = (row: TeamPersonRow): TeamRow => ({ person: personCard(row), overdue: row.overdue, attention: row.attention, cells: row.cells, due: row.due });

export function actionRow(row: ActingRow): ActionRow {
  const about = { person: personCard(row), percent: row.percent };
  if (row.kind === 'registration') return { kind: row.kind, ...about, registrationId: row.id, course: { id: row.target_id, title: row.target_title, domain: row.domain }, reason: attentionReason(row) };
  return {
    kind: row.kind, ...about, obligationId: row.id,
    assignment: { id: row.assignment_id, title: row.assignment_title },
    target: { kind: row.target_kind, id: row.target_id, title: row.target_title },
    status: row.status, dueOn: row.due_on, days: Math.abs(row.amount),
    remindedAt: row.reminded_at?.toISOString() ?? null, remindAgainOn: row.remind_again_on,
  };
}
