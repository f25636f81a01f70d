import { Injectable } from '@nestjs/common';
import { certifiedCycle } from '@zhixing/plans/api';
import { Database, type EventHandler } from '@zhixing/platform/api';
import { IssuingService } from './issuing.service.ts';

const WORKER = { address: 'worker', requestId: 'recognition.certified' };

/** A certificate for each cycle of a certification of the bank, valid as long as the cycle. Other bodies' certificates are their own. */
@Injectable()
export class CertifiedService implements EventHandler<{ cycleId: string }> {
  constructor(
    private readonly database: Database,
    private readonly issuing: IssuingService,
  ) {}

  async handle({ cycleId }: { cycleId: string }): Promise<void> {
    await this.database.transaction(async (tx) => {
      const cycle = await certifiedCycle(tx, cycleId);
      if (!cycle) return;
      const { id: sourceId, certification_id: subjectId, person_id: personId, title, department, earned_at: earnedAt, valid_until: validUntil } = cycle;
      // the person is told of the cycle itself
      await this.issuing.issue(tx, WORKER, { kind: 'certification', subjectId, sourceId, personId, title, version: null, score: null, department, earnedAt, validUntil }, null, { quiet: true });
    });
  }
}
