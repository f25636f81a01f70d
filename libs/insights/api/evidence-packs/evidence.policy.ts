import { Injectable } from '@nestjs/common';
import type { EvidencePackQuery } from '@zhixing/insights/contract';
import { type Actor, AppError, Database, first } from '@zhixing/platform/api';
import { maySee, OWNED_ASSIGNMENT, type OwnedAssignment, peopleOf } from '@zhixing/plans/api';
import { momentOf } from './as-of.rules.ts';
import type { EvidenceOf } from './evidence-facts.service.ts';

/** Whose evidence somebody may see: auditors that of the whole bank, L&D administrators that of the assignments they see, for the people of their scope as of the day. */
@Injectable()
export class EvidencePolicy {
  constructor(private readonly database: Database) {}

  /** @throws AppError not_found for an assignment the actor may not see, or that nobody was ever asked for */
  async evidenceOf(actor: Actor, { assignmentId, asOf, cycle }: EvidencePackQuery): Promise<EvidenceOf> {
    const assignment = await first<OwnedAssignment>(this.database, OWNED_ASSIGNMENT, [assignmentId]);
    const whole = actor.permissions.has('evidence:read');
    if (!assignment || assignment.state === 'draft' || !(whole || maySee(actor, assignment))) throw new AppError('not_found');
    return { moment: momentOf(asOf), assignmentId, cycle: cycle ?? null, scope: whole ? null : peopleOf(actor, assignment) };
  }
}
