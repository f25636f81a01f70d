import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { Made } from '@zhixing/people/contract';
import { AdministeredPaths, AdministeredPathsQuery, EditPath, PathAim, PathDraft, PathDraftView, PathList, PathsQuery, PathView } from '@zhixing/plans/contract';
import { Actor, Allow, Idempotency, Idempotent, type IdempotentRequest, IfMatch, Returns } from '@zhixing/platform/api';
import { ById, Done } from '@zhixing/platform/contract';
import { EnrolmentsService } from './enrolments.service.ts';
import { PathsService } from './paths.service.ts';

@Controller('paths')
export class PathsController {
  constructor(
    private readonly paths: PathsService,
    private readonly enrolments: EnrolmentsService,
    private readonly idempotency: Idempotency,
  ) {}

  @Get()
  @Allow('path:own')
  @Returns(PathList)
  list(@Actor() actor: Actor, @Query({ schema: PathsQuery }) query: PathsQuery) {
    return this.enrolments.list(actor, query);
  }

  @Get('administered')
  @Allow('path:administer')
  @Returns(AdministeredPaths)
  administered(@Actor() actor: Actor, @Query({ schema: AdministeredPathsQuery }) query: AdministeredPathsQuery) {
    return this.paths.list(actor, query);
  }

  @Get('aim')
  @Allow('path:own')
  @Returns(PathAim)
  aim(@Actor() actor: Actor) {
    return this.enrolments.aim(actor);
  }

  @Post()
  @Allow('path:administer')
  @Returns(Made, 201)
  create(@Actor() actor: Actor, @Idempotent() request: IdempotentRequest, @Body({ schema: PathDraft }) body: PathDraft) {
    return this.idempotency.transaction(request, body, (tx) => this.paths.create(tx, actor, body));
  }

  @Get(':id')
  @Allow('path:own')
  @Returns(PathView)
  one(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.enrolments.one(actor, id);
  }

  @Patch(':id')
  @Allow('path:administer')
  @Returns(PathDraftView)
  edit(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @IfMatch() revision: number, @Body({ schema: EditPath }) body: EditPath) {
    return this.paths.edit(actor, id, revision, body);
  }

  @Get(':id/draft')
  @Allow('path:administer')
  @Returns(PathDraftView)
  draft(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.paths.draft(actor, id);
  }

  @Post(':id/publish')
  @Allow('path:administer')
  @HttpCode(200)
  @Returns(PathDraftView)
  publish(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.paths.publish(actor, id);
  }

  @Post(':id/retire')
  @Allow('path:administer')
  @HttpCode(200)
  @Returns(PathDraftView)
  retire(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.paths.retire(actor, id);
  }

  @Post(':id/enrolments')
  @Allow('path:own')
  @HttpCode(200)
  @Returns(PathView)
  enrol(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.enrolments.enrol(actor, id);
  }

  @Delete(':id/enrolments')
  @Allow('path:own')
  @Returns(Done)
  async leave(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById): Promise<Done> {
    await this.enrolments.leave(actor, id);
    return { done: true };
  }
}
