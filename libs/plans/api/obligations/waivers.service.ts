import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { GrantWaiver, ObligationView } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, Database, Files, first, type Kept, notify } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { plansMessages } from '../messages.ts';
import { ADD_WAIVER, REVOKE, WAIVE, WAIVER } from './changes.queries.ts';
import { type FoundObligation, ObligationsService } from './obligations.service.ts';

interface WaiverFacts {
  id: string;
  obligation_id: string;
  evidence_file_id: string | null;
  evidence_name: string | null;
  person_id: string;
  due_on: string;
  assignment_id: string;
  title: string;
}

/** Releases from an obligation for a time, on evidence. */
@Injectable()
export class WaiversService {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly obligations: ObligationsService,
  ) {}

  /**
   * The evidence becomes a file of the house, so that nobody can take it away.
   * @throws AppError not_found, plans.own_waiver, plans.evidence_needed, plans.not_open (also with a day that has passed)
   */
  async grant(actor: Actor, { obligationId, reason, evidenceFileId, evidenceLink, expiresOn }: GrantWaiver): Promise<ObligationView> {
    const row = await this.administered(actor, obligationId);
    if (!evidenceFileId && !evidenceLink) throw new AppError('plans.evidence_needed');
    const evidence = evidenceFileId ? await this.files.find(evidenceFileId, actor.personId) : null;
    await this.database.transaction(async (tx) => {
      const id = uuid();
      if (!(await first(tx, WAIVE, [obligationId, expiresOn, actor.personId, reason]))) throw new AppError('plans.not_open');
      const fileId = evidence && (await this.files.add(tx, evidence, { name: evidence.name, personId: null }));
      await tx.rows(ADD_WAIVER, [id, obligationId, reason, fileId, evidence?.name ?? null, evidenceLink ?? null, expiresOn, actor.personId]);
      await audit(tx, actor, { action: 'waiver.grant', object: { type: 'waiver', id }, after: { reason, evidence, evidenceLink, expiresOn }, facts: { obligationId, personId: row.person_id, expiresOn } });
      await notify(tx, { template: plansMessages.waived, to: [row.person_id], subject: { type: 'waiver', id }, values: { assignment: row.assignment_title, day: expiresOn }, link: `/assignments/${row.assignment_id}` });
    });
    return this.obligations.one(actor, obligationId);
  }

  /** What was waived is asked again. @throws AppError not_found, plans.waiver_ended */
  async revoke(actor: Actor, id: string, reason: string): Promise<ObligationView> {
    const waiver = await this.find(id);
    await this.administered(actor, waiver.obligation_id);
    await this.database.transaction(async (tx) => {
      if (!(await first(tx, REVOKE, [id, actor.personId, reason]))) throw new AppError('plans.waiver_ended');
      await audit(tx, actor, { action: 'waiver.revoke', object: { type: 'waiver', id }, facts: { obligationId: waiver.obligation_id, reason } });
      await notify(tx, { template: plansMessages.waiverRevoked, to: [waiver.person_id], subject: { type: 'waiver', id }, values: { assignment: waiver.title, reason, day: waiver.due_on }, link: `/assignments/${waiver.assignment_id}` });
    });
    return this.obligations.one(actor, waiver.obligation_id);
  }

  /** The evidence, for whoever may see the obligation. @throws AppError not_found */
  async evidence(actor: Actor, id: string): Promise<Kept & { name: string; stream: Readable }> {
    const waiver = await this.find(id);
    await this.obligations.find(actor, waiver.obligation_id);
    if (!waiver.evidence_file_id) throw new AppError('not_found');
    const file = await this.files.find(waiver.evidence_file_id, null);
    if (waiver.person_id !== actor.personId) await this.database.transaction((tx) => audit(tx, actor, { action: 'waiver.evidence', object: { type: 'waiver', id } }));
    return { ...file, name: waiver.evidence_name ?? file.name, stream: await this.files.open(file.sha256) };
  }

  /** @throws AppError not_found, plans.own_waiver */
  private async administered(actor: Actor, obligationId: string): Promise<FoundObligation> {
    const row = await this.obligations.find(actor, obligationId);
    if (row.person_id === actor.personId) throw new AppError('plans.own_waiver');
    if (!row.administers) throw new AppError('not_found');
    return row;
  }

  private async find(id: string): Promise<WaiverFacts> {
    const waiver = await first<WaiverFacts>(this.database, WAIVER, [id]);
    if (!waiver) throw new AppError('not_found');
    return waiver;
  }
}
