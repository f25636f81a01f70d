import { type Room, subscriber } from '@zhixing/platform/api';
import { ApplyService } from './apply.service.ts';
import { BulkChangesController } from './bulk-changes.controller.ts';
import { bulkChangeEvents } from './bulk-changes.events.ts';
import { PURGE_ROWS } from './bulk-changes.queries.ts';
import { BulkChangesService } from './bulk-changes.service.ts';
import { DecisionsService } from './decisions.service.ts';
import { ApplyRunner, CheckRunner, UndoRunner } from './run.service.ts';
import { SelectionService } from './selection.service.ts';

export { bulkChangeEntities } from './bulk-changes.entities.ts';

/** The part of the room's module that bulk changes of every origin share. */
export const bulkChangeModule = { controllers: [BulkChangesController], providers: [BulkChangesService, DecisionsService, ApplyService, SelectionService, CheckRunner, ApplyRunner, UndoRunner] };

/** Its part of the room's lists. */
export const bulkChangeLists = {
  subscribers: [
    subscriber('people.check_bulk_change', bulkChangeEvents['people.bulk_change_created'], CheckRunner),
    subscriber('people.apply_bulk_change', bulkChangeEvents['people.bulk_change_confirmed'], ApplyRunner),
    subscriber('people.undo_bulk_change', bulkChangeEvents['people.bulk_change_undoing'], UndoRunner),
  ],
  retention: [{
    name: 'people.bulk_change_rows',
    title: { zh: '批量变更与人事导入的明细', en: 'Rows of bulk changes and HR imports' },
    period: { zh: '执行后 90 天，期间可以撤销', en: '90 days after they were applied; until then they can be undone' },
    why: { zh: '核对与撤销；实际变动保存在组织记录和审计中。', en: 'To check and to undo them; the changes themselves are in the organisation and the audit trail.' },
    purge: PURGE_ROWS,
  }],
} satisfies Partial<Room>;
