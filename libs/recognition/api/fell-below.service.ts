import { Injectable } from '@nestjs/common';
import { completionOf, gradeCorrection } from '@zhixing/courses/api';
import { audit, Database, type EventHandler, first } from '@zhixing/platform/api';
import { CERTIFICATE_OF } from './certificates.queries.ts';
import type { CertificateRow } from './certificates.view.ts';
import { CompletionsService } from './completions.service.ts';
import { OPEN_REVIEW, REVIEW } from './decisions.queries.ts';

const WORKER = { address: 'worker', requestId: 'recognition.fell_below' };

/** A grade fell below the pass mark after a certificate was issued: a review case opens in the name of whoever corrected it. The certificate changes only by a decision. */
@Injectable()
export class FellBelowService implements EventHandler<{ correctionId: string; registrationId: string }> {
  constructor(
    private readonly database: Database,
    private readonly completions: CompletionsService,
  ) {}

  /** The review bears the id of the correction, so that an event delivered twice opens one. Events have no order: what the completion earned is written first. */
  async handle({ correctionId, registrationId }: { correctionId: string; registrationId: string }): Promise<void> {
    await this.completions.handle({ registrationId });
    await this.database.transaction(async (tx) => {
      const [correction, finished] = [await gradeCorrection(tx, correctionId), await completionOf(tx, registrationId)];
      const certificate = finished && (await first<CertificateRow>(tx, CERTIFICATE_OF, ['course', finished.id]));
      if (!correction || !certificate || (await first(tx, REVIEW, [correctionId]))) return;
      const { by_person_id: by, reason } = correction;
      if (!(await first(tx, OPEN_REVIEW, [correctionId, certificate.id, by, reason]))) return; // one is open, or it is revoked
      await audit(tx, WORKER, { action: 'certificate.review', object: { type: 'certificate', id: certificate.id }, facts: { reviewId: correctionId, reason, by } });
    });
  }
}
