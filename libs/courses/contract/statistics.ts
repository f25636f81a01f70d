import { PersonCard } from '@zhixing/people/contract';
import { Id, pageOf, PageQuery } from '@zhixing/platform/contract';
import { z } from 'zod';
import { Domain, LessonKind } from './courses.ts';

/** Why a registration needs attention. The thresholds are printed where the list is shown. */
export const AttentionReason = z.discriminatedUnion('code', [
  /** Started and no activity for 7 days or more. */
  z.object({ code: z.literal('stalled'), days: z.int() }),
  /** Registered 14 days ago or more and never opened. */
  z.object({ code: z.literal('unopened'), days: z.int() }),
  /** One quiz failed twice or more and not passed. */
  z.object({ code: z.literal('failed_twice'), times: z.int(), lesson: z.string() }),
]);
export type AttentionReason = z.infer<typeof AttentionReason>;

/** Days without activity, days unopened, failed tries from which a registration needs attention. */
export const ATTENTION = { stalledDays: 7, unopenedDays: 14, failedTimes: 2 } as const;

/**
 * A course's own statistics over the newest registration of each person at the given version.
 * `half` = at least half of the required lessons done. `medianMinutes` = median measured minutes of those who finished the lesson.
 * `facility` = share of right answers over the first submitted attempt of each person, `n` = how many; null below one.
 */
export const CourseStatistics = z.object({
  course: z.object({ id: Id, title: z.string(), domain: Domain }),
  version: z.int(),
  versions: z.array(z.int()),
  funnel: z.object({ registered: z.int(), started: z.int(), half: z.int(), finished: z.int() }),
  lessons: z.array(z.object({ key: z.string(), title: z.string(), kind: LessonKind, required: z.boolean(), reached: z.int(), finished: z.int(), medianMinutes: z.number().nullable() })),
  questions: z.array(z.object({ id: Id, lessonKey: z.string(), lessonTitle: z.string(), topic: z.string(), stem: z.string(), n: z.int(), facility: z.number().nullable() })),
  stuck: z.int(),
});
export type CourseStatistics = z.infer<typeof CourseStatistics>;

/** Someone who is stuck in this course, longest first. */
export const StuckLearner = z.object({ registrationId: Id, person: PersonCard, percent: z.int(), lesson: z.string().nullable(), reason: AttentionReason });
export type StuckLearner = z.infer<typeof StuckLearner>;

export const StuckLearners = pageOf(StuckLearner);
export type StuckLearners = z.infer<typeof StuckLearners>;

/** Which version's statistics; the current one when absent. */
export const StatisticsQuery = z.strictObject({ version: z.coerce.number().int().min(1).optional() });
export type StatisticsQuery = z.infer<typeof StatisticsQuery>;

export const StuckQuery = PageQuery.extend({ version: z.coerce.number().int().min(1).optional() });
export type StuckQuery = z.infer<typeof StuckQuery>;

/** A course as its administrators list it. */
export const AdministeredCourse = z.object({
  id: Id,
  slug: z.string(),
  title: z.string(),
  domain: Domain,
  version: z.int(),
  registered: z.int(),
  started: z.int(),
  finished: z.int(),
  stuck: z.int(),
});
export type AdministeredCourse = z.infer<typeof AdministeredCourse>;

export const AdministeredCourses = z.object({ items: z.array(AdministeredCourse) });
export type AdministeredCourses = z.infer<typeof AdministeredCourses>;

/** Parameters of the export `course-statistics`: the current version when none is named. */
export const CourseStatisticsExport = z.strictObject({ courseId: Id, version: z.int().min(1).optional() });
export type CourseStatisticsExport = z.infer<typeof CourseStatisticsExport>;
