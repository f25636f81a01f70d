import { Injectable } from '@nestjs/common';
import { importCompletions } from '@zhixing/courses/api';
import { AppError, audit, Database, type Delivery, type EventHandler, first, type Transaction } from '@zhixing/platform/api';
import { importCycles } from '../certifications/past-cycles.ts';
import { BATCH, ResultsCheck } from './check.service.ts';
import { ADVANCE, CHECKED, FAIL, IMPORT_ROWS, MARK_ROWS, type ResultsImportRecord, type StagedResult, TAKE_IMPORT } from './results.queries.ts';

type OfImport = { importId: string };

/** A failure of the last try, or a reason of ours, is kept for whoever waits. */
async function told(database: Database, importId: string, { last }: Delivery, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const reason = error instanceof AppError ? error : null;
    if (reason || last) await database.transaction((tx) => tx.rows(FAIL, [importId, reason?.code ?? 'internal', reason?.values ?? {}]));
    if (!reason) throw error;
  }
}

/** Stores rows, but for those that stand by now. @returns the ids stored */
async function stored(tx: Transaction, rows: StagedResult[]): Promise<string[]> {
  const of = Map.groupBy(rows, (row) => row.target_kind!);
  const completions = (of.get('course') ?? []).map(({ id, person_id, target_id, completed_on, score, minutes }) => ({ id, personId: person_id!, courseId: target_id!, day: completed_on!, score, minutes }));
  const cycles = (of.get('certification') ?? []).map(({ id, person_id, target_id, completed_on }) => ({ id, personId: person_id!, certificationId: target_id!, day: completed_on! }));
  return [...(await importCompletions(tx, completions)), ...(await importCycles(tx, cycles))];
}

/** Tells what a file means, once it is there. */
@Injectable()
export class ResultsCheckRunner implements EventHandler<OfImport> {
  constructor(
    private readonly database: Database,
    private readonly results: ResultsCheck,
  ) {}

  handle({ importId }: OfImport, delivery: Delivery): Promise<void> {
    return told(this.database, importId, delivery, () =>
      this.database.transaction(async (tx) => {
        const row = await first<ResultsImportRecord>(tx, TAKE_IMPORT, [importId, 'uploaded']);
        if (row) await tx.rows(CHECKED, [importId, await this.results.check(tx, row)]);
      }));
  }
}

/** Stores a confirmed file batch by batch, each a transaction that also says how far it is: a worker that takes over goes on after the last whole batch. */
@Injectable()
export class ResultsApplyRunner implements EventHandler<OfImport> {
  constructor(private readonly database: Database) {}

  handle({ importId }: OfImport, delivery: Delivery): Promise<void> {
    return told(this.database, importId, delivery, async () => {
      while (await this.batch(importId)) delivery.signal.throwIfAborted();
    });
  }

  /** @returns whether there may be more */
  private batch(importId: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const row = await first<ResultsImportRecord>(tx, TAKE_IMPORT, [importId, 'applying']);
      if (!row) return false;
      const some = await tx.rows<StagedResult>(IMPORT_ROWS, [importId, 'new', row.done, BATCH]);
      const ids = await stored(tx, some);
      await tx.rows(MARK_ROWS, [some.map((one) => one.id), ids]);
      const { state, applied } = (await first<{ state: string; applied: number }>(tx, ADVANCE, [importId, some.at(-1)!.place, ids.length]))!;
      if (state !== 'applied') return true;
      await audit(tx, { personId: row.confirmed_by!, address: 'worker', requestId: importId }, { action: 'results_import.apply', object: { type: 'results_import', id: importId }, facts: { applied, found: row.counts!.new - applied, ...row.counts! } });
      return false;
    });
  }
}
