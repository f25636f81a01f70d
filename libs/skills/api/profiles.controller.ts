import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Actor, Allow, Returns } from '@zhixing/platform/api';
import { Done } from '@zhixing/platform/contract';
import { ChooseTarget, RoleProfileList, RoleProfileView, SkillParams } from '@zhixing/skills/contract';
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
  one(@Param({ schema: SkillParams }) { id }: SkillParams) {
    return this.profiles.one(id);
  }

  @Put('skills/target')
  @Allow('skill:own')
  @Returns(Done)
  async choose(@Actor() actor: Actor, @Body({ schema: ChooseTarget }) { profileId }: ChooseTarget) {
    await this.profiles.choose(actor, profileId);
    return { done: true };
  }
}
