import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Actor, Allow, IfMatch, Returns } from '@zhixing/platform/api';
import { AddSkill, EditSkill, Framework, FrameworkDraft, FrameworkQuery, FrameworkVersionParams, PublishedFramework, PublishFramework, SkillParams, SkillView } from '@zhixing/skills/contract';
import { FrameworkService } from './framework.service.ts';

@Controller('skills')
export class FrameworkController {
  constructor(private readonly framework: FrameworkService) {}

  @Get()
  @Allow('skill:read')
  @Returns(Framework)
  all(@Query({ schema: FrameworkQuery }) { version }: FrameworkQuery) {
    return this.framework.framework(version);
  }

  @Post()
  @Allow('skill:write')
  @Returns(FrameworkDraft, 201)
  async add(@Actor() actor: Actor, @Body({ schema: AddSkill }) skill: AddSkill) {
    await this.framework.add(actor, skill);
    return this.framework.draft(actor);
  }

  @Get('draft')
  @Allow('skill:write')
  @Returns(FrameworkDraft)
  draft(@Actor() actor: Actor) {
    return this.framework.draft(actor);
  }

  @Post('versions/:number/publish')
  @Allow('skill:write')
  @HttpCode(200)
  @Returns(PublishedFramework)
  publish(@Actor() actor: Actor, @Param({ schema: FrameworkVersionParams }) { number }: FrameworkVersionParams, @Body({ schema: PublishFramework }) { note }: PublishFramework) {
    return this.framework.publish(actor, number, note);
  }

  @Get(':id')
  @Allow('skill:read')
  @Returns(SkillView)
  one(@Param({ schema: SkillParams }) { id }: SkillParams, @Query({ schema: FrameworkQuery }) { version }: FrameworkQuery) {
    return this.framework.skill(id, version);
  }

  @Put(':id/draft')
  @Allow('skill:write')
  @Returns(FrameworkDraft)
  async edit(@Actor() actor: Actor, @Param({ schema: SkillParams }) { id }: SkillParams, @IfMatch() revision: number, @Body({ schema: EditSkill }) skill: EditSkill) {
    await this.framework.edit(actor, id, revision, skill);
    return this.framework.draft(actor);
  }

  @Delete(':id/draft')
  @Allow('skill:write')
  @Returns(FrameworkDraft)
  async discard(@Actor() actor: Actor, @Param({ schema: SkillParams }) { id }: SkillParams) {
    await this.framework.discard(actor, id);
    return this.framework.draft(actor);
  }
}
