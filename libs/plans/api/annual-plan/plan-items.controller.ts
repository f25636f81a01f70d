import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ByItem, ByLink, ChangeItem, MakeLink, MyPlanItems, PlanItem, PlanItems, RecordOutcome, SaveItem } from '@zhixing/plans/contract';
import { Actor, Allow, Idempotency, Idempotent, type IdempotentRequest, IfMatch, Returns } from '@zhixing/platform/api';
import { ById } from '@zhixing/platform/contract';
import { PlanItemsService } from './plan-items.service.ts';

@Controller('annual-plans')
export class PlanItemsController {
  constructor(
    private readonly items: PlanItemsService,
    private readonly idempotency: Idempotency,
  ) {}

  @Get('items/mine')
  @Allow('plan:own')
  @Returns(MyPlanItems)
  mine(@Actor() actor: Actor) {
    return this.items.mine(actor);
  }

  @Get(':id/items')
  @Allow('plan:administer')
  @Returns(PlanItems)
  list(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.items.list(actor, id);
  }

  @Post(':id/items')
  @Allow('plan:administer')
  @Returns(PlanItem, 201)
  add(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Idempotent() request: IdempotentRequest, @Body({ schema: SaveItem }) body: SaveItem) {
    return this.idempotency.transaction(request, body, (tx) => this.items.add(tx, actor, id, body));
  }

  @Put(':id/items/:itemId')
  @Allow('plan:administer')
  @Returns(PlanItem)
  edit(@Actor() actor: Actor, @Param({ schema: ByItem }) { id, itemId }: ByItem, @IfMatch() revision: number, @Body({ schema: SaveItem }) body: SaveItem) {
    return this.items.edit(actor, id, itemId, revision, body);
  }

  @Post(':id/items/:itemId/cancel')
  @Allow('plan:administer')
  @HttpCode(200)
  @Returns(PlanItem)
  cancel(@Actor() actor: Actor, @Param({ schema: ByItem }) { id, itemId }: ByItem, @Body({ schema: ChangeItem }) { reason }: ChangeItem) {
    return this.items.setCancelled(actor, id, itemId, true, reason);
  }

  @Post(':id/items/:itemId/restore')
  @Allow('plan:administer')
  @HttpCode(200)
  @Returns(PlanItem)
  restore(@Actor() actor: Actor, @Param({ schema: ByItem }) { id, itemId }: ByItem, @Body({ schema: ChangeItem }) { reason }: ChangeItem) {
    return this.items.setCancelled(actor, id, itemId, false, reason);
  }

  @Put(':id/items/:itemId/outcome')
  @Allow('plan:administer')
  @Returns(PlanItem)
  outcome(@Actor() actor: Actor, @Param({ schema: ByItem }) { id, itemId }: ByItem, @Body({ schema: RecordOutcome }) { outcome }: RecordOutcome) {
    return this.items.recordOutcome(actor, id, itemId, outcome);
  }

  @Post(':id/items/:itemId/links')
  @Allow('plan:administer')
  @Returns(PlanItem, 201)
  link(@Actor() actor: Actor, @Param({ schema: ByItem }) { id, itemId }: ByItem, @Idempotent() request: IdempotentRequest, @Body({ schema: MakeLink }) body: MakeLink) {
    return this.idempotency.transaction(request, body, (tx) => this.items.link(tx, actor, id, itemId, body));
  }

  @Delete(':id/items/:itemId/links/:linkId')
  @Allow('plan:administer')
  @Returns(PlanItem)
  unlink(@Actor() actor: Actor, @Param({ schema: ByLink }) { id, itemId, linkId }: ByLink) {
    return this.items.unlink(actor, id, itemId, linkId);
  }
}
