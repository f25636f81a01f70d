import { Inject, Injectable } from '@nestjs/common';
import { Clock, CONFIG, type Config, Database, type EventHandler, live, platformEvents, subscriber, takeMessages, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { afterQuiet, HOUSE_QUIET, isNews, type Quiet } from './delivery.rules.ts';
import { ADD_DELIVERIES } from './deliveries.queries.ts';
import { MUTES, QUIET, TAKE_IN } from './messages.queries.ts';
import { Templates } from './templates.ts';

/** Messages taken in at once. */
const BATCH = 500;

interface TakenIn {
  id: string;
  person_id: string;
  template: string;
  at: Date;
}

/** Moves what rooms said from the kernel's outbox to the people, once each, and decides which of it leaves by mail. */
@Injectable()
export class Intake implements EventHandler<object> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly templates: Templates,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(): Promise<void> {
    while ((await this.database.transaction((tx) => this.takeIn(tx))) === BATCH);
  }

  /** Both sides in one transaction, so that each message moves once. */
  private async takeIn(tx: Transaction): Promise<number> {
    const taken = await takeMessages(tx, this.templates.names, BATCH);
    if (!taken.length) return 0;
    const persons = [...new Set(taken.map((one) => one.person_id))];
    const mutes = new Set((await tx.rows<{ person_id: string; group: string; channel: string }>(MUTES, [persons])).map((one) => `${one.person_id} ${one.group} ${one.channel}`));
    const muted = ({ person_id, template }: Pick<TakenIn, 'person_id' | 'template'>, channel: string) => {
      const { group, mandatory } = this.templates.find(template);
      return !mandatory && mutes.has(`${person_id} ${group.name} ${channel}`);
    };
    const fresh = await tx.rows<TakenIn>(TAKE_IN, [JSON.stringify(taken.map((one) => ({ ...one, muted: muted(one, 'app') })))]);
    if (this.config.mail) await this.queueMail(tx, fresh, (one) => muted(one, 'mail'));
    for (const personId of new Set(fresh.map((one) => one.person_id))) await live(tx, 'notifications', personId);
    return taken.length;
  }

  private async queueMail(tx: Transaction, fresh: TakenIn[], muted: (one: TakenIn) => boolean): Promise<void> {
    const now = await this.clock.now();
    const mailed = fresh.filter((one) => this.templates.find(one.template).mail !== 'none' && isNews(one.at, now));
    if (!mailed.length) return;
    const quiet = new Map((await tx.rows<Quiet & { person_id: string }>(QUIET, [mailed.map((one) => one.person_id)])).map((one) => [one.person_id, one]));
    const deliveries = mailed.map((one) => {
      const state = muted(one) ? 'muted' : this.templates.find(one.template).mail === 'now' ? 'queued' : 'waiting';
      return { id: uuid(), person_id: one.person_id, message_id: one.id, state, next_at: state === 'queued' ? afterQuiet(now, quiet.get(one.person_id) ?? HOUSE_QUIET) : null };
    });
    await tx.rows(ADD_DELIVERIES, ['mail', JSON.stringify(deliveries)]);
  }
}

export const intakeSubscriber = subscriber('messages.intake', platformEvents['platform.notified'], Intake);
