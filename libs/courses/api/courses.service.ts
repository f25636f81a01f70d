import { Injectable } from '@nestjs/common';
import type { Catalogue, CatalogueQuery, CourseCard, CourseView } from '@zhixing/courses/contract';
import { PeopleService } from '@zhixing/people/api';
import { type Actor, AppError, Database, decodeCursor, first, page } from '@zhixing/platform/api';
import { SkillsService } from '@zhixing/skills/api';
import { z } from 'zod';
import { mayAdminister } from './courses.policy.ts';
import { CATALOGUE, COURSE, NEAREST, OUTLINE } from './courses.queries.ts';
import { type CardRow, type CatalogueRow, courseCard, courseView, type CourseRow, facetsOf, type OutlineRow, taughtSkills } from './courses.view.ts';
import { resumeKey } from './progress.rules.ts';

const CatalogueCursor = z.tuple([z.union([z.string(), z.int()]), z.uuid()]);

/** Of the last row, what the next page begins after. */
const sortKey = { newest: 'published_at', title: 'title', minutes: 'minutes' } as const;

@Injectable()
export class CoursesService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly skills: SkillsService,
  ) {}

  /** The courses open to the actor, filtered, with counts for every filter; the nearest three when nothing matches. */
  async catalogue(actor: Actor, query: CatalogueQuery): Promise<Catalogue> {
    const text = query.q?.toLowerCase().replace(/\s+/g, ' ') || null;
    const pattern = text && `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    const cursor = decodeCursor(CatalogueCursor, query.cursor);
    const row = await first<CatalogueRow>(this.database, CATALOGUE[query.sort], [
      actor.personId, actor.departmentIds, text, pattern, query.domain, query.level, query.kind, query.duration, query.state, cursor?.[0] ?? null, cursor?.[1] ?? null, query.limit + 1, query.skill,
    ]);
    const { items, nextCursor } = page(row!.items, query.limit, (last) => [last[sortKey[query.sort]], last.id], courseCard);
    const nearest = row!.total ? [] : await this.nearest(actor, text ?? '', 3, []);
    return { items, nextCursor, total: row!.total, facets: facetsOf(row!.facets), nearest };
  }

  /** Courses that resemble a text most, without those named. */
  async nearest(actor: Actor, text: string, count: number, without: string[]): Promise<CourseCard[]> {
    return (await this.database.rows<CardRow>(NEAREST, [actor.personId, actor.departmentIds, text, count, without])).map(courseCard);
  }

  /** The course page. @throws AppError not_found when the course is not open to the actor */
  async course(actor: Actor, id: string): Promise<CourseView> {
    const row = await first<CourseRow>(this.database, COURSE, [actor.personId, actor.departmentIds, id]);
    if (!row) throw new AppError('not_found');
    const [outline, audience, definitions] = await Promise.all([
      this.database.rows<OutlineRow>(OUTLINE, [row.version_id, row.registration_id]),
      this.people.departmentNames(row.audience),
      this.skills.definitions(row.skills.map((one) => one.skill)),
    ]);
    return courseView(row, outline, audience, taughtSkills(row.skills, definitions), row.status === 'open' ? resumeKey(outline) : null, { register: row.status !== 'open', viewStatistics: mayAdminister(actor, row) });
  }
}
