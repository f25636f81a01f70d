import { Id, Instant, listOf, Localized, pageOf, PageQuery } from '@zhixing/platform/contract';
import { Skill, SkillId, SkillLevel } from '@zhixing/skills/contract';
import { z } from 'zod';

/** The business domains a bank organises its learning by. */
export const Domain = z.enum(['knowledge-graph', 'credit-risk', 'credit-workflow', 'internal-management', 'llm-technology', 'llm-application', 'compliance-safety']);
export type Domain = z.infer<typeof Domain>;

/** A full course, or a micro-course of two or three lessons. */
export const CourseKind = z.enum(['course', 'micro']);
export type CourseKind = z.infer<typeof CourseKind>;

/** 1 introductory, 2 intermediate, 3 advanced. */
export const Level = z.coerce.number().int().min(1).max(3);

export const LessonKind = z.enum(['article', 'quiz']);
export type LessonKind = z.infer<typeof LessonKind>;

/** Where one try of one person at one course version stands; `carried_over` = goes on in a registration at a newer version. */
export const RegistrationStatus = z.enum(['open', 'passed', 'failed', 'abandoned', 'carried_over']);
export type RegistrationStatus = z.infer<typeof RegistrationStatus>;

/** My state at a course, for filters: `none` = not registered, `registered` = not yet opened. */
export const LearningState = z.enum(['none', 'registered', 'learning', 'finished']);
export type LearningState = z.infer<typeof LearningState>;

/** My newest registration at a course, as a card shows it. */
export const MyRegistration = z.object({ id: Id, status: RegistrationStatus, percent: z.int(), state: LearningState });
export type MyRegistration = z.infer<typeof MyRegistration>;

/** A course as a card; `minutes` is the sum of its required lessons. */
export const CourseCard = z.object({
  id: Id,
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  domain: Domain,
  level: z.int(),
  kind: CourseKind,
  minutes: z.int(),
  lessons: z.int(),
  mine: MyRegistration.nullable(),
});
export type CourseCard = z.infer<typeof CourseCard>;

/** Upper bounds of the minutes filter: at most 10, at most 30, longer. */
export const Duration = z.enum(['short', 'medium', 'long']);
export type Duration = z.infer<typeof Duration>;

/** `GET /courses`: the catalogue's filters; all of them stand in the page's address too. */
export const CatalogueQuery = PageQuery.extend({
  q: z.string().trim().max(100).optional(),
  domain: listOf(Domain),
  level: listOf(Level),
  kind: listOf(CourseKind),
  duration: listOf(Duration),
  state: listOf(LearningState),
  skill: listOf(SkillId),
  sort: z.enum(['newest', 'title', 'minutes']).default('newest'),
});
export type CatalogueQuery = z.infer<typeof CatalogueQuery>;

/** How many courses a filter value would leave, the other filters standing. */
export const Facet = z.object({ value: z.string(), count: z.int() });
export type Facet = z.infer<typeof Facet>;

/** A page of the catalogue; `nearest` holds up to three courses when nothing matches. */
export const Catalogue = pageOf(CourseCard).extend({
  total: z.int(),
  facets: z.object({ domain: z.array(Facet), level: z.array(Facet), kind: z.array(Facet), duration: z.array(Facet), state: z.array(Facet), skill: z.array(Facet) }),
  nearest: z.array(CourseCard),
});
export type Catalogue = z.infer<typeof Catalogue>;

/** What earns the tick of a lesson: minimum reading time (0 = none) and "mark done", or a quiz's pass mark. `attempts` 0 = unlimited. */
export const LessonRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article'), minimumSeconds: z.int() }),
  z.object({ kind: z.literal('quiz'), passMark: z.int(), attempts: z.int(), questions: z.int() }),
]);
export type LessonRule = z.infer<typeof LessonRule>;

export const LessonState = z.enum(['not_started', 'in_progress', 'completed']);
export type LessonState = z.infer<typeof LessonState>;

/** A line of the outline; `earned` says how and when the tick came about. */
export const OutlineLesson = z.object({
  key: z.string(),
  title: z.string(),
  kind: LessonKind,
  required: z.boolean(),
  minutes: z.int(),
  rule: LessonRule,
  state: LessonState,
  earned: z.object({ at: Instant, score: z.int().nullable() }).nullable(),
});
export type OutlineLesson = z.infer<typeof OutlineLesson>;

export const OutlineChapter = z.object({ title: z.string(), lessons: z.array(OutlineLesson) });
export type OutlineChapter = z.infer<typeof OutlineChapter>;

/** What a course leads to: finishing it is evidence of the skill at that level. */
export const CourseSkill = z.strictObject({ skill: SkillId, level: SkillLevel });
export type CourseSkill = z.infer<typeof CourseSkill>;

/** The same with its words; `anchor` = what somebody of that level is seen to do. */
export const TaughtSkill = z.object({ skill: Skill, level: SkillLevel, anchor: Localized });
export type TaughtSkill = z.infer<typeof TaughtSkill>;

/** The course page: what it teaches, what counts, and where I stand. A registered person sees the pinned version. */
export const CourseView = CourseCard.extend({
  description: z.string(),
  outcomes: z.array(z.string()),
  skills: z.array(TaughtSkill),
  teacher: z.string(),
  requirements: z.string(),
  version: z.int(),
  latestVersion: z.int(),
  publishedAt: Instant,
  requiredTotal: z.int(),
  learners: z.int(),
  finished: z.int(),
  /** Names of the departments it is open to; empty = everyone. */
  audience: z.array(z.string()),
  resumeLessonKey: z.string().nullable(),
  completedAt: Instant.nullable(),
  chapters: z.array(OutlineChapter),
  can: z.object({ register: z.boolean(), viewStatistics: z.boolean() }),
});
export type CourseView = z.infer<typeof CourseView>;
