import { Injectable } from '@nestjs/common';
import { administrationScope } from '@zhixing/people/api';
import type { CertificationReport, GapList, GapsQuery, ReportQuery } from '@zhixing/plans/contract';
import { type Actor, AppError, Database, decodeCursor, first, page, statement } from '@zhixing/platform/api';
import { z } from 'zod';
import { gap, type GapSqlRow } from './certifications.view.ts';
import { GAPS, REPORT } from './report.queries.ts';

const Cursor = z.tuple([z.string(), z.uuid()]);
const TODAY = statement('plans.report_today', 'select platform.today()::text as today');

/** 持证上岗: who works in a position without what it requires, on any day up to today, by what was known at its end. */
@Injectable()
export class CertificationReportService {
  constructor(private readonly database: Database) {}

  /** @throws AppError plans.day_to_come */
  async report(actor: Actor, query: ReportQuery): Promise<CertificationReport> {
    const on = await this.day(query.on);
    const row = await first<Omit<CertificationReport, 'on'>>(this.database, REPORT, [on, administrationScope(actor)]);
    return { on, ...row! };
  }

  /** By staff number. @throws AppError plans.day_to_come */
  async people(actor: Actor, { on, certificationId, departmentId, limit, cursor }: GapsQuery): Promise<GapList> {
    const after = decodeCursor(Cursor, cursor);
    const rows = await this.database.rows<GapSqlRow>(GAPS, [await this.day(on), administrationScope(actor), certificationId ?? null, departmentId ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1]);
    return page(rows, limit, (row) => [row.staff_number, row.certification_id], gap);
  }

  private async day(on: string | undefined): Promise<string> {
    const { today } = (await first<{ today: string }>(this.database, TODAY))!;
    if (on !== undefined && on > today) throw new AppError('plans.day_to_come', { day: today });
    return on ?? today;
  }
}
