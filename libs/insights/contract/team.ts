import { AttentionReason, Domain, LearningState, RegistrationStatus } from '@zhixing/courses/contract';
import { PersonCard } from '@zhixing/people/contract';
import { CycleState, ObligationStatus, Target } from '@zhixing/plans/contract';
import { Id, Instant, LocalDate, pageOf, PageQuery } from '@zhixing/platform/contract';
import { z } from 'zod';

/** Direct reports, or everybody in the line below. */
export const TeamScope = z.enum(['direct', 'line']);
export type TeamScope = z.infer<typeof TeamScope>;

export const TeamQuery = PageQuery.extend({ scope: TeamScope.default('direct'), q: z.string().trim().max(50).optional() });
export type TeamQuery = z.infer<typeof TeamQuery>;

/** A mandatory item that is past due, or due within seven days. */
export const Pressing = z.enum(['overdue', 'due_soon']);
export type Pressing = z.infer<typeof Pressing>;

/** A registration of the team that needs attention. */
export const AttentionRow = z.object({
  kind: z.literal('registration'),
  person: PersonCard,
  registrationId: Id,
  course: z.object({ id: Id, title: z.string(), domain: Domain }),
  percent: z.int(),
  reason: AttentionReason,
});
export type AttentionRow = z.infer<typeof AttentionRow>;

/** A mandatory obligation of the team that is overdue or due soon: `days` late, or left. `remindAgainOn` = the day from which somebody may remind again, null = now. */
export const DueRow = z.object({
  kind: z.literal('obligation'),
  person: PersonCard,
  obligationId: Id,
  assignment: z.object({ id: Id, title: z.string() }),
  target: Target.pick({ kind: true, id: true, title: true }),
  status: Pressing,
  dueOn: LocalDate,
  days: z.int(),
  percent: z.int(),
  remindedAt: Instant.nullable(),
  remindAgainOn: LocalDate.nullable(),
});
export type DueRow = z.infer<typeof DueRow>;

/** What a manager may act on. */
export const ActionRow = z.discriminatedUnion('kind', [DueRow, AttentionRow]);
export type ActionRow = z.infer<typeof ActionRow>;

/** One person's newest registration at one course. */
export const TeamCell = z.object({ courseId: Id, status: RegistrationStatus, state: LearningState, percent: z.int(), attention: z.boolean() });
export type TeamCell = z.infer<typeof TeamCell>;

/** A course somebody must finish and has not, the nearest due date of several. */
export const DueCell = z.object({ courseId: Id, status: Pressing, dueOn: LocalDate });
export type DueCell = z.infer<typeof DueCell>;

/** A person, how many mandatory items of theirs are overdue, how many registrations need attention, and their courses; who is late comes first. */
export const TeamRow = z.object({ person: PersonCard, overdue: z.int(), attention: z.int(), cells: z.array(TeamCell), due: z.array(DueCell) });
export type TeamRow = z.infer<typeof TeamRow>;

/**
 * `people` with at least one mandatory item that counts, `compliant` = those of them without one past due; compliance % = compliant / people. `excused` = items that do not count today: waived, or their person is on leave.
 * `overdue` = items past due, whosever.
 */
export const Compliance = z.object({ people: z.int(), compliant: z.int(), excused: z.int(), overdue: z.int() });
export type Compliance = z.infer<typeof Compliance>;

/** `GET /insights/team`: a page of people with the courses that any of the scope is registered at. */
export const Team = pageOf(TeamRow).extend({
  scope: TeamScope,
  people: z.object({ direct: z.int(), line: z.int() }),
  compliance: Compliance,
  figures: z.object({ learning: z.int(), finishedThisMonth: z.int(), attention: z.int(), minutesThisMonth: z.int() }),
  courses: z.array(z.object({ id: Id, title: z.string(), domain: Domain })),
});
export type Team = z.infer<typeof Team>;

/** Which day; absent = a month ago. A day ahead means today. */
export const TeamAsOfQuery = z.strictObject({ scope: TeamScope.default('direct'), on: LocalDate.optional() });
export type TeamAsOfQuery = z.infer<typeof TeamAsOfQuery>;

