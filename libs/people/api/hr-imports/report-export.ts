import { Injectable } from '@nestjs/common';
import type { BulkRow, BulkRowsQuery, HrImportExport } from '@zhixing/people/contract';
import { type Actor, Clock, everyPage, type ExportSource, type Progress, takenOut, type Workbook, type WorkbookSheet } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';
import { DecisionsService } from '../bulk-changes/decisions.service.ts';
import { PeopleService } from '../people.service.ts';
import { COLUMNS } from './columns.rules.ts';

/** Rows read at once. */
const BATCH = 100;

const KINDS = ['new', 'changed', 'missing', 'department', 'error'] as const satisfies BulkRowsQuery['kind'][];

const TEXTS = {
  'zh-CN': {
    name: (file: string) => `人事导入报告 ${file}`,
    kinds: { new: '新增', changed: '变动', missing: '离职', department: '部门', error: '错误' },
    line: '行', key: '工号或部门编码', person: '名称', from: '生效日期', what: '内容', back: '再入职', nothing: '（空）',
  },
  en: {
    name: (file: string) => `HR import report ${file}`,
    kinds: { new: 'New', changed: 'Changed', missing: 'Leaving', department: 'Departments', error: 'Errors' },
    line: 'Line', key: 'Staff number or code', person: 'Name', from: 'From', what: 'What', back: 'Rehired', nothing: '(empty)',
  },
} satisfies Record<Language, object>;

/** The export `hr-import`: every row of the report that asks for something or is wrong, a sheet for each kind. */
@Injectable()
export class HrReportExport implements ExportSource<HrImportExport> {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found */
  async gather(actor: Actor, { importId }: HrImportExport, progress: Progress): Promise<Workbook> {
    const { language } = actor;
    const { name, counts } = await this.decisions.one('file', importId);
    const total = counts && counts.affected + counts.departments + counts.error;
    const sheets: WorkbookSheet[] = [];
    let done = 0;
    for (const kind of KINDS) {
      const rows: BulkRow[] = [];
      for await (const { items } of everyPage((cursor) => this.decisions.rows(language, 'file', importId, { kind, limit: BATCH, cursor }))) {
        rows.push(...items);
        await progress((done += items.length), total);
      }
      sheets.push(sheet(kind, rows, language));
    }
    return { name: TEXTS[language].name(name), watermark: takenOut(await this.people.card(actor.personId), await this.clock.now(), language), sheets };
  }
}

function sheet(kind: (typeof KINDS)[number], rows: BulkRow[], language: Language): WorkbookSheet {
  const texts = TEXTS[language];
  return {
    title: texts.kinds[kind],
    columns: [{ title: texts.line, width: 8 }, { title: texts.key, width: 20 }, { title: texts.person, width: 20 }, { title: texts.from, width: 14 }, { title: texts.what, width: 90 }],
    rows: rows.map((row) => [row.line, row.key, row.name, row.from, whatOf(row, language)]),
  };
}

function whatOf({ back, changes, errors }: BulkRow, language: Language): string {
  const { nothing, back: rehired } = TEXTS[language];
  const changed = changes.map(({ field, before, after }) => `${COLUMNS[field][language === 'en' ? 'en' : 'zh']}: ${before ?? nothing} → ${after ?? nothing}`);
  return [...(back ? [rehired] : []), ...errors.map((error) => error.message), ...changed].join('\n');
}
