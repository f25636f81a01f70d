import { Injectable } from '@nestjs/common';
import type { TeamAsOf } from '@zhixing/insights/contract';
import { Clock, Database, first, JobsService, NO_LOGIN, notify } from '@zhixing/platform/api';
import { dayOf } from '../days.rules.ts';
import { TeamService } from '../team.service.ts';
import { reportMessages } from './messages.ts';
import { figureWords, reportFigures } from './report.rules.ts';
import { DUE_REPORTS, type DueReport, MARK_SENT } from './schedule.queries.ts';

/** People asked for at once. */
const BATCH = 100;
const NOBODY = '00000000-0000-0000-0000-000000000000';
const WORKER = { loginId: NO_LOGIN, address: 'worker', requestId: 'insights.team_reports' };
const REASON = { 'zh-CN': '定期团队报告', en: 'Scheduled team report' };

/**
 * Sends managers, each morning on which a month or week opens for them, the figures of their team with a link to its page, and orders the report of that moment, which they download under the rules of any export.
 * Once a person and period: row, message and order are one transaction.
 */
@Injectable()
export class SendReports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly teams: TeamService,
    private readonly jobs: JobsService,
  ) {}

  async run(): Promise<void> {
    for (let after = NOBODY; ; ) {
      const due = await this.database.rows<DueReport>(DUE_REPORTS, [after, BATCH]);
      for (const one of due) await this.send(one);
      const last = due.at(-1);
      if (!last) return;
      after = last.person_id;
    }
  }

  private async send({ person_id: personId, every, scope, period, language }: DueReport): Promise<void> {
    const day = dayOf(await this.clock.now());
    const figures = messageFigures(await this.teams.asOf({ personId }, { scope, on: day }));
    await this.database.transaction(async (tx) => {
      if (!(await first(tx, MARK_SENT, [personId, period]))) return;
      await this.jobs.order(tx, { ...WORKER, personId, language }, { kind: 'team-report', parameters: { scope }, reason: REASON[language] });
      await notify(tx, { template: reportMessages[every], to: [personId], subject: { type: 'person', id: personId }, cycle: period, values: { day, ...figures }, link: scope === 'line' ? '/team?scope=line' : '/team' });
    });
  }
}

/** The four figures of today as a message says them. */
const messageFigures = (now: TeamAsOf): Record<string, string> => Object.fromEntries(reportFigures(now, now).map((figure) => [figure.key, figureWords(figure.unit, figure.now)]));
