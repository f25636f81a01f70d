import { Id, Instant } from '@zhixing/platform/contract';
import { z } from 'zod';
import { GradeCorrection } from './grades.ts';
import { Progress } from './registrations.ts';

export const QuestionKind = z.enum(['single', 'multiple', 'true_false']);
export type QuestionKind = z.infer<typeof QuestionKind>;

/** A question on the paper. `result` is there only after the attempt was submitted. `sequence` 0 = never answered. */
export const PaperQuestion = z.object({
  id: Id,
  kind: QuestionKind,
  topic: z.string(),
  stem: z.string(),
  choices: z.array(z.object({ key: z.string(), text: z.string() })),
  answer: z.array(z.string()),
  sequence: z.int(),
  /** `choiceExplanations`: why a choice is right or wrong, by its key; choices without one are absent. */
  result: z.object({ correct: z.boolean(), correctChoices: z.array(z.string()), explanation: z.string(), choiceExplanations: z.record(z.string(), z.string()) }).nullable(),
});
export type PaperQuestion = z.infer<typeof PaperQuestion>;

/** One try at a quiz: its paper while open, its result by topic once submitted. Scores are percent, floored. */
export const AttemptView = z.object({
  id: Id,
  registrationId: Id,
  lessonKey: z.string(),
  lessonTitle: z.string(),
  number: z.int(),
  startedAt: Instant,
  submittedAt: Instant.nullable(),
  passMark: z.int(),
  score: z.int().nullable(),
  passed: z.boolean().nullable(),
  attemptsLeft: z.int().nullable(),
  /** What somebody decided the grade should have been; the score above is what was computed. */
  regraded: GradeCorrection.nullable(),
  topics: z.array(z.object({ topic: z.string(), correct: z.int(), total: z.int() })),
  questions: z.array(PaperQuestion),
});
export type AttemptView = z.infer<typeof AttemptView>;

/** `PUT /attempts/:id/answers`: one or several; of two saves of a question the higher `sequence` stands. Empty `choices` clears it. */
export const SaveAnswers = z.strictObject({
  answers: z.array(z.strictObject({ questionId: Id, sequence: z.int().min(1), choices: z.array(z.string().max(10)).max(20) })).min(1).max(100),
});
export type SaveAnswers = z.infer<typeof SaveAnswers>;

/** The sequence now stored of each saved question. */
export const SavedAnswers = z.object({ saved: z.array(z.object({ questionId: Id, sequence: z.int() })) });
export type SavedAnswers = z.infer<typeof SavedAnswers>;

/** The graded attempt and what it did to the registration. */
export const SubmitResult = z.object({ attempt: AttemptView, progress: Progress });
export type SubmitResult = z.infer<typeof SubmitResult>;
