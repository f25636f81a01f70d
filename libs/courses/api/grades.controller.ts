import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CorrectedGrade, CorrectGrade, GradedAttemptQuery, GradedAttempts } from '@zhixing/courses/contract';
import { Actor, Allow, Idempotency, Idempotent, type IdempotentRequest, Returns } from '@zhixing/platform/api';
import { ById } from '@zhixing/platform/contract';
import { GradesService } from './grades.service.ts';

@Controller()
export class GradesController {
  constructor(
    private readonly grades: GradesService,
    private readonly idempotency: Idempotency,
  ) {}

  @Get('courses/:id/attempts')
  @Allow('grade:correct')
  @Returns(GradedAttempts)
  attempts(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Query({ schema: GradedAttemptQuery }) query: GradedAttemptQuery) {
    return this.grades.attempts(actor, id, query);
  }

  @Post('attempts/:id/grade-corrections')
  @Allow('grade:correct')
  @Returns(CorrectedGrade, 201)
  correct(@Actor() actor: Actor, @Idempotent() request: IdempotentRequest, @Param({ schema: ById }) { id }: ById, @Body({ schema: CorrectGrade }) body: CorrectGrade) {
    return this.idempotency.transaction(request, body, (tx) => this.grades.correct(tx, actor, id, body));
  }
}
