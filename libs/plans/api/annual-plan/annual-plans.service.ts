import { Injectable } from '@nestjs/common';
import { administrationScope, anyWithin, PeopleService } from '@zhixing/people/api';
import type { Made } from '@zhixing/people/contract';
import { type Comparison, type MakePlan, type PlanList, type PlanRevisions, type PlansQuery, type PlanView, plansEvents } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, Database, decodeCursor, emit, first, notify, page, type Reader, statement, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { APPROVE, APPROVERS, CLOSE, COMPARISON, COPY_ITEMS, CREATE_PLAN, HOLD_PLAN, OWNERS, PLAN, PLANS, REVISIONS, SEND_BACK, SUBMIT } from './annual-plan.queries.ts';
import { comparisonRow, type ComparisonSqlRow, type Names, planRow, type PlanSqlRow, planView } from './annual-plan.view.ts';
import { annualPlanMessages } from './messages.ts';

const Cursor = z.tuple([z.int(), z.uuid()]);
const RevisionCursor = z.tuple([z.string().regex(/^\d+$/)]);
const OBJECT = (id: string) => ({ type: 'annual_plan', id }) as const;
/** Which of the departments $1 lie within scope $2. */
const WITHIN = statement('plans.plan_departments', `select asked.id from unnest($1::uuid[]) as asked (id) where ${anyWithin('array[asked.id]', '$2')}`);

/** A plan while its row is held. */
export type HeldPlan = Pick<PlanSqlRow, 'id' | 'year' | 'department_id' | 'state'> & { approved_at: Date | null };

