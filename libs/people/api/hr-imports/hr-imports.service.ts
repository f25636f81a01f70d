import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { ConfirmHrImport, HrImportCounts, HrImportList, HrImportRows, HrImportView, HrRowsQuery } from '@zhixing/people/contract';
import { type Actor, AppError, audit, cleanFileName, Database, decodeCursor, emit, Files, first, Idempotency, type IdempotentRequest, type Kept, notify, page, type Reader, Sentences, type Transaction } from '@zhixing/platform/api';
import { Id, Instant, type Language, type PageQuery } from '@zhixing/platform/contract';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { FILE_LIMIT } from './check.service.ts';
import { hrImportEvents } from './hr-imports.events.ts';
import { ADMINISTRATORS, CONFIRM, CREATE, DEPARTMENT_ROWS, DISCARD, FIND, type ImportRow, LIST, PEOPLE_ROWS, type ReportRow } from './hr-imports.queries.ts';
import { importView, rowView } from './hr-imports.view.ts';
import { hrImportMessages } from './messages.ts';

const Newest = z.tuple([Instant, Id]);
const Place = z.tuple([z.int()]);

/** Files of the HR system: taken in, reported, confirmed or thrown away. A worker does what takes time. */
@Injectable()
export class HrImportsService {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly idempotency: Idempotency,
    private readonly sentences: Sentences,
  ) {}

  /** Takes a file in; a worker checks it. @throws AppError too_large */
  async receive(actor: Actor, request: IdempotentRequest, upload: { name: string; stream: Readable }, complete: boolean): Promise<HrImportView> {
    const kept = await this.files.keep(upload.stream, { limit: FILE_LIMIT });
    return this.idempotency.transaction(request, { sha256: kept.sha256, complete }, async (tx) => {
      const id = await this.store(tx, kept, { name: upload.name, source: 'upload', complete, personId: actor.personId });
      await audit(tx, actor, { action: 'hr_import.receive', object: { type: 'hr_import', id: id! }, facts: { complete, size: kept.size }, after: kept.sha256 });
      return this.one(actor.language, id!, tx);
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
  async list({ language }: Actor, { limit, cursor }: PageQuery): Promise<HrImportList> {
    const [at, id] = decodeCursor(Newest, cursor) ?? [null, null];
    const rows = await this.database.rows<ImportRow>(LIST, [at, id, limit + 1]);
    return page(rows, limit, (row) => [row.created_at.toISOString(), row.id], (row) => importView(row, this.sentences, language));
  }

  /** @throws AppError not_found */
  async one(language: Language, id: string, reader: Reader = this.database): Promise<HrImportView> {
    return importView(await this.row(id, reader), this.sentences, language);
  }

  /** Rows of the report, in the order of the file. @throws AppError not_found */
  async rows(language: Language, id: string, { kind, limit, cursor }: HrRowsQuery): Promise<HrImportRows> {
    await this.row(id);
    const [after] = decodeCursor(Place, cursor) ?? [0];
    const rows = await (kind === 'department' ? this.database.rows<ReportRow>(DEPARTMENT_ROWS, [id, after, limit + 1]) : this.database.rows<ReportRow>(PEOPLE_ROWS, [id, kind, after, limit + 1]));
    return page(rows, limit, (row) => [row.place], (row) => rowView(row, language));
  }

  /**
   * Lets a worker apply what was reported.
   * @throws AppError people.hr_import_number when it waits for the number of people affected and this is another, people.hr_import_closed when there is nothing to apply or it was decided already
   */
  async confirm(actor: Actor, id: string, { affected }: ConfirmHrImport): Promise<HrImportView> {
    return this.database.transaction(async (tx) => {
      if (!(await first(tx, CONFIRM, [id, actor.personId, affected ?? null]))) {
        const { state } = await this.row(id, tx);
        throw new AppError(state === 'waiting_confirmation' ? 'people.hr_import_number' : 'people.hr_import_closed');
      }
      await emit(tx, hrImportEvents['people.hr_import_confirmed'], { importId: id });
      const row = await this.row(id, tx);
      await audit(tx, actor, { action: 'hr_import.confirm', object: { type: 'hr_import', id }, facts: { affected: row.counts!.affected, departments: row.counts!.departments }, after: row.fingerprint });
      return importView(row, this.sentences, actor.language);
    });
  }

  /** Applies a feed that needs nobody's confirmation; system administrators are told of one that does. */
  async applyFeed(tx: Transaction, id: string, { affected }: HrImportCounts): Promise<void> {
    if (await first(tx, CONFIRM, [id, null, null])) {
      await emit(tx, hrImportEvents['people.hr_import_confirmed'], { importId: id });
      return;
    }
    const { state, name } = await this.row(id, tx);
    if (state !== 'waiting_confirmation') return; // nothing to apply
    const to = (await tx.rows<{ personId: string }>(ADMINISTRATORS)).map((one) => one.personId);
    await notify(tx, { template: hrImportMessages.waiting, to, subject: { type: 'hr_import', id }, values: { affected, file: name }, link: `/system/hr-imports/${id}` });
  }

  /** @throws AppError not_found; people.hr_import_closed when it was decided already */
  async discard(actor: Actor, id: string): Promise<HrImportView> {
    return this.database.transaction(async (tx) => {
      const discarded = await first(tx, DISCARD, [id]);
      const row = await this.row(id, tx);
      if (!discarded) throw new AppError('people.hr_import_closed');
      await audit(tx, actor, { action: 'hr_import.discard', object: { type: 'hr_import', id } });
      return importView(row, this.sentences, actor.language);
    });
  }

  private async row(id: string, reader: Reader = this.database): Promise<ImportRow> {
    const row = await first<ImportRow>(reader, FIND, [id]);
    if (!row) throw new AppError('not_found');
    return row;
  }

  /** @returns null when a feed was taken before */
  private async store(tx: Transaction, kept: Kept, o: { name: string; source: 'upload' | 'feed'; complete: boolean; personId: string | null }): Promise<string | null> {
    const fileId = await this.files.add(tx, kept, { name: o.name, personId: null });
    const id = uuid();
    if (!(await first(tx, CREATE, [id, cleanFileName(o.name), kept.sha256, kept.size, fileId, o.source, o.complete, o.personId]))) {
      await this.files.remove(tx, fileId);
      return null;
    }
    await emit(tx, hrImportEvents['people.hr_import_received'], { importId: id });
    return id;
  }
}
