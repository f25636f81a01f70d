import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Made } from '@zhixing/people/contract';
import { Comparison, MakePlan, PlanList, PlanRevisions, PlansQuery, PlanView, SendBack } from '@zhixing/plans/contract';
import { Actor, Allow, Database, Idempotency, Idempotent, type IdempotentRequest, Returns } from '@zhixing/platform/api';
import { ById } from '@zhixing/platform/contract';
import { AnnualPlansService } from './annual-plans.service.ts';

@Controller('annual-plans')
export class AnnualPlansController {
  constructor(
    private readonly plans: AnnualPlansService,
    private readonly idempotency: Idempotency,
    private readonly database: Database,
  ) {}

  @Get()
  @Allow('plan:administer')
  @Returns(PlanList)
  list(@Actor() actor: Actor, @Query({ schema: PlansQuery }) query: PlansQuery) {
    return this.plans.list(actor, query);
  }

  @Post()
  @Allow('plan:administer')
  @Returns(Made, 201)
  create(@Actor() actor: Actor, @Idempotent() request: IdempotentRequest, @Body({ schema: MakePlan }) body: MakePlan) {
    return this.idempotency.transaction(request, body, (tx) => this.plans.create(tx, actor, body));
  }

  @Get(':id')
  @Allow('plan:administer')
  @Returns(PlanView)
  one(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.plans.one(actor, id);
  }

  @Post(':id/submit')
  @Allow('plan:administer')
  @HttpCode(200)
  @Returns(PlanView)
  submit(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.database.transaction((tx) => this.plans.submit(tx, actor, id));
  }

  @Post(':id/send-back')
  @Allow('plan:administer')
  @HttpCode(200)
  @Returns(PlanView)
  sendBack(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: SendBack }) { note }: SendBack) {
    return this.database.transaction((tx) => this.plans.sendBack(tx, actor, id, note));
  }

  @Post(':id/approve')
  @Allow('plan:administer')
  @HttpCode(200)
  @Returns(PlanView)
  approve(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.database.transaction((tx) => this.plans.approve(tx, actor, id));
  }

  @Post(':id/close')
  @Allow('plan:administer')
  @HttpCode(200)
  @Returns(PlanView)
  close(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.database.transaction((tx) => this.plans.close(tx, actor, id));
  }

  @Get(':id/comparison')
  @Allow('plan:administer')
  @Returns(Comparison)
  comparison(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.plans.comparison(actor, id);
  }

  @Get(':id/revisions')
  @Allow('plan:administer')
  @Returns(PlanRevisions)
  revisions(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Query({ schema: PlansQuery }) query: PlansQuery) {
    return this.plans.revisions(actor, id, query);
  }
}
