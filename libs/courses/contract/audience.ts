import { Id } from '@zhixing/platform/contract';
import { z } from 'zod';

/** What an audience rule may ask of a person's learning; kind -> its value. */
export const coursesAudience = {
  /** Completed the course, within the last so many months when `withinMonths` is there. */
  'courses.completed': z.strictObject({ courseId: Id, withinMonths: z.int().min(1).max(120).optional() }),
  /** Began the course and has not completed it. */
  'courses.learning': z.strictObject({ courseId: Id }),
} as const;
