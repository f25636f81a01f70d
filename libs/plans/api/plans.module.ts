import { Module } from '@nestjs/common';
import { PeopleModule } from '@zhixing/people/api';
import { ApprovalsController } from './approvals/approvals.controller.ts';
import { ApprovalsService } from './approvals/approvals.service.ts';
import { NominationsService } from './approvals/nominations.service.ts';
import { AssignmentsController } from './assignments/assignments.controller.ts';
import { AssignmentsService } from './assignments/assignments.service.ts';
import { PreviewService } from './assignments/preview.service.ts';
import { ReconcileService } from './assignments/reconcile.service.ts';
import { RunsService } from './assignments/runs.service.ts';
import { ExtensionsService } from './obligations/extensions.service.ts';
import { FollowCompletion, FollowLeave, FollowPerson } from './obligations/follow.ts';
import { ObligationsController } from './obligations/obligations.controller.ts';
import { ObligationsService } from './obligations/obligations.service.ts';
import { WaiversService } from './obligations/waivers.service.ts';
import { PeopleExport } from './people-export.ts';
import { PlansDay } from './plans-day.ts';
import { RemindService } from './reminders/remind.service.ts';
import { Reminders } from './reminders/reminders.task.ts';
import { resultsModule } from './results/index.ts';

@Module({
  imports: [PeopleModule],
  // approvals first: /assignments/exceptions is not /assignments/:id
  controllers: [ApprovalsController, AssignmentsController, ObligationsController, ...resultsModule.controllers],
  providers: [
    AssignmentsService, PreviewService, ReconcileService, RunsService, ObligationsService, ExtensionsService, WaiversService, ApprovalsService, NominationsService, RemindService,
    FollowCompletion, FollowLeave, FollowPerson, Reminders, PlansDay, PeopleExport, ...resultsModule.providers,
  ],
})
export class PlansModule {}
