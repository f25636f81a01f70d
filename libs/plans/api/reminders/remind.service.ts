import { Injectable } from '@nestjs/common';
import { PeopleService } from '@zhixing/people/api';
import { REMIND_AGAIN_DAYS, type Reminded } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, Database, first, notify } from '@zhixing/platform/api';
import { plansMessages } from '../messages.ts';
import { REMIND } from '../obligations/changes.queries.ts';
import { ObligationsService } from '../obligations/obligations.service.ts';

const DAY = 86_400_000;
const ASKED = new Set(['not_started', 'in_progress', 'due_soon', 'overdue']);

/** A date in the zone of due dates. */
export const dayOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Reminders by hand. */
@Injectable()
export class RemindService {
  constructor(
    private readonly database: Database,
    private readonly obligations: ObligationsService,
    private readonly people: PeopleService,
  ) {}

  /** Reminds somebody the actor answers for, at most once in three days whoever does it. @throws AppError not_found, plans.not_remindable, plans.reminded_lately */
  async remind(actor: Actor, id: string): Promise<Reminded> {
    const row = await this.obligations.find(actor, id);
    if (!row.oversees) throw new AppError('not_found');
    if (!ASKED.has(row.status)) throw new AppError('plans.not_remindable');
    return this.database.transaction(async (tx) => {
      const reminded = await first<{ reminded_at: Date }>(tx, REMIND, [id, REMIND_AGAIN_DAYS]);
      if (!reminded) {
        const { reminded_at } = await this.obligations.find(actor, id, tx);
        throw new AppError('plans.reminded_lately', { day: dayOf(new Date(reminded_at!.getTime() + REMIND_AGAIN_DAYS * DAY)) });
      }
      const sender = (await this.people.card(actor.personId, tx)).displayName;
      await notify(tx, {
        template: plansMessages.reminded, to: [row.person_id], subject: { type: 'obligation', id }, stage: 'by-hand', cycle: reminded.reminded_at.toISOString(),
        values: { sender, assignment: row.assignment_title, day: row.due_on }, link: `/obligations/${id}`,
      });
      await audit(tx, actor, { action: 'obligation.remind', object: { type: 'obligation', id }, facts: { personId: row.person_id } });
      return { remindedAt: reminded.reminded_at.toISOString(), againOn: dayOf(new Date(reminded.reminded_at.getTime() + REMIND_AGAIN_DAYS * DAY)) };
    });
  }
}
