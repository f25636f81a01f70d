import { Injectable } from '@nestjs/common';
import type { MyClass, MyClasses } from '@zhixing/plans/contract';
import { type Actor, AppError, Database, first } from '@zhixing/platform/api';
import { MATERIALS, MY_CLASS, MY_CLASSES, MY_COURSES, MY_HALF_DAYS } from './classes.queries.ts';
import { classCourse, type CourseSqlRow, materialView, type MaterialSqlRow } from './classes.view.ts';

type MyClassRow = Pick<MyClass, 'id' | 'title' | 'description' | 'place' | 'homework' | 'status' | 'startsOn' | 'endsOn' | 'survey'> & { owner_id: string; owner_name: string };

/** Classes as those on their roster see them. */
@Injectable()
export class ParticipantService {
  constructor(private readonly database: Database) {}

  /** Those the actor is on the roster of, the latest first. */
  async list(actor: Actor): Promise<MyClasses> {
    return { items: await this.database.rows<MyClasses['items'][number]>(MY_CLASSES, [actor.personId]) };
  }

  /** One of them. @throws AppError not_found, also when one is not on its roster */
  async one(actor: Actor, id: string): Promise<MyClass> {
    const row = await first<MyClassRow>(this.database, MY_CLASS, [id, actor.personId]);
    if (!row) throw new AppError('not_found');
    const { owner_id, owner_name, ...facts } = row;
    const courses = await this.database.rows<CourseSqlRow & { completedAt: Date | null; started: boolean }>(MY_COURSES, [id, actor.personId]);
    return {
      ...facts, owner: { id: owner_id, displayName: owner_name },
      halfDays: await this.database.rows<MyClass['halfDays'][number]>(MY_HALF_DAYS, [id, actor.personId]),
      courses: courses.map((one) => ({ ...classCourse(one), completedAt: one.completedAt?.toISOString() ?? null })),
      materials: (await this.database.rows<MaterialSqlRow>(MATERIALS, [id])).map(materialView),
    };
  }
}