interface RevisionSqlRow {
  id: string;
  at: Date;
  by_id: string;
  by_name: string;
  reason: string;
  change: PlanRevisions['items'][number]['change'];
  item_id: string;
  title: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/** Annual training plans: made, handed in, approved by somebody else, compared with what happened, closed. */
@Injectable()
export class AnnualPlansService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
  ) {}

  /** Those the actor administers, the latest year first. */
  async list(actor: Actor, { limit, cursor }: PlansQuery): Promise<PlanList> {
    const after = decodeCursor(Cursor, cursor);
    const rows = await this.database.rows<PlanSqlRow>(PLANS, [administrationScope(actor), after?.[0] ?? null, after?.[1] ?? null, limit + 1]);
    const names = await this.names(rows.map((row) => row.department_id));
    return page(rows, limit, (row) => [row.year, row.id], (row) => planRow(row, names));
  }

  /** One of them. @throws AppError not_found */
  async one(actor: Actor, id: string, reader: Reader = this.database): Promise<PlanView> {
    const row = await this.find(actor, id, reader);
    return planView(row, await this.names([row.department_id], reader), actor.personId);
  }

  /** The row of a plan that the actor administers. @throws AppError not_found */
  async find(actor: Actor, id: string, reader: Reader = this.database): Promise<PlanSqlRow> {
    const row = await first<PlanSqlRow>(reader, PLAN, [id, administrationScope(actor)]);
    if (!row) throw new AppError('not_found');
    return row;
  }

  /** The same, held for the rest of the transaction: changes of one plan come one after the other. @throws AppError not_found */
  async hold(tx: Transaction, actor: Actor, id: string): Promise<HeldPlan> {
    const row = await first<HeldPlan>(tx, HOLD_PLAN, [id, administrationScope(actor)]);
    if (!row) throw new AppError('not_found');
    return row;
  }

  /** Names of departments. */
  async names(ids: readonly (string | null)[], reader: Reader = this.database): Promise<Names> {
    const all = await this.people.departments([...new Set(ids.filter((id) => id !== null))], reader);
    return new Map(all.map((one) => [one.id, one.name]));
  }

  /** Whether all these departments lie within others with all below them; null = the whole bank. */
  async within(reader: Reader, ids: readonly string[], scope: readonly string[] | null): Promise<boolean> {
    return (await reader.rows(WITHIN, [ids, scope])).length === ids.length;
  }

  /** A draft, empty or with the items of another plan of the actor's. @throws AppError not_found, plans.outside_scope, plans.plan_exists */
  async create(tx: Transaction, actor: Actor, { year, departmentId, copyOf }: MakePlan): Promise<Made> {
    if (!(await this.within(tx, [departmentId], administrationScope(actor)))) throw new AppError('plans.outside_scope', { names: '—' });
    if (copyOf) await this.find(actor, copyOf, tx);
    const id = uuid();
    if (!(await first(tx, CREATE_PLAN, [id, year, departmentId, copyOf ?? null, actor.personId]))) throw new AppError('plans.plan_exists');
    if (copyOf) await tx.rows(COPY_ITEMS, [copyOf, id]);
    await audit(tx, actor, { action: 'annual_plan.create', object: OBJECT(id), facts: { year, departmentId, copyOf: copyOf ?? null } });
    return { id };
  }

  /** Hands it in; every other administrator who may approve it is told. @throws AppError not_found, plans.plan_state, plans.plan_empty */
  async submit(tx: Transaction, actor: Actor, id: string): Promise<PlanView> {
    const { state, department_id: departmentId } = await this.hold(tx, actor, id);
    if (!(await first(tx, SUBMIT, [id, actor.personId]))) throw new AppError(state === 'draft' ? 'plans.plan_empty' : 'plans.plan_state');
    await audit(tx, actor, { action: 'annual_plan.submit', object: OBJECT(id) });
    const view = await this.one(actor, id, tx);
    const to = (await tx.rows<{ person_id: string }>(APPROVERS, [departmentId, actor.personId])).map((one) => one.person_id);
    if (to.length) await this.tell(tx, view, annualPlanMessages.submitted, to, { sender: view.submitted!.by.displayName, items: view.items });
    return view;
  }

  /** Makes it a draft again, for a reason; whoever submitted it is told, or takes it back themself. @throws AppError not_found, plans.plan_state */
  async sendBack(tx: Transaction, actor: Actor, id: string, note: string): Promise<PlanView> {
    await this.hold(tx, actor, id);
    const back = await first<{ submitted_by: string }>(tx, SEND_BACK, [id, note]);
    if (!back) throw new AppError('plans.plan_state');
    await audit(tx, actor, { action: 'annual_plan.send_back', object: OBJECT(id), facts: { note } });
    const view = await this.one(actor, id, tx);
    if (back.submitted_by !== actor.personId) await this.tell(tx, view, annualPlanMessages.returned, [back.submitted_by], { note });
    return view;
  }

  /** Approves what somebody else submitted; they and the owners of its items are told. @throws AppError not_found, plans.plan_state, plans.own_plan */
  async approve(tx: Transaction, actor: Actor, id: string): Promise<PlanView> {
    const { state } = await this.hold(tx, actor, id);
    const approved = await first<{ submitted_by: string }>(tx, APPROVE, [id, actor.personId]);
    if (!approved) throw new AppError(state === 'submitted' ? 'plans.own_plan' : 'plans.plan_state');
    await audit(tx, actor, { action: 'annual_plan.approve', object: OBJECT(id), facts: { submittedBy: approved.submitted_by } });
    await emit(tx, plansEvents['plans.annual_plan_approved'], { planId: id });
    const view = await this.one(actor, id, tx);
    await this.tell(tx, view, annualPlanMessages.approved, [approved.submitted_by]);
    for (const { owner_id: owner, items } of await tx.rows<{ owner_id: string; items: number }>(OWNERS, [id])) await this.tell(tx, view, annualPlanMessages.owner, [owner], { items }, '/annual-plan');
    return view;
  }

  /** The year is over: nothing of it changes any more. @throws AppError not_found, plans.plan_state */
  async close(tx: Transaction, actor: Actor, id: string): Promise<PlanView> {
    await this.hold(tx, actor, id);
    if (!(await first(tx, CLOSE, [id]))) throw new AppError('plans.plan_state');
    await audit(tx, actor, { action: 'annual_plan.close', object: OBJECT(id) });
    return this.one(actor, id, tx);
  }

  /** Planned beside actual, by department, month and kind. @throws AppError not_found */
  async comparison(actor: Actor, id: string): Promise<Comparison> {
    await this.find(actor, id);
    const rows = await this.database.rows<ComparisonSqlRow>(COMPARISON, [id]);
    const names = await this.names(rows.map((row) => row.department_id));
    return { rows: rows.map((row) => comparisonRow(row, names)) };
  }

  /** What changed since the approval, the newest first. @throws AppError not_found */
  async revisions(actor: Actor, id: string, { limit, cursor }: PlansQuery): Promise<PlanRevisions> {
    await this.find(actor, id);
    const rows = await this.database.rows<RevisionSqlRow>(REVISIONS, [id, decodeCursor(RevisionCursor, cursor)?.[0] ?? null, limit + 1]);
    return page(rows, limit, (row) => [row.id], ({ by_id, by_name, item_id, title, at, ...row }) => ({
      id: row.id, reason: row.reason, change: row.change, before: row.before, after: row.after, at: at.toISOString(), by: { id: by_id, displayName: by_name }, item: { id: item_id, title },
    }));
  }

  private async tell(tx: Transaction, view: PlanView, template: (typeof annualPlanMessages)[keyof typeof annualPlanMessages], to: string[], more: Record<string, string | number> = {}, link = `/administration/annual-plans/${view.id}`): Promise<void> {
    // a plan may be submitted, sent back and approved more than once
    const stage = view.approved?.at ?? view.submitted?.at ?? '';
    await notify(tx, { template, to, subject: OBJECT(view.id), stage, values: { year: view.year, department: view.department.name, ...more }, link });
  }
}
