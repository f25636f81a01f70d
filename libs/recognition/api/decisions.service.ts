import { Injectable } from '@nestjs/common';
import { PeopleService } from '@zhixing/people/api';
import { type Actor, AppError, audit, first, notify, type Transaction } from '@zhixing/platform/api';
import type { DecideReview, RevokeCertificate } from '@zhixing/recognition/contract';
import { v7 as uuid } from 'uuid';
import { CERTIFICATE } from './certificates.queries.ts';
import type { CertificateRow } from './certificates.view.ts';
import { DECIDE, OPEN_REVIEW, REPLACEMENT, REVIEW, type ReviewRow, REVOKE, SETTLE } from './decisions.queries.ts';
import { IssuingService } from './issuing.service.ts';
import { recognitionMessages } from './messages.ts';
import { RecognitionPolicy } from './recognition.policy.ts';

/** Decisions about certificates: each by a named person, with a reason, on record, and never about oneself. A certificate changes in no other way. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly policy: RecognitionPolicy,
    private readonly people: PeopleService,
    private readonly issuing: IssuingService,
  ) {}

  /** Final. Settles an open review as well, and tells the holder. @throws AppError not_found, recognition.own_case, recognition.already_revoked */
  async revoke(tx: Transaction, actor: Actor, id: string, { grounds, reason }: RevokeCertificate): Promise<void> {
    await this.mine(tx, actor, id);
    const revoked = await first<{ number: string; title: string; person_id: string }>(tx, REVOKE, [id, actor.personId, grounds, reason]);
    if (!revoked) throw new AppError('recognition.already_revoked');
    await tx.rows(SETTLE, [id, actor.personId, reason]);
    await audit(tx, actor, { action: 'certificate.revoke', object: { type: 'certificate', id }, before: { state: 'standing' }, after: { state: 'revoked', grounds }, facts: { number: revoked.number, grounds, reason } });
    const { displayName: person } = await this.people.card(actor.personId, tx);
    const values = { title: revoked.title, person, reason };
    await notify(tx, { template: recognitionMessages.revoked, to: [revoked.person_id], subject: { type: 'certificate', id }, values, link: `/certificates/${id}` });
  }

  /** A certificate in place of a revoked one, for the same facts under the holder's name of today. @returns its id. @throws AppError not_found, also for somebody who has left; recognition.own_case, not_revoked, replaced */
  async reissue(tx: Transaction, actor: Actor, id: string, reason: string): Promise<string> {
    const row = await this.mine(tx, actor, id);
    if (row.state !== 'revoked') throw new AppError('recognition.not_revoked');
    if (await first(tx, REPLACEMENT, [id])) throw new AppError('recognition.replaced');
    const issued = await this.issuing.issue(
      tx, actor,
      {
        kind: row.kind, subjectId: row.subject_id, sourceId: row.source_id, personId: row.person_id, title: row.title, version: row.version, score: row.score,
        department: row.department, earnedAt: row.earned_at, validUntil: row.valid_until,
      },
      { certificateId: id, issue: row.issue + 1, by: actor.personId, reason },
    );
    if (!issued) throw new AppError('not_found');
    return issued.id;
  }

  /** Puts a certificate in doubt; it stands until somebody decides. @throws AppError not_found, recognition.own_case, already_revoked, review_open */
  async openReview(tx: Transaction, actor: Actor, id: string, reason: string): Promise<void> {
    const row = await this.mine(tx, actor, id);
    const reviewId = uuid();
    if (!(await first(tx, OPEN_REVIEW, [reviewId, id, actor.personId, reason]))) throw new AppError(row.state === 'revoked' ? 'recognition.already_revoked' : 'recognition.review_open');
    await audit(tx, actor, { action: 'certificate.review', object: { type: 'certificate', id }, facts: { reviewId, reason } });
  }

  /** @returns the certificate's id. @throws AppError not_found, recognition.own_case, review_decided */
  async decide(tx: Transaction, actor: Actor, reviewId: string, { outcome, grounds, reason }: DecideReview): Promise<string> {
    const review = await first<ReviewRow>(tx, REVIEW, [reviewId]);
    if (!review) throw new AppError('not_found');
    await this.mine(tx, actor, review.certificate_id);
    if (!(await first(tx, DECIDE, [reviewId, outcome, actor.personId, reason]))) throw new AppError('recognition.review_decided');
    await audit(tx, actor, { action: 'certificate.decide', object: { type: 'certificate', id: review.certificate_id }, facts: { reviewId, outcome, reason } });
    if (grounds) await this.revoke(tx, actor, review.certificate_id, { grounds, reason });
    return review.certificate_id;
  }

  /** The certificate, if the actor may decide on it. */
  private async mine(tx: Transaction, actor: Actor, id: string): Promise<CertificateRow> {
    const row = await first<CertificateRow>(tx, CERTIFICATE, [id]);
    if (!row) throw new AppError('not_found');
    await this.policy.decide(tx, actor, row.person_id);
    return row;
  }
}
