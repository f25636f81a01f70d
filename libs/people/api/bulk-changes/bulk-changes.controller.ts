import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { BulkChangeList, BulkChangeView, BulkRows, BulkRowsQuery, ConfirmBulkChange, CreateBulkChange } from '@zhixing/people/contract';
import { Actor, Allow, Idempotent, type IdempotentRequest, Returns } from '@zhixing/platform/api';
import { ById, PageQuery } from '@zhixing/platform/contract';
import { BulkChangesService } from './bulk-changes.service.ts';
import { DecisionsService } from './decisions.service.ts';

@Controller('bulk-changes')
export class BulkChangesController {
  constructor(
    private readonly changes: BulkChangesService,
    private readonly decisions: DecisionsService,
  ) {}

  @Post()
  @Allow('organisation:write')
  @HttpCode(201)
  @Returns(BulkChangeView, 201)
  create(@Actor() actor: Actor, @Idempotent() request: IdempotentRequest, @Body({ schema: CreateBulkChange }) body: CreateBulkChange) {
    return this.changes.create(actor, request, body);
  }

  @Get()
  @Allow('organisation:write')
  @Returns(BulkChangeList)
  list(@Actor() actor: Actor, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.changes.list(actor, query);
  }

  @Get(':id')
  @Allow('organisation:write')
  @Returns(BulkChangeView)
  async one(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.changes.view(actor, await this.decisions.one('selection', id));
  }

  @Get(':id/rows')
  @Allow('organisation:write')
  @Returns(BulkRows)
  rows(@Actor() { language }: Actor, @Param({ schema: ById }) { id }: ById, @Query({ schema: BulkRowsQuery }) query: BulkRowsQuery) {
    return this.decisions.rows(language, 'selection', id, query);
  }

  @Post(':id/confirm')
  @Allow('organisation:write')
  @HttpCode(200)
  @Returns(BulkChangeView)
  async confirm(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: ConfirmBulkChange }) body: ConfirmBulkChange) {
    return this.changes.view(actor, await this.decisions.confirm(actor, 'selection', id, body));
  }

  @Post(':id/discard')
  @Allow('organisation:write')
  @HttpCode(200)
  @Returns(BulkChangeView)
  async discard(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.changes.view(actor, await this.decisions.discard(actor, 'selection', id));
  }

  @Post(':id/undo')
  @Allow('organisation:write')
  @HttpCode(200)
  @Returns(BulkChangeView)
  async undo(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.changes.view(actor, await this.decisions.undo(actor, 'selection', id));
  }
}
