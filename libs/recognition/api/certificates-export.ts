import { Injectable } from '@nestjs/common';
import { PeopleService } from '@zhixing/people/api';
import { type Actor, AppError, type CellValue, Clock, everyPage, type ExportSource, type Progress, takenOut, type Workbook } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';
import type { AdministeredCertificate, CertificateFilter } from '@zhixing/recognition/contract';
import { AdministrationService } from './administration.service.ts';

/** Rows read at once, and rows one file may have. */
const BATCH = 100;
const MOST = 50_000;

const TEXTS = {
  'zh-CN': {
    name: '证书', number: '证书编号', title: '名称', holder: '持有人', staffNumber: '工号', department: '颁发时部门', score: '成绩', earned: '取得日期', until: '有效期至', state: '状态', revoked: '撤销日期',
    states: { valid: '有效', expired: '已过期', revoked: '已撤销' },
  },
  en: {
    name: 'Certificates', number: 'Number', title: 'Title', holder: 'Holder', staffNumber: 'Staff number', department: 'Department then', score: 'Score', earned: 'Earned', until: 'Valid until', state: 'State', revoked: 'Revoked',
    states: { valid: 'Valid', expired: 'Expired', revoked: 'Revoked' },
  },
} satisfies Record<Language, object>;

/** The export `certificates`: what the list of a filter shows. @throws AppError too_large beyond 50,000 rows */
@Injectable()
export class CertificatesExport implements ExportSource<CertificateFilter> {
  constructor(
    private readonly administration: AdministrationService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  async gather(actor: Actor, filter: CertificateFilter, progress: Progress): Promise<Workbook> {
    const { language } = actor;
    const t = TEXTS[language];
    const rows: CellValue[][] = [];
    for await (const { items } of everyPage((cursor) => this.administration.list(actor, { ...filter, limit: BATCH, cursor }))) {
      rows.push(...items.map((row) => cells(row, t)));
      if (rows.length > MOST) throw new AppError('too_large', { limit: MOST });
      await progress(rows.length, null);
    }
    return {
      name: t.name,
      watermark: takenOut(await this.people.card(actor.personId), await this.clock.now(), language),
      sheets: [{
        title: t.name,
        columns: [
          { title: t.number, width: 24 }, { title: t.title, width: 36 }, { title: t.holder, width: 14 }, { title: t.staffNumber, width: 14 }, { title: t.department, width: 24 }, { title: t.score, width: 8, format: '0' },
          { title: t.earned, width: 12 }, { title: t.until, width: 12 }, { title: t.state, width: 10 }, { title: t.revoked, width: 12 },
        ],
        rows,
      }],
    };
  }
}

const cells = (row: AdministeredCertificate, t: (typeof TEXTS)[Language]): CellValue[] =>
  [row.number, row.title, row.holder, row.person?.staffNumber ?? null, row.department, row.score, row.earnedOn, row.validUntil, t.states[row.state], row.revoked?.on ?? null];
