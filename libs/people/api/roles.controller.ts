import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { AccessReviewList, AccessReviewView, CreatedGrant, CreateGrant, DecideItem, GrantList, GrantParams, GrantsQuery, ReviewItemList, ReviewItemParams, RoleList, RoleParams, RoleRequestList } from '@zhixing/people/contract';
import { Actor, Allow, Returns } from '@zhixing/platform/api';
import { ById, Done, PageQuery } from '@zhixing/platform/contract';
import { AccessReviewsService } from './access-reviews.service.ts';
import { RoleRequestsService } from './role-requests.service.ts';
import { RolesService } from './roles.service.ts';

@Controller()
export class RolesController {
  constructor(
    private readonly roles: RolesService,
    private readonly requests: RoleRequestsService,
    private readonly reviews: AccessReviewsService,
  ) {}

  @Get('roles')
  @Allow('role:read')
  @Returns(RoleList)
  all() {
    return this.roles.roles();
  }

  @Get('roles/:role/grants')
  @Allow('role:read')
  @Returns(GrantList)
  grants(@Actor() actor: Actor, @Param({ schema: RoleParams }) { role }: RoleParams, @Query({ schema: GrantsQuery }) query: GrantsQuery) {
    return this.roles.grants(actor, role, query);
  }

  @Post('roles/:role/grants')
  @Allow('role:grant')
  @Returns(CreatedGrant, 201)
  grant(@Actor() actor: Actor, @Param({ schema: RoleParams }) { role }: RoleParams, @Body({ schema: CreateGrant }) body: CreateGrant) {
    return this.roles.grant(actor, role, body);
  }

  @Delete('roles/:role/grants/:id')
  @Allow('role:grant')
  @Returns(Done)
  async end(@Actor() actor: Actor, @Param({ schema: GrantParams }) params: GrantParams) {
    await this.roles.end(actor, params);
    return { done: true };
  }

  @Get('role-requests')
  @Allow('role:read')
  @Returns(RoleRequestList)
  asked(@Actor() actor: Actor, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.requests.requests(actor, query);
  }

  @Post('role-requests/:id/approve')
  @Allow('role:grant')
  @HttpCode(200)
  @Returns(Done)
  async approve(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    await this.requests.approve(actor, id);
    return { done: true };
  }

  @Post('role-requests/:id/decline')
  @Allow('role:grant')
  @HttpCode(200)
  @Returns(Done)
  async decline(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    await this.requests.decline(actor, id);
    return { done: true };
  }

  @Get('access-reviews')
  @Allow('role:read')
  @Returns(AccessReviewList)
  reviewed(@Actor() actor: Actor) {
    return this.reviews.reviews(actor);
  }

  @Post('access-reviews')
  @Allow('role:grant')
  @Returns(AccessReviewView, 201)
  open(@Actor() actor: Actor) {
    return this.reviews.open(actor);
  }

  @Get('access-reviews/:id')
  @Allow('role:read')
  @Returns(ReviewItemList)
  items(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.reviews.items(actor, id, query);
  }

  @Put('access-reviews/:id/grants/:grantId')
  @Allow('role:grant')
  @Returns(Done)
  async decide(@Actor() actor: Actor, @Param({ schema: ReviewItemParams }) params: ReviewItemParams, @Body({ schema: DecideItem }) body: DecideItem) {
    await this.reviews.decide(actor, params, body);
    return { done: true };
  }
}
