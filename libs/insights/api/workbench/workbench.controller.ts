import { Controller, Get, Query } from '@nestjs/common';
import { ContentReviews, HardQuestions, Workbench } from '@zhixing/insights/contract';
import { Actor, Allow, Returns } from '@zhixing/platform/api';
import { PageQuery } from '@zhixing/platform/contract';
import { WorkbenchService } from './workbench.service.ts';

@Controller('insights/workbench')
export class WorkbenchController {
  constructor(private readonly workbench: WorkbenchService) {}

  @Get()
  @Allow('workbench:read')
  @Returns(Workbench)
  today(@Actor() actor: Actor) {
    return this.workbench.workbench(actor);
  }

  @Get('questions')
  @Allow('workbench:read')
  @Returns(HardQuestions)
  questions(@Actor() actor: Actor) {
    return this.workbench.questions(actor);
  }

  @Get('reviews')
  @Allow('workbench:read')
  @Returns(ContentReviews)
  reviews(@Actor() actor: Actor, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.workbench.reviews(actor, query);
  }
}
