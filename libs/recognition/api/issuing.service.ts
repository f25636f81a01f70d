import { Injectable } from '@nestjs/common';
import { PeopleService } from '@zhixing/people/api';
import { AppError, audit, first, notify, type Origin, type Transaction } from '@zhixing/platform/api';
import type { CertificateKind } from '@zhixing/recognition/contract';
import { v7 as uuid } from 'uuid';
import { numberTail } from './certificates.rules.ts';
import { BANK_OF, CERTIFICATE_OF, HOLD_COUNTER, ISSUE } from './certificates.queries.ts';
import type { CertificateRow } from './certificates.view.ts';
import { recognitionMessages } from './messages.ts';

/** What a certificate is issued for: the facts of that day, which it keeps. */
export interface Grant {
  kind: CertificateKind;
  subjectId: string;
  /** What proves it, a completion record; the same source is certified once. */
  sourceId: string;
  personId: string;
  title: string;
  version: number | null;
  score: number | null;
  department: string;
  earnedAt: Date;
  /** The last day it holds; null = for good. */
  validUntil: string | null;
}

/** A certificate in place of a revoked one, by a decision. */
export interface Replacement {
  certificateId: string;
  issue: number;
  by: string;
  reason: string;
}

/** Issues certificates. Whoever may ask for one has been asked before. */
@Injectable()
export class IssuingService {
  constructor(private readonly people: PeopleService) {}

  /**
   * The certificate of a source: issued now, or the newest there is, however often and by however many at once it is asked for.
   * Takes the lock of the year's counter, so it comes last in a transaction.
   * @returns null for somebody who is no longer with the bank
   * @throws AppError recognition.replaced when somebody else decided on a replacement first
   */
  async issue(tx: Transaction, by: Origin & { personId?: string }, grant: Grant, replacement: Replacement | null = null, { quiet = false } = {}): Promise<CertificateRow | null> {
    const found = (): Promise<CertificateRow | undefined> => first<CertificateRow>(tx, CERTIFICATE_OF, [grant.kind, grant.sourceId]);
    const standing = await found();
    if (standing && !replacement) return standing;
    const person = (await this.people.cards([grant.personId], tx)).get(grant.personId);
    if (!person) return null;
    const bank = await first<{ id: string }>(tx, BANK_OF, [grant.personId]);
    const [issuer = person.department.name] = await this.people.departmentNames(bank?.id ? [bank.id] : [], tx);
    const { year } = (await first<{ year: number }>(tx, HOLD_COUNTER))!;
    const issued = await first<{ id: string; number: string }>(tx, ISSUE, [
      uuid(), numberTail(), year, grant.kind, grant.subjectId, grant.sourceId, replacement?.issue ?? 1, grant.personId, person.displayName, issuer, grant.title, grant.version, grant.score,
      grant.department, grant.earnedAt, grant.validUntil, replacement?.certificateId ?? null, replacement?.by ?? null, replacement?.reason ?? null,
    ]);
    if (!issued && replacement) throw new AppError('recognition.replaced');
    if (issued) await this.tell(tx, by, grant, issued, { replacement, quiet });
    return (await found()) ?? null;
  }

  private async tell(tx: Transaction, by: Origin, { kind, personId, sourceId, title }: Grant, { id, number }: { id: string; number: string }, { replacement, quiet }: { replacement: Replacement | null; quiet: boolean }): Promise<void> {
    const facts = { kind, sourceId, number, ...(replacement && { replaces: replacement.certificateId, reason: replacement.reason }) };
    await audit(tx, by, { action: replacement ? 'certificate.reissue' : 'certificate.issue', object: { type: 'certificate', id }, facts });
    if (quiet) return;
    const template = replacement ? recognitionMessages.reissued : recognitionMessages.issued;
    await notify(tx, { template, to: [personId], subject: { type: 'certificate', id }, values: { title }, link: `/certificates/${id}` });
  }
}
