import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CourseVersions, Gains, GrantedGains, GrantGains, NewerVersion, Registered } from '@zhixing/courses/contract';
import { Actor, Allow, Returns } from '@zhixing/platform/api';
import { ById, PageQuery } from '@zhixing/platform/contract';
import { CarryOverService } from './carry-over.service.ts';
import { VersionsService } from './versions.service.ts';

@Controller()
export class VersionsController {
  constructor(
    private readonly versions: VersionsService,
    private readonly carryOver: CarryOverService,
  ) {}

  @Get('courses/:id/versions')
  @Allow('course:statistics')
  @Returns(CourseVersions)
  history(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.versions.history(actor, id);
  }

  @Get('courses/:id/gains')
  @Allow('course:write')
  @Returns(Gains)
  gains(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.carryOver.gains(actor, id, query);
  }

  @Post('courses/:id/gains')
  @Allow('course:write')
  @HttpCode(200)
  @Returns(GrantedGains)
  grant(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: GrantGains }) { count }: GrantGains) {
    return this.carryOver.grant(actor, id, count);
  }

  @Get('registrations/:id/newer-version')
  @Allow('registration:own')
  @Returns(NewerVersion)
  newer(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.carryOver.newer(actor, id);
  }

  @Post('registrations/:id/carry-over')
  @Allow('registration:own')
  @HttpCode(200)
  @Returns(Registered)
  move(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.carryOver.carryOver(actor, id);
  }
}
