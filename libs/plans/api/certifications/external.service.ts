import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { administrationScope } from '@zhixing/people/api';
import type { DecideExternalCertificate, ExternalCertificateList, SubmitExternalCertificate } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, Database, decodeCursor, Files, first, type Kept, notify, page, type Reader, type Transaction } from '@zhixing/platform/api';
import type { PageQuery } from '@zhixing/platform/contract';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { CERTIFY_EXTERNALLY, DECIDE_CERTIFICATE, SUBMIT, SUBMITTED_ONE, TO_CHECK, WITHDRAW_CERTIFICATE } from './certifications.queries.ts';
import { type CheckSqlRow, toCheck } from './certifications.view.ts';
import { HOLD_CYCLES } from './cycles.queries.ts';
import { offerCertified } from './evidence.ts';
import { certificationMessages } from './messages.ts';

const Cursor = z.tuple([z.string(), z.uuid()]);

interface SubmittedFacts {
  id: string;
  certification_id: string;
  person_id: string;
  number: string;
  file_id: string;
  file_name: string;
  state: string;
  title: string;
  within: boolean;
}

/** Certificates of other bodies: handed in with their document, checked by somebody else, and then held by their dates. */
@Injectable()
export class ExternalCertificatesService {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
  ) {}

  /** Those that wait in the actor's scope, never the actor's own. */
  async list(actor: Actor, { limit, cursor }: PageQuery): Promise<ExternalCertificateList> {
    const after = decodeCursor(Cursor, cursor);
    const rows = await this.database.rows<CheckSqlRow>(TO_CHECK, [administrationScope(actor), actor.personId, after?.[0] ?? null, after?.[1] ?? null, limit + 1]);
    return page(rows, limit, (row) => [row.sort_key, row.id], toCheck);
  }

  /** The document becomes a file of the house, so that nobody can take it away. @throws AppError not_found, plans.certificate_waiting */
  async submit(tx: Transaction, actor: Actor, { certificationId, number, issuedOn, validUntil, fileId }: SubmitExternalCertificate): Promise<{ id: string }> {
    const file = await this.files.find(fileId, actor.personId);
    const kept = await this.files.add(tx, file, { name: file.name, personId: null });
    const id = uuid();
    if (!(await first(tx, SUBMIT, [id, certificationId, actor.personId, number, issuedOn, validUntil, kept, file.name]))) throw new AppError('plans.certificate_waiting');
    await audit(tx, actor, { action: 'external_certificate.submit', object: { type: 'external_certificate', id }, facts: { certificationId, number, issuedOn, validUntil } });
    return { id };
  }

  /** @throws AppError not_found, plans.decided_already */
  async withdraw(tx: Transaction, actor: Actor, id: string): Promise<void> {
    const found = await this.find(actor, id, tx);
    if (found.person_id !== actor.personId) throw new AppError('not_found');
    if (!(await first(tx, WITHDRAW_CERTIFICATE, [id, actor.personId]))) throw new AppError('plans.decided_already');
    await audit(tx, actor, { action: 'external_certificate.withdraw', object: { type: 'external_certificate', id } });
  }

  /** Accepted, it is held from the day it was issued, and evidence of its skills. @throws AppError not_found, plans.own_certificate, plans.decided_already, plans.certificate_older */
  async decide(tx: Transaction, actor: Actor, id: string, { decision, note }: DecideExternalCertificate): Promise<void> {
    const found = await this.find(actor, id, tx);
    if (found.person_id === actor.personId) throw new AppError('plans.own_certificate');
    if (!found.within) throw new AppError('not_found');
    await tx.rows(HOLD_CYCLES, [found.certification_id, found.person_id]);
    if (!(await first(tx, DECIDE_CERTIFICATE, [id, decision, actor.personId, note]))) throw new AppError('plans.decided_already');
    const cycleId = uuid();
    if (decision === 'accepted' && !(await first(tx, CERTIFY_EXTERNALLY, [cycleId, id]))) throw new AppError('plans.certificate_older');
    if (decision === 'accepted') await offerCertified(tx, [cycleId]);
    await audit(tx, actor, { action: 'external_certificate.decide', object: { type: 'external_certificate', id }, facts: { decision, note, personId: found.person_id, ...(decision === 'accepted' && { cycleId }) } });
    const values = { title: found.title, number: found.number, reason: note };
    await notify(tx, { template: decision === 'accepted' ? certificationMessages.accepted : certificationMessages.returned, to: [found.person_id], subject: { type: 'external_certificate', id }, values, link: '/certifications' });
  }

  /** The document, for its person and whoever checks it. @throws AppError not_found */
  async document(actor: Actor, id: string): Promise<Kept & { name: string; stream: Readable }> {
    const found = await this.find(actor, id);
    const file = await this.files.find(found.file_id, null);
    if (found.person_id !== actor.personId) await this.database.transaction((tx) => audit(tx, actor, { action: 'external_certificate.document', object: { type: 'external_certificate', id } }));
    return { ...file, name: found.file_name, stream: await this.files.open(file.sha256) };
  }

  /** @throws AppError not_found, also for somebody who neither handed it in nor checks it */
  private async find(actor: Actor, id: string, reader: Reader = this.database): Promise<SubmittedFacts> {
    const found = await first<SubmittedFacts>(reader, SUBMITTED_ONE, [id, administrationScope(actor)]);
    if (!found || !(found.person_id === actor.personId || (found.within && actor.permissions.has('certification:administer')))) throw new AppError('not_found');
    return found;
  }
}
