import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { CourseReview, SetReview } from '@zhixing/courses/contract';
import { Actor, Allow, Returns } from '@zhixing/platform/api';
import { ById } from '@zhixing/platform/contract';
import { ReviewsService } from './reviews.service.ts';

@Controller('courses/:id')
export class ReviewsController {
  constructor(private readonly reviews: ReviewsService) {}

  @Get('review')
  @Allow('course:statistics')
  @Returns(CourseReview)
  ofCourse(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.reviews.ofCourse(actor, id);
  }

  @Put('review')
  @Allow('course:write')
  @Returns(CourseReview)
  setMonths(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: SetReview }) body: SetReview) {
    return this.reviews.setMonths(actor, id, body);
  }

  @Post('reviews')
  @Allow('course:write')
  @HttpCode(200)
  @Returns(CourseReview)
  mark(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.reviews.mark(actor, id);
  }
}
