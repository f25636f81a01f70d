import { definePages, definePermissions, type ErrorCatalogue, Id, Instant, LocalDate, PageQuery, pageOf } from '@zhixing/platform/contract';
import { z } from 'zod';
import { ADMINISTRATOR_ROLES, Role } from './people.ts';

/** No two of these may be held by one person at a time (separation of duties). */
export const EXCLUSIVE_ROLES = ['system_admin', 'security_admin', 'audit_admin'] as const satisfies readonly Role[];

/** Roles that may be limited to a department and all below it. */
export const SCOPED_ROLES = ['ld_admin'] as const satisfies readonly Role[];

export const rolePermissions = definePermissions({
  /** See roles, who holds them, what is asked for and what was reviewed. */
  'role:read': ['security_admin', 'audit_admin'],
  /** Give roles and end them, decide on requests of others, review. */
  'role:grant': ['security_admin'],
});

export const rolePages = definePages({
  roles: { path: '/system/roles', title: { zh: '角色权限', en: 'Roles' }, permission: 'role:read' },
});

export const roleErrors = {
  'people.role_held': { status: 409, zh: '此人已拥有该角色，或已有一项待批准的申请。', en: 'The person holds this role already, or a request for it is waiting.' },
  'people.roles_exclude': { status: 409, zh: '系统管理员、安全管理员、审计管理员三种角色互斥，一人只能担任其一。', en: 'System, security and audit administrator exclude each other: one person can be only one of them.' },
  'people.own_role': { status: 409, zh: '不能处理与自己有关的授权，请由另一位安全管理员办理。', en: 'You cannot decide about your own role. Ask another security administrator.' },
  'people.second_administrator': { status: 409, zh: '不能批准自己提出的申请，须由另一位安全管理员批准。', en: 'You cannot approve your own request: another security administrator has to.' },
  'people.request_expired': { status: 409, zh: '该申请已过期，请重新提出。', en: 'This request has expired. Ask again.' },
  'people.security_administrators': { status: 409, zh: '全行须保留至少两位安全管理员，否则无人可以批准授权。请先增加一位。', en: 'The bank needs two security administrators, or nobody could approve a grant. Add another one first.' },
  'people.administrators_exist': { status: 409, zh: '已有安全管理员，请由他们在“系统 / 角色权限”中授权。', en: 'There is a security administrator already: two of them grant roles, under 系统 / 角色权限.' },
  'people.top_needed': { status: 400, zh: '还没有任何部门，请给出最上级部门的编码（与人事文件一致）和名称。', en: 'There is no department yet: give the one at the top, with the code that the files of the HR system give it, and its name.' },
  'people.name_needed': { status: 400, zh: '没有工号为 {value} 的员工，请同时给出姓名。', en: 'Nobody has the staff number {value}: give their name too.' },
  'people.review_opened': { status: 409, zh: '本季度的权限复核已经开始。', en: 'The access review of this quarter is open already.' },
} as const satisfies ErrorCatalogue;

/** Somebody in a row about roles; people who left stay readable, without a department. */
export const RolePerson = z.object({ id: Id, staffNumber: z.string(), displayName: z.string(), department: z.string().nullable(), active: z.boolean() });
export type RolePerson = z.infer<typeof RolePerson>;

const Scope = z.object({ id: Id, name: z.string() }).nullable();
const until = LocalDate.nullable();

/** `GET /roles`: what each role permits beyond what everybody may, and how many active people hold it today. */
export const RoleList = z.object({
  items: z.array(z.object({ role: Role, permissions: z.array(z.string()), holders: z.int() })),
  waiting: z.int(),
});
export type RoleList = z.infer<typeof RoleList>;

export const RoleParams = z.strictObject({ role: Role });
export type RoleParams = z.infer<typeof RoleParams>;

/** Grants of a role: those that stand, or those that ended. */
export const GrantsQuery = PageQuery.extend({ state: z.enum(['standing', 'ended']).default('standing') });
export type GrantsQuery = z.infer<typeof GrantsQuery>;

