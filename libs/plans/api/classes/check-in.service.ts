import { Injectable } from '@nestjs/common';
import type { CheckedIn, CheckIn, CheckInCode, HalfDay } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, Crypto, Database, first } from '@zhixing/platform/api';
import { CHECK_IN, CHECK_IN_AT, CODE_FACTS, TAKE_CODE_TRY } from './attendance.queries.ts';
import { digitsOf, endOfStep, judgeCode, stepAt } from './check-in.rules.ts';
import { ClassesService } from './classes.service.ts';

/** Wrong codes somebody may give at one half-day: one in a hundred thousand to guess it. */
const MOST_TRIES = 10;

const TIME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

interface Window extends HalfDay {
  opens_at: Date;
  closes_at: Date;
  now: Date;
}

const halfDayOf = ({ id, day, part, startsAt, endsAt, topic, speaker, room }: HalfDay): HalfDay => ({ id, day, part, startsAt, endsAt, topic, speaker, room });

/** Checking in by a code that rotates: a link in a QR code, or its six digits. The code is a MAC of half-day and time step, so none is stored. */
@Injectable()
export class CheckInService {
  constructor(
    private readonly database: Database,
    private readonly crypto: Crypto,
    private readonly classes: ClassesService,
  ) {}

  /** The code of this moment, null outside of the window. @throws AppError not_found */
  async code(actor: Actor, id: string, halfDayId: string): Promise<CheckInCode> {
    await this.classes.find(actor, id);
    const found = await first<Window & { checked_in: number }>(this.database, CODE_FACTS, [id, halfDayId]);
    if (!found) throw new AppError('not_found');
    const { opens_at: opensAt, closes_at: closesAt, now } = found;
    const step = stepAt(now);
    return {
      halfDay: halfDayOf(found), code: now >= opensAt && now <= closesAt ? this.codeOf(halfDayId, step) : null, until: endOfStep(step).toISOString(), opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString(), checkedIn: found.checked_in,
    };
  }

  /**
   * The actor is there.
   * @throws AppError not_found, plans.not_on_roster, plans.class_state, plans.check_in_early, plans.check_in_over, plans.attendance_recorded, plans.code_expired, plans.code_wrong, plans.too_many_codes
   */
  async checkIn(actor: Actor, { halfDayId, code }: CheckIn): Promise<CheckedIn> {
    const found = await first<Window & { class_id: string; title: string; state: string; member: boolean; mark: string | null }>(this.database, CHECK_IN_AT, [halfDayId, actor.personId]);
    if (!found) throw new AppError('not_found');
    if (!found.member) throw new AppError('plans.not_on_roster');
    if (found.state !== 'published') throw new AppError('plans.class_state');
    if (found.now < found.opens_at) throw new AppError('plans.check_in_early', { time: TIME.format(found.opens_at) });
    if (found.now > found.closes_at) throw new AppError('plans.check_in_over');
    if (found.mark !== null) throw new AppError('plans.attendance_recorded');
    await this.judge(actor, halfDayId, code, stepAt(found.now));
    await this.database.transaction(async (tx) => {
      if (!(await first(tx, CHECK_IN, [halfDayId, actor.personId]))) throw new AppError('plans.attendance_recorded');
      await audit(tx, actor, { action: 'class.check_in', object: { type: 'class', id: found.class_id }, facts: { halfDayId } });
    });
    return { classId: found.class_id, title: found.title, halfDay: halfDayOf(found) };
  }

  /** A code that is not of now is counted in a transaction of its own, so that refusing does not undo the counting; after too many no code is looked at. */
  private async judge(actor: Actor, halfDayId: string, code: string, step: number): Promise<void> {
    const judged = judgeCode(code, step, (one) => this.codeOf(halfDayId, one));
    const counted = judged === 'valid' ? 0 : 1;
    const left = await this.database.transaction((tx) => first(tx, TAKE_CODE_TRY, [halfDayId, actor.personId, MOST_TRIES, counted]));
    if (!left) throw new AppError('plans.too_many_codes');
    if (judged !== 'valid') throw new AppError(judged === 'expired' ? 'plans.code_expired' : 'plans.code_wrong');
  }

  private codeOf(halfDayId: string, step: number): string {
    return digitsOf(this.crypto.mac('check-in', `${halfDayId} ${step}`));
  }
}
