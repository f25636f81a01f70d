import { HrImportExport } from '@zhixing/people/contract';
import { exportKind, type Room, subscriber } from '@zhixing/platform/api';
import { CheckService } from './check.service.ts';
import { FeedTask } from './feed.task.ts';
import { HrImportsController } from './hr-imports.controller.ts';
import { hrImportEvents } from './hr-imports.events.ts';
import { PURGE_ROWS } from './hr-imports.queries.ts';
import { HrImportsService } from './hr-imports.service.ts';
import { hrImportMessages } from './messages.ts';
import { HrReportExport } from './report-export.ts';
import { ApplyRunner, CheckRunner } from './run.service.ts';

export { hrImportEntities } from './hr-imports.entities.ts';

/** The HR import's part of the room's module. */
export const hrImportModule = { controllers: [HrImportsController], providers: [HrImportsService, CheckService, CheckRunner, ApplyRunner, FeedTask, HrReportExport] };

/** Its part of the room's lists. */
export const hrImportLists = {
  subscribers: [subscriber('people.check_hr_import', hrImportEvents['people.hr_import_received'], CheckRunner), subscriber('people.apply_hr_import', hrImportEvents['people.hr_import_confirmed'], ApplyRunner)],
  tasks: [{ name: 'people.hr_feed', cron: '*/15 * * * *', by: FeedTask }],
  messages: Object.values(hrImportMessages),
  retention: [{
    name: 'people.hr_import_rows',
    title: { zh: '人事导入报告的明细', en: 'Rows of HR import reports' },
    period: { zh: '导入结束后 90 天', en: '90 days after the end of the import' },
    why: { zh: '核对导入结果；实际变动保存在组织记录和审计中。', en: 'To check what an import did; the changes themselves are in the organisation and the audit trail.' },
    purge: PURGE_ROWS,
  }],
  exports: [exportKind('hr-import', 'hr:import', HrImportExport, HrReportExport)],
} satisfies Partial<Room>;
