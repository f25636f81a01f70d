import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Made } from '@zhixing/people/contract';
import { ByNeed, DeclineNeed, MyNeeds, NeedList, NeedsQuery, ProposeNeed, SaveItem } from '@zhixing/plans/contract';
import { Actor, Allow, Database, Idempotency, Idempotent, type IdempotentRequest, Returns } from '@zhixing/platform/api';
import { ById, Done } from '@zhixing/platform/contract';
import { NeedsService } from './needs.service.ts';

@Controller()
export class NeedsController {
  constructor(
    private readonly needs: NeedsService,
    private readonly idempotency: Idempotency,
    private readonly database: Database,
  ) {}

  @Get('training-needs')
  @Allow('plan:propose')
  @Returns(MyNeeds)
  mine(@Actor() actor: Actor) {
    return this.needs.mine(actor);
  }

  @Post('training-needs')
  @Allow('plan:propose')
  @Returns(Made, 201)
  propose(@Actor() actor: Actor, @Idempotent() request: IdempotentRequest, @Body({ schema: ProposeNeed }) body: ProposeNeed) {
    return this.idempotency.transaction(request, body, (tx) => this.needs.propose(tx, actor, body));
  }

  @Post('training-needs/:id/withdraw')
  @Allow('plan:propose')
  @HttpCode(200)
  @Returns(Done)
  async withdraw(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById): Promise<Done> {
    await this.database.transaction((tx) => this.needs.withdraw(tx, actor, id));
    return { done: true };
  }

  @Get('annual-plans/:id/needs')
  @Allow('plan:administer')
  @Returns(NeedList)
  list(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Query({ schema: NeedsQuery }) query: NeedsQuery) {
    return this.needs.list(actor, id, query);
  }

  @Post('annual-plans/:id/needs/:needId/take')
  @Allow('plan:administer')
  @Returns(Made, 201)
  take(@Actor() actor: Actor, @Param({ schema: ByNeed }) { id, needId }: ByNeed, @Idempotent() request: IdempotentRequest, @Body({ schema: SaveItem }) body: SaveItem) {
    return this.idempotency.transaction(request, body, (tx) => this.needs.take(tx, actor, id, needId, body));
  }

  @Post('annual-plans/:id/needs/:needId/decline')
  @Allow('plan:administer')
  @HttpCode(200)
  @Returns(Done)
  async decline(@Actor() actor: Actor, @Param({ schema: ByNeed }) { id, needId }: ByNeed, @Body({ schema: DeclineNeed }) { note }: DeclineNeed): Promise<Done> {
    await this.database.transaction((tx) => this.needs.decline(tx, actor, id, needId, note));
    return { done: true };
  }
}
