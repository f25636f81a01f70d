import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { BulkCounts, HrImportList, HrImportView } from '@zhixing/people/contract';
import { type Actor, audit, cleanFileName, Database, emit, Files, first, Idempotency, type IdempotentRequest, type Kept, notify, page, Sentences, type Transaction } from '@zhixing/platform/api';
import type { Language, PageQuery } from '@zhixing/platform/contract';
import { v7 as uuid } from 'uuid';
import { bulkChangeEvents } from '../bulk-changes/bulk-changes.events.ts';
import { CONFIRM, type FileChangeRow } from '../bulk-changes/bulk-changes.queries.ts';
import { DecisionsService } from '../bulk-changes/decisions.service.ts';
import { FILE_LIMIT } from './check.service.ts';
import { ADMINISTRATORS, CREATE } from './hr-imports.queries.ts';
import { importView } from './hr-imports.view.ts';
import { hrImportMessages } from './messages.ts';

/** Files of the HR system, which are bulk changes: taken in, and applied where nobody needs to look. */
@Injectable()
export class HrImportsService {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly idempotency: Idempotency,
    private readonly sentences: Sentences,
    private readonly decisions: DecisionsService,
  ) {}

  /** Takes a file in; a worker checks it. @throws AppError too_large */
  async receive(actor: Actor, request: IdempotentRequest, upload: { name: string; stream: Readable }, complete: boolean): Promise<HrImportView> {
    const kept = await this.files.keep(upload.stream, { limit: FILE_LIMIT });
    return this.idempotency.transaction(request, { sha256: kept.sha256, complete }, async (tx) => {
      const id = await this.store(tx, kept, { name: upload.name, source: 'upload', complete, personId: actor.personId });
      await audit(tx, actor, { action: 'hr_import.receive', object: { type: 'hr_import', id: id! }, facts: { complete, size: kept.size }, after: kept.sha256 });
      return this.view(actor.language, await this.decisions.one('file', id!, tx));
    });
  }

  /** Takes a file of the scheduled feed in, the same bytes once. @returns whether it was new */
  async receiveFeed(name: string, content: Readable, complete: boolean): Promise<boolean> {
    const kept = await this.files.keep(content, { limit: FILE_LIMIT });
    return this.database.transaction(async (tx) => {
      const id = await this.store(tx, kept, { name, source: 'feed', complete, personId: null });
      if (id) await audit(tx, { address: 'worker', requestId: id }, { action: 'hr_import.receive', object: { type: 'hr_import', id }, facts: { complete, size: kept.size }, after: kept.sha256 });
      return id !== null;
    });
  }

  /** Newest first. */
  async list({ language }: Actor, query: PageQuery): Promise<HrImportList> {
    const rows = await this.decisions.list('file', query);
    return page(rows, query.limit, (row) => [row.created_at.toISOString(), row.id], (row) => this.view(language, row));
  }

  view(language: Language, row: FileChangeRow): HrImportView {
    return importView(row, this.sentences, language);
  }

  /** Applies a feed that needs nobody's confirmation; system administrators are told of one that does. */
  async applyFeed(tx: Transaction, id: string, { affected }: BulkCounts): Promise<void> {
    if (await first(tx, CONFIRM, [id, null, null])) {
      await emit(tx, bulkChangeEvents['people.bulk_change_confirmed'], { changeId: id });
      return;
    }
    const { state, name } = await this.decisions.one('file', id, tx);
    if (state !== 'waiting_confirmation') return; // nothing to apply
    const to = (await tx.rows<{ personId: string }>(ADMINISTRATORS)).map((one) => one.personId);
    await notify(tx, { template: hrImportMessages.waiting, to, subject: { type: 'hr_import', id }, values: { affected, file: name }, link: `/system/hr-imports/${id}` });
  }

  /** @returns null when a feed was taken before */
  private async store(tx: Transaction, kept: Kept, o: { name: string; source: 'upload' | 'feed'; complete: boolean; personId: string | null }): Promise<string | null> {
    const fileId = await this.files.add(tx, kept, { name: o.name, personId: null });
    const id = uuid();
    if (!(await first(tx, CREATE, [id, cleanFileName(o.name), kept.sha256, kept.size, fileId, o.source, o.complete, o.personId]))) {
      await this.files.remove(tx, fileId);
      return null;
    }
    await emit(tx, bulkChangeEvents['people.bulk_change_created'], { changeId: id });
    return id;
  }
}