/** Who holds a role: `scope` null = the whole bank; `grantedBy` null = at set-up; `approvedBy` = the second administrator, for administrator roles. */
export const GrantView = z.object({
  id: Id,
  role: Role,
  person: RolePerson,
  scope: Scope,
  since: Instant,
  until: Instant.nullable(),
  grantedBy: RolePerson.nullable(),
  approvedBy: RolePerson.nullable(),
  endedBy: RolePerson.nullable(),
});
export type GrantView = z.infer<typeof GrantView>;
export const GrantList = pageOf(GrantView).extend({ can: z.object({ grant: z.boolean() }) });
export type GrantList = z.infer<typeof GrantList>;

/** `until` = the first day without the role. The reason is kept with a request for an administrator role. */
export const CreateGrant = z.strictObject({ personId: Id, scopeDepartmentId: Id.optional(), until: LocalDate.optional(), reason: z.string().trim().min(2).max(300) });
export type CreateGrant = z.infer<typeof CreateGrant>;

/** An administrator role is only asked for; the others are granted at once. */
export const CreatedGrant = z.object({ state: z.enum(['granted', 'requested']), id: Id });
export type CreatedGrant = z.infer<typeof CreatedGrant>;

export const needsApproval = (role: Role): boolean => (ADMINISTRATOR_ROLES as readonly Role[]).includes(role);

export const GrantParams = z.strictObject({ role: Role, id: Id });
export type GrantParams = z.infer<typeof GrantParams>;

export const RoleRequestState = z.enum(['waiting', 'approved', 'declined', 'expired']);
export type RoleRequestState = z.infer<typeof RoleRequestState>;

/** A request for an administrator role. `can.decide` = the reader is the second administrator it needs; `can.decline` also holds for whoever asked. */
export const RoleRequestView = z.object({
  id: Id,
  role: Role,
  person: RolePerson,
  scope: Scope,
  until,
  reason: z.string(),
  state: RoleRequestState,
  requestedBy: RolePerson,
  requestedAt: Instant,
  expiresAt: Instant,
  decidedBy: RolePerson.nullable(),
  decidedAt: Instant.nullable(),
  can: z.object({ approve: z.boolean(), decline: z.boolean() }),
});
export type RoleRequestView = z.infer<typeof RoleRequestView>;
export const RoleRequestList = pageOf(RoleRequestView);
export type RoleRequestList = z.infer<typeof RoleRequestList>;

/** A quarterly review: how many of its grants are settled (confirmed, removed, or ended meanwhile), and whether its last day is past. */
export const AccessReviewView = z.object({ id: Id, quarter: z.string(), openedAt: Instant, dueOn: LocalDate, total: z.int(), settled: z.int(), removed: z.int(), overdue: z.boolean() });
export type AccessReviewView = z.infer<typeof AccessReviewView>;
export const AccessReviewList = z.object({ items: z.array(AccessReviewView), can: z.object({ open: z.boolean() }) });
export type AccessReviewList = z.infer<typeof AccessReviewList>;

export const ReviewItemState = z.enum(['open', 'confirmed', 'removed', 'ended']);
export type ReviewItemState = z.infer<typeof ReviewItemState>;

/** Open ones come first; nobody decides about their own grant. */
export const ReviewItem = z.object({ grant: GrantView, state: ReviewItemState, decidedBy: RolePerson.nullable(), decidedAt: Instant.nullable(), can: z.object({ decide: z.boolean() }) });
export type ReviewItem = z.infer<typeof ReviewItem>;
export const ReviewItemList = pageOf(ReviewItem).extend({ review: AccessReviewView });
export type ReviewItemList = z.infer<typeof ReviewItemList>;

export const ReviewItemParams = z.strictObject({ id: Id, grantId: Id });
export type ReviewItemParams = z.infer<typeof ReviewItemParams>;
export const DecideItem = z.strictObject({ decision: z.enum(['confirmed', 'removed']) });
export type DecideItem = z.infer<typeof DecideItem>;
