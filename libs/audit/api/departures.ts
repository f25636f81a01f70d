import { Injectable } from '@nestjs/common';
import { PeopleService } from '@zhixing/people/api';
import { audit, Database, type EventHandler, first, PersonalData } from '@zhixing/platform/api';
import { DEPART, TAKE_DEPARTURE } from './privacy.queries.ts';

const WORKER = { address: 'worker', requestId: 'audit.departures' };

/** Remembers who leaves and when; on the day every room gives up what it may not keep of them. Whoever has a position again by then has not left. */
@Injectable()
export class Departures implements EventHandler<{ personId: string; on: string }> {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly personal: PersonalData,
  ) {}

  async handle({ personId, on }: { personId: string; on: string }): Promise<void> {
    await this.database.transaction((tx) => tx.rows(DEPART, [personId, on]));
    await this.run();
  }

  /** Once a day, and after each event. */
  async run(): Promise<void> {
    while (await this.next());
  }

  private next(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const due = await first<{ personId: string }>(tx, TAKE_DEPARTURE);
      if (!due) return false;
      if ((await this.people.cards([due.personId], tx)).size === 0) {
        await this.personal.leave(tx, due.personId);
        await audit(tx, WORKER, { action: 'data.leaver', object: { type: 'person', id: due.personId } });
      }
      return true;
    });
  }
}
