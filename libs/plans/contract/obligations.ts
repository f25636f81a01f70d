import { PersonCard } from '@zhixing/people/contract';
import { Id, Instant, listOf, LocalDate, PageQuery, pageOf } from '@zhixing/platform/contract';
import { z } from 'zod';
import { AssignmentOrigin, Owner, Target } from './assignments.ts';

/** Days before the due date from which a mandatory obligation is due soon. */
export const DUE_SOON_DAYS = 7;
/** Days between two reminders by hand. */
export const REMIND_AGAIN_DAYS = 3;

/**
 * How an obligation stands, derived from dates when read. `paused` = its person is on leave and was not overdue before.
 * Only mandatory ones are due soon or overdue.
 */
export const ObligationStatus = z.enum(['not_started', 'in_progress', 'due_soon', 'overdue', 'completed', 'completed_late', 'paused', 'waived', 'cancelled']);
export type ObligationStatus = z.infer<typeof ObligationStatus>;

/** A date and what it means: the last millisecond of `dueOn` in `zone`. */
const due = { dueOn: LocalDate, zone: z.string(), dueAt: Instant };

/** One thing a person is to do, and why. */
export const ObligationRow = z.object({
  id: Id,
  assignment: z.object({ id: Id, title: z.string(), origin: AssignmentOrigin, cycle: z.string(), owner: Owner }),
  target: Target,
  reason: z.string(),
  mandatory: z.boolean(),
  status: ObligationStatus,
  assignedOn: LocalDate,
  ...due,
  startedAt: Instant.nullable(),
  completedAt: Instant.nullable(),
  /** The registration to go on with, if there is one; its person alone may open it. */
  registrationId: Id.nullable(),
});
export type ObligationRow = z.infer<typeof ObligationRow>;

/** `GET /obligations`: one's own, the nearest due date first; `done` the latest first. */
export const ObligationsQuery = PageQuery.extend({ state: z.enum(['open', 'done', 'all']).default('open') });
export type ObligationsQuery = z.infer<typeof ObligationsQuery>;
export const ObligationList = pageOf(ObligationRow).extend({ counts: z.object({ open: z.int(), overdue: z.int(), dueSoon: z.int(), done: z.int() }) });
export type ObligationList = z.infer<typeof ObligationList>;

/** A row of the people of an assignment, or of one's team. */
export const OverseenObligation = ObligationRow.extend({ person: PersonCard, remindedAt: Instant.nullable(), can: z.object({ remind: z.boolean() }) });
export type OverseenObligation = z.infer<typeof OverseenObligation>;

/** `GET /assignments/:id/people` and `GET /obligations/team`; without `status` all but the cancelled. */
export const OverseenQuery = PageQuery.extend({ q: z.string().trim().min(1).max(100).optional(), status: listOf(ObligationStatus), cycle: z.string().max(10).optional() });
export type OverseenQuery = z.infer<typeof OverseenQuery>;
export const OverseenList = pageOf(OverseenObligation).extend({ total: z.int().nullable() });
export type OverseenList = z.infer<typeof OverseenList>;

export const ExtensionDecision = z.enum(['approved', 'declined', 'withdrawn']);

/** A person's wish for more time. */
export const Extension = z.object({
  id: Id,
  until: LocalDate,
  reason: z.string(),
  requestedAt: Instant,
  decision: ExtensionDecision.nullable(),
  decidedBy: Owner.nullable(),
  decidedAt: Instant.nullable(),
  note: z.string().nullable(),
});
export type Extension = z.infer<typeof Extension>;

/** Released from an obligation up to and with `expiresOn`: shown as waived, never as completed. */
export const Waiver = z.object({
  id: Id,
  reason: z.string(),
  evidenceFile: z.object({ id: Id, name: z.string() }).nullable(),
  evidenceLink: z.string().nullable(),
  expiresOn: LocalDate,
  approvedBy: Owner,
  approvedAt: Instant,
  revokedBy: Owner.nullable(),
  revokedAt: Instant.nullable(),
  revokeReason: z.string().nullable(),
});
export type Waiver = z.infer<typeof Waiver>;

/** What happened, the newest first; `dueOn` where the date changed, `state` and `mandatory` where those did. */
export const ObligationChange = z.object({
  at: Instant,
  cause: z.string(),
  dueOn: LocalDate.nullable(),
  state: z.enum(['open', 'completed', 'waived', 'cancelled']).nullable(),
  mandatory: z.boolean().nullable(),
  by: Owner.nullable(),
  reason: z.string().nullable(),
});
export type ObligationChange = z.infer<typeof ObligationChange>;

/** `GET /obligations/:id`: by its person, their managers, L&D administrators of the scope. */
export const ObligationView = OverseenObligation.extend({
  extensions: z.array(Extension),
  waivers: z.array(Waiver),
  changes: z.array(ObligationChange),
  can: z.object({ remind: z.boolean(), extend: z.boolean(), waive: z.boolean() }),
});
export type ObligationView = z.infer<typeof ObligationView>;

/** `POST /extensions`: for an open obligation of one's own, one at a time. */
export const RequestExtension = z.strictObject({ obligationId: Id, until: LocalDate, reason: z.string().trim().min(2).max(500) });
export type RequestExtension = z.infer<typeof RequestExtension>;

/** `POST /extensions/:id/decision` and `POST /nominations/:id/decision`; never by the one who asked. */
export const Decide = z.strictObject({ decision: z.enum(['approved', 'declined']), note: z.string().trim().max(500).default('') });
export type Decide = z.infer<typeof Decide>;

/** `POST /waivers`: evidence as a file of one's own (`POST /files`) or a link. */
export const GrantWaiver = z.strictObject({
  obligationId: Id,
  reason: z.string().trim().min(2).max(500),
  evidenceFileId: Id.optional(),
  evidenceLink: z.url({ protocol: /^https?$/ }).max(500).optional(),
  expiresOn: LocalDate,
});
export type GrantWaiver = z.infer<typeof GrantWaiver>;
export const RevokeWaiver = z.strictObject({ reason: z.string().trim().min(2).max(500) });
export type RevokeWaiver = z.infer<typeof RevokeWaiver>;

/** `POST /obligations/:id/reminders`: when it may be said again. */
export const Reminded = z.object({ remindedAt: Instant, againOn: LocalDate });
export type Reminded = z.infer<typeof Reminded>;
