import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Decide, GrantWaiver, ObligationList, ObligationsQuery, ObligationView, OverseenList, OverseenQuery, Reminded, RequestExtension, RevokeWaiver } from '@zhixing/plans/contract';
import { Actor, Allow, download, Downloads, Returns } from '@zhixing/platform/api';
import { ById } from '@zhixing/platform/contract';
import { RemindService } from '../reminders/remind.service.ts';
import { ExtensionsService } from './extensions.service.ts';
import { ObligationsService } from './obligations.service.ts';
import { WaiversService } from './waivers.service.ts';

@Controller()
export class ObligationsController {
  constructor(
    private readonly obligations: ObligationsService,
    private readonly extensions: ExtensionsService,
    private readonly waivers: WaiversService,
    private readonly reminders: RemindService,
  ) {}

  @Get('obligations')
  @Allow('obligation:own')
  @Returns(ObligationList)
  mine(@Actor() actor: Actor, @Query({ schema: ObligationsQuery }) query: ObligationsQuery) {
    return this.obligations.mine(actor, query);
  }

  @Get('obligations/team')
  @Allow('obligation:oversee')
  @Returns(OverseenList)
  team(@Actor() actor: Actor, @Query({ schema: OverseenQuery }) query: OverseenQuery) {
    return this.obligations.team(actor, query);
  }

  @Get('obligations/:id')
  @Allow('obligation:own')
  @Returns(ObligationView)
  one(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.obligations.one(actor, id);
  }

  @Post('obligations/:id/reminders')
  @Allow('obligation:oversee')
  @HttpCode(200)
  @Returns(Reminded)
  remind(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.reminders.remind(actor, id);
  }

  @Get('assignments/:id/people')
  @Allow('assignment:write')
  @Returns(OverseenList)
  people(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Query({ schema: OverseenQuery }) query: OverseenQuery) {
    return this.obligations.people(actor, id, query);
  }

  @Get('assignments/:id/mine')
  @Allow('obligation:own')
  @Returns(ObligationView)
  mineOf(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.obligations.mineOf(actor, id);
  }

  @Post('extensions')
  @Allow('obligation:own')
  @Returns(ObligationView, 201)
  extend(@Actor() actor: Actor, @Body({ schema: RequestExtension }) body: RequestExtension) {
    return this.extensions.ask(actor, body);
  }

  @Post('extensions/:id/decision')
  @Allow('obligation:oversee')
  @HttpCode(200)
  @Returns(ObligationView)
  decide(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: Decide }) body: Decide) {
    return this.extensions.decide(actor, id, body);
  }

  @Post('extensions/:id/withdraw')
  @Allow('obligation:own')
  @HttpCode(200)
  @Returns(ObligationView)
  withdraw(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.extensions.withdraw(actor, id);
  }

  @Post('waivers')
  @Allow('assignment:administer')
  @Returns(ObligationView, 201)
  waive(@Actor() actor: Actor, @Body({ schema: GrantWaiver }) body: GrantWaiver) {
    return this.waivers.grant(actor, body);
  }

  @Post('waivers/:id/revoke')
  @Allow('assignment:administer')
  @HttpCode(200)
  @Returns(ObligationView)
  revoke(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: RevokeWaiver }) { reason }: RevokeWaiver) {
    return this.waivers.revoke(actor, id, reason);
  }

  @Get('waivers/:id/evidence')
  @Allow('obligation:own')
  @Downloads()
  async evidence(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    const { stream, name, type, size } = await this.waivers.evidence(actor, id);
    return download(stream, { name, type, size });
  }
}
