import { Injectable } from '@nestjs/common';
import type { RetentionTable } from '@zhixing/audit/contract';
import { audit, Database, PersonalData, type RetentionRule } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';
import { v7 as uuid } from 'uuid';
import { PURGES, REPORT_PURGE } from './privacy.queries.ts';

/** Rows that one statement of a rule deletes at most. */
const BATCH = 1000;
const WORKER = { address: 'worker', requestId: 'audit.purge' };

/** How long what is kept, and the task that deletes what is past its time, once a day. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly database: Database,
    private readonly personal: PersonalData,
  ) {}

  async table(language: Language): Promise<RetentionTable> {
    const runs = new Map((await this.database.rows<{ rule: string; at: Date; rows: number; purged: number }>(PURGES)).map((run) => [run.rule, run]));
    const words = ({ zh, en }: { zh: string; en: string }) => (language === 'en' ? en : zh);
    return {
      items: this.personal.retention.map(({ name, title, period, why }) => {
        const run = runs.get(name);
        return { name, title: words(title), period: words(period), why: words(why), lastRun: run ? { at: run.at.toISOString(), rows: run.rows } : null, purged: run?.purged ?? 0 };
      }),
    };
  }

  /** Deletes by every rule, batch after batch, and reports how much; what was deleted is audited as a number. A rule that fails does not hold the others up. @throws AggregateError afterwards */
  async run(): Promise<void> {
    const failures: unknown[] = [];
    for (const { name, purge } of this.personal.retention) if (purge) await this.purge(name, purge).catch((error: unknown) => failures.push(error));
    if (failures.length) throw new AggregateError(failures, 'some data past their time could not be deleted');
  }

  private async purge(name: string, statement: NonNullable<RetentionRule['purge']>): Promise<void> {
    let rows = 0;
    for (let deleted = BATCH; deleted === BATCH; rows += deleted) deleted = (await this.database.transaction((tx) => tx.rows(statement))).length;
    await this.database.transaction(async (tx) => {
      await tx.rows(REPORT_PURGE, [uuid(), name, rows]);
      if (rows) await audit(tx, WORKER, { action: 'retention.purge', object: { type: 'retention', id: name }, facts: { rows } });
    });
  }
}
