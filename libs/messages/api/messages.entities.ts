import type { MessageValues } from '@zhixing/platform/api';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';

/** What one person was told. The key keeps it from being told twice. */
@Entity({ schema: 'messages', name: 'message' })
@Unique('message_key', ['personId', 'template', 'subjectType', 'subjectId', 'stage', 'cycle'])
@Index('message_person', ['personId', 'at', 'id'])
@Index('message_at', ['at'])
@Index('message_unread', { synchronize: false })
export class StoredMessage {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'message_pkey' }) id: string;
  @Column('uuid') personId: string;
  @Column('text') template: string;
  @Column('text') subjectType: string;
  @Column('text') subjectId: string;
  @Column('text') stage: string;
  @Column('text') cycle: string;
  @Column('jsonb') values: MessageValues;
  @Column('text') link: string;
  @Column('timestamptz') at: Date;
  @Column('timestamptz', { nullable: true }) readAt: Date | null;
}

/**
 * One mail: of a message, or the digest of a day (`digestDay`), which takes up the deliveries that point to it (`digestId`).
 * `waiting` for the digest -> `digested`; `queued`, `failed` = due at `nextAt` -> `sending` -> `sent`, `failed`, or `dead` after the last try; `muted` = nobody wants or can get it.
 */
@Entity({ schema: 'messages', name: 'delivery' })
@Unique('delivery_message', ['messageId', 'channel'])
@Unique('delivery_digest', ['personId', 'channel', 'digestDay'])
@Check('delivery_kind', '(message_id is null) <> (digest_day is null)')
@Check('delivery_state', "state in ('waiting', 'queued', 'sending', 'sent', 'failed', 'dead', 'muted', 'digested')")
@Index('delivery_due', { synchronize: false })
@Index('delivery_digest_day', { synchronize: false })
@Index('delivery_waiting', { synchronize: false })
@Index('delivery_troubled', { synchronize: false })
@Index('delivery_digest_items', { synchronize: false })
export class DeliveryRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'delivery_pkey' }) id: string;
  @Column('text') channel: string;
  @Column('uuid') personId: string;
  @Column('uuid', { nullable: true }) messageId: string | null;
  @ManyToOne(() => StoredMessage)
  @JoinColumn({ name: 'message_id', foreignKeyConstraintName: 'delivery_message_fkey' })
  message: Relation<StoredMessage> | null;
  @Column('date', { nullable: true }) digestDay: string | null;
  @Column('uuid', { nullable: true }) digestId: string | null;
  @ManyToOne(() => DeliveryRow)
  @JoinColumn({ name: 'digest_id', foreignKeyConstraintName: 'delivery_digest_fkey' })
  digest: Relation<DeliveryRow> | null;
  @Column('text') state: string;
  @Column('int') attempts: number;
  /** When it is due; of one being sent, when its sender is given up for lost. */
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
  /** When the server began to take the text: from then on nobody sends it again by themselves. */
  @Column('timestamptz', { nullable: true }) handedOverAt: Date | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}

/** A group of messages a person does not want on a channel. */
@Entity({ schema: 'messages', name: 'mute' })
export class Mute {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mute_pkey' }) personId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'mute_pkey' }) group: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'mute_pkey' }) channel: string;
}

/** When a person wants no mail, as `22:00` in Beijing; absent = the house's hours. */
@Entity({ schema: 'messages', name: 'quiet_hours' })
export class QuietHours {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'quiet_hours_pkey' }) personId: string;
  @Column('text') quietFrom: string;
  @Column('text') quietUntil: string;
}

/** How much of a channel's minute or day is used up. */
@Entity({ schema: 'messages', name: 'quota' })
export class Quota {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'quota_pkey' }) channel: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'quota_pkey' }) slot: string;
  @Column('int') used: number;
}

export const messagesEntities = [StoredMessage, DeliveryRow, Mute, QuietHours, Quota];
