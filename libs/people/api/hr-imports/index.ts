import { HrImportExport } from '@zhixing/people/contract';
import { exportKind, type Room } from '@zhixing/platform/api';
import { CheckService } from './check.service.ts';
import { FeedTask } from './feed.task.ts';
import { HrImportsController } from './hr-imports.controller.ts';
import { HrImportsService } from './hr-imports.service.ts';
import { hrImportMessages } from './messages.ts';
import { HrReportExport } from './report-export.ts';

/** The HR import's part of the room's module. */
export const hrImportModule = { controllers: [HrImportsController], providers: [HrImportsService, CheckService, FeedTask, HrReportExport] };

/** Its part of the room's lists. */
export const hrImportLists = {
  tasks: [{ name: 'people.hr_feed', cron: '*/15 * * * *', by: FeedTask }],
  messages: Object.values(hrImportMessages),
  exports: [exportKind('hr-import', 'hr:import', HrImportExport, HrReportExport)],
} satisfies Partial<Room>;
