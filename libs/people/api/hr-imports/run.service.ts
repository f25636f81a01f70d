import { Injectable } from '@nestjs/common';
import { peopleEvents } from '@zhixing/people/contract';
import { AppError, audit, Database, type Delivery, emit, type EventHandler, first, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { HOLD_TREE, PROJECT_TREE } from '../departments.queries.ts';
import { PROJECT_ACTIVE } from '../organisation.queries.ts';
import { ADD_POSITIONS, APPLY, HAPPENED, HOLD_PEOPLE, NAMED_POSITIONS } from './apply.queries.ts';
import { CheckService, type Report } from './check.service.ts';
import { needsConfirmation } from './difference.rules.ts';
import { APPLIED, CHECKED, FAIL, FIND, type ImportRow, LOCK, PROGRESS } from './hr-imports.queries.ts';
import { HrImportsService } from './hr-imports.service.ts';

/** People announced at once. */
const BATCH = 500;

type OfImport = { importId: string };

/** Runs one import; a failure of the last try, or a reason of ours, is kept for whoever waits. */
async function running(database: Database, importId: string, { last }: Delivery, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const reason = error instanceof AppError ? error : null;
    if (reason || last) await database.transaction((tx) => tx.rows(FAIL, [importId, reason?.code ?? 'internal', reason?.values ?? {}]));
    if (!reason) throw error;
  }
}

const found = (tx: Transaction, { counts, fingerprint }: Report, importId: string) =>
  tx.rows(CHECKED, [importId, needsConfirmation(counts.affected, counts.staff) ? 'waiting_confirmation' : 'checked', counts, fingerprint]);

/** Tells what a file means, once it is there. A feed that asks for little is applied at once. */
@Injectable()
export class CheckRunner implements EventHandler<OfImport> {
  constructor(
    private readonly database: Database,
    private readonly checks: CheckService,
    private readonly imports: HrImportsService,
  ) {}

  handle({ importId }: OfImport, delivery: Delivery): Promise<void> {
    return running(this.database, importId, delivery, () => this.database.transaction(async (tx) => {
      await tx.rows(LOCK);
      const row = await first<ImportRow>(tx, FIND, [importId]);
      if (row?.state !== 'uploaded') return; // an earlier try came to its end
      const report = await this.checks.check(tx, row);
      await found(tx, report, importId);
      if (row.source === 'feed') await this.imports.applyFeed(tx, importId, report.counts);
    }));
  }
}

/**
 * Makes a confirmed file the organisation, in one transaction: it is checked anew, and when it no longer asks for what was confirmed, it waits with the new report.
 * A worker that dies leaves nothing behind; the next one begins again.
 */
@Injectable()
export class ApplyRunner implements EventHandler<OfImport> {
  constructor(
    private readonly database: Database,
    private readonly checks: CheckService,
  ) {}

  handle({ importId }: OfImport, delivery: Delivery): Promise<void> {
    return running(this.database, importId, delivery, () => this.database.transaction(async (tx) => {
      await tx.rows(LOCK);
      const row = await first<ImportRow>(tx, FIND, [importId]);
      if (row?.state !== 'applying') return;
      await tx.rows(HOLD_TREE);
      await tx.rows(HOLD_PEOPLE, [importId]);
      const report = await this.checks.check(tx, row);
      if (report.fingerprint !== row.fingerprint) {
        await found(tx, report, importId);
        return;
      }
      await this.apply(tx, row, report, delivery.signal);
    }));
  }

  private async apply(tx: Transaction, row: ImportRow, { counts, fingerprint }: Report, signal: AbortSignal): Promise<void> {
    const names = (await tx.rows<{ name: string }>(NAMED_POSITIONS, [row.id])).map((one) => one.name);
    await tx.rows(ADD_POSITIONS, [names.map(() => uuid()), names]);
    for (const [at, step] of APPLY.entries()) {
      signal.throwIfAborted();
      // seen before the commit, so on a connection of its own; this transaction writes the row only at its end
      await this.database.transaction((other) => other.rows(PROGRESS, [row.id, at, APPLY.length]));
      await tx.rows(step, [row.id]);
    }
    await tx.rows(PROJECT_TREE);
    await this.announce(tx, row.id);
    if (!(await first(tx, APPLIED, [row.id]))) throw new Error(`import ${row.id} was ended by another`);
    const { same: _, staff: __, ...facts } = counts;
    await audit(tx, { personId: row.confirmed_by ?? undefined, address: 'worker', requestId: row.id }, { action: 'hr_import.apply', object: { type: 'hr_import', id: row.id }, facts, after: fingerprint });
  }
  /** Whoever came, left or moved is so today, and is announced. */
  private async announce(tx: Transaction, importId: string): Promise<void> {
    for (let after = 0; ; ) {
      const happened = await tx.rows<{ place: number; personId: string; kind: string; day: string; moved: boolean }>(HAPPENED, [importId, after, BATCH]);
      if (!happened.length) return;
      await tx.rows(PROJECT_ACTIVE, [happened.map((one) => one.personId)]);
      for (const { personId, kind, day, moved } of happened) {
        const event = kind === 'new' ? 'people.hired' : kind === 'missing' ? 'people.left' : moved ? 'people.transferred' : null;
        if (event) await emit(tx, peopleEvents[event], { personId, on: day });
      }
      after = happened.at(-1)!.place;
    }
  }
}
