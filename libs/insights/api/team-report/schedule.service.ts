import { Injectable } from '@nestjs/common';
import type { ReportSchedule } from '@zhixing/insights/contract';
import { type Actor, audit, Database, first } from '@zhixing/platform/api';
import { END_SCHEDULE, SAVE_SCHEDULE, SCHEDULE } from './schedule.queries.ts';

/** Whether managers are sent the report of their team regularly; off until they ask for it. */
@Injectable()
export class ReportScheduleService {
  constructor(private readonly database: Database) {}

  async find({ personId }: Pick<Actor, 'personId'>): Promise<ReportSchedule> {
    return (await first<ReportSchedule>(this.database, SCHEDULE, [personId])) ?? { every: 'never', scope: 'direct' };
  }

  /** Stores the choice; what is as it was changes nothing and is not audited. */
  async save(actor: Actor, { every, scope }: ReportSchedule): Promise<ReportSchedule> {
    return this.database.transaction(async (tx) => {
      const changed = every === 'never' ? await first(tx, END_SCHEDULE, [actor.personId]) : await first(tx, SAVE_SCHEDULE, [actor.personId, every, scope]);
      if (changed) await audit(tx, actor, { action: 'team_report.schedule', object: { type: 'person', id: actor.personId }, facts: { every, scope } });
      return { every, scope };
    });
  }
}
