import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One act, append-only. Sealing into a chain happens later, never in the request. */
@Entity({ schema: 'platform', name: 'audit_entry' })
@Index('audit_entry_object', ['objectType', 'objectId', 'at'])
@Index('audit_entry_person', ['personId', 'at'])
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

/** The offset of business time: one row, zero outside tests. */
@Entity({ schema: 'platform', name: 'clock' })
@Check('clock_one_row', 'id = 1')
export class ClockOffset {
  @PrimaryColumn('int', { primaryKeyConstraintName: 'clock_pkey' }) id: number;
  @Column('interval') clockOffset: string;
}
