import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ById, Done, SavedView, SavedViews, SavedViewsQuery, SaveView } from '@zhixing/platform/contract';
import { Actor } from './actor.ts';
import { Allow, Returns } from './guard.ts';
import { SavedViewsService } from './saved-views.ts';

@Controller('saved-views')
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  @Get()
  @Allow('view:own')
  @Returns(SavedViews)
  list(@Actor() actor: Actor, @Query({ schema: SavedViewsQuery }) { page }: SavedViewsQuery) {
    return this.views.list(actor, page);
  }

  @Post()
  @Allow('view:own')
  @HttpCode(200)
  @Returns(SavedView)
  save(@Actor() actor: Actor, @Body({ schema: SaveView }) view: SaveView) {
    return this.views.save(actor, view);
  }

  @Delete(':id')
  @Allow('view:own')
  @Returns(Done)
  async remove(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    await this.views.remove(actor, id);
    return { done: true };
  }
}
