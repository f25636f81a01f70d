import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AttemptView, EventResult, LearningEvent, LessonParams, LessonView, Registered, RegistrationList, RegistrationQuery, RegistrationView } from '@zhixing/courses/contract';
import { Actor, Allow, Returns } from '@zhixing/platform/api';
import { ById } from '@zhixing/platform/contract';
import { AttemptsService } from './attempts.service.ts';
import { LessonsService } from './lessons.service.ts';
import { RegistrationsService } from './registrations.service.ts';

@Controller()
export class RegistrationsController {
  constructor(
    private readonly registrations: RegistrationsService,
    private readonly lessons: LessonsService,
    private readonly attempts: AttemptsService,
  ) {}

  @Post('courses/:id/registrations')
  @Allow('registration:own')
  @HttpCode(200)
  @Returns(Registered)
  register(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.registrations.register(actor, id);
  }

  @Get('registrations')
  @Allow('registration:own')
  @Returns(RegistrationList)
  mine(@Actor() actor: Actor, @Query({ schema: RegistrationQuery }) query: RegistrationQuery) {
    return this.registrations.mine(actor, query);
  }

  @Get('registrations/:id')
  @Allow('registration:own')
  @Returns(RegistrationView)
  one(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.registrations.one(actor, id);
  }

  @Get('registrations/:id/lessons/:key')
  @Allow('registration:own')
  @Returns(LessonView)
  lesson(@Actor() actor: Actor, @Param({ schema: LessonParams }) lesson: LessonParams) {
    return this.lessons.one(actor, lesson);
  }

  @Post('registrations/:id/lessons/:key/events')
  @Allow('registration:own')
  @HttpCode(200)
  @Returns(EventResult)
  record(@Actor() actor: Actor, @Param({ schema: LessonParams }) lesson: LessonParams, @Body({ schema: LearningEvent }) event: LearningEvent) {
    return this.lessons.record(actor, lesson, event);
  }

  @Post('registrations/:id/lessons/:key/attempts')
  @Allow('registration:own')
  @HttpCode(200)
  @Returns(AttemptView)
  start(@Actor() actor: Actor, @Param({ schema: LessonParams }) lesson: LessonParams) {
    return this.attempts.start(actor, lesson);
  }
}
