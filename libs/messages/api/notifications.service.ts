import { Injectable } from '@nestjs/common';
import type { Notification, NotificationList, NotificationQuery, ReadNotifications, UnreadCount } from '@zhixing/messages/contract';
import { type Actor, Database, decodeCursor, first, live, page, type Reader } from '@zhixing/platform/api';
import { Id, Instant, type Language } from '@zhixing/platform/contract';
import { z } from 'zod';
import { LIST, type MessageRow, READ, UNREAD } from './messages.queries.ts';
import { Templates } from './templates.ts';

const Key = z.tuple([Instant, Id]);

/** The actor's own messages. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly database: Database,
    private readonly templates: Templates,
  ) {}

  /** Newest first. @throws AppError invalid for a cursor that is none */
  async list(actor: Actor, { unread, cursor, limit }: NotificationQuery, language: Language): Promise<NotificationList> {
    const [at, id] = decodeCursor(Key, cursor) ?? [null, null];
    const rows = await this.database.rows<MessageRow>(LIST, [actor.personId, this.templates.names, unread, at, id, limit + 1]);
    return page(rows, limit, (row) => [row.at.toISOString(), row.id], (row) => this.view(row, language));
  }

  async count(actor: Actor, reader: Reader = this.database): Promise<UnreadCount> {
    return (await first<UnreadCount>(reader, UNREAD, [actor.personId, this.templates.names]))!;
  }

  /** Marks messages as read, and tells the person's other open pages; those of others are left alone. Not audited: it concerns nobody else. */
  async read(actor: Actor, { ids }: ReadNotifications): Promise<UnreadCount> {
    return this.database.transaction(async (tx) => {
      const read = await tx.rows(READ, [actor.personId, ids ?? null]);
      if (read.length) await live(tx, 'notifications', actor.personId);
      return this.count(actor, tx);
    });
  }

  private view({ id, template, values, link, at, read_at }: MessageRow, language: Language): Notification {
    return { id, ...this.templates.words({ template, values }, language), link, at: at.toISOString(), read: read_at !== null };
  }
}
