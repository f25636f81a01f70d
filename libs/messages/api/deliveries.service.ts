import { Inject, Injectable } from '@nestjs/common';
import type { Delivery, DeliveryList, DeliveryQuery, MailState } from '@zhixing/messages/contract';
import { PeopleService } from '@zhixing/people/api';
import type { PersonCard } from '@zhixing/people/contract';
import { type Actor, AppError, audit, Clock, CONFIG, type Config, Database, decodeCursor, first, page } from '@zhixing/platform/api';
import { Id, Instant, type Language } from '@zhixing/platform/contract';
import { z } from 'zod';
import { dayOf } from './delivery.rules.ts';
import { DELIVERY, MAIL_STATE, RESEND, TROUBLED, type TroubledRow } from './deliveries.queries.ts';
import { Templates } from './templates.ts';

const Key = z.tuple([Instant, Id]);

/** Mail that did not arrive, for system administrators: that it did not and why, never what it says. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly templates: Templates,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Newest first; people without a place in the bank today are left out. @throws AppError invalid for a cursor that is none */
  async troubled({ state, cursor, limit }: DeliveryQuery, language: Language): Promise<DeliveryList> {
    const [at, id] = decodeCursor(Key, cursor) ?? [null, null];
    const rows = await this.database.rows<TroubledRow>(TROUBLED, [state ?? null, at, id, limit + 1]);
    const cards = await this.people.cards(rows.map((row) => row.person_id));
    const { items, nextCursor } = page(rows, limit, (row) => [row.created_at.toISOString(), row.id], (row) => row);
    return { items: items.flatMap((row) => (cards.has(row.person_id) ? [this.view(row, cards.get(row.person_id)!, language)] : [])), nextCursor };
  }

  async state(): Promise<MailState> {
    const row = (await first<Omit<MailState, 'to' | 'perDay'>>(this.database, MAIL_STATE, ['mail', dayOf(await this.clock.now())]))!;
    const { mail } = this.config;
    return { ...row, to: mail ? ('server' in mail.to ? 'server' : 'folder') : null, perDay: mail?.perDay ?? 0 };
  }

  /** Lets one be sent again, with the same Message-ID. @throws AppError not_found, messages.not_troubled */
  async resend(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await first(tx, DELIVERY, [id]))) throw new AppError('not_found');
      if (!(await first(tx, RESEND, [id]))) throw new AppError('messages.not_troubled');
      await audit(tx, actor, { action: 'message.resend', object: { type: 'delivery', id } });
    });
  }

  private view(row: TroubledRow, person: PersonCard, language: Language): Delivery {
    return {
      id: row.id,
      person,
      about: row.template && this.templates.groupOf(row.template, language),
      state: row.state,
      attempts: row.attempts,
      reason: row.reason ?? '',
      unknown: row.handed_over_at !== null,
      nextAt: row.next_at?.toISOString() ?? null,
      createdAt: row.created_at.toISOString(),
    };
  }
}
