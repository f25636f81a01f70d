import { AttentionReason, Domain, LearningState, RegistrationStatus } from '@zhixing/courses/contract';
import { PersonCard } from '@zhixing/people/contract';
import { Id, Instant, LocalDate, pageOf, PageQuery } from '@zhixing/platform/contract';
import { z } from 'zod';

/** Direct reports, or everybody in the line below. */
export const TeamScope = z.enum(['direct', 'line']);
export type TeamScope = z.infer<typeof TeamScope>;

export const TeamQuery = PageQuery.extend({ scope: TeamScope.default('direct'), q: z.string().trim().max(50).optional() });
export type TeamQuery = z.infer<typeof TeamQuery>;

/** A registration of the team that needs attention, most pressing first. */
export const AttentionRow = z.object({
  person: PersonCard,
  registrationId: Id,
  course: z.object({ id: Id, title: z.string(), domain: Domain }),
  percent: z.int(),
  reason: AttentionReason,
});
export type AttentionRow = z.infer<typeof AttentionRow>;

/** One person's newest registration at one course. */
export const TeamCell = z.object({ courseId: Id, status: RegistrationStatus, state: LearningState, percent: z.int(), attention: z.boolean() });
export type TeamCell = z.infer<typeof TeamCell>;

/** A person and their courses; people with something that needs attention come first. */
export const TeamRow = z.object({ person: PersonCard, attention: z.int(), cells: z.array(TeamCell) });
export type TeamRow = z.infer<typeof TeamRow>;

/** `GET /insights/team`: a page of people with the courses that any of the scope is registered at. */
export const Team = pageOf(TeamRow).extend({
  scope: TeamScope,
  people: z.object({ direct: z.int(), line: z.int() }),
  figures: z.object({ learning: z.int(), finishedThisMonth: z.int(), attention: z.int(), minutesThisMonth: z.int() }),
  courses: z.array(z.object({ id: Id, title: z.string(), domain: Domain })),
});
export type Team = z.infer<typeof Team>;

export const AttentionQuery = PageQuery.extend({ scope: TeamScope.default('direct') });
export type AttentionQuery = z.infer<typeof AttentionQuery>;

export const AttentionList = pageOf(AttentionRow);
export type AttentionList = z.infer<typeof AttentionList>;

/** The member page: facts for a 1:1, never raw answers. `weeks` are the last twelve, Monday first. */
export const Member = z.object({
  person: PersonCard,
  manager: z.object({ displayName: z.string() }).nullable(),
  memberSince: LocalDate.nullable(),
  figures: z.object({ learning: z.int(), finished: z.int(), finishedThisYear: z.int(), minutesThisYear: z.int() }),
  attention: z.array(AttentionRow),
  courses: z.array(z.object({
    registrationId: Id,
    course: z.object({ id: Id, title: z.string(), domain: Domain }),
    status: RegistrationStatus,
    state: LearningState,
    percent: z.int(),
    registeredAt: Instant,
    lastActivityAt: Instant.nullable(),
    completedAt: Instant.nullable(),
    score: z.int().nullable(),
    currentLesson: z.string().nullable(),
  })),
  weeks: z.array(z.object({ monday: LocalDate, minutes: z.int(), lessons: z.int() })).length(12),
});
export type Member = z.infer<typeof Member>;

/** Parameters of the export `team`, those of the page. */
export const TeamExport = TeamQuery.pick({ scope: true, q: true });
export type TeamExport = z.infer<typeof TeamExport>;
