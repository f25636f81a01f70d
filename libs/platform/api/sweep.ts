import { Injectable } from '@nestjs/common';
import { Database, first } from './database.ts';
import { Files } from './files.ts';
import { Idempotency } from './idempotency.ts';
import { EXPIRED_FILE, FAIL_LOST, FORGET_JOBS } from './jobs.queries.ts';
import { FORGET_LIVE } from './live.queries.ts';

/**
 * Takes away, once an hour, what nobody needs any more: live messages after an hour, exported files and answers kept for repetitions after a day,
 * finished jobs after thirty, bytes without a file. Several processes may do it at once.
 */
@Injectable()
export class Sweep {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly idempotency: Idempotency,
  ) {}

  /** @throws AppError `unavailable` when the storage does not answer */
  async run(): Promise<void> {
    for (const old of [FORGET_LIVE, FAIL_LOST, FORGET_JOBS]) await this.database.transaction((tx) => tx.rows(old));
    while (await this.expireFile());
    await this.files.sweep();
    await this.idempotency.purge();
  }

  private expireFile(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const expired = await first<{ file_id: string }>(tx, EXPIRED_FILE);
      if (expired) await this.files.remove(tx, expired.file_id);
      return Boolean(expired);
    });
  }
}
