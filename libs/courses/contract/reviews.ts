import { LocalDate } from '@zhixing/platform/contract';
import { z } from 'zod';

/** `GET /courses/:id/review`: its owner reviews the content every `months`, the next time on `dueOn`. A publication counts as a review, other than of an editorial change. `defaultMonths` = what its domain suggests. */
export const CourseReview = z.object({
  owner: z.object({ displayName: z.string() }).nullable(),
  months: z.int(),
  defaultMonths: z.int(),
  reviewedOn: LocalDate,
  dueOn: LocalDate,
  overdue: z.boolean(),
  can: z.object({ edit: z.boolean(), mark: z.boolean() }),
});
export type CourseReview = z.infer<typeof CourseReview>;

/** `PUT /courses/:id/review`. */
export const SetReview = z.strictObject({ months: z.int().min(1).max(60) });
export type SetReview = z.infer<typeof SetReview>;
