import { CourseCard, Domain, LearningState } from '@zhixing/courses/contract';
import { Id, Instant, LocalDate } from '@zhixing/platform/contract';
import { z } from 'zod';

/** Why a card stands under "do next". */
export const NextReason = z.discriminatedUnion('code', [
  /** An obligation whose due date was `days` ago. */
  z.object({ code: z.literal('overdue'), assignment: z.string(), days: z.int() }),
  /** An obligation that is due in `days`, at most a week; 0 = today. */
  z.object({ code: z.literal('due'), assignment: z.string(), days: z.int() }),
  /** A quiz was failed; try again while it is fresh. */
  z.object({ code: z.literal('retry'), lesson: z.string(), score: z.int() }),
  /** Left in the middle, `days` ago. */
  z.object({ code: z.literal('resume'), lesson: z.string(), days: z.int() }),
  /** Registered and not opened yet, `days` ago. */
  z.object({ code: z.literal('open'), lesson: z.string(), days: z.int() }),
  /** Nothing is under way: a course many colleagues of the department finished. */
  z.object({ code: z.literal('colleagues'), people: z.int() }),
  /** Never registered anywhere: an introductory course to begin with. */
  z.object({ code: z.literal('first') }),
  /** Nothing is under way: the newest of the catalogue. */
  z.object({ code: z.literal('new') }),
]);
export type NextReason = z.infer<typeof NextReason>;

/** A card of "do next": go to `lessonKey` of the registration, or to the course when there is none. `path` = the step of a path it is owed for; one that asks for a skill alone has no course and leads to the path. */
export const NextStep = z.object({
  course: z.object({ id: Id, title: z.string(), domain: Domain }).nullable(),
  path: z.object({ id: Id, title: z.string(), step: z.string() }).nullable(),
  registrationId: Id.nullable(),
  lessonKey: z.string().nullable(),
  percent: z.int(),
  minutesLeft: z.int(),
  reason: NextReason,
});
export type NextStep = z.infer<typeof NextStep>;

/** `GET /insights/home`. `overdue` and `dueSoon` count obligations, due soon within seven days, `expiring` certifications that end within 60; `deadlines` = those due from today to the end of this week, `halfDays` = those of training classes one is on the roster of, in the same days; `startsAt` is `HH:MM` in Beijing. Minutes are measured by the server; `week` runs Monday to Sunday (Asia/Shanghai). */
export const Home = z.object({
  strip: z.object({ overdue: z.int(), dueSoon: z.int(), expiring: z.int(), learning: z.int(), unopened: z.int(), finishedThisYear: z.int(), minutesThisYear: z.int() }),
  next: z.array(NextStep).max(3),
  deadlines: z.array(z.object({ obligationId: Id, title: z.string(), assignment: z.string(), dueOn: LocalDate })).max(5),
  halfDays: z.array(z.object({ id: Id, classId: Id, title: z.string(), day: LocalDate, startsAt: z.string(), room: z.string() })).max(5),
  week: z.object({
    days: z.array(z.object({ date: LocalDate, minutes: z.int(), lessons: z.int(), today: z.boolean() })).length(7),
    minutes: z.int(),
    lessons: z.int(),
    minutesLastWeek: z.int(),
  }),
  courses: z.array(z.object({
    registrationId: Id,
    course: z.object({ id: Id, title: z.string(), domain: Domain }),
    state: LearningState,
    percent: z.int(),
    lastActivityAt: Instant.nullable(),
    completedAt: Instant.nullable(),
  })),
  recommended: z.array(CourseCard).max(3),
});
export type Home = z.infer<typeof Home>;
