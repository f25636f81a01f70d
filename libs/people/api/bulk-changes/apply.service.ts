import { Injectable } from '@nestjs/common';
import { peopleEvents } from '@zhixing/people/contract';
import { AppError, audit, emit, first, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { HOLD_TREE, PROJECT_TREE } from '../departments.queries.ts';
import type { By } from '../held-persons.ts';
import { CheckService } from '../hr-imports/check.service.ts';
import { needsConfirmation } from '../hr-imports/difference.rules.ts';
import { LINE_CYCLE } from '../managers.queries.ts';
import { DAY, PROJECT_ACTIVE } from '../organisation.queries.ts';
import { ADD_POSITIONS, APPLY, HAPPENED, type Happened, HOLD_PEOPLE, NAMED_POSITIONS } from './apply.queries.ts';
import { APPLIED, type BulkChangeRow, CHECKED } from './bulk-changes.queries.ts';
import { SelectionService } from './selection.service.ts';
import { BATCH, type Report } from './stage.ts';
import { DROP_DEPARTMENTS, KEEP, PUT_BACK, REPORTS_BACK, UNDO_COUNTS, UNDONE } from './undo.queries.ts';

/** Told before each step of a long change. */
export type OnStep = (at: number, of: number) => Promise<void>;

const quietly: OnStep = () => Promise.resolve();

/** What an audit row calls a change and its acts. */
export const actsOf = ({ source }: Pick<BulkChangeRow, 'source'>): 'bulk_change' | 'hr_import' => (source === 'selection' ? 'bulk_change' : 'hr_import');

/** What is said of a person's part in a change made by hand. */
const ACTS = { transfer: 'people.transfer', line_manager: 'people.manager', end: 'people.end', leave: 'people.leave' } as const;

/** Checks bulk changes, makes them the organisation and undoes them, each in the caller's transaction, which holds the lock on bulk changes when it applies or undoes. */
@Injectable()
export class ApplyService {
  constructor(
    private readonly files: CheckService,
    private readonly selections: SelectionService,
  ) {}

  /** Tells what a change asks for. @throws AppError when it cannot be asked at all */
  async check(tx: Transaction, row: BulkChangeRow): Promise<Report> {
    const report = await this.difference(tx, row);
    await found(tx, row, report);
    return report;
  }

  /** Applies a change that is being applied. It is checked anew, and when it no longer asks for what was confirmed, it waits with the new report. */
  async apply(tx: Transaction, by: By, row: BulkChangeRow, onStep = quietly): Promise<void> {
    await tx.rows(HOLD_TREE);
    await tx.rows(HOLD_PEOPLE, [row.id]);
    const report = await this.difference(tx, row);
    const { counts, fingerprint } = report;
    if (fingerprint !== row.fingerprint) return found(tx, row, report);
    const names = (await tx.rows<{ name: string }>(NAMED_POSITIONS, [row.id])).map((one) => one.name);
    await tx.rows(ADD_POSITIONS, [names.map(() => uuid()), names]);
    for (const [at, step] of APPLY.entries()) {
      await onStep(at, APPLY.length);
      await tx.rows(step, [row.id]);
    }
    await tx.rows(PROJECT_TREE);
    await eachBatch(tx, row, async ({ personId, kind, day, moved }) => {
      const event = kind === 'new' ? 'people.hired' : kind === 'missing' ? 'people.left' : moved ? 'people.transferred' : null;
      if (event) await emit(tx, peopleEvents[event], { personId, on: day });
      if (row.source === 'selection' && row.change.kind === 'leave') await emit(tx, peopleEvents['people.leave_changed'], { personId });
      if (row.source === 'selection') await audit(tx, by, { action: ACTS[row.change.kind], object: { type: 'person', id: personId }, after: row.change, facts: { changeId: row.id, from: day } });
    });
    if (!(await first(tx, APPLIED, [row.id]))) throw new Error(`bulk change ${row.id} was ended by another`);
    const { same: _, staff: __, ...facts } = counts;
    await audit(tx, by, { action: `${actsOf(row)}.apply`, object: { type: actsOf(row), id: row.id }, facts, after: fingerprint });
  }

  /**
   * Undoes a change that is being undone: every dated row it wrote is as it was, but for those of people or departments that something happened to since; they are marked and stay.
   * Whoever was hired by it stays known, without employment, and cannot sign in.
   * @throws AppError `people.manages_itself` when managers put back would stand in a circle with those of today
   */
  async undo(tx: Transaction, by: By, row: BulkChangeRow, onStep = quietly): Promise<void> {
    await tx.rows(HOLD_TREE);
    await tx.rows(HOLD_PEOPLE, [row.id]);
    for (let marked = true; marked; ) {
      marked = false;
      for (const query of KEEP) if ((await tx.rows(query, [row.id])).length) marked = true;
    }
    for (const [at, step] of PUT_BACK.entries()) {
      await onStep(at, PUT_BACK.length);
      await tx.rows(step, [row.id]);
    }
    await tx.rows(PROJECT_TREE);
    for (const query of DROP_DEPARTMENTS) await tx.rows(query, [row.id]);
    const { today } = (await first<{ today: string }>(tx, DAY))!;
    const reports = (await tx.rows<{ personId: string }>(REPORTS_BACK, [row.id])).map((one) => one.personId);
    if (reports.length && (await first(tx, LINE_CYCLE, [reports, today]))) throw new AppError('people.manages_itself');
    await eachBatch(tx, row, async ({ personId, kind, day, moved }) => {
      const event = kind === 'new' ? 'people.left' : kind === 'missing' ? 'people.hired' : moved ? 'people.transferred' : null;
      if (event) await emit(tx, peopleEvents[event], { personId, on: day });
      if (row.source === 'selection' && row.change.kind === 'leave') await emit(tx, peopleEvents['people.leave_changed'], { personId });
      if (row.source === 'selection') await audit(tx, by, { action: 'people.undo', object: { type: 'person', id: personId }, before: row.change, facts: { changeId: row.id, from: day } });
    });
    const counts = (await first<{ people: number; departments: number; kept: number }>(tx, UNDO_COUNTS, [row.id]))!;
    if (!(await first(tx, UNDONE, [row.id, counts.kept]))) throw new Error(`bulk change ${row.id} was undone by another`);
    await audit(tx, by, { action: `${actsOf(row)}.undo`, object: { type: actsOf(row), id: row.id }, facts: { ...counts }, before: row.fingerprint });
  }

  private difference(tx: Transaction, row: BulkChangeRow): Promise<Report> {
    return row.source === 'selection' ? this.selections.check(tx, row) : this.files.check(tx, row);
  }
}

async function found(tx: Transaction, { id }: BulkChangeRow, { counts, fingerprint }: Report): Promise<void> {
  await tx.rows(CHECKED, [id, needsConfirmation(counts.affected, counts.staff) ? 'waiting_confirmation' : 'checked', counts, fingerprint]);
}

/** Everybody the change touched, or put back, is so today; then `each` of them. */
async function eachBatch(tx: Transaction, row: BulkChangeRow, each: (one: Happened) => Promise<void>): Promise<void> {
  for (let after = 0; ; ) {
    const happened = await tx.rows<Happened>(HAPPENED, [row.id, after, BATCH]);
    if (!happened.length) return;
    await tx.rows(PROJECT_ACTIVE, [happened.map((one) => one.personId)]);
    for (const one of happened) await each(one);
    after = happened.at(-1)!.place;
  }
}
