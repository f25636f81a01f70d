import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, type Relation } from 'typeorm';

/** What a department and all below it plan to train in a year. */
@Entity({ schema: 'plans', name: 'annual_plan' })
@Index('annual_plan_once', ['year', 'departmentId'], { unique: true })
@Check('annual_plan_state', "state in ('draft', 'submitted', 'approved', 'closed')")
@Check('annual_plan_two', 'approved_by <> submitted_by')
export class AnnualPlanRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'annual_plan_pkey' }) id: string;
  @Column('int') year: number;
  @Column('uuid') departmentId: string;
  @Column('text') state: string;
  @Column('uuid', { nullable: true }) copiedFrom: string | null;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') createdAt: Date;
  @Column('uuid', { nullable: true }) submittedBy: string | null;
  @Column('timestamptz', { nullable: true }) submittedAt: Date | null;
  @Column('uuid', { nullable: true }) approvedBy: string | null;
  @Column('timestamptz', { nullable: true }) approvedAt: Date | null;
  @Column('text', { nullable: true }) returnNote: string | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
}

/** One thing planned. `hours` of each person, `budget` and `outcomeCost` in yuan; the outcome is recorded only where nothing in the system fulfils it. */
@Entity({ schema: 'plans', name: 'plan_item' })
@Index('plan_item_of', ['planId', 'id'], { unique: true })
@Index('plan_item_owner', ['ownerId'])
@Check('plan_item_kind', "kind in ('class', 'campaign', 'external', 'competition', 'other')")
@Check('plan_item_month', 'month between 1 and 12')
@Check('plan_item_outcome', 'num_nulls(outcome_on, outcome_people, outcome_hours, outcome_cost) in (0, 4)')
export class PlanItemRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_item_pkey' }) id: string;
  @Column('uuid') planId: string;
  @Column('text') title: string;
  @Column('text') audience: string;
  @Column('uuid', { nullable: true }) departmentId: string | null;
  @Column('text') domain: string;
  @Column('text') kind: string;
  @Column('int') month: number;
  @Column('int') people: number;
  @Column('int') hours: number;
  @Column('int') budget: number;
  @Column('uuid') ownerId: string;
  @Column('timestamptz', { nullable: true }) cancelledAt: Date | null;
  @Column('date', { nullable: true }) outcomeOn: string | null;
  @Column('int', { nullable: true }) outcomePeople: number | null;
  @Column('int', { nullable: true }) outcomeHours: number | null;
  @Column('int', { nullable: true }) outcomeCost: number | null;
  @Column('int') revision: number;
  @ManyToOne(() => AnnualPlanRow)
  @JoinColumn({ name: 'plan_id', foreignKeyConstraintName: 'plan_item_plan' })
  plan: Relation<AnnualPlanRow>;
}

/** A class or assignment that fulfils an item; within a plan, one item only. */
@Entity({ schema: 'plans', name: 'plan_item_link' })
@Index('plan_item_link_once', ['planId', 'kind', 'targetId'], { unique: true })
@Index('plan_item_link_of', ['itemId'])
@Check('plan_item_link_kind', "kind in ('class', 'assignment')")
export class PlanItemLink {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_item_link_pkey' }) id: string;
  @Column('uuid') planId: string;
  @Column('uuid') itemId: string;
  @Column('text') kind: string;
  @Column('uuid') targetId: string;
  @Column('uuid') byId: string;
  @Column('timestamptz') at: Date;
  @ManyToOne(() => PlanItemRow)
  @JoinColumn([
    { name: 'plan_id', referencedColumnName: 'planId', foreignKeyConstraintName: 'plan_item_link_item' },
    { name: 'item_id', referencedColumnName: 'id', foreignKeyConstraintName: 'plan_item_link_item' },
  ])
  item: Relation<PlanItemRow>;
}

/** A change after the approval. Append-only. */
@Entity({ schema: 'plans', name: 'plan_revision' })
@Index('plan_revision_newest', ['planId', 'id'])
@Check('plan_revision_change', "change in ('add', 'edit', 'cancel', 'restore')")
export class PlanRevision {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', primaryKeyConstraintName: 'plan_revision_pkey', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('uuid') planId: string;
  @Column('uuid') itemId: string;
  @Column('text') change: string;
  @Column('timestamptz') at: Date;
  @Column('uuid') byId: string;
  @Column('text') reason: string;
  @Column('jsonb') before: Record<string, unknown>;
  @Column('jsonb') after: Record<string, unknown>;
  @ManyToOne(() => PlanItemRow)
  @JoinColumn({ name: 'item_id', foreignKeyConstraintName: 'plan_revision_item' })
  item: Relation<PlanItemRow>;
}

/** What a manager asks for on behalf of the own department, and what became of it. */
@Entity({ schema: 'plans', name: 'training_need' })
@Index('training_need_newest', ['planId', 'id'])
@Index('training_need_own', ['proposedBy', 'id'])
@Index('training_need_item_once', ['itemId'], { unique: true, where: 'item_id is not null' })
@Check('training_need_priority', "priority in ('high', 'medium', 'low')")
@Check('training_need_state', "state in ('waiting', 'taken', 'declined', 'withdrawn')")
@Check('training_need_taken', "(state = 'taken') = (item_id is not null)")
export class TrainingNeed {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'training_need_pkey' }) id: string;
  @Column('uuid') planId: string;
  @Column('uuid') departmentId: string;
  @Column('text') title: string;
  @Column('text') domain: string;
  @Column('int') people: number;
  @Column('text') why: string;
  @Column('text') priority: string;
  @Column('uuid') proposedBy: string;
  @Column('timestamptz') proposedAt: Date;
  @Column('text') state: string;
  @Column('uuid', { nullable: true }) itemId: string | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) note: string | null;
  @ManyToOne(() => AnnualPlanRow)
  @JoinColumn({ name: 'plan_id', foreignKeyConstraintName: 'training_need_plan' })
  plan: Relation<AnnualPlanRow>;
  @ManyToOne(() => PlanItemRow)
  @JoinColumn({ name: 'item_id', foreignKeyConstraintName: 'training_need_item' })
  item: Relation<PlanItemRow> | null;
}

export const annualPlanEntities = [AnnualPlanRow, PlanItemRow, PlanItemLink, PlanRevision, TrainingNeed];
