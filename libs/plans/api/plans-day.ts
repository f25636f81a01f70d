import { Injectable } from '@nestjs/common';
import { Database } from '@zhixing/platform/api';
import { ACTIVE } from './assignments/assignments.queries.ts';
import type { AssignmentSqlRow } from './assignments/assignments.view.ts';
import { ReconcileService } from './assignments/reconcile.service.ts';
import { BACK_FROM_LEAVE, COMPLETE_MISSED, REFRESH_DUE } from './obligations/changes.queries.ts';
import { PathCompletionsService } from './paths/completions.service.ts';

/** Begins the day: cycles open, everybody is reconciled with the rules, and what events did not say is caught up with: completions, leave, runs whose worker was lost. */
@Injectable()
export class PlansDay {
  constructor(
    private readonly database: Database,
    private readonly reconcile: ReconcileService,
    private readonly completions: PathCompletionsService,
  ) {}

  async run(): Promise<void> {
    const persons = (await this.database.rows<{ person_id: string }>(BACK_FROM_LEAVE)).map((row) => row.person_id);
    await this.database.transaction(async (tx) => {
      await tx.rows(REFRESH_DUE, [persons]);
      await tx.rows(COMPLETE_MISSED);
      await this.reconcile.resume(tx);
    });
    await this.completions.settleAll();
    for (const assignment of await this.database.rows<AssignmentSqlRow>(ACTIVE)) await this.database.transaction((tx) => this.reconcile.order(tx, assignment, { cause: 'nightly' }));
  }
}
