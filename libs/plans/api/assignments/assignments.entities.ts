import type { AssignmentOrigin, AssignmentState, Difference, DueRule, EarlierCompletion, TargetKind } from '@zhixing/plans/contract';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, type Relation } from 'typeorm';

/** What the bank, or a manager, asks of people: a target, an audience (an AudienceRule), a due rule. `scope` = departments the audience is cut to, null = the whole bank. */
@Entity({ schema: 'plans', name: 'assignment' })
@Index('assignment_owner', ['ownerId'])
@Index('assignment_newest', ['createdAt', 'id'])
@Check('assignment_origin', "origin in ('l_and_d', 'manager')")
@Check('assignment_state', "state in ('draft', 'active', 'ended')")
@Check('assignment_earlier', "earlier in ('accept', 'ask', 'ignore')")
export class Assignment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assignment_pkey' }) id: string;
  @Column('text') title: string;
  @Column('text') description: string;
  @Column('text') reason: string;
  @Column('text') origin: AssignmentOrigin;
  @Column('uuid') ownerId: string;
  @Column('text') targetKind: TargetKind;
  @Column('uuid') targetId: string;
  @Column('jsonb') audience: object;
  @Column('uuid', { array: true, nullable: true }) scope: string[] | null;
  @Column('jsonb') due: DueRule;
  @Column('int') minimumDays: number;
  @Column('text') earlier: EarlierCompletion;
  @Column('int', { nullable: true }) earlierMonths: number | null;
  @Column('bool') mandatory: boolean;
  @Column('int', { nullable: true }) nominationQuota: number | null;
  @Column('date', { nullable: true }) nominationsUntil: string | null;
  @Column('date') startsOn: string;
  @Column('text') state: AssignmentState;
  @Column('int') revision: number;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) activatedAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

/** One turn of an assignment: the only one (`''`), or a year's (`2026`). `dueOn` null = each person's own day. */
@Entity({ schema: 'plans', name: 'assignment_cycle' })
export class AssignmentCycleRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assignment_cycle_pkey' }) assignmentId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'assignment_cycle_pkey' }) cycle: string;
  @Column('date') opensOn: string;
  @Column('date', { nullable: true }) dueOn: string | null;
  @ManyToOne(() => Assignment)
  @JoinColumn({ name: 'assignment_id', foreignKeyConstraintName: 'assignment_cycle_assignment' })
  assignment: Relation<Assignment>;
}

/** One reconciliation of who is to owe with who owes. `confirmed` = the number of people somebody agreed to; `cursorId` = the last person it is done with; `personId` = it looked at one person only. */
@Entity({ schema: 'plans', name: 'assignment_run' })
@Index('assignment_run_newest', ['assignmentId', 'createdAt'])
@Index('assignment_run_going', ['assignmentId', 'cycle'], { unique: true, where: "person_id is null and state in ('queued', 'waiting', 'applying')" })
@Check('assignment_run_cause', "cause in ('activation', 'rule', 'people', 'nightly', 'asked', 'ended')")
@Check('assignment_run_state', "state in ('queued', 'waiting', 'applying', 'done', 'discarded')")
export class AssignmentRunRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assignment_run_pkey' }) id: string;
  @Column('uuid') assignmentId: string;
  @Column('text') cycle: string;
  @Column('text') cause: string;
  @Column('text') state: string;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('uuid', { nullable: true }) requestedBy: string | null;
  @Column('int', { nullable: true }) confirmed: number | null;
  @Column('jsonb', { nullable: true }) counts: Difference | null;
  @Column('int') done: number;
  @Column('uuid', { nullable: true }) cursorId: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
  @ManyToOne(() => AssignmentCycleRow)
  @JoinColumn([
    { name: 'assignment_id', referencedColumnName: 'assignmentId', foreignKeyConstraintName: 'assignment_run_cycle' },
    { name: 'cycle', referencedColumnName: 'cycle', foreignKeyConstraintName: 'assignment_run_cycle' },
  ])
  turn: Relation<AssignmentCycleRow>;
}

