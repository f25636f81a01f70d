import type { ResultCounts, ResultRowKind, ResultsImportState, ResultTargetKind } from '@zhixing/plans/contract';
import type { ErrorValues } from '@zhixing/platform/api';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { RowError } from './row-errors.ts';

/** A file of past and offline results. `scope` = departments whose people it may name, null = the whole bank; rows up to place `done` are applied, `applied` of them were stored. */
@Entity({ schema: 'plans', name: 'results_import' })
@Check('results_import_state', "state in ('uploaded', 'checked', 'applying', 'applied', 'failed', 'discarded')")
@Check('results_import_applied', 'applied between 0 and done')
@Index('results_import_newest', ['createdAt', 'id'])
export class ResultsImport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'results_import_pkey' }) id: string;
  @Column('text') name: string;
  @Column('text') sha256: string;
  @Column('bigint') size: string;
  /** A file of the house. */
  @Column('uuid') fileId: string;
  @Column('uuid', { array: true, nullable: true }) scope: string[] | null;
  @Column('text') state: ResultsImportState;
  @Column('jsonb', { nullable: true }) counts: ResultCounts | null;
  @Column('int') done: number;
  @Column('int') applied: number;
  @Column('text', { nullable: true }) failureCode: string | null;
  @Column('jsonb', { nullable: true }) failureValues: ErrorValues | null;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') createdAt: Date;
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}

/** One row of a file as it was understood. The id of a new one becomes that of the completion record or the cycle; `place` counts within the kind. `stored` = whether applying it stored something, null until then. */
@Entity({ schema: 'plans', name: 'results_import_row' })
@Check('results_import_row_kind', "kind in ('new', 'same', 'error')")
@Check('results_import_row_stored', "stored is null or kind = 'new'")
@Check('results_import_row_whole', "kind = 'error' or num_nulls(person_id, target_kind, target_id, completed_on) = 0")
@Index('results_import_row_place', ['importId', 'kind', 'place'], { unique: true })
@Index('results_import_row_person', ['personId'])
export class ResultsImportRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'results_import_row_pkey' }) id: string;
  @Column('uuid') importId: string;
  @ManyToOne(() => ResultsImport)
  @JoinColumn({ name: 'import_id', foreignKeyConstraintName: 'results_import_row_import' })
  import: Relation<ResultsImport>;
  @Column('int') place: number;
  @Column('int') line: number;
  @Column('text') kind: ResultRowKind;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('text') staffNumber: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) targetKind: ResultTargetKind | null;
  @Column('uuid', { nullable: true }) targetId: string | null;
  @Column('text') title: string;
  @Column('date', { nullable: true }) completedOn: string | null;
  @Column('int', { nullable: true }) score: number | null;
  @Column('int') minutes: number;
  @Column('jsonb') errors: RowError[];
  @Column('boolean', { nullable: true }) stored: boolean | null;
}

export const resultsEntities = [ResultsImport, ResultsImportRow];
