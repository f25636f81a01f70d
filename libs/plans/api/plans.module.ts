import { Module } from '@nestjs/common';
import { PeopleModule } from '@zhixing/people/api';
import { SkillsModule } from '@zhixing/skills/api';
import { AnnualPlansController } from './annual-plan/annual-plans.controller.ts';
import { AnnualPlansService } from './annual-plan/annual-plans.service.ts';
import { NeedsController } from './annual-plan/needs.controller.ts';
import { NeedsService } from './annual-plan/needs.service.ts';
import { PlanExport } from './annual-plan/plan-export.ts';
import { PlanItemsController } from './annual-plan/plan-items.controller.ts';
import { PlanItemsService } from './annual-plan/plan-items.service.ts';
import { ApprovalsController } from './approvals/approvals.controller.ts';
import { ApprovalsService } from './approvals/approvals.service.ts';
import { NominationsService } from './approvals/nominations.service.ts';
import { AssignmentsController } from './assignments/assignments.controller.ts';
import { AssignmentsService } from './assignments/assignments.service.ts';
import { PreviewService } from './assignments/preview.service.ts';
import { ReconcileService } from './assignments/reconcile.service.ts';
import { RunsService } from './assignments/runs.service.ts';
import { CertificationsController } from './certifications/certifications.controller.ts';
import { CertificationsDay } from './certifications/certifications-day.ts';
import { CertificationsService } from './certifications/certifications.service.ts';
import { CycleRemindersService } from './certifications/cycle-reminders.service.ts';
import { CyclesService } from './certifications/cycles.service.ts';
import { GapsExport, HoldersExport } from './certifications/exports.ts';
import { ExternalCertificatesService } from './certifications/external.service.ts';
import { RenewalReminders } from './certifications/renewal-reminders.task.ts';
import { CertificationReportService } from './certifications/report.service.ts';
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
import { resultsModule } from './results/index.ts';
import { SurveysController } from './surveys/surveys.controller.ts';
import { SurveysService } from './surveys/surveys.service.ts';

@Module({
  imports: [PeopleModule, SkillsModule],
  // approvals first: /assignments/exceptions is not /assignments/:id; rosters too: /classes/open is not /classes/:id
  controllers: [ApprovalsController, AssignmentsController, ObligationsController, RosterController, ClassesController, SurveysController, CertificationsController, PathsController, AnnualPlansController, PlanItemsController, NeedsController, ...resultsModule.controllers],
  providers: [
    AssignmentsService, PreviewService, ReconcileService, RunsService, ObligationsService, ExtensionsService, WaiversService, ApprovalsService, NominationsService, RemindService,
    PathsService, EnrolmentsService, PathCompletionsService, FollowCompletion, FollowLeave, FollowPerson, Reminders, PlansDay, PeopleExport,
    ClassesService, RosterService, AttendanceService, CheckInService, MaterialsService, ParticipantService, ReportExport, SurveysService,
    CertificationsService, CyclesService, CycleRemindersService, ExternalCertificatesService, CertificationReportService, CertificationsDay, RenewalReminders, GapsExport, HoldersExport,
    AnnualPlansService, PlanItemsService, NeedsService, PlanExport,
    ...resultsModule.providers,
  ],
})
export class PlansModule {}
