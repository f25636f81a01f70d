import { Inject, Injectable } from '@nestjs/common';
import { Clock, Database, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { CHANNELS, type OutgoingChannel } from './channel.ts';
import { afterQuiet, dayOf, HOUSE_QUIET } from './delivery.rules.ts';
import { ADD_DIGESTS, DROP_READ, FORGET_QUOTAS, GATHER, WAITING } from './deliveries.queries.ts';

/** Digests made at once. */
const BATCH = 500;

/** Gathers, every morning, what waits for each person into one letter a channel and day; what they have read meanwhile is left out. Repeating it changes nothing. */
@Injectable()
export class Digests {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CHANNELS) private readonly channels: OutgoingChannel[],
  ) {}

  async run(): Promise<void> {
    const now = await this.clock.now();
    await this.database.transaction(async (tx) => {
      await tx.rows(FORGET_QUOTAS, [dayOf(now)]);
      await tx.rows(DROP_READ);
    });
    for (const { name } of this.channels) while (await this.database.transaction((tx) => this.gather(tx, name, now)));
  }

  /** @returns whether there may be more */
  private async gather(tx: Transaction, channel: string, now: Date): Promise<boolean> {
    const day = dayOf(now);
    const waiting = await tx.rows<{ person_id: string; from: string | null; until: string | null }>(WAITING, [channel, day, BATCH]);
    if (!waiting.length) return false;
    const digests = waiting.map(({ person_id, from, until }) => ({ id: uuid(), person_id, next_at: afterQuiet(now, from && until ? { from, until } : HOUSE_QUIET) }));
    const made = await tx.rows<{ id: string; person_id: string }>(ADD_DIGESTS, [channel, day, JSON.stringify(digests)]);
    await tx.rows(GATHER, [channel, made.map((one) => one.id), made.map((one) => one.person_id)]);
    return waiting.length === BATCH;
  }
}
