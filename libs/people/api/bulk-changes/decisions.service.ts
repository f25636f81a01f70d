import { Injectable } from '@nestjs/common';
import type { BulkRows, BulkRowsQuery, ConfirmBulkChange } from '@zhixing/people/contract';
import { type Actor, AppError, audit, Database, decodeCursor, emit, first, page, type Reader, type Transaction } from '@zhixing/platform/api';
import { Id, Instant, type Language, type PageQuery } from '@zhixing/platform/contract';
import { z } from 'zod';
import { actsOf, ApplyService } from './apply.service.ts';
import { bulkChangeEvents } from './bulk-changes.events.ts';
import { type BulkChangeRow, CONFIRM, DEPARTMENT_ROWS, DISCARD, type FileChangeRow, FIND, KEPT_ROWS, LIST, type Origin, ORIGINS, PEOPLE_ROWS, type ReportRow, type SelectionChangeRow, TRY_LOCK } from './bulk-changes.queries.ts';
import { rowView } from './bulk-changes.view.ts';
import { UNDO } from './undo.queries.ts';

/** Up to so many people a change is applied or undone within the request; a worker does what takes longer. */
export const AT_ONCE = 500;

const Newest = z.tuple([Instant, Id]);
const Place = z.tuple([z.int()]);

type RowOf<O extends Origin> = O extends 'file' ? FileChangeRow : SelectionChangeRow;

/** Bulk changes, whether they come of a file or of a selection: read, confirmed, thrown away, undone. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly changes: ApplyService,
  ) {}

  /** Newest first; one more than a page holds. */
  list<O extends Origin>(origin: O, { limit, cursor }: PageQuery): Promise<RowOf<O>[]> {
    const [at, id] = decodeCursor(Newest, cursor) ?? [null, null];
    return this.database.rows<RowOf<O>>(LIST, [at, id, limit + 1, ORIGINS[origin]]);
  }

  /** @throws AppError not_found */
  async one<O extends Origin>(origin: O, id: string, reader: Reader = this.database): Promise<RowOf<O>> {
    const row = await first<RowOf<O>>(reader, FIND, [id, ORIGINS[origin]]);
    if (!row) throw new AppError('not_found');
    return row;
  }

  /** Rows of the report, in its order. @throws AppError not_found */
  async rows(language: Language, origin: Origin, id: string, { kind, limit, cursor }: BulkRowsQuery): Promise<BulkRows> {
    await this.one(origin, id);
    const [after] = decodeCursor(Place, cursor) ?? [0];
    const special = { department: DEPARTMENT_ROWS, kept: KEPT_ROWS }[kind as string];
    const rows = await (special ? this.database.rows<ReportRow>(special, [id, after, limit + 1]) : this.database.rows<ReportRow>(PEOPLE_ROWS, [id, kind, after, limit + 1]));
    return page(rows, limit, (row) => [row.place], (row) => rowView(row, language));
  }

  /**
   * Applies what was reported, or lets a worker do it. What has changed meanwhile is not applied: then the change waits with a new report.
   * @throws AppError not_found; people.bulk_change_number when it waits for the number of people affected and this is another; people.bulk_change_closed when there is nothing to apply or it was decided already
   */
  async confirm<O extends Origin>(actor: Actor, origin: O, id: string, { affected }: ConfirmBulkChange): Promise<RowOf<O>> {
    return this.database.transaction(async (tx) => {
      const { state } = await this.one(origin, id, tx);
      if (!(await first(tx, CONFIRM, [id, actor.personId, affected ?? null]))) throw new AppError(state === 'waiting_confirmation' ? 'people.bulk_change_number' : 'people.bulk_change_closed');
      const row = await this.one(origin, id, tx);
      await audit(tx, actor, { action: `${actsOf(row)}.confirm`, object: { type: actsOf(row), id }, facts: { affected: row.counts!.affected, departments: row.counts!.departments }, after: row.fingerprint });
      if (await atOnce(tx, row)) await this.changes.apply(tx, actor, row);
      else await emit(tx, bulkChangeEvents['people.bulk_change_confirmed'], { changeId: id });
      return this.one(origin, id, tx);
    });
  }

  /** @throws AppError not_found; people.bulk_change_closed when it was decided already */
  async discard<O extends Origin>(actor: Actor, origin: O, id: string): Promise<RowOf<O>> {
    return this.database.transaction(async (tx) => {
      await this.one(origin, id, tx);
      if (!(await first(tx, DISCARD, [id]))) throw new AppError('people.bulk_change_closed');
      const row = await this.one(origin, id, tx);
      await audit(tx, actor, { action: `${actsOf(row)}.discard`, object: { type: actsOf(row), id } });
      return row;
    });
  }

  /** Takes an applied change back, or lets a worker do it. @throws AppError not_found; people.bulk_change_not_undoable; people.manages_itself */
  async undo<O extends Origin>(actor: Actor, origin: O, id: string): Promise<RowOf<O>> {
    return this.database.transaction(async (tx) => {
      await this.one(origin, id, tx);
      if (!(await first(tx, UNDO, [id, actor.personId]))) throw new AppError('people.bulk_change_not_undoable');
      const row = await this.one(origin, id, tx);
      if (await atOnce(tx, row)) await this.changes.undo(tx, actor, row);
      else await emit(tx, bulkChangeEvents['people.bulk_change_undoing'], { changeId: id });
      return this.one(origin, id, tx);
    });
  }
}

/** Whether a change is small, asks for no file to be read, and nothing else is being applied. */
async function atOnce(tx: Transaction, { source, counts }: BulkChangeRow): Promise<boolean> {
  return source === 'selection' && counts!.affected <= AT_ONCE && (await first<{ held: boolean }>(tx, TRY_LOCK))!.held;
}
