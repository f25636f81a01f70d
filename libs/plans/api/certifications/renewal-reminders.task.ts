import { Injectable } from '@nestjs/common';
import { Database, first, type Message, notify, type Transaction } from '@zhixing/platform/api';
import { WORKING_DAY } from '../reminders/reminders.queries.ts';
import { TELL_OF_CYCLES } from './cycles.queries.ts';
import { certificationMessages } from './messages.ts';

/** Cycles of one transaction. */
const BATCH = 500;
const NOBODY = '00000000-0000-0000-0000-000000000000';

interface Told {
  cycle_id: string;
  stage: 'window' | 't-30' | 't-7' | 'expired';
  person_id: string;
  title: string;
  valid_until: string;
  days: number;
  person: string;
  managers: string[];
}

/** Tells people each working morning when the window of what they hold opens, when 30 and 7 days are left, and when it has expired; then their managers too. Each stage of each cycle once, whatever happens to the worker. */
@Injectable()
export class RenewalReminders {
  constructor(private readonly database: Database) {}

  async run(): Promise<void> {
    if (!(await first<{ working: boolean }>(this.database, WORKING_DAY))!.working) return;
    for (let after: string | null = NOBODY; after !== null; ) {
      const from: string = after;
      after = await this.database.transaction((tx) => this.tellSome(tx, from));
    }
  }

  /** @returns the last cycle told of, null when there are no more */
  private async tellSome(tx: Transaction, after: string): Promise<string | null> {
    const told = await tx.rows<Told>(TELL_OF_CYCLES, [after, BATCH]);
    for (const one of told) for (const message of messagesOf(one)) await notify(tx, message);
    return told.at(-1)?.cycle_id ?? null;
  }
}

function messagesOf({ cycle_id, stage, person_id, title, valid_until: day, days, person, managers }: Told): Message[] {
  const about = { subject: { type: 'certification_cycle', id: cycle_id }, stage };
  const toPerson = { ...about, to: [person_id], values: { title, day, days }, link: '/certifications' };
  if (stage === 'expired') return [{ ...toPerson, template: certificationMessages.expired }, { ...about, template: certificationMessages.memberExpired, to: managers, values: { person, title, day }, link: '/team' }];
  return [{ ...toPerson, template: stage === 'window' ? certificationMessages.windowOpen : certificationMessages.expiring }];
}
