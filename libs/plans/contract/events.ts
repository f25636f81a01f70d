import { defineEvents, Id } from '@zhixing/platform/contract';
import { z } from 'zod';

export const plansEvents = defineEvents({
  /** A reconciliation was asked for or confirmed, and waits for a worker. */
  'plans.run_requested': z.strictObject({ runId: Id }),
  /** A file of past results was taken in, and waits for a worker to read it. */
  'plans.results_received': z.strictObject({ importId: Id }),
  /** Somebody decided that a file of past results shall be stored. */
  'plans.results_confirmed': z.strictObject({ importId: Id }),
  /** Somebody was certified, or renewed. */
  'plans.certified': z.strictObject({ cycleId: Id, personId: Id }),
  /** A certification was made or changed: earlier completions may count for it. */
  'plans.certification_changed': z.strictObject({ certificationId: Id }),
  /** A training class is over and its attendance stands. */
  'plans.class_closed': z.strictObject({ classId: Id }),
  /** An annual plan was approved and holds from now on. */
  'plans.annual_plan_approved': z.strictObject({ planId: Id }),
  /** What a path asks for changed, or people owe it who did not: some may have satisfied it already. */
  'plans.path_changed': z.strictObject({ pathId: Id }),
  /** A person completed all required steps of a path, once. */
  'plans.path_completed': z.strictObject({ personId: Id, pathId: Id, completionId: Id }),
});
