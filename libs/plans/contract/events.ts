import { defineEvents, Id } from '@zhixing/platform/contract';
import { z } from 'zod';

export const plansEvents = defineEvents({
  /** A reconciliation was asked for or confirmed, and waits for a worker. */
  'plans.run_requested': z.strictObject({ runId: Id }),
  /** Somebody was certified, or renewed. */
  'plans.certified': z.strictObject({ cycleId: Id, personId: Id }),
  /** A certification was made or changed: earlier completions may count for it. */
  'plans.certification_changed': z.strictObject({ certificationId: Id }),
  /** A training class is over and its attendance stands. */
  'plans.class_closed': z.strictObject({ classId: Id }),
});
