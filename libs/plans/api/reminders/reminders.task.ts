import { Injectable } from '@nestjs/common';
import { Database, first, type Message, notify, type Transaction } from '@zhixing/platform/api';
import { plansMessages } from '../messages.ts';
import { REPORT, TELL, WORKING_DAY } from './reminders.queries.ts';
import type { Stage } from './stages.rules.ts';

/** Obligations of one transaction. */
const BATCH = 500;
const NOBODY = '00000000-0000-0000-0000-000000000000';

interface Told {
  obligation_id: string;
  stage: Stage;
  due_on: string;
  days: number;
  person_id: string;
  person: string;
  title: string;
  owner_id: string;
  managers: string[];
}

interface Report {
  head_id: string;
  assignment_id: string;
  title: string;
  today: string;
  people: number;
  names: string[];
}

/** Tells people each working morning what falls due or is late: each stage of each due date once, whatever happens to the worker. */
@Injectable()
export class Reminders {
  constructor(private readonly database: Database) {}

  async run(): Promise<void> {
    if (!(await first<{ working: boolean }>(this.database, WORKING_DAY))!.working) return;
    for (let after: string | null = NOBODY; after !== null; ) {
      const from: string = after;
      after = await this.database.transaction((tx) => this.tellSome(tx, from));
    }
    await this.database.transaction((tx) => this.report(tx));
  }

  /** @returns the last obligation told of, null when there are no more */
  private async tellSome(tx: Transaction, after: string): Promise<string | null> {
    const told = await tx.rows<Told>(TELL, [after, BATCH]);
    for (const one of told) for (const message of messagesOf(one)) await notify(tx, message);
    return told.at(-1)?.obligation_id ?? null;
  }

  private async report(tx: Transaction): Promise<void> {
    for (const { head_id, assignment_id, title, today, people, names } of await tx.rows<Report>(REPORT)) {
      const listed = { zh: names.join('、') + (people > names.length ? '等' : ''), en: names.join(', ') + (people > names.length ? ' …' : '') };
      await notify(tx, {
        template: plansMessages.departmentOverdue, to: [head_id], subject: { type: 'assignment', id: assignment_id }, stage: 't+14', cycle: today,
        values: { assignment: title, people, names: listed }, link: '/team/assignments?status=overdue',
      });
    }
  }
}

/** Before: the person; a day after: person and managers; a week after: managers and owner. */
function messagesOf({ obligation_id, stage, due_on, days, person_id, person, title, owner_id, managers }: Told): Message[] {
  const about = { subject: { type: 'obligation', id: obligation_id }, stage, cycle: due_on };
  const toPerson = { ...about, to: [person_id], values: { assignment: title, day: due_on, days }, link: `/obligations/${obligation_id}` };
  const toOthers = { ...about, template: plansMessages.memberOverdue, values: { person, assignment: title, day: due_on, days }, link: `/team/assignments?obligation=${obligation_id}` };
  if (stage === 't+1') return [{ ...toPerson, template: plansMessages.overdue }, { ...toOthers, to: managers }];
  if (stage === 't+7') return [{ ...toOthers, to: [...managers, owner_id].filter((id) => id !== person_id) }];
  return [{ ...toPerson, template: plansMessages.dueSoon }];
}
