import type { BulkChangeState, BulkCounts, BulkRowKind, ChangeRequest, KeptReason, LeaveKind, PeopleSelection } from '@zhixing/people/contract';
import type { ErrorValues } from '@zhixing/platform/api';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '../people.entities.ts';
import type { Change } from '../hr-imports/difference.rules.ts';
import type { RowError } from './row-errors.ts';

/**
 * A change of many people at once: a file of the HR system, or one thing asked of people chosen by hand (`selection`, `change`).
 * `fingerprint` = of the difference somebody confirms; `done` of `total` steps while it is applied; `undoable` = its writes are recorded; `kept` = rows an undo left alone.
 */
@Entity({ schema: 'people', name: 'bulk_change' })
@Check('bulk_change_source', "source in ('upload', 'feed', 'selection')")
@Check('bulk_change_state', "state in ('uploaded', 'checked', 'waiting_confirmation', 'applying', 'applied', 'failed', 'discarded', 'undoing', 'undone')")
@Check('bulk_change_origin', "case when source = 'selection' then selection is not null and change is not null else file_id is not null end")
@Index('bulk_change_newest', ['createdAt', 'id'])
@Index('bulk_change_feed', ['sha256'], { unique: true, where: "source = 'feed'" })
export class BulkChange {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'bulk_change_pkey' }) id: string;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) sha256: string | null;
  @Column('bigint', { nullable: true }) size: string | null;
  /** A file of the house. */
  @Column('uuid', { nullable: true }) fileId: string | null;
  @Column('text') source: 'upload' | 'feed' | 'selection';
  @Column('bool', { nullable: true }) complete: boolean | null;
  @Column('text') state: BulkChangeState;
  @Column('jsonb', { nullable: true }) counts: BulkCounts | null;
  @Column('text', { nullable: true }) fingerprint: string | null;
  @Column('int', { nullable: true }) done: number | null;
  @Column('int', { nullable: true }) total: number | null;
  @Column('text', { nullable: true }) failureCode: string | null;
  @Column('jsonb', { nullable: true }) failureValues: ErrorValues | null;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'created_by', foreignKeyConstraintName: 'bulk_change_created_by_fkey' })
  creator: Relation<Person> | null;
  @Column('timestamptz') createdAt: Date;
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'confirmed_by', foreignKeyConstraintName: 'bulk_change_confirmed_by_fkey' })
  confirmer: Relation<Person> | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
  @Column('jsonb', { nullable: true }) selection: PeopleSelection | null;
  @Column('jsonb', { nullable: true }) change: ChangeRequest | null;
  @Column('bool', { default: false }) undoable: boolean;
  @Column('int', { nullable: true }) kept: number | null;
  @Column('uuid', { nullable: true }) undoneBy: string | null;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'undone_by', foreignKeyConstraintName: 'bulk_change_undone_by_fkey' })
  undoer: Relation<Person> | null;
  @Column('timestamptz', { nullable: true }) undoneAt: Date | null;
}

/** What a person or department is to be, whole: what is not asked for is as it was. `sets` = which parts are written; `leave` = what begins, an open one of no special kind when absent. */
export interface RowTarget {
  hrKey: string | null;
  staffNumber: string;
  name: string;
  pinyin: string;
  initials: string;
  mail: string | null;
  department: string;
  position: string;
  jobLevel: string | null;
  manager: string | null;
  leave?: { kind: LeaveKind; until: string | null };
  sets: { facts: boolean; place: boolean; manager: boolean; leave: 'begin' | 'end' | null };
}

/** One row of the report. Its id is also that of every dated row that comes of it; `personId` of somebody new is the id they will have. */
@Entity({ schema: 'people', name: 'bulk_change_row' })
@Check('bulk_change_row_subject', "subject in ('person', 'department')")
@Check('bulk_change_row_kind', "kind in ('new', 'changed', 'missing', 'same', 'error')")
@Index('bulk_change_row_place', ['changeId', 'subject', 'kind', 'place'], { unique: true })
@Index('bulk_change_row_person', ['changeId', 'personId'])
@Index('bulk_change_row_kept', ['changeId', 'place'], { where: 'kept is not null' })
export class StagedRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'bulk_change_row_pkey' }) id: string;
  @Column('uuid') changeId: string;
  @ManyToOne(() => BulkChange)
  @JoinColumn({ name: 'change_id', foreignKeyConstraintName: 'bulk_change_row_change_fkey' })
  change: Relation<BulkChange>;
  @Column('int') place: number;
  @Column('int', { nullable: true }) line: number | null;
  @Column('text') subject: 'person' | 'department';
  @Column('text') kind: BulkRowKind;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('text') key: string;
  @Column('text') name: string;
  @Column('bool') back: boolean;
  @Column('date', { nullable: true }) validFrom: string | null;
  /** Of a department its name and the code of the one above. */
  @Column('jsonb', { nullable: true }) target: RowTarget | { name: string; parent: string | null } | null;
  @Column('jsonb') changes: Change[];
  @Column('jsonb') errors: RowError[];
  /** Why an undo left it as it is. */
  @Column('text', { nullable: true }) kept: KeptReason | null;
}

/** A row a change wrote: what it was (null = it began) and what it became (null = it was given up). Of persons only the facts, of new departments only the code. */
@Entity({ schema: 'people', name: 'bulk_change_write' })
@Index('bulk_change_write_cause', ['causedBy'])
export class BulkChangeWrite {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'bulk_change_write_pkey' }) changeId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'bulk_change_write_pkey' }) tableName: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'bulk_change_write_pkey' }) rowId: string;
  @Column('uuid') causedBy: string;
  @ManyToOne(() => StagedRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'caused_by', foreignKeyConstraintName: 'bulk_change_write_cause_fkey' })
  cause: Relation<StagedRow>;
  @Column('jsonb', { nullable: true }) before: Record<string, unknown> | null;
  @Column('jsonb', { nullable: true }) after: Record<string, unknown> | null;
}

export const bulkChangeEntities = [BulkChange, StagedRow, BulkChangeWrite];
