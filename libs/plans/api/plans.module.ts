import { Module } from '@nestjs/common';
import { PeopleModule } from '@zhixing/people/api';
import { AssignmentsController } from './assignments/assignments.controller.ts';
import { AssignmentsService } from './assignments/assignments.service.ts';
import { PreviewService } from './assignments/preview.service.ts';
import { ReconcileService } from './assignments/reconcile.service.ts';
import { RunsService } from './assignments/runs.service.ts';

@Module({
  imports: [PeopleModule],
  controllers: [AssignmentsController],
  providers: [AssignmentsService, PreviewService, ReconcileService, RunsService],
})
export class PlansModule {}
