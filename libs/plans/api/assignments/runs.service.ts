import { Injectable } from '@nestjs/common';
import { type AssignmentRun, type AssignmentRuns, plansEvents } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, Database, decodeCursor, emit, first, page } from '@zhixing/platform/api';
import type { PageQuery } from '@zhixing/platform/contract';
import { z } from 'zod';
import { AssignmentsService } from './assignments.service.ts';
import { type RunRow, runView } from './assignments.view.ts';
import { ReconcileService } from './reconcile.service.ts';
import { CONFIRM_RUN, DISCARD_RUN, RUN, RUNS } from './runs.queries.ts';

const Cursor = z.tuple([z.string(), z.uuid()]);

/** The reconciliations of an assignment, and the word of a person that big ones wait for. */
@Injectable()
export class RunsService {
  constructor(
    private readonly database: Database,
    private readonly assignments: AssignmentsService,
    private readonly reconcile: ReconcileService,
  ) {}

  /** The newest first. @throws AppError not_found */
  async list(actor: Actor, id: string, { limit, cursor }: PageQuery): Promise<AssignmentRuns> {
    await this.assignments.find(actor, id);
    const after = decodeCursor(Cursor, cursor);
    const rows = await this.database.rows<RunRow & { sort_key: string }>(RUNS, [id, after?.[0] ?? null, after?.[1] ?? null, limit + 1]);
    return page(rows, limit, (row) => [row.sort_key, row.id], runView);
  }

  /** Reconciles now instead of at night. @throws AppError not_found, forbidden, plans.not_active, plans.run_going */
  async ask(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const assignment = await this.assignments.hold(tx, actor, id);
      if (assignment.state !== 'active') throw new AppError('plans.not_active');
      if (!(await this.reconcile.order(tx, assignment, { cause: 'asked', requestedBy: actor.personId }))) throw new AppError('plans.run_going');
    });
  }

  /** Agrees to so many people affected; planned anew before it is applied, and waits again when the number is another. @throws AppError not_found, forbidden, plans.difference_changed, plans.decided_already */
  async confirm(actor: Actor, id: string, runId: string, affected: number): Promise<AssignmentRun> {
    return this.database.transaction(async (tx) => {
      await this.assignments.hold(tx, actor, id);
      if (!(await first(tx, CONFIRM_RUN, [runId, id, affected, actor.personId]))) {
        const run = await first<RunRow>(tx, RUN, [runId]);
        if (run?.assignment_id !== id) throw new AppError('not_found');
        throw run.state === 'waiting' ? new AppError('plans.difference_changed', { affected: run.counts!.affected }) : new AppError('plans.decided_already');
      }
      await audit(tx, actor, { action: 'assignment.confirm', object: { type: 'assignment', id }, facts: { runId, affected } });
      await emit(tx, plansEvents['plans.run_requested'], { runId });
      return runView((await first<RunRow>(tx, RUN, [runId]))!);
    });
  }

  /** Gives a waiting run up; people stay as they are until the next one. @throws AppError not_found, forbidden, plans.decided_already */
  async discard(actor: Actor, id: string, runId: string): Promise<AssignmentRun> {
    return this.database.transaction(async (tx) => {
      await this.assignments.hold(tx, actor, id);
      if (!(await first(tx, DISCARD_RUN, [runId, id]))) throw new AppError((await first<RunRow>(tx, RUN, [runId]))?.assignment_id === id ? 'plans.decided_already' : 'not_found');
      await audit(tx, actor, { action: 'assignment.discard_run', object: { type: 'assignment', id }, facts: { runId } });
      return runView((await first<RunRow>(tx, RUN, [runId]))!);
    });
  }
}
