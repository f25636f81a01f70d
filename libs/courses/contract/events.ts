import { defineEvents, Id } from '@zhixing/platform/contract';
import { z } from 'zod';

export const coursesEvents = defineEvents({
  /** A person finished all required lessons; the completion record stands. */
  'courses.completed': z.strictObject({ personId: Id, courseId: Id, registrationId: Id }),
});
