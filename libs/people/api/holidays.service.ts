import { Injectable } from '@nestjs/common';
import type { Holiday, HolidayImport, Holidays } from '@zhixing/people/contract';
import { type Actor, audit, Database, Files, type Upload } from '@zhixing/platform/api';
import { OF_YEAR, STORE_HOLIDAYS } from './holidays.queries.ts';
import { readCalendar } from './holidays.rules.ts';
import { readTable } from './hr-imports/read-table.ts';
import type { TableRow } from './hr-imports/table.ts';

/** Bytes of a calendar file. */
const LIMIT = 1024 ** 2;

/** Public holidays, and the weekend days worked to make up for them (调休). */
@Injectable()
export class HolidaysService {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
  ) {}

  /** The days of a year that are not what their weekday says. */
  async ofYear(actor: Actor, year: number): Promise<Holidays> {
    return { items: await this.database.rows<Holiday>(OF_YEAR, [year]), can: { edit: actor.permissions.has('organisation:write') } };
  }

  /** Takes a calendar file (XLSX or CSV: day, kind, name) over what is known of its days; with one row at fault nothing. @throws AppError `too_large`, `people.hr_import_…` when it is no table */
  async take(actor: Actor, upload: Upload): Promise<HolidayImport> {
    await using file = await this.files.spool(upload.stream, { limit: LIMIT });
    const rows: TableRow[] = [];
    for await (const some of readTable(file.path)) rows.push(...some);
    const { days, errors } = readCalendar(rows);
    if (errors.length) return { stored: 0, errors };
    await this.database.transaction(async (tx) => {
      await tx.rows(STORE_HOLIDAYS, [days.map((one) => one.day), days.map((one) => one.kind), days.map((one) => one.name)]);
      await audit(tx, actor, { action: 'people.holidays', object: { type: 'calendar', id: days[0]?.day.slice(0, 4) ?? '' }, after: days, facts: { days: days.length } });
    });
    return { stored: days.length, errors };
  }
}
