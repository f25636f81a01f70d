import { type AttentionColumns, attentionReason } from '@zhixing/courses/api';
import type { Domain } from '@zhixing/courses/contract';
import type { AttentionRow, Team, TeamCell, TeamRow } from '@zhixing/insights/contract';
import { type CardRow, personCard } from '@zhixing/people/api';
import { minutesOf } from './minutes.rules.ts';

/** The row of the team statement. */
export interface TeamSqlRow {
  direct: number;
  line: number;
  learning: number;
  finished_this_month: number;
  attention: number;
  seconds_this_month: number;
  courses: Team['courses'];
  people: TeamPersonRow[];
}

interface TeamPersonRow extends CardRow {
  pinyin: string;
  attention: number;
  cells: TeamCell[];
}

export interface NeedingRow extends CardRow, AttentionColumns {
  registration_id: string;
  course_id: string;
  title: string;
  domain: Domain;
  percent: number;
  pressing: number;
  amount: number;
  pinyin: string;
}

export const figures = (row: TeamSqlRow): Pick<Team, 'people' | 'figures' | 'courses'> => ({
  people: { direct: row.direct, line: row.line },
  figures: { learning: row.learning, finishedThisMonth: row.finished_this_month, attention: row.attention, minutesThisMonth: minutesOf(row.seconds_this_month) },
  courses: row.courses,
});

export const teamRow = (row: TeamPersonRow): TeamRow => ({ person: personCard(row), attention: row.attention, cells: row.cells });

export const attentionRow = (row: NeedingRow): AttentionRow => ({
  person: personCard(row),
  registrationId: row.registration_id,
  course: { id: row.course_id, title: row.title, domain: row.domain },
  percent: row.percent,
  reason: attentionReason(row),
});
