import { Injectable } from '@nestjs/common';
import type { CreateDepartment, DepartmentHistory, DepartmentTree, MergeDepartment, MoveDepartment, RenameDepartment } from '@zhixing/people/contract';
import { peopleEvents } from '@zhixing/people/contract';
import { type Actor, AppError, audit, Database, emit, first, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import {
  ADD_DEPARTMENT, CHANGE_PLACE, CLOSE, CONTENTS, END_PLACE, FOLLOW_PLACE, HISTORY, HOLD_TREE, PEOPLE_ON, PLACE, PROJECT_TREE, REDIRECT_PEOPLE, REDIRECT_UNITS, STANDS_ABOVE, TREE, UNITS_ON,
} from './departments.queries.ts';
import { departmentHistory, departmentNode, type HistoryRow, type NodeRow } from './departments.view.ts';
import { type PlaceRow, requireOpen } from './open-department.ts';
import { DAY, TRANSFER } from './organisation.queries.ts';

/** The tree of departments from day to day. Changes take effect on a day ahead or behind, one command at a time, and never before a change planned later. */
@Injectable()
export class DepartmentsService {
  constructor(private readonly database: Database) {}

  /** The tree as it was, is or will be on a day (today when absent). */
  async tree(actor: Actor, asOf?: string): Promise<DepartmentTree> {
    const rows = await this.database.rows<NodeRow & { as_of: string }>(TREE, [asOf ?? null]);
    const day = rows[0]?.as_of ?? asOf ?? (await first<{ today: string }>(this.database, DAY))!.today;
    return { asOf: day, items: rows.map(departmentNode), can: { edit: actor.permissions.has('organisation:write') } };
  }

  /** @throws AppError `not_found` */
  async history(id: string): Promise<DepartmentHistory> {
    const rows = await this.database.rows<HistoryRow>(HISTORY, [id]);
    if (!rows.length) throw new AppError('not_found');
    return departmentHistory(rows);
  }

  /** @returns its id @throws AppError `people.department_code_taken`, `people.department_closed` */
  async create(tx: Transaction, actor: Actor, { code, name, parentId, from }: CreateDepartment): Promise<string> {
    await tx.rows(HOLD_TREE);
    await requireOpen(tx, parentId, from);
    const id = uuid();
    if (!(await first(tx, ADD_DEPARTMENT, [id, parentId, code, name]))) throw new AppError('people.department_code_taken', { value: code });
    await tx.rows(PLACE, [uuid(), id, parentId, name, from]);
    await audit(tx, actor, { action: 'department.create', object: { type: 'department', id }, after: { code, name, parentId }, facts: { parentId, from } });
    return id;
  }

  /** @throws AppError `people.department_closed`, `people.later_change` */
  async rename(tx: Transaction, actor: Actor, id: string, { name, from }: RenameDepartment): Promise<void> {
    await tx.rows(HOLD_TREE);
    const place = await this.changeable(tx, id, from);
    await this.follow(tx, id, place, { parentId: place.parent_id, name, from });
    await audit(tx, actor, { action: 'department.rename', object: { type: 'department', id }, before: place.name, after: name, facts: { from } });
  }

  /** With everything below it. @throws AppError `people.root_fixed`, `people.department_cycle`, `people.department_closed`, `people.later_change` */
  async move(tx: Transaction, actor: Actor, id: string, { parentId, from }: MoveDepartment): Promise<void> {
    await tx.rows(HOLD_TREE);
    const place = await this.changeable(tx, id, from);
    if (!place.parent_id) throw new AppError('people.root_fixed');
    await requireOpen(tx, parentId, from);
    if (await first(tx, STANDS_ABOVE, [id, parentId, from])) throw new AppError('people.department_cycle');
    await this.follow(tx, id, place, { parentId, name: place.name, from });
    await audit(tx, actor, { action: 'department.move', object: { type: 'department', id }, before: place.parent_id, after: parentId, facts: { fromParentId: place.parent_id, parentId, from } });
  }

  /** Its people and units go to another department that day, and it is closed. @throws as `move` */
  async merge(tx: Transaction, actor: Actor, id: string, { intoId, from }: MergeDepartment): Promise<void> {
    await tx.rows(HOLD_TREE);
    const place = await this.closable(tx, id, from);
    await requireOpen(tx, intoId, from);
    if (await first(tx, STANDS_ABOVE, [id, intoId, from])) throw new AppError('people.department_cycle');

    const people = (await tx.rows<{ id: string }>(PEOPLE_ON, [id, from])).map((one) => one.id);
    await tx.rows(TRANSFER, [people, people.map(() => uuid()), from, intoId, null, null]);
    await tx.rows(REDIRECT_PEOPLE, [id, intoId, from]);
    const units = await tx.rows<{ id: string; department_id: string; name: string; valid_from: string; valid_until: string | null }>(UNITS_ON, [id, from]);
    for (const unit of units) {
      if (unit.valid_from === from) {
        await tx.rows(CHANGE_PLACE, [unit.id, intoId, unit.name]);
        continue;
      }
      await tx.rows(END_PLACE, [unit.id, from]);
      await tx.rows(FOLLOW_PLACE, [uuid(), unit.department_id, intoId, unit.name, from, unit.valid_until]);
    }
    await tx.rows(REDIRECT_UNITS, [id, intoId, from]);
    await this.finish(tx, id, place, from, intoId);
    await audit(tx, actor, { action: 'department.merge', object: { type: 'department', id }, facts: { intoId, from, people: people.length, units: units.length } });
    for (const personId of people) await emit(tx, peopleEvents['people.transferred'], { personId, on: from });
    await emit(tx, peopleEvents['people.department_merged'], { departmentId: id, intoId, on: from });
  }

  /** Closes an empty department. @throws AppError `people.department_not_empty`, and as `move` */
  async close(tx: Transaction, actor: Actor, id: string, on: string): Promise<void> {
    await tx.rows(HOLD_TREE);
    const place = await this.closable(tx, id, on);
    const { people, units } = (await first<{ people: number; units: number }>(tx, CONTENTS, [id, on]))!;
    if (people + units > 0) throw new AppError('people.department_not_empty', { people, units });
    await this.finish(tx, id, place, on, null);
    await audit(tx, actor, { action: 'department.close', object: { type: 'department', id }, facts: { on } });
  }

  /** The place of a day that nothing later depends on. */
  private async changeable(tx: Transaction, id: string, day: string): Promise<PlaceRow> {
    const place = await requireOpen(tx, id, day);
    if (place.next_change) throw new AppError('people.later_change', { day });
    return place;
  }

  /** A changeable place that is not the top and began before that day. */
  private async closable(tx: Transaction, id: string, day: string): Promise<PlaceRow> {
    const place = await this.changeable(tx, id, day);
    if (!place.parent_id) throw new AppError('people.root_fixed');
    if (place.valid_from === day) throw new AppError('people.later_change', { day });
    return place;
  }

  /** Another parent or name from a day on. */
  private async follow(tx: Transaction, id: string, place: PlaceRow, next: { parentId: string | null; name: string; from: string }): Promise<void> {
    if (place.valid_from === next.from) {
      await tx.rows(CHANGE_PLACE, [place.id, next.parentId, next.name]);
    } else {
      await tx.rows(END_PLACE, [place.id, next.from]);
      await tx.rows(PLACE, [uuid(), id, next.parentId, next.name, next.from]);
    }
    await tx.rows(PROJECT_TREE);
  }

  private async finish(tx: Transaction, id: string, place: PlaceRow, on: string, intoId: string | null): Promise<void> {
    await tx.rows(CLOSE, [id, on, intoId]);
    await tx.rows(END_PLACE, [place.id, on]);
    await tx.rows(PROJECT_TREE);
  }
}
