import { Injectable } from '@nestjs/common';
import { type CardRow, personCard } from '@zhixing/people/api';
import type { AttendanceChanges, AttendanceMark, AttendanceSheet, ClassReport, DayPart, HalfDay, MarkAttendance } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, Database, decodeCursor, first, page } from '@zhixing/platform/api';
import type { PageQuery } from '@zhixing/platform/contract';
import { z } from 'zod';
import { ATTENDANCE_CHANGES, CHECK_MARKS, HALF_DAY_OF, MARK, REPORT_HALF_DAYS, REPORT_PEOPLE, SHEET } from './attendance.queries.ts';
import { ClassesService } from './classes.service.ts';
import { HALF_DAYS } from './classes.queries.ts';

const Cursor = z.tuple([z.string().regex(/^\d{1,18}$/)]);

interface ChangeRow extends CardRow {
  id: string;
  day: string;
  part: DayPart;
  before: AttendanceMark | null;
  mark: AttendanceMark;
  source: 'check_in' | 'sheet';
  at: Date;
  reason: string;
  by_id: string;
  by_name: string | null;
}

type ReportRow = CardRow & Omit<ClassReport['rows'][number], 'person'> & { total: number };

/** Who was there: the sheet of each half-day, its corrections, and what came of the class. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly database: Database,
    private readonly classes: ClassesService,
  ) {}

  /** Roster by half-days. @throws AppError not_found */
  async sheet(actor: Actor, id: string): Promise<AttendanceSheet> {
    const { state } = await this.classes.find(actor, id);
    const rows = await this.database.rows<CardRow & { marks: Record<string, AttendanceMark> }>(SHEET, [id]);
    return { halfDays: await this.database.rows<HalfDay>(HALF_DAYS, [id]), rows: rows.map((row) => ({ person: personCard(row), marks: row.marks })), closed: state !== 'published' };
  }

  /** Marks of one half-day, all of them or none. @throws AppError not_found, plans.class_state (also once closed), plans.not_member, plans.correction_reason */
  async mark(actor: Actor, id: string, { halfDayId, marks, reason }: MarkAttendance): Promise<AttendanceSheet> {
    await this.database.transaction(async (tx) => {
      const { state } = await this.classes.hold(tx, actor, id);
      if (!(await first(tx, HALF_DAY_OF, [id, halfDayId]))) throw new AppError('not_found');
      if (state !== 'published') throw new AppError('plans.class_state');
      const given = JSON.stringify([...new Map(marks.map((one) => [one.personId, one])).values()]);
      const found = await tx.rows<{ name: string; stranger: boolean }>(CHECK_MARKS, [id, halfDayId, given]);
      const strangers = found.filter((one) => one.stranger);
      if (strangers.length) throw new AppError('plans.not_member', { name: strangers.map((one) => one.name).join('、') });
      if (found.length && reason.length < 2) throw new AppError('plans.correction_reason');
      const changed = await tx.rows(MARK, [halfDayId, given, actor.personId, reason]);
      if (changed.length) await audit(tx, actor, { action: 'class.attendance', object: { type: 'class', id }, after: marks, facts: { halfDayId, people: changed.length, corrections: found.length, reason } });
    });
    return this.sheet(actor, id);
  }

  /** Every mark as it was given. @throws AppError not_found */
  async changes(actor: Actor, id: string, { limit, cursor }: PageQuery): Promise<AttendanceChanges> {
    await this.classes.find(actor, id);
    const after = decodeCursor(Cursor, cursor);
    const rows = await this.database.rows<ChangeRow>(ATTENDANCE_CHANGES, [id, after?.[0] ?? null, limit + 1]);
    return page(rows, limit, (row) => [row.id], (row) => ({
      id: row.id, halfDay: { day: row.day, part: row.part }, person: personCard(row), before: row.before, mark: row.mark, source: row.source, at: row.at.toISOString(), by: { id: row.by_id, displayName: row.by_name ?? '' }, reason: row.reason,
    }));
  }

  /** What came of it, so far or at last. @throws AppError not_found */
  async report(actor: Actor, id: string): Promise<ClassReport> {
    const { cost } = await this.classes.find(actor, id);
    const rows = await this.database.rows<ReportRow>(REPORT_PEOPLE, [id]);
    return {
      halfDays: await this.database.rows<ClassReport['halfDays'][number]>(REPORT_HALF_DAYS, [id]),
      rows: rows.map((row) => ({ person: personCard(row), present: row.present, partial: row.partial, absent: row.absent, excused: row.excused, minutes: row.minutes, courses: row.courses, completed: row.completed })),
      courses: rows[0]?.total ?? 0, people: rows.length, completed: rows.filter((row) => row.completed).length, cost,
    };
  }
}
