import { AssignmentPeopleExport, plansErrors, plansEvents, plansPages, plansPermissions } from '@zhixing/plans/contract';
import { exportKind, first, type Room, statement, subscriber } from '@zhixing/platform/api';
import { plansActs } from './acts.ts';
import { assignmentEntities } from './assignments/assignments.entities.ts';
import { ReconcileService } from './assignments/reconcile.service.ts';
import { plansMessages } from './messages.ts';
import { seedPlans } from './demo.ts';
import { followers } from './obligations/follow.ts';
import { obligationEntities } from './obligations/obligations.entities.ts';
import { PeopleExport } from './people-export.ts';
import { plansPersonalData, plansRetention } from './personal-data.ts';
import { PlansDay } from './plans-day.ts';
import { PlansModule } from './plans.module.ts';
import { Reminders } from './reminders/reminders.task.ts';

export { compliance, punctuality } from './obligations/figures.ts';
export { PlansModule } from './plans.module.ts';

const KNOWN = statement('plans.known', 'select 1 from plans.assignment where id::text = $1');

export const plansRoom: Room = {
  name: 'plans',
  module: PlansModule,
  entities: [...assignmentEntities, ...obligationEntities],
  permissions: plansPermissions,
  pages: plansPages,
  errors: plansErrors,
  acts: plansActs,
  demo: seedPlans,
  personalData: plansPersonalData,
  retention: plansRetention,
  messages: Object.values(plansMessages),
  exports: [exportKind('assignment-people', 'assignment:write', AssignmentPeopleExport, PeopleExport, { personal: true })],
  subscribers: [subscriber('plans.reconcile', plansEvents['plans.run_requested'], ReconcileService), ...followers],
  tasks: [
    { name: 'plans.day', cron: '20 0 * * *', by: PlansDay },
    { name: 'plans.reminders', cron: '0 8 * * *', by: Reminders },
  ],
  // says only that something changed: whoever administers assignments may hear of any
  liveTopics: [{ name: 'assignment', may: async (actor, key, reader) => actor.permissions.has('assignment:administer') && Boolean(await first(reader, KNOWN, [key])) }],
};
