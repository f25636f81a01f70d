import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Who is sent the report of their team, how often, and for whom; from the first period that opens after `since`. */
@Entity({ schema: 'insights', name: 'report_schedule' })
@Check('report_schedule_every', "every in ('month', 'week')")
@Check('report_schedule_scope', "scope in ('direct', 'line')")
export class ReportScheduleRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'report_schedule_pkey' }) personId: string;
  @Column('text') every: string;
  @Column('text') scope: string;
  @Column('date') since: string;
}

/** A report that was sent: `2026-11`, `2026-W48`. */
@Entity({ schema: 'insights', name: 'report_sent' })
export class ReportSent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'report_sent_pkey' }) personId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'report_sent_pkey' }) period: string;
  @Column('timestamptz') at: Date;
}
