import { Injectable } from '@nestjs/common';
import { PeopleService } from '@zhixing/people/api';
import { type LinkKind, type MakeLink, type MyPlanItems, type Outcome, PLAN_ITEMS, type PlanChange, type PlanItem, type PlanItems, type SaveItem } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, Database, first, type Reader, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { AssignmentsService } from '../assignments/assignments.service.ts';
import { ClassesService } from '../classes/classes.service.ts';
import { PlanItemRow, PlanRevision } from './annual-plan.entities.ts';
import { type ItemSqlRow, planItem } from './annual-plan.view.ts';
import { AnnualPlansService, type HeldPlan } from './annual-plans.service.ts';
import { ADD_ITEM, CANCEL_ITEM, ITEM, ITEMS, LINK, LINKED, OWN_ITEMS, STORED_ITEM, UNLINK } from './plan-items.queries.ts';

type Fields = Omit<SaveItem, 'reason'>;
type StoredItem = Fields & { cancelled: boolean; revision: number; linked: boolean; recorded: boolean };

const OBJECT = (id: string) => ({ type: 'plan_item', id }) as const;

/** What differs between two states of an item, both ways. */
function difference(before: Partial<Fields>, after: Partial<Fields>): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const keys = (Object.keys(after) as (keyof Fields)[]).filter((key) => before[key] !== after[key]);
  const only = (from: Partial<Fields>) => Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]]));
  return { before: only(before), after: only(after) };
}

