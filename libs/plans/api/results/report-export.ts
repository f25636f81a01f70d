import { Injectable } from '@nestjs/common';
import { PeopleService } from '@zhixing/people/api';
import { type ResultRow, ResultRowKind, type ResultsImportExport } from '@zhixing/plans/contract';
import { type Actor, Clock, everyPage, type ExportSource, type Progress, takenOut, type Workbook, type WorkbookSheet } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';
import { COLUMNS } from './columns.rules.ts';
import { ResultsService } from './results.service.ts';

const BATCH = 100;

const TEXTS = {
  'zh-CN': { name: (file: string) => `成绩导入报告 ${file}`, kinds: { new: '新增', same: '已有', error: '错误' }, kind: '类别', targets: { course: '课程', certification: '资格认证' }, line: '行', minutes: '学时（分钟）', wrong: '问题', outcome: '导入结果', stored: '已写入', found: '导入时已有' },
  en: { name: (file: string) => `Results import report ${file}`, kinds: { new: 'New', same: 'Already there', error: 'Errors' }, kind: 'Kind', targets: { course: 'Course', certification: 'Certification' }, line: 'Line', minutes: 'Minutes', wrong: 'What is wrong', outcome: 'Import', stored: 'Stored', found: 'Already recorded when imported' },
} satisfies Record<Language, object>;

/** The export `results-import`: every row of the report, a sheet for each kind, so that errors can be put right beside the file; of new rows, whether they were stored. */
@Injectable()
export class ResultsReportExport implements ExportSource<ResultsImportExport> {
  constructor(
    private readonly results: ResultsService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found */
  async gather(actor: Actor, { importId }: ResultsImportExport, progress: Progress): Promise<Workbook> {
    const { name, counts } = await this.results.one(actor, importId);
    const total = counts && counts.new + counts.same + counts.error;
    const sheets: WorkbookSheet[] = [];
    let done = 0;
    for (const kind of ['error', 'new', 'same'] as const satisfies ResultRowKind[]) {
      const rows: ResultRow[] = [];
      for await (const { items } of everyPage((cursor) => this.results.rows(actor, importId, { kind, limit: BATCH, cursor }))) {
        rows.push(...items);
        await progress((done += items.length), total);
      }
      sheets.push(sheet(kind, rows, actor.language));
    }
    return { name: TEXTS[actor.language].name(name), watermark: takenOut(await this.people.card(actor.personId), await this.clock.now(), actor.language), sheets };
  }
}

function sheet(kind: ResultRowKind, rows: ResultRow[], language: Language): WorkbookSheet {
  const texts = TEXTS[language];
  const titles = (['staffNumber', 'name', 'course', 'completedOn', 'score'] as const).map((field) => COLUMNS[field][language === 'en' ? 'en' : 'zh']);
  const outcome = ({ stored }: ResultRow) => (stored === null ? null : stored ? texts.stored : texts.found);
  return {
    title: texts.kinds[kind],
    columns: [texts.line, ...titles, texts.minutes, texts.kind, kind === 'new' ? texts.outcome : texts.wrong].map((title, at) => ({ title, width: [8, 16, 14, 36, 14, 8, 14, 12, kind === 'new' ? 30 : 80][at]! })),
    rows: rows.map((row) => [row.line, row.staffNumber, row.name, row.course, row.completedOn, row.score, row.minutes, row.target && texts.targets[row.target], kind === 'new' ? outcome(row) : row.errors.map((error) => error.message).join('\n')]),
  };
}
