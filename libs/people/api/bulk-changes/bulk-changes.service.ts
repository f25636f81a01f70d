import { Injectable } from '@nestjs/common';
import type { BulkChangeList, BulkChangeView, CreateBulkChange } from '@zhixing/people/contract';
import { type Actor, audit, emit, Idempotency, type IdempotentRequest, page, Sentences } from '@zhixing/platform/api';
import type { PageQuery } from '@zhixing/platform/contract';
import { v7 as uuid } from 'uuid';
import { ApplyService } from './apply.service.ts';
import { bulkChangeEvents } from './bulk-changes.events.ts';
import { CREATE_SELECTION, type SelectionChangeRow } from './bulk-changes.queries.ts';
import { bulkChangeView } from './bulk-changes.view.ts';
import { AT_ONCE, DecisionsService } from './decisions.service.ts';

/** Changes asked of people chosen by hand or by a filter: previewed first, and nothing happens before somebody confirms. */
@Injectable()
export class BulkChangesService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly sentences: Sentences,
    private readonly decisions: DecisionsService,
    private readonly changes: ApplyService,
  ) {}

  /**
   * Previews a change; a worker does it for many people.
   * @throws AppError `invalid`, `not_found`, `people.department_closed`, `people.not_employed` (the manager)
   */
  async create(actor: Actor, request: IdempotentRequest, { people, change }: CreateBulkChange): Promise<BulkChangeView> {
    return this.idempotency.transaction(request, { people, change }, async (tx) => {
      const id = uuid();
      await tx.rows(CREATE_SELECTION, [id, people, change, actor.personId]);
      await audit(tx, actor, { action: 'bulk_change.create', object: { type: 'bulk_change', id }, after: { people, change }, facts: { kind: change.kind, from: change.from } });
      if ('personIds' in people && people.personIds.length <= AT_ONCE) await this.changes.check(tx, await this.decisions.one('selection', id, tx));
      else await emit(tx, bulkChangeEvents['people.bulk_change_created'], { changeId: id });
      return this.view(actor, await this.decisions.one('selection', id, tx));
    });
  }

  /** Newest first. */
  async list(actor: Actor, query: PageQuery): Promise<BulkChangeList> {
    const rows = await this.decisions.list('selection', query);
    return page(rows, query.limit, (row) => [row.created_at.toISOString(), row.id], (row) => this.view(actor, row));
  }

  view({ language }: Actor, row: SelectionChangeRow): BulkChangeView {
    return bulkChangeView(row, this.sentences, language);
  }
}
