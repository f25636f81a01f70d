import { type CardRow, personCard } from '@zhixing/people/api';
import type { Approval, ExceptionRow, NominationRow } from '@zhixing/plans/contract';

export type ApprovalSqlRow = CardRow & {
  kind: 'extension' | 'nomination';
  id: string;
  assignment_id: string;
  title: string;
  obligation_id: string | null;
  due_on: string | null;
  until: string | null;
  reason: string;
  requested_at: Date;
  nominated_by: string | null;
  nominated_name: string | null;
  sort_key: string;
};

export function approval(row: ApprovalSqlRow): Approval {
  const common = { id: row.id, person: personCard(row), assignment: { id: row.assignment_id, title: row.title }, reason: row.reason, requestedAt: row.requested_at.toISOString() };
  return row.kind === 'extension'
    ? { ...common, kind: 'extension', obligationId: row.obligation_id!, dueOn: row.due_on!, until: row.until! }
    : { ...common, kind: 'nomination', nominatedBy: { id: row.nominated_by!, displayName: row.nominated_name ?? '' } };
}

export type ExceptionSqlRow = CardRow & {
  id: string;
  kind: ExceptionRow['kind'];
  cycle: string;
  rule_due_on: string | null;
  completed_at: Date | null;
  raised_at: Date;
  assignment_id: string;
  title: string;
  other_id: string | null;
  other_title: string | null;
  sort_key: string;
};

export const exceptionRow = (row: ExceptionSqlRow): ExceptionRow => ({
  id: row.id, kind: row.kind, person: personCard(row), assignment: { id: row.assignment_id, title: row.title, cycle: row.cycle }, dueOn: row.rule_due_on,
  completedAt: row.completed_at?.toISOString() ?? null, other: row.other_id === null ? null : { id: row.other_id, title: row.other_title ?? '' }, raisedAt: row.raised_at.toISOString(),
});

export type NominationSqlRow = CardRow & {
  id: string;
  reason: string;
  state: NominationRow['state'];
  nominated_at: Date;
  decided_at: Date | null;
  note: string | null;
  nominated_by: string;
  nominated_name: string | null;
  decided_by: string | null;
  decided_name: string | null;
  assignment_id: string;
  title: string;
  sort_key: string;
};

export const nominationRow = (row: NominationSqlRow): NominationRow => ({
  id: row.id, person: personCard(row), assignment: { id: row.assignment_id, title: row.title }, nominatedBy: { id: row.nominated_by, displayName: row.nominated_name ?? '' }, reason: row.reason, state: row.state,
  nominatedAt: row.nominated_at.toISOString(), decidedBy: row.decided_by === null ? null : { id: row.decided_by, displayName: row.decided_name ?? '' }, decidedAt: row.decided_at?.toISOString() ?? null, note: row.note,
});
