import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { auditEntities } from './audit.entities.ts';
import { workerEntities } from './worker.entities.ts';

/** The offset of business time: one row, zero outside tests. */
@Entity({ schema: 'platform', name: 'clock' })
@Check('clock_one_row', 'id = 1')
export class ClockOffset {
  @PrimaryColumn('int', { primaryKeyConstraintName: 'clock_pkey' }) id: number;
  @Column('interval') clockOffset: string;
}

/** Bytes in the storage, under their hash. `keptAt` = when somebody last asked to keep them; the sweep leaves young ones alone. */
@Entity({ schema: 'platform', name: 'file_content' })
@Index('file_content_kept', ['keptAt'])
export class FileContent {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'file_content_pkey' }) sha256: string;
  @Column('bigint') size: string;
  @Column('text') type: string;
  @Column('timestamptz') keptAt: Date;
}

/** A name for stored bytes; `personId` null = the house's, not a person's. */
@Entity({ schema: 'platform', name: 'file' })
@Index('file_sha256', ['sha256'])
export class StoredFile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'file_pkey' }) id: string;
  @Column('text') sha256: string;
  @ManyToOne(() => FileContent)
  @JoinColumn({ name: 'sha256', foreignKeyConstraintName: 'file_sha256_fkey' })
  content: Relation<FileContent>;
  @Column('text') name: string;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('timestamptz') createdAt: Date;
}

/** How many bytes a person's files have together. */
@Entity({ schema: 'platform', name: 'file_usage' })
@Check('file_usage_bytes', 'bytes >= 0')
export class FileUsage {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'file_usage_pkey' }) personId: string;
  @Column('bigint') bytes: string;
}

/** A request that was carried out under its Idempotency-Key, and what it was answered. */
@Entity({ schema: 'platform', name: 'idempotency' })
@Index('idempotency_at', ['at'])
export class IdempotentAnswer {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idempotency_pkey' }) personId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_pkey' }) key: string;
  @Column('text') requestHash: string;
  @Column('jsonb', { nullable: true }) answer: unknown;
  @Column('timestamptz') at: Date;
}

/** Filters of a list that a person keeps under a name; `query` is that of the list's address. */
@Entity({ schema: 'platform', name: 'saved_view' })
@Index('saved_view_name', ['personId', 'page', 'name'], { unique: true })
export class StoredView {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'saved_view_pkey' }) id: string;
  @Column('uuid') personId: string;
  @Column('text') page: string;
  @Column('text') name: string;
  @Column('text') query: string;
}

/** The tables of the kernel itself. */
export const platformEntities = [...auditEntities, ClockOffset, FileContent, StoredFile, FileUsage, IdempotentAnswer, StoredView, ...workerEntities];
