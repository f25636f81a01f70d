import { Injectable } from '@nestjs/common';
import { administrationScope, PeopleService } from '@zhixing/people/api';
import type { Made } from '@zhixing/people/contract';
import { type ClassesQuery, type ClassList, type ClassView, type CloseClass, type CopyClass, type HalfDay, plansEvents, type SaveClass } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, Database, decodeCursor, emit, first, notify, page, type Reader, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { TrainingClass } from './classes.entities.ts';
import { requireAdministration } from './classes.policy.ts';
import {
  CANCEL, CLASS, CLASSES, CLOSE, COPY_PARTS, COURSES, HALF_DAYS, HOLD_CLASS, MATERIALS, OPEN_COURSES, PUBLISH, QUOTAS, REACHED_DEPARTMENTS, SAVE_COURSES, SAVE_HALF_DAYS, SAVE_QUOTAS,
} from './classes.queries.ts';
import { classRow, type ClassSqlRow, classView, type CourseSqlRow, type MaterialSqlRow, type QuotaSqlRow, quotaView } from './classes.view.ts';
import { classMessages } from './messages.ts';
import { BOOKED } from './roster.queries.ts';

const Cursor = z.tuple([z.string(), z.uuid()]);
const DAY = 86_400_000;

/** Calendar days are counted as days of UTC, which have no clock changes. */
const moved = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** Training classes: drafted, changed, published, cancelled, closed, copied. */
@Injectable()
export class ClassesService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
  ) {}

  /** Those the actor administers, the latest first. */
  async list(actor: Actor, { q, state, limit, cursor }: ClassesQuery): Promise<ClassList> {
    const after = decodeCursor(Cursor, cursor);
    const words = q === undefined ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.database.rows<ClassSqlRow>(CLASSES, [administrationScope(actor), words, state ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1]);
    return page(rows, limit, (row) => [row.starts_on, row.id], classRow);
  }

  /** One of them with its programme. @throws AppError not_found */
  async one(actor: Actor, id: string, reader: Reader = this.database): Promise<ClassView> {
    const row = await this.find(actor, id, reader);
    const halfDays = await reader.rows<HalfDay>(HALF_DAYS, [id]);
    const courses = await reader.rows<CourseSqlRow>(COURSES, [id]);
    const quotas = await reader.rows<QuotaSqlRow>(QUOTAS, [id]);
    const names = await this.people.departments(quotas.map((one) => one.id), reader);
    return classView(row, { halfDays, courses, quotas: quotas.map((one) => quotaView(one, names)), materials: await reader.rows<MaterialSqlRow>(MATERIALS, [id]) });
  }

  /** The row of a class that the actor administers. @throws AppError not_found */
  async find(actor: Actor, id: string, reader: Reader = this.database): Promise<ClassSqlRow> {
    return requireAdministration(actor, await first<ClassSqlRow>(reader, CLASS, [id]));
  }

  /** The same, held for the rest of the transaction. @throws AppError not_found */
  async hold(tx: Transaction, actor: Actor, id: string): Promise<ClassSqlRow> {
    return requireAdministration(actor, await first<ClassSqlRow>(tx, HOLD_CLASS, [id]));
  }

  /** A draft of the actor's. @throws AppError plans.target_closed, plans.outside_scope */
  async create(tx: Transaction, actor: Actor, body: SaveClass): Promise<Made> {
    const id = uuid();
    const { halfDays, courses, quotas, ...facts } = body;
    await tx.manager.insert(TrainingClass, { ...facts, id, ownerId: actor.personId, scope: administrationScope(actor) as string[] | null, taken: 0, state: 'draft', revision: 1, copiedFrom: null, createdAt: () => 'platform.now()', cost: null });
    await this.saveParts(tx, actor, id, { halfDays, courses, quotas });
    await audit(tx, actor, { action: 'class.create', object: { type: 'class', id }, after: body });
    return { id };
  }

  /** Says everything of a class anew; people on the roster of a published one are told when days, times or place changed. @throws AppError not_found, precondition_failed, plans.class_state, plans.class_capacity, plans.half_day_held, plans.quota_taken, plans.target_closed, plans.outside_scope */
  async edit(actor: Actor, id: string, revision: number, body: SaveClass): Promise<ClassView> {
    return this.database.transaction(async (tx) => {
      const row = await this.hold(tx, actor, id);
      if (row.state !== 'draft' && row.state !== 'published') throw new AppError('plans.class_state');
      const before = await this.one(actor, id, tx);
      const { halfDays, courses, quotas, ...facts } = body;
      if (row.taken > facts.capacity) throw new AppError('plans.class_capacity', { taken: row.taken });
      if (row.state === 'published' && halfDays.length === 0) throw new AppError('plans.class_no_programme');
      const { affected } = await tx.manager.update(TrainingClass, { id, revision }, { ...facts, revision: revision + 1 });
      if (!affected) throw new AppError('precondition_failed');
      await this.saveParts(tx, actor, id, { halfDays, courses, quotas });
      await audit(tx, actor, { action: 'class.edit', object: { type: 'class', id }, before, after: body });
      const after = await this.one(actor, id, tx);
      if (row.state === 'published' && timesOf(before) !== timesOf(after)) {
        await notify(tx, {
          template: classMessages.changed, to: await this.booked(tx, id), subject: { type: 'class', id }, stage: `changed-${after.revision}`,
          values: { title: after.title, first: after.startsOn, last: after.endsOn, place: after.place || '—' }, link: `/classes/${id}`,
        });
      }
      return after;
    });
  }

  /** From now on managers nominate and participants see it. @throws AppError not_found, plans.class_state, plans.class_no_programme */
  async publish(tx: Transaction, actor: Actor, id: string): Promise<ClassView> {
    const row = await this.hold(tx, actor, id);
    if (!(await first(tx, HALF_DAYS, [id]))) throw new AppError('plans.class_no_programme');
    if (!(await first(tx, PUBLISH, [id]))) throw new AppError('plans.class_state');
    await audit(tx, actor, { action: 'class.publish', object: { type: 'class', id } });
    await this.invite(tx, row, await this.booked(tx, id));
    return this.one(actor, id, tx);
  }

  /** It does not take place; those on the roster of a published one are told why. @throws AppError not_found, plans.class_state */
  async cancel(tx: Transaction, actor: Actor, id: string, reason: string): Promise<ClassView> {
    const row = await this.hold(tx, actor, id);
    if (!(await first(tx, CANCEL, [id]))) throw new AppError('plans.class_state');
    await audit(tx, actor, { action: 'class.cancel', object: { type: 'class', id }, facts: { reason } });
    if (row.state === 'published') await notify(tx, { template: classMessages.cancelled, to: await this.booked(tx, id), subject: { type: 'class', id }, values: { title: row.title, reason }, link: `/classes/${id}` });
    return this.one(actor, id, tx);
  }

  /** Attendance stands from now on, and the room above books its hours. Once. @throws AppError not_found, plans.class_state, plans.class_not_over */
  async close(tx: Transaction, actor: Actor, id: string, { cost }: CloseClass): Promise<ClassView> {
    const row = await this.hold(tx, actor, id);
    if (!(await first(tx, CLOSE, [id, cost]))) throw row.state === 'published' ? new AppError('plans.class_not_over', { day: row.ends_on }) : new AppError('plans.class_state');
    await audit(tx, actor, { action: 'class.close', object: { type: 'class', id }, facts: { cost, people: row.taken } });
    await emit(tx, plansEvents['plans.class_closed'], { classId: id });
    return this.one(actor, id, tx);
  }

  /** The same class another time: a draft of the actor's. @throws AppError not_found */
  async copy(tx: Transaction, actor: Actor, id: string, { title, startsOn }: CopyClass): Promise<Made> {
    const row = await this.find(actor, id, tx);
    const days = (Date.parse(startsOn) - Date.parse(row.starts_on)) / DAY;
    const copy = uuid();
    await tx.manager.insert(TrainingClass, {
      id: copy, title, description: row.description, place: row.place, domain: row.domain, homework: row.homework, ownerId: actor.personId, scope: administrationScope(actor) as string[] | null, startsOn,
      endsOn: moved(row.ends_on, days), nominationsUntil: row.nominations_until && moved(row.nominations_until, days), capacity: row.capacity, taken: 0, state: 'draft', revision: 1, copiedFrom: id, createdAt: () => 'platform.now()', cost: null,
    });
    await tx.rows(COPY_PARTS, [id, copy, days]);
    await audit(tx, actor, { action: 'class.copy', object: { type: 'class', id: copy }, facts: { from: id, startsOn } });
    return { id: copy };
  }

  /** Tells people that they are on the roster. */
  async invite(tx: Transaction, row: Pick<ClassSqlRow, 'id' | 'title' | 'starts_on' | 'ends_on' | 'place'>, to: string[], stage = 'published'): Promise<void> {
    if (to.length) await notify(tx, { template: classMessages.invited, to, subject: { type: 'class', id: row.id }, stage, values: { title: row.title, first: row.starts_on, last: row.ends_on, place: row.place || '—' }, link: `/classes/${row.id}` });
  }

  private async booked(tx: Transaction, id: string): Promise<string[]> {
    return (await tx.rows<{ person_id: string }>(BOOKED, [id])).map((one) => one.person_id);
  }

  private async saveParts(tx: Transaction, actor: Actor, id: string, { halfDays, courses, quotas }: Pick<SaveClass, 'halfDays' | 'courses' | 'quotas'>): Promise<void> {
    const scope = administrationScope(actor);
    const courseIds = [...new Set(courses.map((one) => one.courseId))];
    if (courseIds.length < courses.length) throw new AppError('invalid');
    const known = new Set((await tx.rows<CourseSqlRow>(COURSES, [id])).map((one) => one.id));
    const fresh = courseIds.filter((one) => !known.has(one));
    if ((await tx.rows(OPEN_COURSES, [fresh, actor.departmentIds, scope])).length < fresh.length) throw new AppError('plans.target_closed');
    const departments = [...new Set(quotas.map((one) => one.departmentId))];
    if ((await tx.rows(REACHED_DEPARTMENTS, [departments, scope])).length < quotas.length) throw new AppError('plans.outside_scope', { names: '—' });
    if ((await tx.rows(SAVE_HALF_DAYS, [id, JSON.stringify(halfDays.map((one) => ({ ...one, id: uuid() })))])).length) throw new AppError('plans.half_day_held');
    await tx.rows(SAVE_COURSES, [id, JSON.stringify(courses)]);
    if ((await tx.rows(SAVE_QUOTAS, [id, JSON.stringify(quotas)])).length) throw new AppError('plans.quota_taken');
  }
}

/** What participants must be told of when it changes. */
const timesOf = ({ startsOn, endsOn, place, halfDays }: ClassView): string => JSON.stringify([startsOn, endsOn, place, halfDays.map((one) => [one.day, one.part, one.startsAt, one.endsAt, one.room])]);
