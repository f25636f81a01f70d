import { Module } from '@nestjs/common';
import { PeopleModule } from '@zhixing/people/api';
import { SkillsModule } from '@zhixing/skills/api';
import { ApprovalsController } from './approvals/approvals.controller.ts';
import { ApprovalsService } from './approvals/approvals.service.ts';
import { NominationsService } from './approvals/nominations.service.ts';
import { AssignmentsController } from './assignments/assignments.controller.ts';
import { AssignmentsService } from './assignments/assignments.service.ts';
import { PreviewService } from './assignments/preview.service.ts';
import { ReconcileService } from './assignments/reconcile.service.ts';
import { RunsService } from './assignments/runs.service.ts';
import { AttendanceService } from './classes/attendance.service.ts';
import { CheckInService } from './classes/check-in.service.ts';
import { ClassesController } from './classes/classes.controller.ts';
import { ClassesService } from './classes/classes.service.ts';
import { MaterialsService } from './classes/materials.service.ts';
import { ParticipantService } from './classes/participant.service.ts';
import { ReportExport } from './classes/report-export.ts';
import { RosterController } from './classes/roster.controller.ts';
import { RosterService } from './classes/roster.service.ts';
import { ExtensionsService } from './obligations/extensions.service.ts';
import { FollowCompletion, FollowLeave, FollowPerson } from './obligations/follow.ts';
import { ObligationsController } from './obligations/obligations.controller.ts';
import { ObligationsService } from './obligations/obligations.service.ts';
import { WaiversService } from './obligations/waivers.service.ts';
import { PathCompletionsService } from './paths/completions.service.ts';
import { EnrolmentsService } from './paths/enrolments.service.ts';
import { PathsController } from './paths/paths.controller.ts';
import { PathsService } from './paths/paths.service.ts';
import { PeopleExport } from './people-export.ts';
import { PlansDay } from './plans-day.ts';
import { RemindService } from './reminders/remind.service.ts';
import { Reminders } from './reminders/reminders.task.ts';
import { SurveysController } from './surveys/surveys.controller.ts';
import { SurveysService } from './surveys/surveys.service.ts';

@Module({
  imports: [PeopleModule, SkillsModule],
  // approvals first: /assignments/exceptions is not /assignments/:id; rosters too: /classes/open is not /classes/:id
  controllers: [ApprovalsController, AssignmentsController, ObligationsController, RosterController, ClassesController, SurveysController, PathsController],
  providers: [
    AssignmentsService, PreviewService, ReconcileService, RunsService, ObligationsService, ExtensionsService, WaiversService, ApprovalsService, NominationsService, RemindService,
    PathsService, EnrolmentsService, PathCompletionsService, FollowCompletion, FollowLeave, FollowPerson, Reminders, PlansDay, PeopleExport,
    ClassesService, RosterService, AttendanceService, CheckInService, MaterialsService, ParticipantService, ReportExport, SurveysService,
  ],
})
export class PlansModule {}
