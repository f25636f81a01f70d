import { Injectable } from '@nestjs/common';
import type { Registered, RegistrationList, RegistrationQuery, RegistrationView } from '@zhixing/courses/contract';
import { type Actor, AppError, audit, Database, decodeCursor, first, page } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { OUTLINE } from './courses.queries.ts';
import { CoursesService } from './courses.service.ts';
import type { OutlineRow } from './courses.view.ts';
import { resumeKey } from './progress.rules.ts';
import { MY_REGISTRATIONS, MY_TOTALS, OPEN_REGISTRATION, REGISTER, REGISTRATION } from './registrations.queries.ts';
import { progress, type ProgressRow, type RecordSqlRow, recordRow, type RegistrationSqlRow, registrationView } from './registrations.view.ts';

const RecordCursor = z.tuple([z.string(), z.uuid()]);

const STATES = { all: ['registered', 'learning', 'finished'], learning: ['registered', 'learning'], finished: ['finished'] };

@Injectable()
export class RegistrationsService {
  constructor(
    private readonly database: Database,
    private readonly courses: CoursesService,
  ) {}

  /** Registers the actor at the current version of a course, or returns the registration that is open already. @throws AppError not_found */
  async register(actor: Actor, courseId: string): Promise<Registered> {
    return this.database.transaction(async (tx) => {
      const made = await first<{ id: string }>(tx, REGISTER, [uuid(), actor.personId, actor.departmentIds, courseId]);
      if (made) await audit(tx, actor, { action: 'registration.open', object: { type: 'registration', id: made.id }, facts: { courseId } });
      const open = await first<ProgressRow & { id: string; version_id: string }>(tx, OPEN_REGISTRATION, [actor.personId, courseId]);
      if (!open) throw new AppError('not_found');
      const lessons = await tx.rows<OutlineRow>(OUTLINE, [open.version_id, open.id]);
      return { ...progress(open), id: open.id, resumeLessonKey: resumeKey(lessons)! };
    });
  }

  /** One of the actor's own registrations with its outline; what to go on with once it is completed. */
  async one(actor: Actor, id: string): Promise<RegistrationView> {
    const row = await first<RegistrationSqlRow>(this.database, REGISTRATION, [id, actor.personId]);
    if (!row) throw new AppError('not_found');
    const [lessons, next] = await Promise.all([
      this.database.rows<OutlineRow>(OUTLINE, [row.version_id, row.id]),
      row.completion_id ? this.courses.nearest(actor, row.title, 3, [row.course_id]) : [],
    ]);
    return registrationView(row, lessons, next);
  }

  /** My record, newest activity first. */
  async mine(actor: Actor, query: RegistrationQuery): Promise<RegistrationList> {
    const cursor = decodeCursor(RecordCursor, query.cursor);
    const [rows, totals] = await Promise.all([
      this.database.rows<RecordSqlRow>(MY_REGISTRATIONS, [actor.personId, STATES[query.state], cursor?.[0] ?? null, cursor?.[1] ?? null, query.limit + 1]),
      first<{ learning: number; finished: number; minutes_this_year: number }>(this.database, MY_TOTALS, [actor.personId]),
    ]);
    const { learning, finished, minutes_this_year } = totals!;
    return { ...page(rows, query.limit, (row) => [row.sort_key, row.id], recordRow), counts: { learning, finished }, minutesThisYear: minutes_this_year };
  }
}
