import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApprovalList, Decide, DecideException, ExceptionList, ExceptionsQuery, Nominate, NominationList, NominationsQuery, OpenNominations } from '@zhixing/plans/contract';
import { Actor, Allow, Idempotency, Idempotent, type IdempotentRequest, Returns } from '@zhixing/platform/api';
import { ById, Done, PageQuery } from '@zhixing/platform/contract';
import { ApprovalsService } from './approvals.service.ts';
import { NominationsService } from './nominations.service.ts';

const DONE: Done = { done: true };

@Controller()
export class ApprovalsController {
  constructor(
    private readonly approvals: ApprovalsService,
    private readonly nominations: NominationsService,
    private readonly idempotency: Idempotency,
  ) {}

  @Get('approvals')
  @Allow('obligation:oversee')
  @Returns(ApprovalList)
  list(@Actor() actor: Actor, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.approvals.list(actor, query);
  }

  @Get('assignments/exceptions')
  @Allow('assignment:administer')
  @Returns(ExceptionList)
  exceptions(@Actor() actor: Actor, @Query({ schema: ExceptionsQuery }) query: ExceptionsQuery) {
    return this.approvals.exceptions(actor, query);
  }

  @Post('assignments/exceptions/:id/decision')
  @Allow('assignment:administer')
  @HttpCode(200)
  @Returns(Done)
  async decideException(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: DecideException }) body: DecideException) {
    await this.approvals.decideException(actor, id, body);
    return DONE;
  }

  @Get('nominations')
  @Allow('assignment:write')
  @Returns(NominationList)
  nominated(@Actor() actor: Actor, @Query({ schema: NominationsQuery }) query: NominationsQuery) {
    return this.nominations.list(actor, query);
  }

  @Get('nominations/open')
  @Allow('assignment:write')
  @Returns(OpenNominations)
  open(@Actor() actor: Actor) {
    return this.nominations.open(actor);
  }

  @Post('nominations')
  @Allow('assignment:write')
  @Returns(Done, 201)
  nominate(@Actor() actor: Actor, @Idempotent() request: IdempotentRequest, @Body({ schema: Nominate }) body: Nominate) {
    return this.idempotency.transaction(request, body, async (tx) => {
      await this.nominations.nominate(tx, actor, body);
      return DONE;
    });
  }

  @Post('nominations/:id/decision')
  @Allow('assignment:administer')
  @HttpCode(200)
  @Returns(Done)
  async decide(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: Decide }) body: Decide) {
    await this.nominations.decide(actor, id, body);
    return DONE;
  }
}
