import { Id, Instant, pageOf, PageQuery } from '@zhixing/platform/contract';
import { z } from 'zod';
import { CourseCard, Domain, CourseKind, LearningState, LessonKind, LessonRule, LessonState, OutlineChapter, RegistrationStatus } from './courses.ts';

/** How far a registration is. `percent` = floor(100 x done / total) over the required lessons. */
export const Progress = z.object({ percent: z.int(), requiredDone: z.int(), requiredTotal: z.int(), status: RegistrationStatus });
export type Progress = z.infer<typeof Progress>;

/** The immutable fact that a course was finished. `score` = mean of the best scores of its required quizzes, null without a quiz. */
export const CompletionRecord = z.object({
  id: Id,
  registrationId: Id,
  completedAt: Instant,
  score: z.int().nullable(),
  minutes: z.int(),
  department: z.string(),
  position: z.string(),
});
export type CompletionRecord = z.infer<typeof CompletionRecord>;

/** `GET /registrations/:id`: the player's outline, and the finish page's facts once completed. */
export const RegistrationView = Progress.extend({
  id: Id,
  course: z.object({ id: Id, title: z.string(), domain: Domain, kind: CourseKind, summary: z.string() }),
  version: z.int(),
  latestVersion: z.int(),
  registeredAt: Instant,
  chapters: z.array(OutlineChapter),
  resumeLessonKey: z.string().nullable(),
  completion: CompletionRecord.nullable(),
  /** Up to three courses to go on with; filled once completed. */
  next: z.array(CourseCard),
});
export type RegistrationView = z.infer<typeof RegistrationView>;

/** A row of my record; `imported` = brought in from elsewhere, or from before: there was no registration then. */
export const RegistrationRow = z.object({
  id: Id,
  course: z.object({ id: Id, title: z.string(), domain: Domain, kind: CourseKind }),
  status: RegistrationStatus,
  state: LearningState,
  percent: z.int(),
  registeredAt: Instant,
  lastActivityAt: Instant.nullable(),
  completedAt: Instant.nullable(),
  score: z.int().nullable(),
  minutes: z.int(),
  imported: z.boolean(),
});
export type RegistrationRow = z.infer<typeof RegistrationRow>;

export const RegistrationQuery = PageQuery.extend({ state: z.enum(['all', 'learning', 'finished']).default('all') });
export type RegistrationQuery = z.infer<typeof RegistrationQuery>;

export const RegistrationList = pageOf(RegistrationRow).extend({ counts: z.object({ learning: z.int(), finished: z.int() }), minutesThisYear: z.int() });
export type RegistrationList = z.infer<typeof RegistrationList>;

/** The answer of `POST /courses/:id/registrations`; the same registration when one is open already. */
export const Registered = Progress.extend({ id: Id, resumeLessonKey: z.string() });
export type Registered = z.infer<typeof Registered>;

/** Route parameters of a lesson inside a registration. */
export const LessonParams = z.strictObject({ id: Id, key: z.string().min(1).max(100) });
export type LessonParams = z.infer<typeof LessonParams>;

/** One try at a quiz, open or submitted, as its lesson lists it. */
export const AttemptSummary = z.object({ id: Id, number: z.int(), startedAt: Instant, submittedAt: Instant.nullable(), score: z.int().nullable(), passed: z.boolean().nullable() });
export type AttemptSummary = z.infer<typeof AttemptSummary>;

/** A lesson in the player. `body` is Markdown (empty for a quiz); `remainingSeconds` of reading before "mark done" is accepted. */
export const LessonView = z.object({
  key: z.string(),
  title: z.string(),
  chapterTitle: z.string(),
  kind: LessonKind,
  required: z.boolean(),
  minutes: z.int(),
  rule: LessonRule,
  state: LessonState,
  earned: z.object({ at: Instant, score: z.int().nullable() }).nullable(),
  body: z.string(),
  remainingSeconds: z.int(),
  attempts: z.array(AttemptSummary),
  attemptsLeft: z.int().nullable(),
  previousKey: z.string().nullable(),
  nextKey: z.string().nullable(),
});
export type LessonView = z.infer<typeof LessonView>;

/** What the player reports. The server's clock decides; `clientTime` is kept as evidence only. `id` makes a repeat harmless. */
export const LearningEvent = z.strictObject({ id: Id, kind: z.enum(['opened', 'heartbeat', 'marked_done']), clientTime: Instant });
export type LearningEvent = z.infer<typeof LearningEvent>;

/** Where lesson and registration stand after an event. */
export const EventResult = z.object({ state: LessonState, remainingSeconds: z.int(), progress: Progress });
export type EventResult = z.infer<typeof EventResult>;
