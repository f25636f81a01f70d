import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AnswerCorrection, CorrectionList, CorrectionQuery, CorrectionView, CreateCorrection, DataSummary, MyCorrections, MyData, RecordViewList } from '@zhixing/audit/contract';
import { Actor, Allow, Idempotent, type IdempotentRequest, Returns } from '@zhixing/platform/api';
import { ById, PageQuery } from '@zhixing/platform/contract';
import { AuditService } from './audit.service.ts';
import { CorrectionsService } from './corrections.service.ts';
import { DataService } from './data.service.ts';

@Controller()
export class DataController {
  constructor(
    private readonly data: DataService,
    private readonly audits: AuditService,
    private readonly corrections: CorrectionsService,
  ) {}

  @Get('me/views')
  @Allow('data:own')
  @Returns(RecordViewList)
  views(@Actor() actor: Actor, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.audits.viewsOf(actor, query);
  }

  @Get('me/data')
  @Allow('data:own')
  @Returns(MyData)
  copy(@Actor() actor: Actor) {
    return this.data.copy(actor);
  }

  @Get('me/data/summary')
  @Allow('data:own')
  @Returns(DataSummary)
  summary(@Actor() actor: Actor) {
    return this.data.summary(actor);
  }

  @Get('me/data/corrections')
  @Allow('data:own')
  @Returns(MyCorrections)
  mine(@Actor() actor: Actor) {
    return this.corrections.mine(actor);
  }

  @Post('me/data/corrections')
  @Allow('data:own')
  @Returns(CorrectionView, 201)
  create(@Actor() actor: Actor, @Idempotent() request: IdempotentRequest, @Body({ schema: CreateCorrection }) body: CreateCorrection) {
    return this.corrections.create(actor, request, body);
  }

  @Get('corrections')
  @Allow('correction:answer')
  @Returns(CorrectionList)
  list(@Actor() actor: Actor, @Query({ schema: CorrectionQuery }) query: CorrectionQuery) {
    return this.corrections.list(actor, query);
  }

  @Post('corrections/:id/answer')
  @Allow('correction:answer')
  @HttpCode(200)
  @Returns(CorrectionView)
  answer(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: AnswerCorrection }) body: AnswerCorrection) {
    return this.corrections.answer(actor, id, body);
  }
}
