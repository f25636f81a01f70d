import { coursesEvents } from '@zhixing/courses/contract';
import { plansEvents, ResultsImportExport } from '@zhixing/plans/contract';
import { exportKind, type PersonalTable, type Room, statement, subscriber } from '@zhixing/platform/api';
import { ResultsCheck } from './check.service.ts';
import { FollowImports } from './follow-imports.ts';
import { ResultsReportExport } from './report-export.ts';
import { ResultsController } from './results.controller.ts';
import { PURGE_ROWS } from './results.queries.ts';
import { ResultsService } from './results.service.ts';
import { ResultsApplyRunner, ResultsCheckRunner } from './run.service.ts';

export { resultsActs } from './acts.ts';
export { resultsEntities } from './results.entities.ts';

/** The part of the room's module that past and offline results are. */
export const resultsModule = { controllers: [ResultsController], providers: [ResultsService, ResultsCheck, ResultsCheckRunner, ResultsApplyRunner, FollowImports, ResultsReportExport] };

export const resultsPersonalTables: PersonalTable[] = [{
  name: 'plans.results_import_rows',
  title: { zh: '导入的历史成绩', en: 'Imported results' },
  columns: { course: { zh: '课程', en: 'Course' }, completedOn: { zh: '完成日期', en: 'Completed on' }, score: { zh: '成绩', en: 'Score' }, minutes: { zh: '学时（分钟）', en: 'Minutes' }, importedAt: { zh: '导入时间', en: 'Imported' } },
  query: statement(
    'plans.personal_results',
    `select r.title as course, r.completed_on::text as "completedOn", r.score, r.minutes, i.created_at as "importedAt"
       from plans.results_import_row r join plans.results_import i on i.id = r.import_id where r.person_id = $1 and r.kind <> 'error' order by r.completed_on desc`,
  ),
}];

/** Its part of the room's lists. */
export const resultsLists = {
  subscribers: [
    subscriber('plans.check_results', plansEvents['plans.results_received'], ResultsCheckRunner),
    subscriber('plans.apply_results', plansEvents['plans.results_confirmed'], ResultsApplyRunner),
    subscriber('plans.imported', coursesEvents['courses.completions_imported'], FollowImports),
  ],
  exports: [exportKind('results-import', 'result:import', ResultsImportExport, ResultsReportExport, { personal: true })],
  retention: [{
    name: 'plans.results_import_rows',
    title: { zh: '成绩导入的明细', en: 'Rows of imported results' },
    period: { zh: '未执行的 90 天；已执行的不自动删除', en: '90 days when nothing came of them; what was imported is not deleted automatically' },
    why: { zh: '说明历史完成记录从哪份文件、哪一行而来。', en: 'They say from which line of which file a past completion comes.' },
    purge: PURGE_ROWS,
  }],
} satisfies Partial<Room>;
