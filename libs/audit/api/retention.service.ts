import { Inject, Injectable } from '@nestjs/common';
import type { RetentionTable } from '@zhixing/audit/contract';
import { audit, CONFIG, type Config, Database, PersonalData, type Statement } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';
import { v7 as uuid } from 'uuid';
import { LEAVERS } from './personal-data.ts';
import { PURGES, REPORT_PURGE } from './privacy.queries.ts';
import { Pseudonymisation } from './pseudonymisation.ts';

/** Rows that one statement of a rule deletes at most. */
const BATCH = 1000;
const WORKER = { address: 'worker', requestId: 'audit.purge' };

/** How long what is kept, and the task that deletes what is past its time, once a day. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly database: Database,
    private readonly personal: PersonalData,
    private readonly pseudonymisation: Pseudonymisation,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async table(language: Language): Promise<RetentionTable> {
    const runs = new Map((await this.database.rows<{ rule: string; at: Date; rows: number; purged: number }>(PURGES)).map((run) => [run.rule, run]));
    const words = ({ zh, en }: { zh: string; en: string }) => (language === 'en' ? en : zh).replace('{years}', String(this.config.leaverRetentionYears));
    return {
      items: this.personal.retention.map(({ name, title, period, why }) => {
        const run = runs.get(name);
        return { name, title: words(title), period: words(period), why: words(why), lastRun: run ? { at: run.at.toISOString(), rows: run.rows } : null, purged: run?.purged ?? 0 };
      }),
    };
  }

  /**
   * Deletes by every rule and makes leavers nameless, batch after batch, and reports how much; what was done is audited as a number. A rule that fails does not hold the others up.
   * @throws AggregateError afterwards
   */
  async run(): Promise<void> {
    const failures: unknown[] = [];
    const apply = (rule: string, action: string, batches: AsyncIterable<number>) => this.apply(rule, action, batches).catch((error: unknown) => failures.push(error));
    for (const { name, purge } of this.personal.retention) if (purge) await apply(name, 'retention.purge', this.purged(purge));
    await apply(LEAVERS, 'data.pseudonymise', this.pseudonymisation.batches());
    if (failures.length) throw new AggregateError(failures, 'some data past their time could not be dealt with');
  }

  /** How many rows went, batch after batch, until one is not full. */
  private async *purged(statement: Statement): AsyncGenerator<number> {
    for (let deleted = BATCH; deleted === BATCH; ) yield (deleted = (await this.database.transaction((tx) => tx.rows(statement))).length);
  }

  /** What was done before a batch failed is reported all the same. */
  private async apply(rule: string, action: string, batches: AsyncIterable<number>): Promise<void> {
    let rows = 0;
    try {
      for await (const batch of batches) rows += batch;
    } finally {
      await this.database.transaction(async (tx) => {
        await tx.rows(REPORT_PURGE, [uuid(), rule, rows]);
        if (rows) await audit(tx, WORKER, { action, object: { type: 'retention', id: rule }, facts: { rows } });
      });
    }
  }
}
