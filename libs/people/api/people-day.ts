import { Injectable } from '@nestjs/common';
import { Database } from '@zhixing/platform/api';
import { PROJECT_TREE } from './departments.queries.ts';
import { PROJECT_ACTIVE, RENEW_LINES } from './organisation.queries.ts';

/** Begins the day: what was planned for it becomes what people and departments are today. */
@Injectable()
export class PeopleDay {
  constructor(private readonly database: Database) {}

  async run(): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.rows(PROJECT_TREE);
      await tx.rows(PROJECT_ACTIVE, [null]);
      await tx.rows(RENEW_LINES);
    });
  }
}
