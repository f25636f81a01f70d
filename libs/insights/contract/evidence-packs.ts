import { Id, Instant, LocalDate, pageOf, PageQuery } from '@zhixing/platform/contract';
import { AssignmentOrigin, AssignmentState, Owner } from '@zhixing/plans/contract';
import { z } from 'zod';

/** A moment, or a day: its last instant in Beijing. Over for at least a minute, so that whatever was being written then is known. */
export const AsOf = z.union([LocalDate, Instant]);

/** Parameters of the export `evidence-pack` and of its preview; every cycle when `cycle` is absent. */
export const EvidencePackQuery = z.strictObject({ assignmentId: Id, asOf: AsOf, cycle: z.string().max(10).optional() });
export type EvidencePackQuery = z.infer<typeof EvidencePackQuery>;

/** States of an obligation as of a moment; `open` = neither late nor done. */
export const EvidenceState = z.enum(['completed', 'completed_late', 'open', 'overdue', 'paused', 'waived', 'cancelled']);
export type EvidenceState = z.infer<typeof EvidenceState>;

/** `GET /insights/evidence-packs/preview`: what the pack of these parameters would hold. `title` = the assignment's then, null when it had not been made: then there is no pack. */
export const EvidencePreview = z.object({ asOf: Instant, title: z.string().nullable(), obligations: z.int(), states: z.record(EvidenceState, z.int()) });
export type EvidencePreview = z.infer<typeof EvidencePreview>;

/** `GET /insights/evidence-packs/assignments`: everything that was ever asked of people, the newest first. */
export const EvidenceAssignmentsQuery = PageQuery.extend({ q: z.string().trim().min(1).max(100).optional() });
export type EvidenceAssignmentsQuery = z.infer<typeof EvidenceAssignmentsQuery>;
export const EvidenceAssignment = z.object({ id: Id, title: z.string(), origin: AssignmentOrigin, owner: Owner, state: AssignmentState, startsOn: LocalDate, cycles: z.array(z.string()), obligations: z.int() });
export type EvidenceAssignment = z.infer<typeof EvidenceAssignment>;
export const EvidenceAssignments = pageOf(EvidenceAssignment);
export type EvidenceAssignments = z.infer<typeof EvidenceAssignments>;

/** `GET /insights/evidence-packs`: packs that were made, the newest first, from the audit trail. `scoped` = of a branch's people only. */
export const EvidencePackMade = z.object({
  id: Id,
  at: Instant,
  by: Owner,
  assignment: z.object({ id: Id, title: z.string() }),
  asOf: Instant,
  cycle: z.string().nullable(),
  language: z.enum(['zh-CN', 'en']),
  scoped: z.boolean(),
  obligations: z.int(),
  reason: z.string(),
  sha256: z.string(),
});
export type EvidencePackMade = z.infer<typeof EvidencePackMade>;
export const EvidencePacksQuery = PageQuery;
export type EvidencePacksQuery = z.infer<typeof EvidencePacksQuery>;
export const EvidencePacks = pageOf(EvidencePackMade);
export type EvidencePacks = z.infer<typeof EvidencePacks>;
