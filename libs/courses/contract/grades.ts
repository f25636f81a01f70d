import { PersonCard } from '@zhixing/people/contract';
import { Id, Instant, pageOf, PageQuery } from '@zhixing/platform/contract';
import { z } from 'zod';

/** What somebody decided the grade of an attempt should have been. The attempt keeps what was computed. */
export const GradeCorrection = z.object({ score: z.int(), passed: z.boolean(), at: Instant, reason: z.string() });
export type GradeCorrection = z.infer<typeof GradeCorrection>;

/** A submitted attempt as those who answer for grades see it. */
export const GradedAttempt = z.object({
  id: Id,
  person: PersonCard,
  lesson: z.string(),
  version: z.int(),
  number: z.int(),
  submittedAt: Instant,
  score: z.int(),
  passed: z.boolean(),
  passMark: z.int(),
  correction: GradeCorrection.extend({ by: PersonCard.nullable() }).nullable(),
});
export type GradedAttempt = z.infer<typeof GradedAttempt>;

/** `GET /courses/:id/attempts`, the newest first; `q` = a staff number or a full name. */
export const GradedAttemptQuery = PageQuery.extend({ q: z.string().trim().max(100).optional() });
export type GradedAttemptQuery = z.infer<typeof GradedAttemptQuery>;

export const GradedAttempts = pageOf(GradedAttempt);
export type GradedAttempts = z.infer<typeof GradedAttempts>;

/** `POST /attempts/:id/grade-corrections`. */
export const CorrectGrade = z.strictObject({ score: z.int().min(0).max(100), reason: z.string().trim().min(1).max(500) });
export type CorrectGrade = z.infer<typeof CorrectGrade>;

/** `fellBelow`: no attempt of the person at the quiz passes any more, though the lesson stands as completed. */
export const CorrectedGrade = z.object({ id: Id, score: z.int(), passed: z.boolean(), fellBelow: z.boolean() });
export type CorrectedGrade = z.infer<typeof CorrectedGrade>;
