import { plansErrors, plansEvents, plansPages, plansPermissions } from '@zhixing/plans/contract';
import { type Room, subscriber } from '@zhixing/platform/api';
import { plansActs } from './acts.ts';
import { assignmentEntities } from './assignments/assignments.entities.ts';
import { ReconcileService } from './assignments/reconcile.service.ts';
import { plansMessages } from './messages.ts';
import { obligationEntities } from './obligations/obligations.entities.ts';
import { PlansModule } from './plans.module.ts';

export { PlansModule } from './plans.module.ts';

export const plansRoom: Room = {
  name: 'plans',
  module: PlansModule,
  entities: [...assignmentEntities, ...obligationEntities],
  permissions: plansPermissions,
  pages: plansPages,
  errors: plansErrors,
  acts: plansActs,
  messages: Object.values(plansMessages),
  subscribers: [subscriber('plans.reconcile', plansEvents['plans.run_requested'], ReconcileService)],
};
