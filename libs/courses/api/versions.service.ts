import { Injectable } from '@nestjs/common';
import type { CourseVersions, PublishVersion } from '@zhixing/courses/contract';
import { type Actor, AppError, Database, first, notify, type Reader, type Transaction } from '@zhixing/platform/api';
import { type Editor, mayAdminister, type OwnedCourse } from './courses.policy.ts';
import { coursesMessages } from './messages.ts';
import { ADMINISTERED_COURSE, COMPLETED_BEFORE, LEARNERS, VERSIONS } from './versions.queries.ts';

interface AdministeredRow extends OwnedCourse {
  id: string;
  title: string;
  current_version: number;
}

type VersionRow = Omit<CourseVersions['items'][number], 'publishedAt'> & { published_at: Date };

/** The versions of a course, and what a new one means to people who know an earlier one. */
@Injectable()
export class VersionsService {
  constructor(private readonly database: Database) {}

  /** The history of a course, newest first. @throws AppError not_found */
  async history(actor: Actor, courseId: string): Promise<CourseVersions> {
    await this.administered(this.database, actor, courseId);
    const rows = await this.database.rows<VersionRow>(VERSIONS, [courseId]);
    return { items: rows.map(({ published_at, ...row }) => ({ ...row, publishedAt: published_at.toISOString() })) };
  }

  /** A published course that the actor administers. @throws AppError not_found */
  async administered(reader: Reader, actor: Editor, courseId: string): Promise<AdministeredRow> {
    const course = await first<AdministeredRow>(reader, ADMINISTERED_COURSE, [courseId]);
    if (!course || !mayAdminister(actor, course)) throw new AppError('not_found');
    return course;
  }

  /** What is said of version `number` must be whole. @throws AppError courses.change_needed, courses.delta_refused */
  async check(tx: Transaction, actor: Editor, courseId: string, number: number, { change, deltaCourseId }: PublishVersion): Promise<void> {
    if (number > 1 && !change) throw new AppError('courses.change_needed', {}, [{ path: 'change', message: 'change' }]);
    if (!deltaCourseId) return;
    const delta = await first<AdministeredRow>(tx, ADMINISTERED_COURSE, [deltaCourseId]);
    if (change !== 'material' || deltaCourseId === courseId || !delta || !mayAdminister(actor, delta)) throw new AppError('courses.delta_refused', {}, [{ path: 'deltaCourseId', message: deltaCourseId }]);
  }

  /** Tells who is learning the course, and with a delta course who has completed it. */
  async tell(tx: Transaction, courseId: string, number: number, title: string, { change, carryOver, deltaCourseId }: PublishVersion): Promise<void> {
    const version = { subject: { type: 'course', id: courseId }, stage: String(number), values: { course: title, version: number } };
    const learners = await tx.rows<{ person_id: string }>(LEARNERS, [courseId]);
    if (change !== 'editorial') await notify(tx, { ...version, template: carryOver ? coursesMessages.carryOver : coursesMessages.newVersion, to: learners.map((one) => one.person_id), link: `/courses/${courseId}` });
    if (!deltaCourseId) return;
    const completed = await tx.rows<{ person_id: string }>(COMPLETED_BEFORE, [courseId, deltaCourseId]);
    const delta = (await first<AdministeredRow>(tx, ADMINISTERED_COURSE, [deltaCourseId]))!;
    await notify(tx, { ...version, template: coursesMessages.delta, to: completed.map((one) => one.person_id), values: { course: title, delta: delta.title }, link: `/courses/${deltaCourseId}` });
  }
}
