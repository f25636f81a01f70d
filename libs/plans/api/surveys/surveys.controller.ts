import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { AnswerSurvey, SaveSurvey, SurveyForm, SurveyView } from '@zhixing/plans/contract';
import { Actor, Allow, Returns } from '@zhixing/platform/api';
import { ById, Done } from '@zhixing/platform/contract';
import { SurveysService } from './surveys.service.ts';

@Controller('classes/:id/survey')
export class SurveysController {
  constructor(private readonly surveys: SurveysService) {}

  @Get()
  @Allow('class:administer')
  @Returns(SurveyView)
  view(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.surveys.view(actor, id);
  }

  @Put()
  @Allow('class:administer')
  @Returns(SurveyView)
  save(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: SaveSurvey }) body: SaveSurvey) {
    return this.surveys.save(actor, id, body);
  }

  @Post('open')
  @Allow('class:administer')
  @HttpCode(200)
  @Returns(SurveyView)
  open(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.surveys.open(actor, id);
  }

  @Post('remind')
  @Allow('class:administer')
  @HttpCode(200)
  @Returns(SurveyView)
  remind(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.surveys.remind(actor, id);
  }

  @Post('close')
  @Allow('class:administer')
  @HttpCode(200)
  @Returns(SurveyView)
  close(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.surveys.close(actor, id);
  }

  @Get('form')
  @Allow('class:own')
  @Returns(SurveyForm)
  form(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.surveys.form(actor, id);
  }

  @Post('answers')
  @Allow('class:own')
  @Returns(Done, 201)
  async answer(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: AnswerSurvey }) body: AnswerSurvey): Promise<Done> {
    await this.surveys.answer(actor, id, body);
    return { done: true };
  }
}
