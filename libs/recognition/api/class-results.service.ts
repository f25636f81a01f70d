import { Injectable } from '@nestjs/common';
import { type ClassResult, classResults } from '@zhixing/plans/api';
import { Database, type EventHandler } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { EARN } from './hours.queries.ts';
import { type Grant, IssuingService } from './issuing.service.ts';

const WORKER = { address: 'worker', requestId: 'recognition.class_results' };

/** What a training class earns once it is closed: formal hours for the half-days attended and, for whoever completed it, a certificate; each once for each person and class. */
@Injectable()
export class ClassResultsService implements EventHandler<{ classId: string }> {
  constructor(
    private readonly database: Database,
    private readonly issuing: IssuingService,
  ) {}

  async handle({ classId }: { classId: string }): Promise<void> {
    await this.database.transaction(async (tx) => {
      const results = await classResults(tx, classId);
      for (const { id, person_id, title, closed_at, minutes } of results) await tx.rows(EARN, [uuid(), person_id, 'formal', minutes, closed_at, 'class', id, title]);
      for (const result of results.filter((one) => one.completed)) await this.issuing.issue(tx, WORKER, grantOf(classId, result));
    });
  }
}

const grantOf = (classId: string, { id, person_id: personId, title, department, closed_at: earnedAt }: ClassResult): Grant => ({
  kind: 'class', subjectId: classId, sourceId: id, personId, title, version: null, score: null, department, earnedAt, validUntil: null,
});
