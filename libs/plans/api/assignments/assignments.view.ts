import type { AssignmentRow, AssignmentRun, AssignmentView, Difference } from '@zhixing/plans/contract';
import type { Reconciled } from './difference.ts';
import type { OwnedAssignment } from './assignments.policy.ts';

/** An assignment as its statements give it. */
export interface AssignmentSqlRow extends Omit<Reconciled, 'id' | 'active'>, OwnedAssignment {
  id: string;
  title: string;
  description: string;
  reason: string;
  origin: AssignmentRow['origin'];
  state: AssignmentRow['state'];
  target_kind: AssignmentRow['target']['kind'];
  scope: string[] | null;
  nomination_quota: number | null;
  nominations_until: string | null;
  revision: number;
  created_at: Date;
  owner_name: string;
  target_title: string | null;
  target_minutes: number | null;
}

/** A row of the list, with the newest cycle and its counts. */
export interface ListedAssignment extends AssignmentSqlRow {
  cycle: string | null;
  cycle_due_on: string | null;
  assigned: number;
  done: number;
  overdue: number;
  sort_key: string;
}

export const targetOf = (row: Pick<AssignmentSqlRow, 'target_kind' | 'target_id' | 'target_title' | 'target_minutes'>): AssignmentRow['target'] => ({
  kind: row.target_kind, id: row.target_id, title: row.target_title ?? '', minutes: row.target_minutes ?? 0,
});

export const assignmentRow = (row: ListedAssignment): AssignmentRow => ({
  id: row.id,
  title: row.title,
  origin: row.origin,
  owner: { id: row.owner_id, displayName: row.owner_name },
  target: targetOf(row),
  due: row.due,
  mandatory: row.mandatory,
  state: row.state,
  cycle: row.cycle,
  dueOn: row.cycle_due_on,
  counts: { assigned: row.assigned, done: row.done, overdue: row.overdue },
  createdAt: row.created_at.toISOString(),
});

export const assignmentView = (row: ListedAssignment, more: Pick<AssignmentView, 'audienceWords' | 'scope' | 'cycles' | 'exceptions' | 'can'>): AssignmentView => ({
  ...assignmentRow(row),
  description: row.description,
  reason: row.reason,
  audience: row.audience,
  minimumDays: row.minimum_days,
  earlier: row.earlier,
  earlierMonths: row.earlier_months,
  startsOn: row.starts_on,
  nominations: row.nomination_quota === null ? null : { quota: row.nomination_quota, until: row.nominations_until! },
  revision: row.revision,
  ...more,
});

/** A run as its statements give it. */
export interface RunRow {
  id: string;
  assignment_id: string;
  cycle: string;
  cause: AssignmentRun['cause'];
  state: AssignmentRun['state'];
  person_id: string | null;
  requested_by: string | null;
  requested_name?: string | null;
  confirmed: number | null;
  counts: Difference | null;
  done: number;
  cursor_id: string | null;
  created_at: Date;
  finished_at: Date | null;
}

export const runView = (row: RunRow): AssignmentRun => ({
  id: row.id,
  cycle: row.cycle,
  cause: row.cause,
  state: row.state,
  counts: row.counts,
  done: row.done,
  requestedBy: row.requested_by === null ? null : { id: row.requested_by, displayName: row.requested_name ?? '' },
  createdAt: row.created_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
});
