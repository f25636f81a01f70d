import { defineEvents, Id } from '@zhixing/platform/contract';
import { z } from 'zod';

export const plansEvents = defineEvents({
  /** A reconciliation was asked for or confirmed, and waits for a worker. */
  'plans.run_requested': z.strictObject({ runId: Id }),
  /** A training class is over and its attendance stands. */
  'plans.class_closed': z.strictObject({ classId: Id }),
  /** An annual plan was approved and holds from now on. */
  'plans.annual_plan_approved': z.strictObject({ planId: Id }),
});
