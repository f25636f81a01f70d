import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Actor, Allow, Database, Idempotency, Idempotent, type IdempotentRequest, Returns } from '@zhixing/platform/api';
import { ById } from '@zhixing/platform/contract';
import { Corrected, CorrectHours, HoursQuery, HoursRules, HoursYear, RuleYear, SetHoursRule } from '@zhixing/recognition/contract';
import { HoursService } from './hours.service.ts';

@Controller('hours')
export class HoursController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly hours: HoursService,
  ) {}

  @Get()
  @Allow('recognition:own')
  @Returns(HoursYear)
  mine(@Actor() actor: Actor, @Query({ schema: HoursQuery }) query: HoursQuery) {
    return this.hours.ofPerson(actor, actor.personId, query);
  }

  @Get('rules')
  @Allow('recognition:administer')
  @Returns(HoursRules)
  rules() {
    return this.hours.rules();
  }

  @Put('rules/:year')
  @HttpCode(200)
  @Allow('recognition:administer')
  @Returns(HoursRules)
  async setRule(@Actor() actor: Actor, @Param({ schema: RuleYear }) { year }: RuleYear, @Body({ schema: SetHoursRule }) body: SetHoursRule) {
    await this.database.transaction((tx) => this.hours.setRule(tx, actor, year, body));
    return this.hours.rules();
  }

  @Get('people/:id')
  @Allow('recognition:read')
  @Returns(HoursYear)
  ofPerson(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Query({ schema: HoursQuery }) query: HoursQuery) {
    return this.hours.ofPerson(actor, id, query);
  }

  @Post('people/:id/corrections')
  @Allow('recognition:administer')
  @Returns(Corrected, 201)
  correct(@Actor() actor: Actor, @Idempotent() request: IdempotentRequest, @Param({ schema: ById }) { id }: ById, @Body({ schema: CorrectHours }) body: CorrectHours) {
    return this.idempotency.transaction(request, body, (tx) => this.hours.correct(tx, actor, id, body));
  }
}
