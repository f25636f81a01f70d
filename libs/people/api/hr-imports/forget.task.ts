import { Injectable } from '@nestjs/common';
import { Database } from '@zhixing/platform/api';
import { FORGET_OLD } from './hr-imports.queries.ts';

/** Deletes the rows of old reports: they are copies of personal data. What was done stays in the dated rows and the audit. */
@Injectable()
export class ForgetTask {
  constructor(private readonly database: Database) {}

  async run(): Promise<void> {
    await this.database.transaction((tx) => tx.rows(FORGET_OLD));
  }
}
