import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { AssignmentCycleRow } from '../assignments/assignments.entities.ts';

/**
 * What one person owes because of one cycle of an assignment. State, mandatory, due dates, waiver and completion are projections of the dated rows below.
 * `countsFrom` = completions since then count; `dueOn` = `baseDueOn` later by the days on leave since `clockFrom`.
 */
@Entity({ schema: 'plans', name: 'obligation' })
@Index('obligation_once', ['assignmentId', 'cycle', 'personId'], { unique: true })
@Index('obligation_person', ['personId', 'dueOn', 'id'])
@Index('obligation_assignment', ['assignmentId', 'cycle', 'dueOn', 'id'])
@Index('obligation_open', ['dueOn', 'id'], { where: "state in ('open', 'waived')" })
@Index('obligation_target', ['targetKind', 'targetId', 'personId'])
@Check('obligation_state_known', "state in ('open', 'completed', 'waived', 'cancelled')")
@Check('obligation_source', "source in ('rule', 'manager', 'nomination', 'exception')")
@Check('obligation_due_days', 'due_on >= base_due_on and base_due_on >= clock_from')
export class Obligation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'obligation_pkey' }) id: string;
  @Column('uuid') personId: string;
  @Column('uuid') assignmentId: string;
  @Column('text') cycle: string;
  @Column('text') targetKind: string;
  @Column('uuid') targetId: string;
  @Column('text') source: string;
  @Column('text') reason: string;
  @Column('date') assignedOn: string;
  @Column('timestamptz') countsFrom: Date;
  @Column('text') zone: string;
  @Column('date') baseDueOn: string;
  @Column('date') clockFrom: string;
  @Column('date') dueOn: string;
  @Column('bool') mandatory: boolean;
  @Column('text') state: string;
  @Column('timestamptz', { nullable: true }) completedAt: Date | null;
  @Column('date', { nullable: true }) waivedUntil: string | null;
  @Column('timestamptz', { nullable: true }) remindedAt: Date | null;
  @ManyToOne(() => AssignmentCycleRow)
  @JoinColumn([
    { name: 'assignment_id', referencedColumnName: 'assignmentId', foreignKeyConstraintName: 'obligation_cycle' },
    { name: 'cycle', referencedColumnName: 'cycle', foreignKeyConstraintName: 'obligation_cycle' },
  ])
  turn: Relation<AssignmentCycleRow>;
}

/** State and whether it is mandatory, from `at` on; append-only. */
@Entity({ schema: 'plans', name: 'obligation_state' })
@Index('obligation_state_at', ['obligationId', 'at', 'id'])
@Check('obligation_state_state', "state in ('open', 'completed', 'waived', 'cancelled')")
export class ObligationState {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'obligation_state_pkey' }) id: string;
  @Column('uuid') obligationId: string;
  @Column('text') state: string;
  @Column('bool') mandatory: boolean;
  @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) byId: string | null;
  @Column('text') cause: string;
  @Column('text', { nullable: true }) reason: string | null;
  @ManyToOne(() => Obligation)
  @JoinColumn({ name: 'obligation_id', foreignKeyConstraintName: 'obligation_state_obligation' })
  obligation: Relation<Obligation>;
}

/** Due date from `at` on; append-only. */
@Entity({ schema: 'plans', name: 'obligation_due' })
@Index('obligation_due_at', ['obligationId', 'at', 'id'])
@Check('obligation_due_cause', "cause in ('rule', 'extension', 'leave', 'exception')")
export class ObligationDue {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'obligation_due_pkey' }) id: string;
  @Column('uuid') obligationId: string;
  @Column('date') baseDueOn: string;
  @Column('date') clockFrom: string;
  @Column('date') dueOn: string;
  @Column('timestamptz') at: Date;
  @Column('text') cause: string;
  @Column('uuid', { nullable: true }) causeId: string | null;
  @ManyToOne(() => Obligation)
  @JoinColumn({ name: 'obligation_id', foreignKeyConstraintName: 'obligation_due_obligation' })
  obligation: Relation<Obligation>;
}

/** A person's wish for more time; at most one waits for an obligation. */
@Entity({ schema: 'plans', name: 'extension' })
@Index('extension_waiting', ['obligationId'], { unique: true, where: 'decision is null' })
@Index('extension_obligation_at', ['obligationId', 'requestedAt'])
@Check('extension_decision', "decision in ('approved', 'declined', 'withdrawn')")
@Check('extension_second', "decision is null or decision = 'withdrawn' or decided_by <> requested_by")
export class ExtensionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'extension_pkey' }) id: string;
  @Column('uuid') obligationId: string;
  @Column('uuid') requestedBy: string;
  @Column('timestamptz') requestedAt: Date;
  @Column('date') until: string;
  @Column('text') reason: string;
  @Column('text', { nullable: true }) decision: string | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) note: string | null;
  @ManyToOne(() => Obligation)
  @JoinColumn({ name: 'obligation_id', foreignKeyConstraintName: 'extension_obligation' })
  obligation: Relation<Obligation>;
}

/** Released for a time, on evidence. */
@Entity({ schema: 'plans', name: 'waiver' })
@Index('waiver_obligation_at', ['obligationId', 'approvedAt'])
export class WaiverRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'waiver_pkey' }) id: string;
  @Column('uuid') obligationId: string;
  @Column('text') reason: string;
  /** A file of the house, which its owner cannot remove. */
  @Column('uuid', { nullable: true }) evidenceFileId: string | null;
  @Column('text', { nullable: true }) evidenceName: string | null;
  @Column('text', { nullable: true }) evidenceLink: string | null;
  @Column('date') expiresOn: string;
  @Column('uuid') approvedBy: string;
  @Column('timestamptz') approvedAt: Date;
  @Column('uuid', { nullable: true }) revokedBy: string | null;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
  @Column('text', { nullable: true }) revokeReason: string | null;
  @ManyToOne(() => Obligation)
  @JoinColumn({ name: 'obligation_id', foreignKeyConstraintName: 'waiver_obligation' })
  obligation: Relation<Obligation>;
}

/** A stage of reminding that was reached for a due date; told once. */
@Entity({ schema: 'plans', name: 'reminder' })
export class Reminder {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reminder_pkey' }) obligationId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'reminder_pkey' }) stage: string;
  @PrimaryColumn('date', { primaryKeyConstraintName: 'reminder_pkey' }) dueOn: string;
  @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) byId: string | null;
  @ManyToOne(() => Obligation)
  @JoinColumn({ name: 'obligation_id', foreignKeyConstraintName: 'reminder_obligation' })
  obligation: Relation<Obligation>;
}

/**
 * What somebody must do: a projection of their mandatory obligations that triggers on `obligation` keep. `items` = all but the cancelled ones; `lateAfter` = of each that is not completed the day
 * after which it is late, ascending; `waivedUntil` = of each waived one, ascending. How they stand on a day is read by `standing` of figures.ts.
 */
@Entity({ schema: 'plans', name: 'person_due' })
export class PersonDue {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_due_pkey' }) personId: string;
  @Column('int') items: number;
  @Column('date', { array: true }) lateAfter: string[];
  @Column('date', { array: true }) waivedUntil: string[];
}

export const obligationEntities = [Obligation, ObligationState, ObligationDue, ExtensionRow, WaiverRow, Reminder, PersonDue];
