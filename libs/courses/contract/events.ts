import { defineEvents, Id } from '@zhixing/platform/contract';
import { z } from 'zod';

export const coursesEvents = defineEvents({
  /** A person finished all required lessons; the completion record stands. */
  'courses.completed': z.strictObject({ personId: Id, courseId: Id, registrationId: Id }),
  /** A version became the one that new learners get. */
  'courses.version_published': z.strictObject({ courseId: Id, versionId: Id, number: z.int() }),
});
