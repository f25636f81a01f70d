import { Injectable } from '@nestjs/common';
import { type Completion, completion, completionOf, completionsOf } from '@zhixing/courses/api';
import { type Actor, AppError, Database, type EventHandler, first, type Origin, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { CERTIFICATE_OF } from './certificates.queries.ts';
import { grantsCertificate } from './certificates.rules.ts';
import type { CertificateRow } from './certificates.view.ts';
import { EARN } from './hours.queries.ts';
import { hoursOf } from './hours.rules.ts';
import { type Grant, IssuingService } from './issuing.service.ts';
import { AWARD } from './points.queries.ts';
import { rulesEarned } from './points.rules.ts';

const WORKER = { address: 'worker', requestId: 'recognition.completions' };

/** What finishing a course earns: hours, points and, when it examines, a certificate. One command for the event and for whoever asks for the certificate first. */
@Injectable()
export class CompletionsService implements EventHandler<{ registrationId: string }> {
  constructor(
    private readonly database: Database,
    private readonly issuing: IssuingService,
  ) {}

  async handle({ registrationId }: { registrationId: string }): Promise<void> {
    await this.database.transaction(async (tx) => {
      const finished = await completionOf(tx, registrationId);
      if (finished) await this.recognise(tx, WORKER, finished);
    });
  }

  /** Hours of history that was brought in; it earns neither points nor a message. */
  async imported(tx: Transaction, completionIds: readonly string[]): Promise<void> {
    for (const finished of await completionsOf(tx, completionIds)) await this.recognise(tx, WORKER, finished);
  }

  /** The certificate of one's own completion. @throws AppError not_found, also for a completion of somebody else; recognition.nothing_granted */
  async request(tx: Transaction, actor: Actor, completionId: string): Promise<CertificateRow> {
    const finished = await completion(tx, completionId);
    if (finished?.person_id !== actor.personId) throw new AppError('not_found');
    const row = await this.recognise(tx, actor, finished);
    if (!row) throw new AppError('recognition.nothing_granted');
    return row;
  }

  /** Whether one's own completion earns a certificate, and the certificate once it is issued. @throws AppError not_found */
  async of(actor: Actor, completionId: string): Promise<{ granted: boolean; row: CertificateRow | undefined }> {
    const finished = await completion(this.database, completionId);
    if (finished?.person_id !== actor.personId) throw new AppError('not_found');
    return { granted: grantsCertificate(finished), row: await first<CertificateRow>(this.database, CERTIFICATE_OF, ['course', completionId]) };
  }

  /** Writes everything a completion earns, once. */
  private async recognise(tx: Transaction, by: Origin & { personId?: string }, finished: Completion): Promise<CertificateRow | null> {
    const { id, person_id: personId, title, completed_at: at, source } = finished;
    const hours = hoursOf(finished);
    await tx.rows(EARN, [uuid(), personId, hours.kind, hours.minutes, at, hours.source, id, title]);
    const rules = rulesEarned(finished);
    if (rules.length) await tx.rows(AWARD, [rules.map(() => uuid()), rules, personId, id, title, at]);
    return grantsCertificate(finished) ? this.issuing.issue(tx, by, grantOf(finished), null, { quiet: source === 'import' }) : null;
  }
}

/** A course certifies that it was finished, which does not expire; what has to be renewed is a certification. */
const grantOf = (finished: Completion): Grant => ({
  kind: 'course', subjectId: finished.course_id, sourceId: finished.id, personId: finished.person_id, title: finished.title, version: finished.version, score: finished.score,
  department: finished.department, earnedAt: finished.completed_at, validUntil: null,
});
