import { Injectable } from '@nestjs/common';
import { PeopleService } from '@zhixing/people/api';
import type { CertificationGapsExport, CertificationHoldersExport, CycleState, GapKind } from '@zhixing/plans/contract';
import { type Actor, Clock, everyPage, type ExportSource, type Progress, takenOut, type Workbook } from '@zhixing/platform/api';
import type { Localized } from '@zhixing/platform/contract';
import { CertificationsService } from './certifications.service.ts';
import { CertificationReportService } from './report.service.ts';

const KIND: Record<GapKind, Localized> = { missing: { zh: '未取得', en: 'Never certified' }, expired: { zh: '已过期', en: 'Expired' }, revoked: { zh: '已撤销', en: 'Revoked' } };
const STATE: Record<CycleState, Localized> = {
  valid: { zh: '有效', en: 'Valid' }, renewable: { zh: '可续证', en: 'Renewable' }, expiring: { zh: '即将到期', en: 'Expiring' }, expired: { zh: '已过期', en: 'Expired' },
};
const PERSON: [Localized, number][] = [[{ zh: '工号', en: 'Staff number' }, 14], [{ zh: '姓名', en: 'Name' }, 12], [{ zh: '部门', en: 'Department' }, 24], [{ zh: '岗位', en: 'Position' }, 18]];

const inLanguage = ({ language }: Actor) => ({ zh, en }: Localized): string => (language === 'en' ? en : zh);

/** Everybody who works without what the position requires, as the page shows them. */
@Injectable()
export class GapsExport implements ExportSource<CertificationGapsExport> {
  constructor(
    private readonly reports: CertificationReportService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  async gather(actor: Actor, parameters: CertificationGapsExport, progress: Progress): Promise<Workbook> {
    const say = inLanguage(actor);
    const { on, certifications } = await this.reports.report(actor, parameters);
    const rows: Workbook['sheets'][number]['rows'] = [];
    for await (const { items } of everyPage((cursor) => this.reports.people(actor, { ...parameters, on, limit: 100, cursor }))) {
      rows.push(...items.map(({ person, position, certification, kind, since }) => [person.staffNumber, person.displayName, person.department.name, position, certification.title, say(KIND[kind]), since]));
      await progress(rows.length, null);
    }
    const columns: [Localized, number][] = [...PERSON, [{ zh: '应持资格', en: 'Required' }, 30], [{ zh: '情况', en: 'Why' }, 12], [{ zh: '起始日', en: 'Since' }, 12]];
    return {
      name: `${say({ zh: '持证上岗', en: 'Working without certification' })} ${on}`,
      watermark: takenOut(await this.people.card(actor.personId), await this.clock.now(), actor.language),
      sheets: [
        { title: say({ zh: '未持证人员', en: 'People without' }), columns: columns.map(([title, width]) => ({ title: say(title), width })), rows },
        {
          title: say({ zh: '汇总', en: 'Summary' }),
          columns: ([[{ zh: '资格', en: 'Certification' }, 30], [{ zh: '应持证', en: 'Required' }, 10], [{ zh: '持证', en: 'Held' }, 10], ...Object.values(KIND).map((kind): [Localized, number] => [kind, 12])] as [Localized, number][]).map(([title, width]) => ({ title: say(title), width })),
          rows: certifications.map((one) => [one.title, one.required, one.held, one.missing, one.expired, one.revoked]),
        },
      ],
    };
  }
}

/** Everybody who holds or held a certification, by their newest cycle. */
@Injectable()
export class HoldersExport implements ExportSource<CertificationHoldersExport> {
  constructor(
    private readonly certifications: CertificationsService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  async gather(actor: Actor, { certificationId }: CertificationHoldersExport, progress: Progress): Promise<Workbook> {
    const say = inLanguage(actor);
    const { title } = await this.certifications.one(actor, certificationId);
    const rows: Workbook['sheets'][number]['rows'] = [];
    for await (const { items } of everyPage((cursor) => this.certifications.holders(actor, certificationId, { limit: 100, cursor, state: [] }))) {
      rows.push(...items.map(({ person, state, number, validFrom, validUntil, gapDays, reference }) => [person.staffNumber, person.displayName, person.department.name, person.position, say(STATE[state]), number, validFrom, validUntil, gapDays, reference]));
      await progress(rows.length, null);
    }
    const columns: [Localized, number][] = [
      ...PERSON, [{ zh: '状态', en: 'State' }, 12], [{ zh: '第几期', en: 'Cycle' }, 8], [{ zh: '有效期自', en: 'Valid from' }, 12], [{ zh: '有效期至', en: 'Valid until' }, 12], [{ zh: '空档天数', en: 'Days without before' }, 12],
      [{ zh: '外部证书编号', en: 'Number' }, 20],
    ];
    return {
      name: title,
      watermark: takenOut(await this.people.card(actor.personId), await this.clock.now(), actor.language),
      sheets: [{ title: say({ zh: '持证人员', en: 'Holders' }), columns: columns.map(([column, width]) => ({ title: say(column), width })), rows }],
    };
  }
}
