import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { AttemptView, SaveAnswers, SavedAnswers, SubmitResult } from '@zhixing/courses/contract';
import { Actor, Allow, Returns } from '@zhixing/platform/api';
import { ById } from '@zhixing/platform/contract';
import { AttemptsService } from './attempts.service.ts';

@Controller('attempts')
export class AttemptsController {
  constructor(private readonly attempts: AttemptsService) {}

  @Get(':id')
  @Allow('registration:own')
  @Returns(AttemptView)
  one(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.attempts.one(actor, id);
  }

  @Put(':id/answers')
  @Allow('registration:own')
  @Returns(SavedAnswers)
  save(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: SaveAnswers }) body: SaveAnswers) {
    return this.attempts.save(actor, id, body);
  }

  @Post(':id/submit')
  @Allow('registration:own')
  @HttpCode(200)
  @Returns(SubmitResult)
  submit(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.attempts.submit(actor, id);
  }
}
