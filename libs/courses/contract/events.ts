import { defineEvents, Id } from '@zhixing/platform/contract';
import { z } from 'zod';

export const coursesEvents = defineEvents({
  /** A person finished all required lessons; the completion record stands. */
  'courses.completed': z.strictObject({ personId: Id, courseId: Id, registrationId: Id }),
  /** Past completions were brought in; nobody is told, no points are earned. */
  'courses.completions_imported': z.strictObject({ completionIds: z.array(Id).min(1).max(1000) }),
  /** By a correction no attempt at a quiz passes any more, though its lesson was completed; the completion stands. */
  'courses.fell_below_pass': z.strictObject({ correctionId: Id, personId: Id, courseId: Id, registrationId: Id }),
});
