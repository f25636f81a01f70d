import { type CardRow, personCard } from '@zhixing/people/api';
import type { Extension, ObligationChange, ObligationRow, ObligationStatus, OverseenObligation, Waiver } from '@zhixing/plans/contract';

/** An obligation as its statements give it. */
export interface ObligationSqlRow {
  obligation_id: string;
  person_id: string;
  cycle: string;
  reason: string;
  mandatory: boolean;
  status: ObligationStatus;
  state: 'open' | 'completed' | 'waived' | 'cancelled';
  assigned_on: string;
  due_on: string;
  zone: string;
  due_at: Date;
  started_at: Date | null;
  completed_at: Date | null;
  registration_id: string | null;
  reminded_at: Date | null;
  assignment_id: string;
  assignment_title: string;
  origin: ObligationRow['assignment']['origin'];
  owner_id: string;
  owner_name: string;
  target_kind: ObligationRow['target']['kind'];
  target_id: string;
  target_title: string;
  target_minutes: number;
  sort_key: string;
}

/** With the person who owes it. */
export type OverseenSqlRow = ObligationSqlRow & CardRow & { remindable: boolean };

const moment = (at: Date | null): string | null => at?.toISOString() ?? null;
const named = (id: string | null, displayName: string | null) => (id === null ? null : { id, displayName: displayName ?? '' });

export const obligationRow = (row: ObligationSqlRow): ObligationRow => ({
  id: row.obligation_id,
  assignment: { id: row.assignment_id, title: row.assignment_title, origin: row.origin, cycle: row.cycle, owner: { id: row.owner_id, displayName: row.owner_name } },
  target: { kind: row.target_kind, id: row.target_id, title: row.target_title, minutes: row.target_minutes },
  reason: row.reason,
  mandatory: row.mandatory,
  status: row.status,
  assignedOn: row.assigned_on,
  dueOn: row.due_on,
  zone: row.zone,
  dueAt: row.due_at.toISOString(),
  startedAt: moment(row.started_at),
  completedAt: moment(row.completed_at),
  registrationId: row.registration_id,
});

/** `remind` = the reader may remind this person now. */
export const overseen = (row: OverseenSqlRow, remind = row.remindable): OverseenObligation => ({ ...obligationRow(row), person: personCard(row), remindedAt: moment(row.reminded_at), can: { remind } });

export interface ChangeRow {
  at: Date;
  cause: string;
  due_on: string | null;
  state: ObligationChange['state'];
  mandatory: boolean | null;
  by_id: string | null;
  by_name: string | null;
  reason: string | null;
}

export const change = (row: ChangeRow): ObligationChange => ({
  at: row.at.toISOString(), cause: row.cause, dueOn: row.due_on, state: row.state, mandatory: row.mandatory, by: named(row.by_id, row.by_name), reason: row.reason,
});

export interface ExtensionSqlRow {
  id: string;
  until: string;
  reason: string;
  requested_at: Date;
  decision: Extension['decision'];
  decided_by: string | null;
  decided_name: string | null;
  decided_at: Date | null;
  note: string | null;
}

export const extension = (row: ExtensionSqlRow): Extension => ({
  id: row.id, until: row.until, reason: row.reason, requestedAt: row.requested_at.toISOString(), decision: row.decision,
  decidedBy: named(row.decided_by, row.decided_name), decidedAt: moment(row.decided_at), note: row.note,
});

export interface WaiverSqlRow {
  id: string;
  reason: string;
  evidence_file_id: string | null;
  evidence_name: string | null;
  evidence_link: string | null;
  expires_on: string;
  approved_by: string;
  approved_name: string | null;
  approved_at: Date;
  revoked_by: string | null;
  revoked_name: string | null;
  revoked_at: Date | null;
  revoke_reason: string | null;
}

export const waiver = (row: WaiverSqlRow): Waiver => ({
  id: row.id, reason: row.reason, evidenceFile: row.evidence_file_id === null ? null : { id: row.evidence_file_id, name: row.evidence_name ?? '' }, evidenceLink: row.evidence_link, expiresOn: row.expires_on,
  approvedBy: { id: row.approved_by, displayName: row.approved_name ?? '' }, approvedAt: row.approved_at.toISOString(),
  revokedBy: named(row.revoked_by, row.revoked_name), revokedAt: moment(row.revoked_at), revokeReason: row.revoke_reason,
});
