import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Actor, Allow, Database, Returns } from '@zhixing/platform/api';
import { ById } from '@zhixing/platform/contract';
import { DecidedSkillReview, DecideSkillReview, SkillReviewList, SkillReviewQuery } from '@zhixing/skills/contract';
import { ReviewsService } from './reviews.service.ts';

@Controller('skill-reviews')
export class ReviewsController {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewsService,
  ) {}

  @Get()
  @Allow('skill:review')
  @Returns(SkillReviewList)
  queue(@Actor() actor: Actor, @Query({ schema: SkillReviewQuery }) query: SkillReviewQuery) {
    return this.reviews.queue(actor, query);
  }

  @Post(':id/decision')
  @Allow('skill:review')
  @HttpCode(200)
  @Returns(DecidedSkillReview)
  decide(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: DecideSkillReview }) decision: DecideSkillReview) {
    return this.database.transaction((tx) => this.reviews.decide(tx, actor, id, decision));
  }
}
