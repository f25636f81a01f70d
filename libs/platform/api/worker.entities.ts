import type { JobStatus, Language } from '@zhixing/platform/contract';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import type { ErrorValues } from './errors.ts';
import type { MessageValues } from './notify.ts';
import { StoredFile } from './platform.entities.ts';

/** An event between its transaction and the queue. */
@Entity({ schema: 'platform', name: 'outbox' })
export class OutboxEvent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'outbox_pkey' }) id: string;
  @Column('bigint') transactionId: string;
  @Column('text') event: string;
  @Column('jsonb') payload: Record<string, unknown>;
  @Column('timestamptz') at: Date;
}

/** Work a person waits for. `attempt` is the fence: only its newest holder writes. */
@Entity({ schema: 'platform', name: 'job' })
@Check('job_status', "status in ('queued', 'running', 'done', 'failed')")
@Index('job_person', ['personId', 'createdAt'])
@Index('job_created', ['createdAt'])
@Index('job_file', { synchronize: false })
export class Job {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'job_pkey' }) id: string;
  @Column('text') kind: string;
  @Column('jsonb') parameters: Record<string, unknown>;
  @Column('uuid') personId: string;
  @Column('uuid') loginId: string;
  @Column('text') address: string;
  @Column('text') requestId: string;
  @Column('text') language: Language;
  @Column('text') status: JobStatus;
  @Column('int') attempt: number;
  @Column('int') done: number;
  @Column('int', { nullable: true }) total: number | null;
  @Column('uuid', { nullable: true }) fileId: string | null;
  @ManyToOne(() => StoredFile)
  @JoinColumn({ name: 'file_id', foreignKeyConstraintName: 'job_file_id_fkey' })
  file: Relation<StoredFile> | null;
  /** Why somebody takes others' personal data out. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) failureCode: string | null;
  @Column('jsonb', { nullable: true }) failureValues: ErrorValues | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}

/** What open pages are told; kept for an hour, for pages that come back. */
@Entity({ schema: 'platform', name: 'live_message' })
@Index('live_message_order', ['transactionId', 'id'])
@Index('live_message_at', ['at'])
export class StoredLiveMessage {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'live_message_pkey' }) id: string;
  @Column('bigint') transactionId: string;
  @Column('text') topic: string;
  @Column('text') key: string;
  @Column('jsonb') data: Record<string, unknown>;
  @Column('timestamptz') at: Date;
}

/** A message between its transaction and the room that delivers it. */
@Entity({ schema: 'platform', name: 'message_outbox' })
@Unique('message_outbox_key', ['personId', 'template', 'subjectType', 'subjectId', 'stage', 'cycle'])
export class OutgoingMessageRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'message_outbox_pkey' }) id: string;
  @Column('uuid') personId: string;
  @Column('text') template: string;
  @Column('text') subjectType: string;
  @Column('text') subjectId: string;
  @Column('text') stage: string;
  @Column('text') cycle: string;
  @Column('jsonb') values: MessageValues;
  @Column('text') link: string;
  @Column('timestamptz') at: Date;
}

export const workerEntities = [OutboxEvent, Job, StoredLiveMessage, OutgoingMessageRow];
