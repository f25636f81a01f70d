import { PersonCard } from '@zhixing/people/contract';
import { AudienceRule, Id, Instant, LocalDate, Localized, PageQuery, pageOf } from '@zhixing/platform/contract';
import { z } from 'zod';

/** What can be assigned. */
export const TargetKind = z.enum(['course', 'path']);
export type TargetKind = z.infer<typeof TargetKind>;
export const Target = z.object({ kind: TargetKind, id: Id, title: z.string(), minutes: z.int() });
export type Target = z.infer<typeof Target>;

/**
 * When it falls due, always at the end of a day in Asia/Shanghai:
 * `fixed` on a day; `after` so many days or months after the day a person came to match or was hired (31 January + 1 month = the last of February);
 * `yearly` on a month and day, the cycle opening so many days before.
 */
export const DueRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), on: LocalDate }),
  z.strictObject({ kind: z.literal('after'), amount: z.int().min(1).max(730), unit: z.enum(['day', 'month']), from: z.enum(['match', 'hire']) }),
  z.strictObject({ kind: z.literal('yearly'), month: z.int().min(1).max(12), day: z.int().min(1).max(31), opensDaysBefore: z.int().min(1).max(364) }),
]);
export type DueRule = z.infer<typeof DueRule>;

/** Who has completed the target before: counts at once (`accept`), becomes an exception (`ask`), or learns again (`ignore`). */
export const EarlierCompletion = z.enum(['accept', 'ask', 'ignore']);
export type EarlierCompletion = z.infer<typeof EarlierCompletion>;

export const AssignmentOrigin = z.enum(['l_and_d', 'manager']);
export type AssignmentOrigin = z.infer<typeof AssignmentOrigin>;
export const AssignmentState = z.enum(['draft', 'active', 'ended']);
export type AssignmentState = z.infer<typeof AssignmentState>;

const Fields = {
  title: z.string().trim().min(1).max(80),
  description: z.string().trim().max(2000),
  /** Why, as people read it beside the due date. */
  reason: z.string().trim().min(1).max(200),
  target: z.strictObject({ kind: TargetKind, id: Id }),
  audience: AudienceRule,
  due: DueRule,
  /** Days people must have to study; who would have fewer becomes an exception. */
  minimumDays: z.int().min(0).max(365),
  mandatory: z.boolean(),
  earlier: EarlierCompletion,
  /** How old a completion may be to count; null = of any age. */
  earlierMonths: z.int().min(1).max(120).nullable(),
  /** First day on which people are assigned. */
  startsOn: LocalDate,
  /** Managers may nominate so many people of each department until that day; null = no nominations. */
  nominations: z.strictObject({ quota: z.int().min(1).max(1000), until: LocalDate }).nullable(),
};

/** `POST /assignments`: a draft. Managers may name persons of their line only (`people.persons`) and use `POST /assignments/direct`. */
export const CreateAssignment = z.strictObject({
  ...Fields,
  description: Fields.description.default(''),
  minimumDays: Fields.minimumDays.default(0),
  mandatory: Fields.mandatory.default(true),
  earlier: Fields.earlier.default('accept'),
  earlierMonths: Fields.earlierMonths.default(null),
  startsOn: Fields.startsOn.optional(),
  nominations: Fields.nominations.default(null),
});
export type CreateAssignment = z.infer<typeof CreateAssignment>;

/** `PATCH /assignments/:id` with If-Match; what is absent stays. Once active, target and due rule stay, and a changed audience is reconciled. */
export const EditAssignment = z.strictObject(Fields).partial();
export type EditAssignment = z.infer<typeof EditAssignment>;

/** `POST /assignments/direct`: a manager's own assignment to people of their line, active at once. */
export const AssignDirectly = z.strictObject({
  target: Fields.target,
  personIds: z.array(Id).min(1).max(200),
  dueOn: LocalDate,
  reason: Fields.reason,
  note: z.string().trim().max(500).default(''),
  mandatory: z.boolean().default(true),
});
export type AssignDirectly = z.infer<typeof AssignDirectly>;

/** What a reconciliation does to how many people. `affected` = all but kept; what it excepts waits in the queue of exceptions. */
export const Difference = z.object({
  /** People who match the rule. */
  matched: z.int(),
  add: z.int(),
  /** Owed at once and completed already. */
  completed: z.int(),
  /** Cancelled before, owed again. */
  reopen: z.int(),
  /** Optional before, mandatory again. */
  require: z.int(),
  cancel: z.int(),
  makeOptional: z.int(),
  exceptions: z.int(),
  kept: z.int(),
  affected: z.int(),
  /** Active people of the bank, and whether so many of them need somebody to type the number. */
  staff: z.int(),
  needsConfirmation: z.boolean(),
});
export type Difference = z.infer<typeof Difference>;

/** `POST /assignments/preview`: whom a rule matches, before anything is stored; with `assignmentId` against what is owed because of it now. */
export const PreviewAssignment = z.strictObject({
  assignmentId: Id.optional(),
  target: Fields.target.optional(),
  audience: AudienceRule,
  due: DueRule.optional(),
  minimumDays: Fields.minimumDays.default(0),
  earlier: Fields.earlier.default('accept'),
  earlierMonths: Fields.earlierMonths.default(null),
});
export type PreviewAssignment = z.infer<typeof PreviewAssignment>;

/** `difference` only with target and due rule. `unseen` = how many of those who match may not see the target, because its audience is narrower. `sample` = up to 20 of those who match, by staff number. */
export const AssignmentPreview = z.object({ matched: z.int(), unseen: z.int(), sample: z.array(PersonCard), difference: Difference.nullable() });
export type AssignmentPreview = z.infer<typeof AssignmentPreview>;

