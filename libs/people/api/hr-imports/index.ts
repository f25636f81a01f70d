import { HrImportExport } from '@zhixing/people/contract';
import { exportKind, type Room, subscriber } from '@zhixing/platform/api';
import { CheckService } from './check.service.ts';
import { FeedTask } from './feed.task.ts';
import { ForgetTask } from './forget.task.ts';
import { HrImportsController } from './hr-imports.controller.ts';
import { hrImportEvents } from './hr-imports.events.ts';
import { HrImportsService } from './hr-imports.service.ts';
import { HrReportExport } from './report-export.ts';
import { ApplyRunner, CheckRunner } from './run.service.ts';

export { hrImportEntities } from './hr-imports.entities.ts';

/** The HR import's part of the room's module. */
export const hrImportModule = { controllers: [HrImportsController], providers: [HrImportsService, CheckService, CheckRunner, ApplyRunner, FeedTask, ForgetTask, HrReportExport] };

/** Its part of the room's lists. */
export const hrImportLists = {
  subscribers: [subscriber('people.check_hr_import', hrImportEvents['people.hr_import_received'], CheckRunner), subscriber('people.apply_hr_import', hrImportEvents['people.hr_import_confirmed'], ApplyRunner)],
  tasks: [{ name: 'people.hr_feed', cron: '*/15 * * * *', by: FeedTask }, { name: 'people.forget_hr_rows', cron: '40 3 * * *', by: ForgetTask }],
  exports: [exportKind('hr-import', 'hr:import', HrImportExport, HrReportExport)],
} satisfies Partial<Room>;
