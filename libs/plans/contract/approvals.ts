import { PersonCard } from '@zhixing/people/contract';
import { Id, Instant, listOf, LocalDate, PageQuery, pageOf } from '@zhixing/platform/contract';
import { z } from 'zod';
import { Owner } from './assignments.ts';

/** `GET /approvals`: what waits for the reader, the oldest first. */
export const ApprovalsQuery = PageQuery;
export const Approval = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('extension'),
    id: Id,
    person: PersonCard,
    assignment: z.object({ id: Id, title: z.string() }),
    obligationId: Id,
    dueOn: LocalDate,
    until: LocalDate,
    reason: z.string(),
    requestedAt: Instant,
  }),
  z.object({
    kind: z.literal('nomination'),
    id: Id,
    person: PersonCard,
    assignment: z.object({ id: Id, title: z.string() }),
    nominatedBy: Owner,
    reason: z.string(),
    requestedAt: Instant,
  }),
]);
export type Approval = z.infer<typeof Approval>;
export const ApprovalList = pageOf(Approval);
export type ApprovalList = z.infer<typeof ApprovalList>;

/** Why a person who matches was not simply assigned. */
export const ExceptionKind = z.enum(['impossible_deadline', 'already_completed', 'duplicate', 'unknown_date']);
export type ExceptionKind = z.infer<typeof ExceptionKind>;

/** `GET /assignments/exceptions`: those that wait, the oldest first. */
export const ExceptionsQuery = PageQuery.extend({ assignmentId: Id.optional(), kind: listOf(ExceptionKind) });
export type ExceptionsQuery = z.infer<typeof ExceptionsQuery>;

/** `dueOn` = what the rule came to; `completedAt` of the earlier completion; `other` = the assignment that asks for the same. */
export const ExceptionRow = z.object({
  id: Id,
  kind: ExceptionKind,
  person: PersonCard,
  assignment: z.object({ id: Id, title: z.string(), cycle: z.string() }),
  dueOn: LocalDate.nullable(),
  completedAt: Instant.nullable(),
  other: z.object({ id: Id, title: z.string() }).nullable(),
  raisedAt: Instant,
});
export type ExceptionRow = z.infer<typeof ExceptionRow>;
export const ExceptionList = pageOf(ExceptionRow).extend({ counts: z.record(ExceptionKind, z.int()) });
export type ExceptionList = z.infer<typeof ExceptionList>;

/** `POST /assignments/exceptions/:id/decision`: assigned with a date of its own, or left out for a reason. */
export const DecideException = z
  .strictObject({ decision: z.enum(['assigned', 'skipped']), dueOn: LocalDate.optional(), note: z.string().trim().max(500).default('') })
  .refine(({ decision, dueOn }) => (decision === 'assigned') === (dueOn !== undefined), { path: ['dueOn'] })
  .refine(({ decision, note }) => decision === 'assigned' || note.length >= 2, { path: ['note'] });
export type DecideException = z.infer<typeof DecideException>;

/** `POST /nominations`: a manager names people of their line for an assignment that takes nominations. */
export const Nominate = z.strictObject({ assignmentId: Id, personIds: z.array(Id).min(1).max(50), reason: z.string().trim().min(2).max(500) });
export type Nominate = z.infer<typeof Nominate>;

export const NominationState = z.enum(['waiting', 'approved', 'declined', 'withdrawn']);
export const NominationsQuery = PageQuery.extend({ assignmentId: Id.optional(), state: NominationState.optional() });
export type NominationsQuery = z.infer<typeof NominationsQuery>;

/** `GET /nominations`: those one made; for L&D administrators all of their scope. */
export const NominationRow = z.object({
  id: Id,
  person: PersonCard,
  assignment: z.object({ id: Id, title: z.string() }),
  nominatedBy: Owner,
  reason: z.string(),
  state: NominationState,
  nominatedAt: Instant,
  decidedBy: Owner.nullable(),
  decidedAt: Instant.nullable(),
  note: z.string().nullable(),
});
export type NominationRow = z.infer<typeof NominationRow>;
export const NominationList = pageOf(NominationRow);
export type NominationList = z.infer<typeof NominationList>;

/** `GET /nominations/open`: assignments that take nominations now, with the places left for the reader's own department. */
export const OpenNominations = z.object({
  items: z.array(z.object({ assignment: z.object({ id: Id, title: z.string() }), quota: z.int(), taken: z.int(), until: LocalDate })),
});
export type OpenNominations = z.infer<typeof OpenNominations>;
