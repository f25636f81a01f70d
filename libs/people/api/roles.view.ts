import type { AccessReviewView, GrantView, ReviewItem, ReviewItemState, Role, RolePerson, RoleRequestState, RoleRequestView } from '@zhixing/people/contract';
import type { Actor } from '@zhixing/platform/api';

export interface GrantRow {
  id: string;
  role: Role;
  valid_from: Date;
  valid_until: Date | null;
  scope: GrantView['scope'];
  person: RolePerson;
  granted_by: RolePerson | null;
  approved_by: RolePerson | null;
  ended_by: RolePerson | null;
}

export interface RequestRow {
  id: string;
  role: Role;
  until: string | null;
  reason: string;
  requested_at: Date;
  expires_at: Date;
  decided_at: Date | null;
  person_id: string;
  scope_department_id: string | null;
  state: RoleRequestState;
  scope: GrantView['scope'];
  person: RolePerson;
  requested_by: RolePerson;
  decided_by: RolePerson | null;
}

export interface ReviewRow {
  id: string;
  quarter: string;
  opened_at: Date;
  due_on: string;
  total: number;
  settled: number;
  removed: number;
  overdue: boolean;
}

export interface ItemRow extends GrantRow {
  state: ReviewItemState;
  decided_at: Date | null;
  decided_by: RolePerson | null;
}

export const mayGrant = (actor: Pick<Actor, 'permissions'>): boolean => actor.permissions.has('role:grant');

export const grantView = (row: GrantRow): GrantView => ({
  id: row.id,
  role: row.role,
  person: row.person,
  scope: row.scope,
  since: row.valid_from.toISOString(),
  until: row.valid_until?.toISOString() ?? null,
  grantedBy: row.granted_by,
  approvedBy: row.approved_by,
  endedBy: row.ended_by,
});

export function requestView(row: RequestRow, actor: Actor): RoleRequestView {
  const open = row.state === 'waiting' && mayGrant(actor);
  return {
    id: row.id,
    role: row.role,
    person: row.person,
    scope: row.scope,
    until: row.until,
    reason: row.reason,
    state: row.state,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    decidedBy: row.decided_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
    can: { approve: open && row.requested_by.id !== actor.personId && row.person_id !== actor.personId, decline: open },
  };
}

export const reviewView = (row: ReviewRow): AccessReviewView => ({
  id: row.id,
  quarter: row.quarter,
  openedAt: row.opened_at.toISOString(),
  dueOn: row.due_on,
  total: row.total,
  settled: row.settled,
  removed: row.removed,
  overdue: row.overdue,
});

export const reviewItem = (row: ItemRow, actor: Actor): ReviewItem => ({
  grant: grantView(row),
  state: row.state,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at?.toISOString() ?? null,
  can: { decide: row.state === 'open' && mayGrant(actor) && row.person.id !== actor.personId },
});
