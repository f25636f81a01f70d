import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { Made } from '@zhixing/people/contract';
import {
  AssignDirectly, AssignmentDifference, AssignmentList, AssignmentPreview, AssignmentRun, AssignmentRuns, AssignmentsQuery, AssignmentView, AudienceConditions, ConfirmAffected, ConfirmRun, CreateAssignment, CycleQuery,
  EditAssignment, EndAssignment, Funnel, PreviewAssignment, RunParams,
} from '@zhixing/plans/contract';
import { Actor, Allow, Database, Idempotency, Idempotent, type IdempotentRequest, IfMatch, Returns } from '@zhixing/platform/api';
import { ById, Done, PageQuery } from '@zhixing/platform/contract';
import { AssignmentsService } from './assignments.service.ts';
import { PreviewService } from './preview.service.ts';
import { RunsService } from './runs.service.ts';

@Controller('assignments')
export class AssignmentsController {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly previews: PreviewService,
    private readonly runs: RunsService,
    private readonly idempotency: Idempotency,
    private readonly database: Database,
  ) {}

  @Get()
  @Allow('assignment:write')
  @Returns(AssignmentList)
  list(@Actor() actor: Actor, @Query({ schema: AssignmentsQuery }) query: AssignmentsQuery) {
    return this.assignments.list(actor, query);
  }

  @Post()
  @Allow('assignment:administer')
  @Returns(Made, 201)
  create(@Actor() actor: Actor, @Idempotent() request: IdempotentRequest, @Body({ schema: CreateAssignment }) body: CreateAssignment) {
    return this.idempotency.transaction(request, body, (tx) => this.assignments.create(tx, actor, body));
  }

  @Post('direct')
  @Allow('assignment:write')
  @Returns(Made, 201)
  direct(@Actor() actor: Actor, @Idempotent() request: IdempotentRequest, @Body({ schema: AssignDirectly }) body: AssignDirectly) {
    return this.idempotency.transaction(request, body, (tx) => this.assignments.direct(tx, actor, body));
  }

  @Get('conditions')
  @Allow('assignment:administer')
  @Returns(AudienceConditions)
  conditions() {
    return this.assignments.conditions();
  }

  @Post('preview')
  @Allow('assignment:administer')
  @HttpCode(200)
  @Returns(AssignmentPreview)
  preview(@Actor() actor: Actor, @Body({ schema: PreviewAssignment }) body: PreviewAssignment) {
    return this.previews.preview(actor, body);
  }

  @Get(':id')
  @Allow('assignment:write')
  @Returns(AssignmentView)
  one(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.assignments.one(actor, id);
  }

  @Patch(':id')
  @Allow('assignment:administer')
  @Returns(AssignmentView)
  edit(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @IfMatch() revision: number, @Body({ schema: EditAssignment }) body: EditAssignment) {
    return this.assignments.edit(actor, id, revision, body);
  }

  @Post(':id/activate')
  @Allow('assignment:administer')
  @HttpCode(200)
  @Returns(AssignmentView)
  activate(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: ConfirmAffected }) { affected }: ConfirmAffected) {
    return this.database.transaction((tx) => this.assignments.activate(tx, actor, id, affected));
  }

  @Post(':id/end')
  @Allow('assignment:write')
  @HttpCode(200)
  @Returns(AssignmentView)
  end(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: EndAssignment }) { reason }: EndAssignment) {
    return this.database.transaction((tx) => this.assignments.end(tx, actor, id, reason));
  }

  @Get(':id/difference')
  @Allow('assignment:administer')
  @Returns(AssignmentDifference)
  difference(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.previews.difference(actor, id);
  }

  @Get(':id/funnel')
  @Allow('assignment:write')
  @Returns(Funnel)
  funnel(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Query({ schema: CycleQuery }) { cycle }: CycleQuery) {
    return this.assignments.funnel(actor, id, cycle);
  }

  @Get(':id/runs')
  @Allow('assignment:administer')
  @Returns(AssignmentRuns)
  history(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.runs.list(actor, id, query);
  }

  @Post(':id/runs')
  @Allow('assignment:administer')
  @HttpCode(202)
  @Returns(Done, 202)
  async run(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById): Promise<Done> {
    await this.runs.ask(actor, id);
    return { done: true };
  }

  @Post(':id/runs/:runId/confirm')
  @Allow('assignment:administer')
  @HttpCode(200)
  @Returns(AssignmentRun)
  confirm(@Actor() actor: Actor, @Param({ schema: RunParams }) { id, runId }: RunParams, @Body({ schema: ConfirmRun }) { affected }: ConfirmRun) {
    return this.runs.confirm(actor, id, runId, affected);
  }

  @Post(':id/runs/:runId/discard')
  @Allow('assignment:administer')
  @HttpCode(200)
  @Returns(AssignmentRun)
  discard(@Actor() actor: Actor, @Param({ schema: RunParams }) { id, runId }: RunParams) {
    return this.runs.discard(actor, id, runId);
  }
}