/** `GET /assignments/:id/difference`: what reconciling now would do, with up to 20 people of each kind of change. */
export const DifferenceAction = z.enum(['add', 'completed', 'reopen', 'require', 'cancel', 'make_optional', 'exception']);
export type DifferenceAction = z.infer<typeof DifferenceAction>;
export const AssignmentDifference = Difference.extend({ cycle: z.string(), sample: z.array(z.object({ action: DifferenceAction, person: PersonCard, dueOn: LocalDate.nullable() })) });
export type AssignmentDifference = z.infer<typeof AssignmentDifference>;

/** `POST /assignments/:id/activate`: `affected` = the number somebody saw and typed, asked for when it is more than 2 % of the staff. */
export const ConfirmAffected = z.strictObject({ affected: z.int().min(0).optional() });
export type ConfirmAffected = z.infer<typeof ConfirmAffected>;
export const EndAssignment = z.strictObject({ reason: z.string().trim().min(2).max(200) });
export type EndAssignment = z.infer<typeof EndAssignment>;

/** `GET /assignments`: those one may see, the newest first. */
export const AssignmentsQuery = PageQuery.extend({ q: z.string().trim().min(1).max(100).optional(), state: AssignmentState.optional(), origin: AssignmentOrigin.optional() });
export type AssignmentsQuery = z.infer<typeof AssignmentsQuery>;

export const Owner = z.object({ id: Id, displayName: z.string() });

/** Counts over the obligations of one cycle that are not cancelled: assigned -> started -> done; `late` = overdue now or completed late. */
export const Funnel = z.object({ assigned: z.int(), started: z.int(), done: z.int(), late: z.int(), overdue: z.int(), waived: z.int(), paused: z.int(), optional: z.int(), cancelled: z.int() });
export type Funnel = z.infer<typeof Funnel>;

export const AssignmentRow = z.object({
  id: Id,
  title: z.string(),
  origin: AssignmentOrigin,
  owner: Owner,
  target: Target,
  due: DueRule,
  mandatory: z.boolean(),
  state: AssignmentState,
  /** The newest cycle: '' unless yearly. */
  cycle: z.string().nullable(),
  dueOn: LocalDate.nullable(),
  /** Of the newest cycle: owed and not cancelled, completed, overdue now. */
  counts: z.object({ assigned: z.int(), done: z.int(), overdue: z.int() }),
  createdAt: Instant,
});
export type AssignmentRow = z.infer<typeof AssignmentRow>;
export const AssignmentList = pageOf(AssignmentRow);
export type AssignmentList = z.infer<typeof AssignmentList>;

/** Days a cycle opens and falls due; `dueOn` null = each person's own day. */
export const AssignmentCycle = z.object({ cycle: z.string(), opensOn: LocalDate, dueOn: LocalDate.nullable() });
export type AssignmentCycle = z.infer<typeof AssignmentCycle>;

/** `GET /assignments/:id`; `audienceWords` = the rule as a sentence in the reader's language. */
export const AssignmentView = AssignmentRow.extend({
  description: z.string(),
  reason: z.string(),
  audience: AudienceRule,
  audienceWords: z.string(),
  /** Departments to which the rule is limited whatever it says; null = the whole bank. */
  scope: z.array(z.object({ id: Id, name: z.string() })).nullable(),
  minimumDays: z.int(),
  earlier: EarlierCompletion,
  earlierMonths: z.int().nullable(),
  startsOn: LocalDate,
  nominations: z.object({ quota: z.int(), until: LocalDate }).nullable(),
  revision: z.int(),
  cycles: z.array(AssignmentCycle),
  exceptions: z.int(),
  can: z.object({ edit: z.boolean() }),
});
export type AssignmentView = z.infer<typeof AssignmentView>;

/** `GET /assignments/conditions`: what an audience rule can be made of. */
export const AudienceConditions = z.object({ items: z.array(z.object({ kind: z.string(), title: Localized })) });
export type AudienceConditions = z.infer<typeof AudienceConditions>;

export const CycleQuery = z.strictObject({ cycle: z.string().max(10).optional() });
export type CycleQuery = z.infer<typeof CycleQuery>;

/** Why people are reconciled. */
export const RunCause = z.enum(['activation', 'rule', 'people', 'nightly', 'asked', 'ended']);
/** `waiting` = more than 2 % of the staff: somebody confirms the number or discards it. */
export const RunState = z.enum(['queued', 'waiting', 'applying', 'done', 'discarded']);
export type RunState = z.infer<typeof RunState>;

/** One reconciliation: `done` of `counts.affected` people so far. News of it: live topic `assignment`, key = the assignment's id. */
export const AssignmentRun = z.object({
  id: Id,
  cycle: z.string(),
  cause: RunCause,
  state: RunState,
  counts: Difference.nullable(),
  done: z.int(),
  requestedBy: Owner.nullable(),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
});
export type AssignmentRun = z.infer<typeof AssignmentRun>;
export const AssignmentRuns = pageOf(AssignmentRun);
export type AssignmentRuns = z.infer<typeof AssignmentRuns>;
export const RunParams = z.strictObject({ id: Id, runId: Id });
export type RunParams = z.infer<typeof RunParams>;

/** `POST /assignments/:id/runs/:runId/confirm`: the number of people a waiting run was planned with. */
export const ConfirmRun = z.strictObject({ affected: z.int().min(0) });
export type ConfirmRun = z.infer<typeof ConfirmRun>;
