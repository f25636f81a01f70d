import { Controller, Get, Param, Query } from '@nestjs/common';
import { AdministeredCourses, Catalogue, CatalogueQuery, CourseStatistics, CourseView, StatisticsQuery, StuckLearners, StuckQuery } from '@zhixing/courses/contract';
import { Actor, Allow, Returns } from '@zhixing/platform/api';
import { ById } from '@zhixing/platform/contract';
import { CoursesService } from './courses.service.ts';
import { StatisticsService } from './statistics.service.ts';

@Controller('courses')
export class CoursesController {
  constructor(
    private readonly courses: CoursesService,
    private readonly statistics: StatisticsService,
  ) {}

  @Get()
  @Allow('course:read')
  @Returns(Catalogue)
  catalogue(@Actor() actor: Actor, @Query({ schema: CatalogueQuery }) query: CatalogueQuery) {
    return this.courses.catalogue(actor, query);
  }

  @Get('statistics')
  @Allow('course:statistics')
  @Returns(AdministeredCourses)
  administered(@Actor() actor: Actor) {
    return this.statistics.administered(actor);
  }

  @Get(':id')
  @Allow('course:read')
  @Returns(CourseView)
  course(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.courses.course(actor, id);
  }

  @Get(':id/statistics')
  @Allow('course:statistics')
  @Returns(CourseStatistics)
  ofCourse(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Query({ schema: StatisticsQuery }) query: StatisticsQuery) {
    return this.statistics.ofCourse(actor, id, query);
  }

  @Get(':id/statistics/stuck')
  @Allow('course:statistics')
  @Returns(StuckLearners)
  stuck(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Query({ schema: StuckQuery }) query: StuckQuery) {
    return this.statistics.stuck(actor, id, query);
  }
}
