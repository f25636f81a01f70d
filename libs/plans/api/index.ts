import { coursesEvents } from '@zhixing/courses/contract';
import { AssignmentPeopleExport, ClassReportExport, plansErrors, plansEvents, plansPages, plansPermissions } from '@zhixing/plans/contract';
import { exportKind, first, type LiveTopic, type Room, subscriber } from '@zhixing/platform/api';
import { plansActs } from './acts.ts';
import { assignmentEntities } from './assignments/assignments.entities.ts';
import { maySee, type OwnedAssignment } from './assignments/assignments.policy.ts';
import { OWNED_ASSIGNMENT } from './assignments/assignments.queries.ts';
import { ReconcileService } from './assignments/reconcile.service.ts';
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
import { PathCompletionsService } from './paths/completions.service.ts';
import { pathEntities } from './paths/paths.entities.ts';
import { PeopleExport } from './people-export.ts';
import { plansPersonalData, plansRetention } from './personal-data.ts';
import { PlansDay } from './plans-day.ts';
import { PlansModule } from './plans.module.ts';
import { Reminders } from './reminders/reminders.task.ts';
import { surveyEntities } from './surveys/surveys.entities.ts';

export { compliance, punctuality, standing } from './obligations/figures.ts';
export { maySee, type OwnedAssignment, peopleOf } from './assignments/assignments.policy.ts';
export { FUNNEL, OWNED_ASSIGNMENT } from './assignments/assignments.queries.ts';
export { type ClassHours, classHours } from './classes/class-hours.ts';
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
  entities: [...assignmentEntities, ...obligationEntities, ...classEntities, ...surveyEntities, ...pathEntities],
  permissions: plansPermissions,
  pages: plansPages,
  errors: plansErrors,
  acts: { actions: { ...plansActs.actions, ...classActs.actions }, objects: { ...plansActs.objects, ...classActs.objects } },
  demo: seedPlans,
  personalData: { ...plansPersonalData, tables: [...plansPersonalData.tables, ...classPersonalTables] },
  retention: [...plansRetention, ...classRetention],
  messages: [...Object.values(plansMessages), ...Object.values(classMessages)],
  figures: [plansFigures, placesTaken],
  exports: [
    exportKind('assignment-people', 'assignment:write', AssignmentPeopleExport, PeopleExport, { personal: true }),
    exportKind('class-report', 'class:administer', ClassReportExport, ReportExport, { personal: true }),
  ],
  subscribers: [
    subscriber('plans.reconcile', plansEvents['plans.run_requested'], ReconcileService),
    subscriber('plans.paths', coursesEvents['courses.completed'], PathCompletionsService), subscriber('plans.path_changed', plansEvents['plans.path_changed'], PathCompletionsService),
    ...followers,
  ],
  tasks: [
    { name: 'plans.day', cron: '20 0 * * *', by: PlansDay },
    { name: 'plans.reminders', cron: '0 8 * * *', by: Reminders },
  ],
  liveTopics: [assignmentTopic],
};
