import { createHash } from 'node:crypto';
import type { BulkCounts } from '@zhixing/people/contract';
import type { Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import type { StagedRow } from './bulk-changes.entities.ts';
import { FORGET_ROWS, STAGE } from './bulk-changes.queries.ts';

/** Rows compared and written at once. */
export const BATCH = 500;

/** What is to be told of a change: how many rows of each kind, and a fingerprint of what they ask for, without the days. */
export interface Report {
  counts: BulkCounts;
  fingerprint: string;
}

export type Staged = Pick<StagedRow, 'line' | 'subject' | 'kind' | 'personId' | 'key' | 'name' | 'back' | 'target' | 'changes' | 'errors'> & { from: string | null };

/** Writes the rows of a change's report, anew at each check, and counts them. */
export class Stage {
  private place = 0;
  private readonly counts = { new: 0, changed: 0, missing: 0, same: 0, error: 0, departments: 0 };
  private readonly hash = createHash('sha256');

  private constructor(
    private readonly tx: Transaction,
    private readonly changeId: string,
    private readonly staff: number,
  ) {}

  /** Forgets what an earlier check wrote. @param staff how many are employed today */
  static async begin(tx: Transaction, changeId: string, staff: number): Promise<Stage> {
    await tx.rows(FORGET_ROWS, [changeId]);
    return new Stage(tx, changeId, staff);
  }

  async add(rows: Staged[]): Promise<void> {
    for (let at = 0; at < rows.length; at += BATCH) {
      const batch = rows.slice(at, at + BATCH).map((row) => ({ ...row, id: uuid(), place: ++this.place }));
      for (const { subject, kind, key, changes } of batch) {
        this.counts[subject === 'department' ? 'departments' : kind]++;
        if (kind !== 'same') this.hash.update(JSON.stringify([subject, kind, key, changes]));
      }
      await this.tx.rows(STAGE, [this.changeId, JSON.stringify(batch)]);
    }
  }

  report(): Report {
    const affected = this.counts.new + this.counts.changed + this.counts.missing;
    return { counts: { ...this.counts, affected, staff: this.staff }, fingerprint: this.hash.digest('hex') };
  }
}
