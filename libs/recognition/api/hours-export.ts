import { Injectable } from '@nestjs/common';
import { PeopleService } from '@zhixing/people/api';
import { type Actor, type CellValue, Clock, type ExportSource, type Progress, takenOut, type Workbook } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';
import type { HoursExport as Parameters } from '@zhixing/recognition/contract';
import { HoursService, type PersonHours } from './hours.service.ts';

/** People read at once. */
const BATCH = 1000;

const TEXTS = {
  'zh-CN': { name: (year: number) => `${year} 年学时`, number: '工号', person: '姓名', department: '部门', position: '岗位', formal: '正式学时（小时）', other: '其他学时（小时）', total: '合计（小时）', reached: '达标', yes: '是', no: '否' },
  en: { name: (year: number) => `Learning hours ${year}`, number: 'Staff number', person: 'Name', department: 'Department', position: 'Position', formal: 'Formal (hours)', other: 'Other (hours)', total: 'Total (hours)', reached: 'Rule met', yes: 'Yes', no: 'No' },
} satisfies Record<Language, object>;

/** The export `hours`: a year of everybody in the scope, against the rule of that year. */
@Injectable()
export class HoursExport implements ExportSource<Parameters> {
  constructor(
    private readonly hours: HoursService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  async gather(actor: Actor, { year }: Parameters, progress: Progress): Promise<Workbook> {
    const { language } = actor;
    const t = TEXTS[language];
    const rule = await this.hours.ruleOf(year);
    const rows: CellValue[][] = [];
    for (let after: string | null = null; ; ) {
      const some: PersonHours[] = await this.hours.everybody(actor, year, after, BATCH);
      rows.push(...some.map(({ person, formal, other }) => [
        person.staffNumber, person.displayName, person.department.name, person.position, inHours(formal), inHours(other), inHours(formal + other),
        formal + other >= rule.hours * 60 && formal >= rule.formal * 60 ? t.yes : t.no,
      ]));
      await progress(rows.length, null);
      after = some.at(-1)?.person.staffNumber ?? null;
      if (some.length < BATCH) break;
    }
    return {
      name: t.name(year),
      watermark: takenOut(await this.people.card(actor.personId), await this.clock.now(), language),
      sheets: [{
        title: t.name(year),
        columns: [
          { title: t.number, width: 14 }, { title: t.person, width: 14 }, { title: t.department, width: 24 }, { title: t.position, width: 20 },
          { title: t.formal, width: 20, format: '0.0' }, { title: t.other, width: 14, format: '0.0' }, { title: t.total, width: 14, format: '0.0' }, { title: t.reached, width: 10 },
        ],
        rows,
      }],
    };
  }
}

const inHours = (minutes: number): number => minutes / 60;
