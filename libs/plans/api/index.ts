import { coursesEvents } from '@zhixing/courses/contract';
import { AnnualPlanExport, AssignmentPeopleExport, CertificationGapsExport, CertificationHoldersExport, ClassReportExport, plansErrors, plansEvents, plansPages, plansPermissions } from '@zhixing/plans/contract';
import { exportKind, first, type LiveTopic, type Room, subscriber } from '@zhixing/platform/api';
import { plansActs } from './acts.ts';
import { annualPlanActs } from './annual-plan/acts.ts';
import { annualPlanEntities } from './annual-plan/annual-plan.entities.ts';
import { annualPlanMessages } from './annual-plan/messages.ts';
import { annualPlanPersonalTables, annualPlanRetention } from './annual-plan/personal-data.ts';
import { PlanExport } from './annual-plan/plan-export.ts';
import { assignmentEntities } from './assignments/assignments.entities.ts';
import { maySee, type OwnedAssignment } from './assignments/assignments.policy.ts';
import { OWNED_ASSIGNMENT } from './assignments/assignments.queries.ts';
import { ReconcileService } from './assignments/reconcile.service.ts';
import { certificationActs } from './certifications/acts.ts';
import { CertificationsDay } from './certifications/certifications-day.ts';
import { certificationEntities } from './certifications/certifications.entities.ts';
import { CyclesService } from './certifications/cycles.service.ts';
import { GapsExport, HoldersExport } from './certifications/exports.ts';
import { certificationMessages } from './certifications/messages.ts';
import { certificationPersonalTables, certificationRetention } from './certifications/personal-data.ts';
import { RenewalReminders } from './certifications/renewal-reminders.task.ts';
import { classActs } from './classes/acts.ts';
import { classEntities } from './classes/classes.entities.ts';
import { placesTaken } from './classes/figures.ts';
import { classMessages } from './classes/messages.ts';
import { classPersonalTables, classRetention } from './classes/personal-data.ts';
import { ReportExport } from './classes/report-export.ts';
import { plansMessages } from './messages.ts';
import { seedPlans } from './demo.ts';
import { plansFigures } from './obligations/figures.ts';
import { followers } from './obligations/follow.ts';
import { obligationEntities } from './obligations/obligations.entities.ts';
import { PeopleExport } from './people-export.ts';
import { PathCompletionsService } from './paths/completions.service.ts';
import { pathEntities } from './paths/paths.entities.ts';
import { plansPersonalData, plansRetention } from './personal-data.ts';
import { PlansDay } from './plans-day.ts';
import { PlansModule } from './plans.module.ts';
import { Reminders } from './reminders/reminders.task.ts';
import { resultsActs, resultsEntities, resultsLists, resultsPersonalTables } from './results/index.ts';
import { surveyEntities } from './surveys/surveys.entities.ts';

export { compliance, punctuality, standing } from './obligations/figures.ts';
export { maySee, type OwnedAssignment, peopleOf } from './assignments/assignments.policy.ts';
export { waitingApprovals } from './approvals/approvals.queries.ts';
export { FUNNEL, OWNED_ASSIGNMENT } from './assignments/assignments.queries.ts';
export { type CertifiedCycle, certifiedCycle } from './certifications/certified.ts';
export { renewalObligation } from './certifications/cycle-reminders.queries.ts';
export { type ClassResult, classResults } from './classes/class-results.ts';
export { PlansModule } from './plans.module.ts';

/** Whoever sees an assignment hears that something of it changed. */
const assignmentTopic: LiveTopic = {
  name: 'assignment',
  may: async (actor, key, reader) => {
    if (!actor.permissions.has('assignment:administer')) return false;
    const assignment = await first<OwnedAssignment>(reader, OWNED_ASSIGNMENT, [key]);
    return Boolean(assignment && maySee(actor, assignment));
  },
};

export const plansRoom: Room = {
  name: 'plans',
  module: PlansModule,
  entities: [...assignmentEntities, ...obligationEntities, ...certificationEntities, ...classEntities, ...surveyEntities, ...resultsEntities, ...annualPlanEntities, ...pathEntities],
  permissions: plansPermissions,
  pages: plansPages,
  errors: plansErrors,
  acts: { actions: { ...plansActs.actions, ...certificationActs.actions, ...classActs.actions, ...resultsActs.actions, ...annualPlanActs.actions }, objects: { ...plansActs.objects, ...certificationActs.objects, ...classActs.objects, ...resultsActs.objects, ...annualPlanActs.objects } },
  demo: seedPlans,
  personalData: { ...plansPersonalData, tables: [...plansPersonalData.tables, ...certificationPersonalTables, ...classPersonalTables, ...resultsPersonalTables, ...annualPlanPersonalTables] },
  retention: [...plansRetention, ...certificationRetention, ...classRetention, ...resultsLists.retention, ...annualPlanRetention],
  messages: [...Object.values(plansMessages), ...Object.values(certificationMessages), ...Object.values(classMessages), ...Object.values(annualPlanMessages)],
  figures: [plansFigures, placesTaken],
  exports: [
    exportKind('assignment-people', 'assignment:write', AssignmentPeopleExport, PeopleExport, { personal: true }),
    exportKind('certification-gaps', 'certification:administer', CertificationGapsExport, GapsExport, { personal: true }),
    exportKind('certification-holders', 'certification:administer', CertificationHoldersExport, HoldersExport, { personal: true }),
    exportKind('class-report', 'class:administer', ClassReportExport, ReportExport, { personal: true }),
    exportKind('annual-plan', 'plan:administer', AnnualPlanExport, PlanExport, { personal: true }),
    ...resultsLists.exports,
  ],
  subscribers: [
    subscriber('plans.reconcile', plansEvents['plans.run_requested'], ReconcileService),
    subscriber('plans.certify', coursesEvents['courses.completed'], CyclesService),
    subscriber('plans.certify_earlier', plansEvents['plans.certification_changed'], CertificationsDay),
    subscriber('plans.paths', coursesEvents['courses.completed'], PathCompletionsService),
    subscriber('plans.path_changed', plansEvents['plans.path_changed'], PathCompletionsService),
    ...followers,
    ...resultsLists.subscribers,
  ],
  tasks: [
    { name: 'plans.day', cron: '20 0 * * *', by: PlansDay },
    { name: 'plans.certifications', cron: '40 0 * * *', by: CertificationsDay },
    { name: 'plans.reminders', cron: '0 8 * * *', by: Reminders },
    { name: 'plans.renewal_reminders', cron: '5 8 * * *', by: RenewalReminders },
  ],
  liveTopics: [assignmentTopic],
};
