import { Injectable } from '@nestjs/common';
import { AppError, Database, type Delivery, type EventHandler, first, type Statement, type Transaction } from '@zhixing/platform/api';
import type { By } from '../held-persons.ts';
import { HrImportsService } from '../hr-imports/hr-imports.service.ts';
import { ApplyService, type OnStep } from './apply.service.ts';
import { type BulkChangeRow, FAIL, FIND, LOCK, ORIGINS, PROGRESS } from './bulk-changes.queries.ts';
import { NOT_UNDONE } from './undo.queries.ts';

type OfChange = { changeId: string };

const ANYWHERE = Object.values(ORIGINS).flat();

/** Runs one change; a failure of the last try, or a reason of ours, is kept by `failed` for whoever waits. */
async function running(database: Database, changeId: string, { last }: Delivery, failed: Statement, work: (tx: Transaction, row: BulkChangeRow) => Promise<void>): Promise<void> {
  try {
    await database.transaction(async (tx) => {
      await tx.rows(LOCK);
      const row = await first<BulkChangeRow>(tx, FIND, [changeId, ANYWHERE]);
      if (row) await work(tx, row);
    });
  } catch (error) {
    const reason = error instanceof AppError ? error : null;
    if (reason || last) await database.transaction((tx) => tx.rows(failed, [changeId, reason?.code ?? 'internal', reason?.values ?? {}]));
    if (!reason) throw error;
  }
}

/** Says how far a change is: seen before the commit, so on a connection of its own; the transaction of the change writes its row only at its end. */
const telling = (database: Database, { id }: BulkChangeRow, signal: AbortSignal): OnStep => async (at, of) => {
  signal.throwIfAborted();
  await database.transaction((other) => other.rows(PROGRESS, [id, at, of]));
};

const inNameOf = (personId: string | null, { id }: BulkChangeRow): By => ({ ...(personId !== null && { personId }), address: 'worker', requestId: id });

/** Tells what a change means, once it is there. A feed that asks for little is applied at once. */
@Injectable()
export class CheckRunner implements EventHandler<OfChange> {
  constructor(
    private readonly database: Database,
    private readonly changes: ApplyService,
    private readonly imports: HrImportsService,
  ) {}

  handle({ changeId }: OfChange, delivery: Delivery): Promise<void> {
    return running(this.database, changeId, delivery, FAIL, async (tx, row) => {
      if (row.state !== 'uploaded') return; // an earlier try came to its end
      const { counts } = await this.changes.check(tx, row);
      if (row.source === 'feed') await this.imports.applyFeed(tx, changeId, counts);
    });
  }
}

/** Makes a confirmed change the organisation, in one transaction. A worker that dies leaves nothing behind; the next one begins again. */
@Injectable()
export class ApplyRunner implements EventHandler<OfChange> {
  constructor(
    private readonly database: Database,
    private readonly changes: ApplyService,
  ) {}

  handle({ changeId }: OfChange, delivery: Delivery): Promise<void> {
    return running(this.database, changeId, delivery, FAIL, async (tx, row) => {
      if (row.state === 'applying') await this.changes.apply(tx, inNameOf(row.confirmed_by, row), row, telling(this.database, row, delivery.signal));
    });
  }
}

/** Undoes an applied change, in one transaction. One that cannot be undone stays applied and says why. */
@Injectable()
export class UndoRunner implements EventHandler<OfChange> {
  constructor(
    private readonly database: Database,
    private readonly changes: ApplyService,
  ) {}

  handle({ changeId }: OfChange, delivery: Delivery): Promise<void> {
    return running(this.database, changeId, delivery, NOT_UNDONE, async (tx, row) => {
      if (row.state === 'undoing') await this.changes.undo(tx, inNameOf(row.undone_by, row), row, telling(this.database, row, delivery.signal));
    });
  }
}
