import type { HrImportCounts, HrImportState, HrRowKind } from '@zhixing/people/contract';
import type { ErrorValues } from '@zhixing/platform/api';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '../people.entities.ts';
import type { Change } from './difference.rules.ts';
import type { RowError } from './row-errors.ts';

/** A file of the HR system. `fingerprint` = of the difference somebody confirms; `done` of `total` steps while it is applied. */
@Entity({ schema: 'people', name: 'hr_import' })
@Check('hr_import_source', "source in ('upload', 'feed')")
@Check('hr_import_state', "state in ('uploaded', 'checked', 'waiting_confirmation', 'applying', 'applied', 'failed', 'discarded')")
@Index('hr_import_newest', ['createdAt', 'id'])
@Index('hr_import_feed', ['sha256'], { unique: true, where: "source = 'feed'" })
export class HrImport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hr_import_pkey' }) id: string;
  @Column('text') name: string;
  @Column('text') sha256: string;
  @Column('bigint') size: string;
  /** A file of the house. */
  @Column('uuid') fileId: string;
  @Column('text') source: 'upload' | 'feed';
  @Column('bool') complete: boolean;
  @Column('text') state: HrImportState;
  @Column('jsonb', { nullable: true }) counts: HrImportCounts | null;
  @Column('text', { nullable: true }) fingerprint: string | null;
  @Column('int', { nullable: true }) done: number | null;
  @Column('int', { nullable: true }) total: number | null;
  @Column('text', { nullable: true }) failureCode: string | null;
  @Column('jsonb', { nullable: true }) failureValues: ErrorValues | null;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'created_by', foreignKeyConstraintName: 'hr_import_created_by_fkey' })
  creator: Relation<Person> | null;
  @Column('timestamptz') createdAt: Date;
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'confirmed_by', foreignKeyConstraintName: 'hr_import_confirmed_by_fkey' })
  confirmer: Relation<Person> | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}

/** What a person or department is to be, whole: columns the file does not have are as they were. `sets` = which parts are written. */
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
  sets: { facts: boolean; place: boolean; manager: boolean; leave: 'begin' | 'end' | null };
}

/** One row of the report. Its id is also that of every dated row that comes of it; `personId` of somebody new is the id they will have. */
@Entity({ schema: 'people', name: 'hr_import_row' })
@Check('hr_import_row_subject', "subject in ('person', 'department')")
@Check('hr_import_row_kind', "kind in ('new', 'changed', 'missing', 'same', 'error')")
@Index('hr_import_row_place', ['importId', 'subject', 'kind', 'place'], { unique: true })
@Index('hr_import_row_person', ['importId', 'personId'])
export class StagedRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hr_import_row_pkey' }) id: string;
  @Column('uuid') importId: string;
  @ManyToOne(() => HrImport)
  @JoinColumn({ name: 'import_id', foreignKeyConstraintName: 'hr_import_row_import_fkey' })
  import: Relation<HrImport>;
  @Column('int') place: number;
  @Column('int', { nullable: true }) line: number | null;
  @Column('text') subject: 'person' | 'department';
  @Column('text') kind: HrRowKind;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('text') key: string;
  @Column('text') name: string;
  @Column('bool') back: boolean;
  @Column('date', { nullable: true }) validFrom: string | null;
  /** Of a department its name and the code of the one above. */
  @Column('jsonb', { nullable: true }) target: RowTarget | { name: string; parent: string | null } | null;
  @Column('jsonb') changes: Change[];
  @Column('jsonb') errors: RowError[];
}

export const hrImportEntities = [HrImport, StagedRow];
