import { Injectable } from '@nestjs/common';
import { completionsOf } from '@zhixing/courses/api';
import { Database, type EventHandler } from '@zhixing/platform/api';
import { COMPLETE_ALL } from '../obligations/changes.queries.ts';

/** What history that was brought in completes is owed no more, where the rule accepts what was done before. */
@Injectable()
export class FollowImports implements EventHandler<{ completionIds: string[] }> {
  constructor(private readonly database: Database) {}

  async handle({ completionIds }: { completionIds: string[] }): Promise<void> {
    await this.database.transaction(async (tx) => tx.rows(COMPLETE_ALL, [(await completionsOf(tx, completionIds)).map((one) => one.registration_id)]));
  }
}
