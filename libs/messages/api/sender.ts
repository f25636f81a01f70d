import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { AppError, Clock, Database, first } from '@zhixing/platform/api';
import { ChannelFailure, CHANNELS, type OutgoingChannel } from './channel.ts';
import { afterQuiet, HOUSE_QUIET, nextTry, type Quiet, slotsOf, TRIES } from './delivery.rules.ts';
import { CLAIM, type ClaimedRow, DROP, FAIL, HAND_OVER, RECIPIENT, type RecipientRow, RECOVER, SENT, TAKE_QUOTA } from './deliveries.queries.ts';
import { Letters } from './letters.ts';
import { QUIET } from './messages.queries.ts';

/** Letters of one channel under way at once in one process. */
const LANES = 4;

/** A channel in trouble sends nothing more in this round. */
interface Round {
  over: boolean;
}

/**
 * Sends what is due, once a minute in any number of workers. A letter is claimed before it is sent, and marked before the receiver gets its text:
 * what a killed worker left behind is sent again only if it cannot have arrived; otherwise it is a dead letter, for an administrator to judge.
 */
@Injectable()
export class Sender implements OnModuleDestroy {
  private readonly logger = new Logger('messages');
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly letters: Letters,
    @Inject(CHANNELS) private readonly channels: OutgoingChannel[],
  ) {}

  async run(): Promise<void> {
    await this.database.transaction((tx) => tx.rows(RECOVER, [TRIES]));
    await Promise.all(this.channels.flatMap((channel) => {
      const round = { over: false };
      return Array.from({ length: LANES }, () => this.work(channel, round));
    }));
  }

  onModuleDestroy(): void {
    this.stopping = true;
  }

  private async work(channel: OutgoingChannel, round: Round): Promise<void> {
    while (!round.over && !this.stopping) {
      const claimed = await this.claim(channel);
      if (!claimed) return;
      await this.deliver(channel, claimed, round);
    }
  }

  /** The next letter that is due, under the quotas of the channel. */
  private async claim(channel: OutgoingChannel): Promise<ClaimedRow | undefined> {
    const { day, minute } = slotsOf(await this.clock.now());
    try {
      return await this.database.transaction(async (tx) => {
        const claimed = await first<ClaimedRow>(tx, CLAIM, [channel.name]);
        if (!claimed) return undefined;
        for (const [slot, limit] of [[day, channel.perDay], [minute, channel.perMinute]] as const)
          if (!(await first(tx, TAKE_QUOTA, [channel.name, slot, limit]))) throw new AppError('limit_reached', { limit });
        return claimed;
      });
    } catch (error) {
      if (error instanceof AppError) return undefined; // the rest waits for the next minute, or day
      throw error;
    }
  }

  private async deliver(channel: OutgoingChannel, claimed: ClaimedRow, round: Round): Promise<void> {
    const held = [claimed.id, claimed.attempts];
    const recipient = await first<RecipientRow>(this.database, RECIPIENT, [claimed.person_id]);
    const address = recipient && channel.addressOf(recipient);
    if (!address) return this.write(DROP, [...held, recipient ? 'no address' : 'left']);
    try {
      const letter = await this.letters.write(claimed, recipient, address);
      await channel.send(letter, async () => {
        if (!(await first(this.database, HAND_OVER, held))) throw new ChannelFailure('Another worker has it', 'letter');
      });
      await this.write(SENT, held);
    } catch (error) {
      const failure = error instanceof ChannelFailure ? error : new ChannelFailure((error as Error).message, 'letter');
      this.logger.warn(`${channel.name} ${claimed.id}, try ${claimed.attempts}: ${failure.message}`);
      if (failure.fault === 'channel') round.over = true;
      await this.write(FAIL, [...held, failure.message.slice(0, 500), failure.unknown ? null : await this.again(claimed), failure.unknown]);
    }
  }

  /** When to try again: after a pause, and not in the person's quiet hours. */
  private async again({ person_id, attempts }: ClaimedRow): Promise<Date | null> {
    const next = nextTry(attempts, await this.clock.now());
    const quiet = await first<Quiet>(this.database, QUIET, [[person_id]]);
    return next && afterQuiet(next, quiet ?? HOUSE_QUIET);
  }

  private async write(query: typeof SENT, values: unknown[]): Promise<void> {
    await this.database.transaction((tx) => tx.rows(query, values));
  }
}
