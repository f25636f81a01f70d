import { Injectable } from '@nestjs/common';
import { administrationScope } from '@zhixing/people/api';
import type { ApprovalList, DecideException, ExceptionList, ExceptionsQuery } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, Database, decodeCursor, first, notify, page } from '@zhixing/platform/api';
import type { PageQuery } from '@zhixing/platform/contract';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { HOLD_ASSIGNMENT } from '../assignments/assignments.queries.ts';
import type { AssignmentSqlRow } from '../assignments/assignments.view.ts';
import { ReconcileService } from '../assignments/reconcile.service.ts';
import { plansMessages } from '../messages.ts';
import { APPROVALS, ASSIGN_EXCEPTION, COUNT_EXCEPTIONS, DECIDE_EXCEPTION, EXCEPTION, EXCEPTIONS } from './approvals.queries.ts';
import { approval, type ApprovalSqlRow, exceptionRow, type ExceptionSqlRow } from './approvals.view.ts';

const Cursor = z.tuple([z.string(), z.uuid()]);

/** What waits for somebody's decision. */
@Injectable()
export class ApprovalsService {
  constructor(
    private readonly database: Database,
    private readonly reconcile: ReconcileService,
  ) {}

  /** Requests for more time of those the actor answers for, and nominations to decide; the oldest first. */
  async list(actor: Actor, { limit, cursor }: PageQuery): Promise<ApprovalList> {
    const after = decodeCursor(Cursor, cursor);
    const rows = await this.database.rows<ApprovalSqlRow>(APPROVALS, [actor.personId, administrationScope(actor), after?.[0] ?? null, after?.[1] ?? null, limit + 1]);
    return page(rows, limit, (row) => [row.sort_key, row.id], approval);
  }

  /** Exceptions among the people of the actor's scope, the oldest first. */
  async exceptions(actor: Actor, { assignmentId, kind, limit, cursor }: ExceptionsQuery): Promise<ExceptionList> {
    const [scope, after] = [administrationScope(actor), decodeCursor(Cursor, cursor)];
    const [rows, counts] = await Promise.all([
      this.database.rows<ExceptionSqlRow>(EXCEPTIONS, [scope, assignmentId ?? null, kind, after?.[0] ?? null, after?.[1] ?? null, limit + 1]),
      this.database.rows<{ kind: ExceptionSqlRow['kind']; waiting: number }>(COUNT_EXCEPTIONS, [scope, assignmentId ?? null]),
    ]);
    const none = { impossible_deadline: 0, already_completed: 0, duplicate: 0, unknown_date: 0 };
    return { ...page(rows, limit, (row) => [row.sort_key, row.id], exceptionRow), counts: { ...none, ...Object.fromEntries(counts.map((one) => [one.kind, one.waiting])) } };
  }

  /** Assigns with a due date of its own, or leaves the person out. @throws AppError not_found, plans.decided_already, plans.due_too_soon, plans.not_active */
  async decideException(actor: Actor, id: string, decision: DecideException): Promise<void> {
    const exception = await first<{ assignment_id: string; cycle: string; person_id: string; kind: string }>(this.database, EXCEPTION, [id, administrationScope(actor)]);
    if (!exception) throw new AppError('not_found');
    await this.database.transaction(async (tx) => {
      const assignment = (await first<AssignmentSqlRow>(tx, HOLD_ASSIGNMENT, [exception.assignment_id]))!;
      const dueOn = decision.dueOn ?? null;
      const today = await this.reconcile.today(tx);
      if (dueOn !== null && dueOn < today) throw new AppError('plans.due_too_soon', { day: today });
      if (dueOn !== null && assignment.state !== 'active') throw new AppError('plans.not_active');
      if (!(await first(tx, DECIDE_EXCEPTION, [id, decision.decision, dueOn, actor.personId, decision.note]))) throw new AppError('plans.decided_already');
      await audit(tx, actor, { action: 'exception.decide', object: { type: 'exception', id }, before: exception, facts: { decision: decision.decision, kind: exception.kind, personId: exception.person_id, dueOn } });
      if (dueOn === null) return;
      const made = await first<{ person_id: string; due_on: string }>(tx, ASSIGN_EXCEPTION, [id, uuid()]);
      if (made) {
        await notify(tx, {
          template: plansMessages.assigned, to: [made.person_id], subject: { type: 'assignment', id: assignment.id }, stage: made.due_on, cycle: exception.cycle,
          values: { assignment: assignment.title, day: made.due_on, reason: assignment.reason }, link: `/assignments/${assignment.id}`,
        });
      }
    });
  }
}
