import { Injectable } from '@nestjs/common';
import type { Made } from '@zhixing/people/contract';
import type { MyNeeds, NeedList, NeedsQuery, ProposeNeed, SaveItem } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, Database, decodeCursor, first, notify, page, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type ItemSqlRow, needView, type NeedSqlRow, ownNeed } from './annual-plan.view.ts';
import { AnnualPlansService } from './annual-plans.service.ts';
import { annualPlanMessages } from './messages.ts';
import { DECLINE, NEED_OF, NEEDS, OPEN_PLANS, OWN_NEED, OWN_NEEDS, PROPOSE, TAKE, WITHDRAW } from './needs.queries.ts';
import { ITEMS_BY_ID } from './plan-items.queries.ts';
import { PlanItemsService } from './plan-items.service.ts';

const Cursor = z.tuple([z.int(), z.uuid()]);
const OBJECT = (id: string) => ({ type: 'training_need', id }) as const;
type NeedOf = { id: string; title: string; proposed_by: string };

/** What managers ask for, and what L&D makes of it. */
@Injectable()
export class NeedsService {
  constructor(
    private readonly database: Database,
    private readonly plans: AnnualPlansService,
    private readonly items: PlanItemsService,
  ) {}

  /** The actor's own with what became of them, and the drafts they may propose to. */
  async mine(actor: Actor): Promise<MyNeeds> {
    const open = await this.database.rows<{ id: string; year: number; department_id: string }>(OPEN_PLANS, [actor.departmentIds]);
    const rows = await this.database.rows<NeedSqlRow>(OWN_NEEDS, [actor.personId]);
    const items = await this.database.rows<ItemSqlRow>(ITEMS_BY_ID, [rows.flatMap((row) => row.item_id ?? [])]);
    const names = await this.plans.names([...open, ...rows].map((row) => row.department_id));
    return {
      open: open.map((row) => ({ id: row.id, year: row.year, department: { id: row.department_id, name: names.get(row.department_id) ?? '' } })),
      items: rows.map((row) => ownNeed(row, names, items.find((item) => item.id === row.item_id))),
    };
  }

  /** For the actor's own department, to a draft that covers it. @throws AppError plans.needs_closed */
  async propose(tx: Transaction, actor: Actor, { planId, ...need }: ProposeNeed): Promise<Made> {
    const id = uuid();
    const made = await first<{ department_id: string }>(tx, PROPOSE, [id, planId, JSON.stringify(need), actor.personId, actor.departmentIds]);
    if (!made) throw new AppError('plans.needs_closed');
    await audit(tx, actor, { action: 'training_need.propose', object: OBJECT(id), after: { planId, ...need } });
    return { id };
  }

  /** Takes one's own back while nobody has decided. @throws AppError not_found, plans.decided_already */
  async withdraw(tx: Transaction, actor: Actor, id: string): Promise<void> {
    if (!(await first(tx, OWN_NEED, [id, actor.personId]))) throw new AppError('not_found');
    if (!(await first(tx, WITHDRAW, [id, actor.personId]))) throw new AppError('plans.decided_already');
    await audit(tx, actor, { action: 'training_need.withdraw', object: OBJECT(id) });
  }

  /** Those of a plan, the waiting first. @throws AppError not_found */
  async list(actor: Actor, planId: string, { state, limit, cursor }: NeedsQuery): Promise<NeedList> {
    await this.plans.find(actor, planId);
    const after = decodeCursor(Cursor, cursor);
    const rows = await this.database.rows<NeedSqlRow>(NEEDS, [planId, state ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1]);
    const names = await this.plans.names(rows.map((row) => row.department_id));
    return page(rows, limit, (row) => [row.waits, row.id], (row) => needView(row, names));
  }

  /** Makes an item of it, once; the manager is told. @throws AppError not_found, plans.decided_already, and as for an item that is added */
  async take(tx: Transaction, actor: Actor, planId: string, needId: string, body: SaveItem): Promise<Made> {
    const plan = await this.items.open(tx, actor, planId, body.reason);
    const need = await this.find(tx, planId, needId);
    const itemId = await this.items.insert(tx, actor, plan, body);
    if (!(await first(tx, TAKE, [needId, itemId, actor.personId]))) throw new AppError('plans.decided_already');
    await audit(tx, actor, { action: 'training_need.take', object: OBJECT(needId), facts: { itemId } });
    await notify(tx, { template: annualPlanMessages.needTaken, to: [need.proposed_by], subject: OBJECT(needId), values: { need: need.title, item: body.title, month: body.month }, link: '/team/needs' });
    return { id: itemId };
  }

  /** Does not, for a reason; the manager is told. @throws AppError not_found, plans.plan_state, plans.decided_already */
  async decline(tx: Transaction, actor: Actor, planId: string, needId: string, note: string): Promise<void> {
    const { state } = await this.plans.hold(tx, actor, planId);
    if (state === 'closed') throw new AppError('plans.plan_state');
    const need = await this.find(tx, planId, needId);
    if (!(await first(tx, DECLINE, [needId, actor.personId, note]))) throw new AppError('plans.decided_already');
    await audit(tx, actor, { action: 'training_need.decline', object: OBJECT(needId), facts: { note } });
    await notify(tx, { template: annualPlanMessages.needDeclined, to: [need.proposed_by], subject: OBJECT(needId), values: { need: need.title, note }, link: '/team/needs' });
  }

  private async find(tx: Transaction, planId: string, needId: string): Promise<NeedOf> {
    const need = await first<NeedOf>(tx, NEED_OF, [planId, needId]);
    if (!need) throw new AppError('not_found');
    return need;
  }
}
