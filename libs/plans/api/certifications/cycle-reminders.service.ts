import { Injectable } from '@nestjs/common';
import { administrationScope, PeopleService } from '@zhixing/people/api';
import { REMIND_AGAIN_DAYS, type Reminded } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, Database, first, notify } from '@zhixing/platform/api';
import { dayOf, RemindService } from '../reminders/remind.service.ts';
import { CYCLE_TO_REMIND, REMIND_OF_CYCLE } from './cycle-reminders.queries.ts';
import { certificationMessages } from './messages.ts';

const DAY = 86_400_000;

interface CycleToRemind {
  person_id: string;
  certification_id: string;
  title: string;
  valid_until: string;
  oversees: boolean;
  ending: boolean;
  obligation_id: string | null;
  reminded_at: Date | null;
}

/** Reminders by hand that what somebody holds runs out. */
@Injectable()
export class CycleRemindersService {
  constructor(
    private readonly database: Database,
    private readonly reminders: RemindService,
    private readonly people: PeopleService,
  ) {}

  /**
   * Reminds somebody the actor answers for to renew, at most once in three days whoever does it. Who must take the course that renews it is reminded of that obligation instead.
   * @throws AppError not_found, plans.not_expiring, plans.reminded_lately
   */
  async remind(actor: Actor, cycleId: string): Promise<Reminded> {
    const asked = [cycleId, actor.personId, administrationScope(actor)];
    const cycle = await first<CycleToRemind>(this.database, CYCLE_TO_REMIND, asked);
    if (!cycle?.oversees) throw new AppError('not_found');
    if (cycle.obligation_id) return this.reminders.remind(actor, cycle.obligation_id);
    if (!cycle.ending) throw new AppError('plans.not_expiring');
    return this.database.transaction(async (tx) => {
      const reminded = await first<{ reminded_at: Date }>(tx, REMIND_OF_CYCLE, [cycleId, REMIND_AGAIN_DAYS]);
      if (!reminded) {
        const { reminded_at } = (await first<CycleToRemind>(tx, CYCLE_TO_REMIND, asked))!;
        throw new AppError('plans.reminded_lately', { day: againOn(reminded_at!) });
      }
      const at = reminded.reminded_at;
      const sender = (await this.people.card(actor.personId, tx)).displayName;
      await notify(tx, {
        template: certificationMessages.reminded, to: [cycle.person_id], subject: { type: 'certification_cycle', id: cycleId }, stage: 'by-hand', cycle: at.toISOString(),
        values: { sender, title: cycle.title, day: cycle.valid_until }, link: '/certifications',
      });
      await audit(tx, actor, { action: 'certification.remind', object: { type: 'certification', id: cycle.certification_id }, facts: { cycleId, personId: cycle.person_id } });
      return { remindedAt: at.toISOString(), againOn: againOn(at) };
    });
  }
}

/** The first day on which somebody reminded at a moment may be reminded again. */
const againOn = (remindedAt: Date): string => dayOf(new Date(remindedAt.getTime() + REMIND_AGAIN_DAYS * DAY));