/** What a run is going to do to one person and why (`detail`); gone once it is done. `otherId` = the assignment that asks for the same. */
@Entity({ schema: 'plans', name: 'assignment_run_item' })
export class AssignmentRunItem {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assignment_run_item_pkey' }) runId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assignment_run_item_pkey' }) personId: string;
  @Column('text') action: string;
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column('timestamptz', { nullable: true }) completedAt: Date | null;
  @Column('text') detail: string;
  @Column('uuid', { nullable: true }) otherId: string | null;
  @ManyToOne(() => AssignmentRunRow)
  @JoinColumn({ name: 'run_id', foreignKeyConstraintName: 'assignment_run_item_run' })
  run: Relation<AssignmentRunRow>;
}

/** Somebody who matches and could not simply be assigned; an L&D administrator decides. `ruleDueOn` = what the rule came to, `dueOn` = what was decided. */
@Entity({ schema: 'plans', name: 'exception' })
@Index('exception_standing', ['assignmentId', 'cycle', 'personId'], { unique: true, where: "decision is null or decision = 'skipped'" })
@Index('exception_waiting', ['raisedAt', 'id'], { where: 'decision is null' })
@Check('exception_kind', "kind in ('impossible_deadline', 'already_completed', 'duplicate', 'unknown_date')")
@Check('exception_decision', "decision in ('assigned', 'skipped', 'obsolete')")
export class AssignmentException {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'exception_pkey' }) id: string;
  @Column('uuid') assignmentId: string;
  @Column('text') cycle: string;
  @Column('uuid') personId: string;
  @Column('text') kind: string;
  @Column('date', { nullable: true }) ruleDueOn: string | null;
  @Column('timestamptz', { nullable: true }) completedAt: Date | null;
  @Column('uuid', { nullable: true }) otherId: string | null;
  @Column('timestamptz') raisedAt: Date;
  @Column('text', { nullable: true }) decision: string | null;
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) note: string | null;
  @ManyToOne(() => AssignmentCycleRow)
  @JoinColumn([
    { name: 'assignment_id', referencedColumnName: 'assignmentId', foreignKeyConstraintName: 'exception_cycle' },
    { name: 'cycle', referencedColumnName: 'cycle', foreignKeyConstraintName: 'exception_cycle' },
  ])
  turn: Relation<AssignmentCycleRow>;
}

/** A manager's wish that somebody be assigned. */
@Entity({ schema: 'plans', name: 'nomination' })
@Index('nomination_once', ['assignmentId', 'personId'], { unique: true, where: "state in ('waiting', 'approved')" })
@Index('nomination_waiting', ['nominatedAt', 'id'], { where: "state = 'waiting'" })
@Check('nomination_state', "state in ('waiting', 'approved', 'declined', 'withdrawn')")
export class Nomination {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'nomination_pkey' }) id: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid') personId: string;
  @Column('uuid') departmentId: string;
  @Column('uuid') nominatedBy: string;
  @Column('timestamptz') nominatedAt: Date;
  @Column('text') reason: string;
  @Column('text') state: string;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) note: string | null;
  @ManyToOne(() => Assignment)
  @JoinColumn({ name: 'assignment_id', foreignKeyConstraintName: 'nomination_assignment' })
  assignment: Relation<Assignment>;
}

/** Places of a department's quota that its nominations have taken. */
@Entity({ schema: 'plans', name: 'nomination_place' })
@Check('nomination_place_taken', 'taken >= 0')
export class NominationPlace {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'nomination_place_pkey' }) assignmentId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'nomination_place_pkey' }) departmentId: string;
  @Column('int') taken: number;
  @ManyToOne(() => Assignment)
  @JoinColumn({ name: 'assignment_id', foreignKeyConstraintName: 'nomination_place_assignment' })
  assignment: Relation<Assignment>;
}

/** How an assignment read from a moment on (`facts` = its row), append-only; the database writes it at every change. */
@Entity({ schema: 'plans', name: 'assignment_history' })
@Index('assignment_history_at', ['assignmentId', 'at', 'id'])
export class AssignmentHistory {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'assignment_history_pkey' }) id: string;
  @Column('uuid') assignmentId: string;
  @Column('timestamptz') at: Date;
  @Column('jsonb') facts: object;
  @ManyToOne(() => Assignment, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'assignment_id', foreignKeyConstraintName: 'assignment_history_assignment' })
  assignment: Relation<Assignment>;
}

export const assignmentEntities = [Assignment, AssignmentHistory, AssignmentCycleRow, AssignmentRunRow, AssignmentRunItem, AssignmentException, Nomination, NominationPlace];
