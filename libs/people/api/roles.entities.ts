import { Check, Column, Entity, Exclusion, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Department, Person } from './people.entities.ts';

/**
 * A role a person holds, for the whole bank or a department and all below it, since when and given by whom. Ending it sets `validUntil`.
 * The database itself refuses a role that is none (who manages follows from manager relations), the same role twice at a time, and two of system, security and audit administrator in one person.
 */
@Entity({ schema: 'people', name: 'role_grant' })
@Index('role_grant_person', ['personId'])
@Index('role_grant_role', ['role', 'id'])
@Check('role_grant_role_known', `role in ('ld_admin', 'trainer', 'judge', 'system_admin', 'security_admin', 'audit_admin')`)
@Check('role_grant_scope', `scope_department_id is null or role = 'ld_admin'`)
@Exclusion('role_grant_once', `using gist (person_id with =, role with =, (coalesce(scope_department_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, tstzrange(valid_from, valid_until) with &&)`)
@Exclusion('role_grant_separation', `using gist (person_id with =, role with <>, tstzrange(valid_from, valid_until) with &&) where (role in ('system_admin', 'security_admin', 'audit_admin'))`)
export class RoleGrant {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'role_grant_pkey' }) id: string;
  @Column('uuid') personId: string;
  @Column('text') role: string;
  @Column('timestamptz') validFrom: Date;
  @Column('timestamptz', { nullable: true }) validUntil: Date | null;
  @Column('uuid', { nullable: true }) grantedBy: string | null;
  @Column('uuid', { nullable: true }) scopeDepartmentId: string | null;
  @Column('uuid', { nullable: true }) approvedBy: string | null;
  @Column('uuid', { nullable: true }) endedBy: string | null;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'role_grant_person_fkey' })
  person: Relation<Person>;
  @ManyToOne(() => Department, { nullable: true })
  @JoinColumn({ name: 'scope_department_id', foreignKeyConstraintName: 'role_grant_scope_fkey' })
  scope: Relation<Department> | null;
}

/** An administrator role asked for; a second administrator decides. `until` = the first day without the role. */
@Entity({ schema: 'people', name: 'role_request' })
@Check('role_request_decision', `decision in ('approved', 'declined')`)
@Check('role_request_second', `decision is distinct from 'approved' or (decided_by <> requested_by and decided_by <> person_id)`)
export class RoleRequest {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'role_request_pkey' }) id: string;
  @Column('uuid') personId: string;
  @Column('text') role: string;
  @Column('uuid', { nullable: true }) scopeDepartmentId: string | null;
  @Column('date', { nullable: true }) until: string | null;
  @Column('text') reason: string;
  @Column('uuid') requestedBy: string;
  @Column('timestamptz') requestedAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('text', { nullable: true }) decision: string | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'role_request_person_fkey' })
  person: Relation<Person>;
  @ManyToOne(() => Department, { nullable: true })
  @JoinColumn({ name: 'scope_department_id', foreignKeyConstraintName: 'role_request_scope_fkey' })
  scope: Relation<Department> | null;
}

/** The quarterly look at who holds which role (`2026-Q4`); `openedBy` null = by the schedule. */
@Entity({ schema: 'people', name: 'access_review' })
@Index('access_review_quarter', ['quarter'], { unique: true })
export class AccessReview {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'access_review_pkey' }) id: string;
  @Column('text') quarter: string;
  @Column('timestamptz') openedAt: Date;
  @Column('uuid', { nullable: true }) openedBy: string | null;
  @Column('date') dueOn: string;
}

/** One grant as it stood when the review opened, and what was decided about it. */
@Entity({ schema: 'people', name: 'access_review_item' })
@Check('access_review_item_decision', `decision in ('confirmed', 'removed')`)
export class AccessReviewItem {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'access_review_item_pkey' }) reviewId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'access_review_item_pkey' }) grantId: string;
  @Column('text', { nullable: true }) decision: string | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @ManyToOne(() => AccessReview)
  @JoinColumn({ name: 'review_id', foreignKeyConstraintName: 'access_review_item_review_fkey' })
  review: Relation<AccessReview>;
  @ManyToOne(() => RoleGrant)
  @JoinColumn({ name: 'grant_id', foreignKeyConstraintName: 'access_review_item_grant_fkey' })
  grant: Relation<RoleGrant>;
}

export const roleEntities = [RoleGrant, RoleRequest, AccessReview, AccessReviewItem];