/** Items of annual plans, what fulfils them and what became of them. In a draft they change freely; once the plan is approved each change has a reason and is a revision. */
@Injectable()
export class PlanItemsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly plans: AnnualPlansService,
    private readonly classes: ClassesService,
    private readonly assignments: AssignmentsService,
  ) {}

  /** All items of a plan, by month. @throws AppError not_found */
  async list(actor: Actor, planId: string): Promise<PlanItems> {
    await this.plans.find(actor, planId);
    return { items: await this.shown(this.database, await this.database.rows<ItemSqlRow>(ITEMS, [planId])) };
  }

  /** Items of approved plans the actor is the owner of. */
  async mine(actor: Actor): Promise<MyPlanItems> {
    const rows = await this.database.rows<ItemSqlRow>(OWN_ITEMS, [actor.personId]);
    const names = await this.plans.names(rows.flatMap((row) => [row.department_id, row.need_department_id, row.plan_department_id]));
    return { items: rows.map((row) => ({ ...planItem(row, names), plan: { id: row.plan_id, year: row.year, department: { id: row.plan_department_id, name: names.get(row.plan_department_id) ?? '' } } })) };
  }

  /** Adds an item. @throws AppError not_found, plans.plan_state, plans.plan_reason, plans.plan_full, plans.outside_plan */
  async add(tx: Transaction, actor: Actor, planId: string, body: SaveItem): Promise<PlanItem> {
    const plan = await this.open(tx, actor, planId, body.reason);
    const id = await this.insert(tx, actor, plan, body);
    return this.one(tx, planId, id);
  }

  /** The same in a plan that is held already, for whoever takes a need into it. @throws AppError plans.plan_full, plans.outside_plan */
  async insert(tx: Transaction, actor: Actor, plan: HeldPlan, { reason = '', ...fields }: SaveItem): Promise<string> {
    await this.check(tx, plan, fields);
    const id = uuid();
    if (!(await first(tx, ADD_ITEM, [plan.id, id, JSON.stringify(fields), PLAN_ITEMS]))) throw new AppError('plans.plan_full', { most: PLAN_ITEMS });
    await this.record(tx, actor, plan, id, 'add', reason, difference({}, fields));
    return id;
  }

  /** Says everything of an item anew. @throws AppError not_found, plans.plan_state, plans.plan_reason, plans.item_cancelled, plans.outside_plan, precondition_failed */
  async edit(actor: Actor, planId: string, itemId: string, revision: number, { reason = '', ...fields }: SaveItem): Promise<PlanItem> {
    return this.database.transaction(async (tx) => {
      const plan = await this.open(tx, actor, planId, reason);
      const before = await this.stored(tx, planId, itemId);
      if (before.cancelled) throw new AppError('plans.item_cancelled');
      await this.check(tx, plan, fields);
      const { affected } = await tx.manager.update(PlanItemRow, { id: itemId, planId, revision }, { ...fields, revision: revision + 1 });
      if (!affected) throw new AppError('precondition_failed');
      await this.record(tx, actor, plan, itemId, 'edit', reason, difference(before, fields));
      return this.one(tx, planId, itemId);
    });
  }

  /** Cancels an item, or takes that back. Saying it twice changes nothing. @throws AppError not_found, plans.plan_state, plans.plan_reason */
  async setCancelled(actor: Actor, planId: string, itemId: string, cancelled: boolean, reason = ''): Promise<PlanItem> {
    return this.database.transaction(async (tx) => {
      const plan = await this.open(tx, actor, planId, reason);
      await this.stored(tx, planId, itemId);
      if (await first(tx, CANCEL_ITEM, [planId, itemId, cancelled])) await this.record(tx, actor, plan, itemId, cancelled ? 'cancel' : 'restore', reason, { before: {}, after: {} });
      return this.one(tx, planId, itemId);
    });
  }

  /** What became of an item that nothing in the system fulfils; null takes it back. Not a change of the plan. @throws AppError not_found, plans.plan_state, plans.item_cancelled, plans.item_linked */
  async recordOutcome(actor: Actor, planId: string, itemId: string, outcome: Outcome | null): Promise<PlanItem> {
    return this.database.transaction(async (tx) => {
      const { state } = await this.plans.hold(tx, actor, planId);
      const item = await this.stored(tx, planId, itemId);
      if (state !== 'approved') throw new AppError('plans.plan_state');
      if (item.cancelled) throw new AppError('plans.item_cancelled');
      if (item.linked && outcome) throw new AppError('plans.item_linked');
      await tx.manager.update(PlanItemRow, { id: itemId }, { outcomeOn: outcome?.on ?? null, outcomePeople: outcome?.people ?? null, outcomeHours: outcome?.hours ?? null, outcomeCost: outcome?.cost ?? null });
      await audit(tx, actor, { action: 'plan_item.outcome', object: OBJECT(itemId), after: { outcome } });
      return this.one(tx, planId, itemId);
    });
  }

  /** A class or assignment the actor administers fulfils an item from now on. @throws AppError not_found, plans.plan_state, plans.item_cancelled, plans.outcome_recorded, plans.link_taken */
  async link(tx: Transaction, actor: Actor, planId: string, itemId: string, { kind, targetId }: MakeLink): Promise<PlanItem> {
    const { state } = await this.plans.hold(tx, actor, planId);
    if (state === 'closed') throw new AppError('plans.plan_state');
    const item = await this.stored(tx, planId, itemId);
    if (item.cancelled) throw new AppError('plans.item_cancelled');
    if (item.recorded) throw new AppError('plans.outcome_recorded');
    await this.requireTarget(tx, actor, kind, targetId);
    if (!(await first(tx, LINK, [uuid(), planId, itemId, kind, targetId, actor.personId]))) {
      const taken = await first<{ title: string }>(tx, LINKED, [planId, kind, targetId]);
      throw new AppError('plans.link_taken', { item: taken?.title ?? '' });
    }
    await audit(tx, actor, { action: 'plan_item.link', object: OBJECT(itemId), facts: { kind, targetId } });
    return this.one(tx, planId, itemId);
  }

  /** It no longer does. @throws AppError not_found, plans.plan_state */
  async unlink(actor: Actor, planId: string, itemId: string, linkId: string): Promise<PlanItem> {
    return this.database.transaction(async (tx) => {
      const { state } = await this.plans.hold(tx, actor, planId);
      if (state === 'closed') throw new AppError('plans.plan_state');
      const gone = await first<{ kind: LinkKind; targetId: string }>(tx, UNLINK, [planId, itemId, linkId]);
      if (!gone) throw new AppError('not_found');
      await audit(tx, actor, { action: 'plan_item.unlink', object: OBJECT(itemId), facts: { kind: gone.kind, targetId: gone.targetId } });
      return this.one(tx, planId, itemId);
    });
  }

  /** The plan, held, when it may be changed now. @throws AppError not_found, plans.plan_state, plans.plan_reason when it is approved and no reason is given */
  async open(tx: Transaction, actor: Actor, planId: string, reason: string | undefined): Promise<HeldPlan> {
    const plan = await this.plans.hold(tx, actor, planId);
    if (plan.state !== 'draft' && plan.state !== 'approved') throw new AppError('plans.plan_state');
    if (plan.state === 'approved' && !reason) throw new AppError('plans.plan_reason');
    return plan;
  }

  private async one(reader: Reader, planId: string, itemId: string): Promise<PlanItem> {
    const [item] = await this.shown(reader, await reader.rows<ItemSqlRow>(ITEM, [planId, itemId]));
    if (!item) throw new AppError('not_found');
    return item;
  }

  private async shown(reader: Reader, rows: ItemSqlRow[]): Promise<PlanItem[]> {
    const names = await this.plans.names(rows.flatMap((row) => [row.department_id, row.need_department_id]), reader);
    return rows.map((row) => planItem(row, names));
  }

  private async stored(tx: Transaction, planId: string, itemId: string): Promise<StoredItem> {
    const item = await first<StoredItem>(tx, STORED_ITEM, [planId, itemId]);
    if (!item) throw new AppError('not_found');
    return item;
  }

  /** An item is planned for a department of its plan, and owned by somebody who exists. */
  private async check(tx: Transaction, plan: HeldPlan, { departmentId, ownerId }: Fields): Promise<void> {
    if (departmentId !== null && !(await this.plans.within(tx, [departmentId], [plan.department_id]))) throw new AppError('plans.outside_plan');
    await this.people.card(ownerId, tx);
  }

  private async requireTarget(tx: Transaction, actor: Actor, kind: LinkKind, id: string): Promise<void> {
    if (kind === 'class') await this.classes.find(actor, id, tx);
    else await this.assignments.find(actor, id, tx);
  }

  private async record(tx: Transaction, actor: Actor, plan: HeldPlan, itemId: string, change: PlanChange, reason: string, { before, after }: ReturnType<typeof difference>): Promise<void> {
    await audit(tx, actor, { action: `plan_item.${change}`, object: OBJECT(itemId), before, after, facts: { planId: plan.id, reason } });
    if (plan.state === 'approved') await tx.manager.insert(PlanRevision, { planId: plan.id, itemId, change, at: () => 'platform.now()', byId: actor.personId, reason, before: before as never, after: after as never });
  }
}
