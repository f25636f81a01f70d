import { defineEvents, Id } from '@zhixing/platform/contract';
import { z } from 'zod';

export const plansEvents = defineEvents({
  /** A reconciliation was asked for or confirmed, and waits for a worker. */
  'plans.run_requested': z.strictObject({ runId: Id }),
  /** A training class is over and its attendance stands. */
  'plans.class_closed': z.strictObject({ classId: Id }),
  /** What a path asks for changed, or people owe it who did not: some may have satisfied it already. */
  'plans.path_changed': z.strictObject({ pathId: Id }),
  /** A person completed all required steps of a path, once. */
  'plans.path_completed': z.strictObject({ personId: Id, pathId: Id, completionId: Id }),
});
