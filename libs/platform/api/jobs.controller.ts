import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ById, CreateExport, JobView } from '@zhixing/platform/contract';
import { Actor } from './actor.ts';
import { Allow, Returns } from './guard.ts';
import { Idempotent, type IdempotentRequest } from './idempotency.ts';
import { JobsService } from './jobs.service.ts';

@Controller()
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  @Get('jobs/:id')
  @Allow('job:own')
  @Returns(JobView)
  job(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.jobs.job(actor, id);
  }

  @Post('exports')
  @Allow('job:own')
  @HttpCode(202)
  @Returns(JobView, 202)
  export(@Actor() actor: Actor, @Idempotent() request: IdempotentRequest, @Body({ schema: CreateExport }) body: CreateExport) {
    return this.jobs.export(actor, request, body);
  }
}
