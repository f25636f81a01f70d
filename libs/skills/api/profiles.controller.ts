import { Body, Controller, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { Actor, Allow, IfMatch, Returns } from '@zhixing/platform/api';
import { Done } from '@zhixing/platform/contract';
import { AddProfile, ChooseTarget, EditProfile, RoleProfileList, RoleProfileView, SkillParams } from '@zhixing/skills/contract';
import { ProfilesService } from './profiles.service.ts';

@Controller()
export class ProfilesController {
  constructor(private readonly profiles: ProfilesService) {}

  @Get('role-profiles')
  @Allow('skill:read')
  @Returns(RoleProfileList)
  all() {
    return this.profiles.all();
  }

  @Get('role-profiles/:id')
  @Allow('skill:read')
  @Returns(RoleProfileView)
  one(@Actor() actor: Actor, @Param({ schema: SkillParams }) { id }: SkillParams) {
    return this.profiles.one(actor, id);
  }

  @Post('role-profiles')
  @Allow('skill:write')
  @Returns(RoleProfileView, 201)
  add(@Actor() actor: Actor, @Body({ schema: AddProfile }) profile: AddProfile) {
    return this.profiles.add(actor, profile);
  }

  @Patch('role-profiles/:id')
  @Allow('skill:write')
  @Returns(RoleProfileView)
  edit(@Actor() actor: Actor, @Param({ schema: SkillParams }) { id }: SkillParams, @IfMatch() revision: number, @Body({ schema: EditProfile }) changes: EditProfile) {
    return this.profiles.edit(actor, id, revision, changes);
  }

  @Put('skills/target')
  @Allow('skill:own')
  @Returns(Done)
  async choose(@Actor() actor: Actor, @Body({ schema: ChooseTarget }) { profileId }: ChooseTarget) {
    await this.profiles.choose(actor, profileId);
    return { done: true };
  }
}