/** Of `people` with a target role: weight x level over its skills, as far as verified evidence `held` it and as `wanted`. Coverage % = held / wanted. */
export const SkillCoverage = z.object({ people: z.int(), wanted: z.int(), held: z.int() });
export type SkillCoverage = z.infer<typeof SkillCoverage>;

/**
 * `GET /insights/team/as-of`: today's people of the scope, with the target roles of today, as they stood at the end of the day `on`, of dated rows alone; `certifications` held that end within 60 days, and that had ended; finished and minutes from the first of its month on.
 */
export const TeamAsOf = z.object({ scope: TeamScope, on: LocalDate, compliance: Compliance, skills: SkillCoverage, certifications: z.object({ expiring: z.int(), lapsed: z.int() }), finished: z.int(), minutes: z.int() });
export type TeamAsOf = z.infer<typeof TeamAsOf>;

export const AttentionQuery = PageQuery.extend({ scope: TeamScope.default('direct') });
export type AttentionQuery = z.infer<typeof AttentionQuery>;

/** `GET /insights/team/attention`, most pressing first: overdue, due soon, then registrations that stand still; a registration at what is listed as due is not said twice. */
export const AttentionList = pageOf(ActionRow);
export type AttentionList = z.infer<typeof AttentionList>;

/** A certification somebody of the scope holds that ends within 60 days, and was not renewed. It can be renewed without loss since `renewableSince`, a day ahead when its window opens then. `remindAgainOn` as of a due row. */
export const TeamCertification = z.object({
  cycleId: Id,
  person: PersonCard,
  certification: z.object({ id: Id, title: z.string() }),
  state: CycleState,
  validUntil: LocalDate,
  renewableSince: LocalDate,
  days: z.int(),
  remindedAt: Instant.nullable(),
  remindAgainOn: LocalDate.nullable(),
});
export type TeamCertification = z.infer<typeof TeamCertification>;

/** `GET /insights/team/certifications`, what ends first first: those that the figure `certifications.expiring` of today counts. */
export const TeamCertifications = pageOf(TeamCertification);
export type TeamCertifications = z.infer<typeof TeamCertifications>;

/** An obligation on the page of its person: `extensions` granted, until when it is waived, how often and when last somebody was reminded of it. */
export const MemberObligation = z.object({
  id: Id,
  assignment: z.object({ id: Id, title: z.string() }),
  target: Target.pick({ kind: true, id: true, title: true }),
  mandatory: z.boolean(),
  status: ObligationStatus,
  dueOn: LocalDate,
  zone: z.string(),
  completedAt: Instant.nullable(),
  extensions: z.int(),
  waivedUntil: LocalDate.nullable(),
  reminders: z.int(),
  remindedAt: Instant.nullable(),
  remindAgainOn: LocalDate.nullable(),
  can: z.object({ remind: z.boolean() }),
});
export type MemberObligation = z.infer<typeof MemberObligation>;

/** The member page: facts for a 1:1, never raw answers. `obligations`: the overdue, the open by due date, then the done, the latest first; at most a hundred. `weeks` are the last twelve, Monday first. */
export const Member = z.object({
  person: PersonCard,
  manager: z.object({ displayName: z.string() }).nullable(),
  memberSince: LocalDate.nullable(),
  figures: z.object({ learning: z.int(), finished: z.int(), finishedThisYear: z.int(), minutesThisYear: z.int() }),
  attention: z.array(AttentionRow),
  obligations: z.array(MemberObligation),
  /** What is held, and what the position requires and is not (`state` null). */
  certifications: z.array(z.object({ id: Id, title: z.string(), required: z.boolean(), state: CycleState.nullable(), validUntil: LocalDate.nullable() })),
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

/** Parameters of the export `team-report`. */
export const TeamReport = TeamQuery.pick({ scope: true });
export type TeamReport = z.infer<typeof TeamReport>;

/** `GET` and `PUT /insights/team/report-schedule`: whether the report of one's team comes on the first working day of every month or week, and of which scope. */
export const ReportSchedule = z.strictObject({ every: z.enum(['never', 'month', 'week']), scope: TeamScope });
export type ReportSchedule = z.infer<typeof ReportSchedule>;
