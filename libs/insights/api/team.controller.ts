import { Controller, Get, Param, Query } from '@nestjs/common';
import { AttentionList, AttentionQuery, Member, Team, TeamAsOf, TeamAsOfQuery, TeamCertifications, TeamQuery } from '@zhixing/insights/contract';
import { Actor, Allow, Returns } from '@zhixing/platform/api';
import { ById } from '@zhixing/platform/contract';
import { TeamService } from './team.service.ts';

@Controller('insights/team')
export class TeamController {
  constructor(private readonly teams: TeamService) {}

  @Get()
  @Allow('team:read')
  @Returns(Team)
  team(@Actor() actor: Actor, @Query({ schema: TeamQuery }) query: TeamQuery) {
    return this.teams.team(actor, query);
  }

  @Get('attention')
  @Allow('team:read')
  @Returns(AttentionList)
  attention(@Actor() actor: Actor, @Query({ schema: AttentionQuery }) query: AttentionQuery) {
    return this.teams.attention(actor, query);
  }

  @Get('certifications')
  @Allow('team:read')
  @Returns(TeamCertifications)
  certifications(@Actor() actor: Actor, @Query({ schema: AttentionQuery }) query: AttentionQuery) {
    return this.teams.certifications(actor, query);
  }

  @Get('as-of')
  @Allow('team:read')
  @Returns(TeamAsOf)
  asOf(@Actor() actor: Actor, @Query({ schema: TeamAsOfQuery }) query: TeamAsOfQuery) {
    return this.teams.asOf(actor, query);
  }

  @Get('members/:id')
  @Allow('team:read')
  @Returns(Member)
  member(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.teams.member(actor, id);
  }
}
