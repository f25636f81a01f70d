import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { administrationScope } from '@zhixing/people/api';
import { plansEvents, type ResultRows, type ResultRowsQuery, type ResultsImportList, type ResultsImportView } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, cleanFileName, Database, decodeCursor, emit, Files, first, Idempotency, type IdempotentRequest, page, type Reader, Sentences } from '@zhixing/platform/api';
import { Instant, type PageQuery } from '@zhixing/platform/contract';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { FILE_LIMIT } from './check.service.ts';
import { CONFIRM, CREATE_IMPORT, DISCARD, FIND_IMPORT, IMPORT_ROWS, LIST_IMPORTS, type ResultsImportRecord, type StagedResult } from './results.queries.ts';
import { importView, rowView } from './results.view.ts';

const Newest = z.tuple([Instant, z.uuid()]);
const Place = z.tuple([z.int()]);

/** Files of past and offline results: taken in, looked at, decided on. An L&D administrator of some departments sees their own files, and they name only people of those departments. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly idempotency: Idempotency,
    private readonly sentences: Sentences,
  ) {}

  /** Takes a file in; a worker checks it. @throws AppError too_large */
  async receive(actor: Actor, request: IdempotentRequest, upload: { name: string; stream: Readable }): Promise<ResultsImportView> {
    const kept = await this.files.keep(upload.stream, { limit: FILE_LIMIT });
    return this.idempotency.transaction(request, { sha256: kept.sha256 }, async (tx) => {
      const fileId = await this.files.add(tx, kept, { name: upload.name, personId: null });
      const id = uuid();
      await tx.rows(CREATE_IMPORT, [id, cleanFileName(upload.name), kept.sha256, kept.size, fileId, administrationScope(actor), actor.personId]);
      await audit(tx, actor, { action: 'results_import.receive', object: { type: 'results_import', id }, facts: { size: kept.size }, after: kept.sha256 });
      await emit(tx, plansEvents['plans.results_received'], { importId: id });
      return this.view(actor, await this.find(tx, actor, id));
    });
  }

  /** Newest first. */
  async list(actor: Actor, { limit, cursor }: PageQuery): Promise<ResultsImportList> {
    const [at, id] = decodeCursor(Newest, cursor) ?? [null, null];
    const rows = await this.database.rows<ResultsImportRecord>(LIST_IMPORTS, [actor.personId, administrationScope(actor), at, id, limit + 1]);
    return page(rows, limit, (row) => [row.created_at.toISOString(), row.id], (row) => this.view(actor, row));
  }

  /** @throws AppError not_found */
  async one(actor: Actor, id: string): Promise<ResultsImportView> {
    return this.view(actor, await this.find(this.database, actor, id));
  }

  /** Rows of one kind in the order of the file. @throws AppError not_found */
  async rows(actor: Actor, id: string, { kind, limit, cursor }: ResultRowsQuery): Promise<ResultRows> {
    await this.find(this.database, actor, id);
    const [after] = decodeCursor(Place, cursor) ?? [0];
    const rows = await this.database.rows<StagedResult>(IMPORT_ROWS, [id, kind, after, limit + 1]);
    return page(rows, limit, (row) => [row.place], (row) => rowView(row, actor.language));
  }

  /** Lets a worker store what the report says, or go on where it stopped. @throws AppError not_found, plans.results_closed */
  async confirm(actor: Actor, id: string): Promise<ResultsImportView> {
    return this.database.transaction(async (tx) => {
      await this.find(tx, actor, id);
      if (!(await first(tx, CONFIRM, [id, actor.personId, administrationScope(actor)]))) throw new AppError('plans.results_closed');
      const row = await this.find(tx, actor, id);
      await audit(tx, actor, { action: 'results_import.confirm', object: { type: 'results_import', id }, facts: { ...row.counts! } });
      await emit(tx, plansEvents['plans.results_confirmed'], { importId: id });
      return this.view(actor, row);
    });
  }

  /** @throws AppError not_found, plans.results_closed */
  async discard(actor: Actor, id: string): Promise<ResultsImportView> {
    return this.database.transaction(async (tx) => {
      await this.find(tx, actor, id);
      if (!(await first(tx, DISCARD, [id]))) throw new AppError('plans.results_closed');
      await audit(tx, actor, { action: 'results_import.discard', object: { type: 'results_import', id } });
      return this.view(actor, await this.find(tx, actor, id));
    });
  }

  private async find(reader: Reader, actor: Actor, id: string): Promise<ResultsImportRecord> {
    const row = await first<ResultsImportRecord>(reader, FIND_IMPORT, [id, actor.personId, administrationScope(actor)]);
    if (!row) throw new AppError('not_found');
    return row;
  }

  private view({ language }: Actor, row: ResultsImportRecord): ResultsImportView {
    return importView(row, this.sentences, language);
  }
}
