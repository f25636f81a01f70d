import { Injectable } from '@nestjs/common';
import type { ArchiveExport, AuditFilter, AuditRow } from '@zhixing/audit/contract';
import { PeopleService } from '@zhixing/people/api';
import { type Actor, AppError, type CellValue, Clock, everyPage, type ExportSource, type Link, type Progress, takenOut, type Workbook } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';
import { AuditService } from './audit.service.ts';

/** Rows read at once, and rows one file may have: who needs more narrows the days. */
const BATCH = 100;
const MOST = 50_000;

const TEXTS = {
  'zh-CN': { name: '审计记录', archive: '审计归档', at: '时间', person: '操作人', number: '工号', action: '操作', object: '对象', objectId: '对象编号', result: '结果', done: '已执行', refused: '已拒绝', address: '来源地址', facts: '要点', id: '记录编号' },
  en: { name: 'Audit trail', archive: 'Audit archive', at: 'Time', person: 'Person', number: 'Staff number', action: 'Action', object: 'Object', objectId: 'Object id', result: 'Result', done: 'Done', refused: 'Refused', address: 'Address', facts: 'Facts', id: 'Entry id' },
} satisfies Record<Language, object>;

const MOMENT = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

/** The export `audit`: the entries of a filter, newest first. @throws AppError too_large beyond 50,000 rows */
@Injectable()
export class AuditExport implements ExportSource<AuditFilter> {
  constructor(
    private readonly audits: AuditService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  async gather(actor: Actor, filter: AuditFilter, progress: Progress): Promise<Workbook> {
    const { language } = actor;
    const t = TEXTS[language];
    const rows: CellValue[][] = [];
    for await (const { items } of everyPage((cursor) => this.audits.list(language, { ...filter, limit: BATCH, cursor }))) {
      rows.push(...items.map((row) => cells(row, t)));
      if (rows.length > MOST) throw new AppError('too_large', { limit: MOST });
      await progress(rows.length, null);
    }
    return { name: t.name, watermark: takenOut(await this.people.card(actor.personId), await this.clock.now(), language), sheets: [sheet(t, rows)] };
  }
}

/** The export `audit-archive`: the entries of one part of the archive, oldest first, as a table and, for machines, link by link as the chain has them. @throws AppError not_found */
@Injectable()
export class AuditArchiveExport implements ExportSource<ArchiveExport> {
  constructor(
    private readonly audits: AuditService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  async gather(actor: Actor, { number }: ArchiveExport, progress: Progress): Promise<Workbook> {
    const { language } = actor;
    const t = TEXTS[language];
    const rows: CellValue[][] = [];
    const json: Link[] = [];
    for await (const { rows: some, links } of this.audits.archived(language, number)) {
      rows.push(...some.map((row) => cells(row, t)));
      json.push(...links);
      await progress(rows.length, null);
    }
    return { name: `${t.archive} ${number}`, watermark: takenOut(await this.people.card(actor.personId), await this.clock.now(), language), sheets: [sheet(t, rows)], json };
  }
}

const sheet = (t: (typeof TEXTS)[Language], rows: CellValue[][]) => ({
  title: t.name,
  columns: [
    { title: t.at, width: 20 }, { title: t.person, width: 14 }, { title: t.number, width: 14 }, { title: t.action, width: 24 }, { title: t.object, width: 14 }, { title: t.objectId, width: 38 },
    { title: t.result, width: 10 }, { title: t.address, width: 18 }, { title: t.facts, width: 40 }, { title: t.id, width: 38 },
  ],
  rows,
});

const cells = (row: AuditRow, t: (typeof TEXTS)[Language]): CellValue[] => [
  MOMENT.format(new Date(row.at)), row.person?.displayName ?? row.personId, row.person?.staffNumber ?? null, row.action.words, row.object.type.words, row.object.name ?? row.object.id,
  t[row.result], row.address, Object.entries(row.facts).map(([name, value]) => `${name}=${value}`).join(' '), row.id,
];
