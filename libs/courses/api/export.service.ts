import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { ExportQuery } from '@zhixing/courses/contract';
import { administrationScope } from '@zhixing/people/api';
import { type Actor, AppError, audit, Database, Files, first, type Kept } from '@zhixing/platform/api';
import { mayAdminister, type OwnedCourse } from './courses.policy.ts';
import { PICTURE, PUBLISHED } from './drafts.queries.ts';
import { writePackage } from './packages/index.ts';
import { contentOf } from './versions.ts';

interface ExportedCourse extends OwnedCourse {
  current_version: number;
  versions: { id: string; number: number }[];
}

/** Published courses as packages that an import takes back unchanged, and the pictures of courses. */
@Injectable()
export class ExportService {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
  ) {}

  /** A version as a zip in our own layout; the current one unless named. @throws AppError not_found */
  async zip(actor: Actor, id: string, { version }: ExportQuery): Promise<{ stream: Readable; name: string }> {
    const course = await first<ExportedCourse>(this.database, PUBLISHED, [id]);
    const chosen = course?.versions.find((one) => one.number === (version ?? course.current_version));
    if (!course || !chosen || !mayAdminister(actor, course)) throw new AppError('not_found');
    const content = await contentOf(this.database, chosen.id);
    await this.database.transaction((tx) => audit(tx, actor, { action: 'course.export', object: { type: 'course', id }, facts: { slug: content.id, version: chosen.number } }));
    const stream = writePackage(content, async (name) => (await this.picture(actor, id, name.split('/').at(-1)!)).stream);
    return { stream, name: `${content.id}-v${chosen.number}.zip` };
  }

  /** A picture of a course that the actor sees, learns or edits. @throws AppError not_found */
  async picture(actor: Actor, id: string, file: string): Promise<Kept & { stream: Readable }> {
    const found = await first<{ file_id: string }>(this.database, PICTURE, [id, `pictures/${file}`, actor.personId, actor.departmentIds, administrationScope(actor)]);
    if (!found) throw new AppError('not_found');
    const kept = await this.files.find(found.file_id, null);
    return { ...kept, stream: await this.files.open(kept.sha256) };
  }
}
