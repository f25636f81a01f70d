import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type { StoredFile } from './platform.entities.ts';

/** One act, append-only. Sealing into a chain happens later, never in the request. */
@Entity({ schema: 'platform', name: 'audit_entry' })
@Index('audit_entry_object', ['objectType', 'objectId', 'at'])
@Index('audit_entry_person', ['personId', 'at'])
@Index('audit_entry_at', ['at', 'id'])
@Index('audit_entry_action', ['action', 'at'])
@Index('audit_entry_request', ['requestId'])
export class AuditEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_entry_pkey' }) id: string;
  @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('uuid', { nullable: true }) loginId: string | null;
  @Column('text') address: string;
  @Column('text') requestId: string;
  @Column('text') action: string;
  @Column('text') objectType: string;
  @Column('text') objectId: string;
  @Column('text') result: string;
  @Column('text', { nullable: true }) beforeHash: string | null;
  @Column('text', { nullable: true }) afterHash: string | null;
  @Column('jsonb') facts: Record<string, string | number | boolean | null>;
}

/** An entry that no seal covers yet; `n` = the order in which the chain takes them. */
@Entity({ schema: 'platform', name: 'audit_unsealed' })
@Index('audit_unsealed_entry', ['entryId'], { unique: true })
export class AuditUnsealed {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'audit_unsealed_pkey' }) n: string;
  @Column('uuid') entryId: string;
}

/** A link of the chain, append-only: the hash of an entry, and that of everything up to it. */
@Entity({ schema: 'platform', name: 'audit_seal' })
@Index('audit_seal_entry', ['entryId'], { unique: true })
export class AuditSeal {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'audit_seal_pkey' }) n: string;
  @Column('uuid') entryId: string;
  @Column('text') entryHash: string;
  @Column('text') chainHash: string;
  @Column('timestamptz') sealedAt: Date;
}

/** A part of the chain that lies in a file: places `firstN` to `lastN`, the last of which has `lastHash`. `fileId` null = past its time, and deleted. */
@Entity({ schema: 'platform', name: 'audit_archive' })
export class AuditArchivePart {
  @PrimaryColumn('int', { primaryKeyConstraintName: 'audit_archive_pkey' }) number: number;
  @Column('bigint') firstN: string;
  @Column('bigint') lastN: string;
  @Column('text') lastHash: string;
  @Column('timestamptz') firstAt: Date;
  @Column('timestamptz') lastAt: Date;
  @Column('text') sha256: string;
  @Column('uuid', { nullable: true }) fileId: string | null;
  @ManyToOne('StoredFile')
  @JoinColumn({ name: 'file_id', foreignKeyConstraintName: 'audit_archive_file_fkey' })
  file: Relation<StoredFile> | null;
  @Column('timestamptz') archivedAt: Date;
  @Column('timestamptz', { nullable: true }) purgedAt: Date | null;
}

export const auditEntities = [AuditEntry, AuditUnsealed, AuditSeal, AuditArchivePart];
