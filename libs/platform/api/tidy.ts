import { Injectable } from '@nestjs/common';
import { Database, first } from './database.ts';
import { Files } from './files.ts';
import { EXPIRED_FILE, FAIL_LOST, FORGET_JOBS } from './jobs.queries.ts';
import { FORGET_LIVE } from './live.queries.ts';

/** What the kernel forgets: exported files after a day, finished jobs after thirty, live messages after an hour. */
@Injectable()
export class Tidy {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
  ) {}

  async run(): Promise<void> {
    for (const old of [FORGET_LIVE, FAIL_LOST, FORGET_JOBS]) await this.database.transaction((tx) => tx.rows(old));
    while (await this.expireFile());
  }

  private expireFile(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const expired = await first<{ file_id: string }>(tx, EXPIRED_FILE);
      if (expired) await this.files.remove(tx, expired.file_id);
      return Boolean(expired);
    });
  }
}
