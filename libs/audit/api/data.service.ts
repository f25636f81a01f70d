import { Injectable } from '@nestjs/common';
import type { DataSummary, MyData } from '@zhixing/audit/contract';
import { PeopleService } from '@zhixing/people/api';
import { type Actor, audit, Clock, Database, type ExportSource, type GatheredTable, PersonalData, takenOut, type Workbook } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';

const wordsIn = (language: Language) => ({ zh, en }: { zh: string; en: string }) => (language === 'en' ? en : zh);
const MOMENT = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A copy of one's own data, from all rooms: as JSON, and as the export `my-data`, a zip of a workbook and the same JSON. */
@Injectable()
export class DataService implements ExportSource<Record<string, never>> {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly personal: PersonalData,
    private readonly clock: Clock,
  ) {}

  /** Everything, at this moment; that it was taken is audited. */
  async copy(actor: Actor): Promise<MyData> {
    return this.database.transaction(async (tx) => {
      const tables = await this.personal.gather(tx, actor.personId);
      await audit(tx, actor, { action: 'data.copy', object: { type: 'person', id: actor.personId }, facts: { rows: tables.reduce((sum, { rows }) => sum + rows.length, 0) } });
      return this.view(actor, tables);
    });
  }

  /** What there is, counted. */
  async summary(actor: Actor): Promise<DataSummary> {
    const words = wordsIn(actor.language);
    return { tables: (await this.personal.count(this.database, actor.personId)).map(({ table, rows }) => ({ name: table.name, title: words(table.title), rows })) };
  }

  async gather(actor: Actor): Promise<Workbook> {
    const data = await this.view(actor, await this.personal.gather(this.database, actor.personId));
    return {
      name: actor.language === 'en' ? 'My data' : '我的数据',
      watermark: takenOut(data.person, new Date(data.madeAt), actor.language),
      sheets: data.tables.map(({ title, columns, rows }) => ({
        title,
        columns: columns.map((column) => ({ title: column.title, width: 22 })),
        rows: rows.map((row) => columns.map(({ key }) => cell(row[key] ?? null, actor.language))),
      })),
      json: data,
    };
  }

  private async view({ personId, language }: Actor, tables: GatheredTable[]): Promise<MyData> {
    const words = wordsIn(language);
    return {
      madeAt: (await this.clock.now()).toISOString(),
      person: await this.people.card(personId),
      tables: tables.map(({ table, rows }) => ({ name: table.name, title: words(table.title), columns: Object.entries(table.columns).map(([key, title]) => ({ key, title: words(title) })), rows })),
    };
  }
}

/** Moments are shown in Beijing time, yes and no as words. */
function cell(value: string | number | boolean | null, language: Language): string | number | null {
  if (typeof value === 'boolean') return language === 'en' ? (value ? 'yes' : 'no') : (value ? '是' : '否');
  return typeof value === 'string' && INSTANT.test(value) ? MOMENT.format(new Date(value)) : value;
}
