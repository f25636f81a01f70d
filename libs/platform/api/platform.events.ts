import { defineEvents, Id } from '@zhixing/platform/contract';
import { z } from 'zod';

export const platformEvents = defineEvents({
  /** A person waits for this job. */
  'platform.job_ordered': z.strictObject({ jobId: Id }),
  /** There are messages in the outbox of messages. */
  'platform.notified': z.strictObject({}),
});
