import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { Actor, Allow, Database, Returns } from '@zhixing/platform/api';
import { Done } from '@zhixing/platform/contract';
import { Board, BoardListing, BoardQuery, MyPoints, PointsQuery, PointsRules, RuleCode, SetPointsRule } from '@zhixing/recognition/contract';
import { PointsService } from './points.service.ts';

@Controller('points')
export class PointsController {
  constructor(
    private readonly database: Database,
    private readonly points: PointsService,
  ) {}

  @Get()
  @Allow('recognition:own')
  @Returns(MyPoints)
  mine(@Actor() actor: Actor, @Query({ schema: PointsQuery }) query: PointsQuery) {
    return this.points.mine(actor, query);
  }

  @Get('board')
  @Allow('recognition:own')
  @Returns(Board)
  board(@Actor() actor: Actor, @Query({ schema: BoardQuery }) query: BoardQuery) {
    return this.points.board(actor, query);
  }

  @Put('board/listing')
  @HttpCode(200)
  @Allow('recognition:own')
  @Returns(Done)
  async list(@Actor() actor: Actor, @Body({ schema: BoardListing }) { listed }: BoardListing): Promise<Done> {
    await this.database.transaction((tx) => this.points.list(tx, actor, listed));
    return { done: true };
  }

  @Get('rules')
  @Allow('recognition:administer')
  @Returns(PointsRules)
  async rules(): Promise<PointsRules> {
    return { items: await this.points.rules() };
  }

  @Put('rules/:code')
  @HttpCode(200)
  @Allow('recognition:administer')
  @Returns(PointsRules)
  async setRule(@Actor() actor: Actor, @Param({ schema: RuleCode }) { code }: RuleCode, @Body({ schema: SetPointsRule }) { points }: SetPointsRule): Promise<PointsRules> {
    await this.database.transaction((tx) => this.points.setRule(tx, actor, code, points));
    return { items: await this.points.rules() };
  }
}
