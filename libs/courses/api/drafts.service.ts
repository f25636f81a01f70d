import { Injectable } from '@nestjs/common';
import type { CourseDraft, DraftLesson, DraftLessonParams, DraftList, DraftRow, EditDraft, PublishedVersion, PublishVersion, VersionParams } from '@zhixing/courses/contract';
import { administrationScope, PeopleService } from '@zhixing/people/api';
import { AppError, audit, Clock, Database, Files, first, type Reader, type Transaction } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';
import { SkillsService } from '@zhixing/skills/api';
import { type Editor, mayAdminister, type OwnedCourse } from './courses.policy.ts';
import { DELETE_DRAFT, DRAFT, DRAFTS, EDIT_DRAFT, FORGET_PICTURES, LOCK_SLUG, PUBLISHED } from './drafts.queries.ts';
import { courseDraft, draftLesson, draftRow, type DraftSqlRow, type LoadedDraft } from './drafts.view.ts';
import { publishCourse, publishVersion } from './publication.ts';
import { contentOf } from './versions.ts';
import { VersionsService } from './versions.service.ts';

/** A draft as it lies, without the version it would follow. */
type FoundDraft = Omit<LoadedDraft, 'before'>;

interface PublishedRow extends OwnedCourse {
  id: string;
  slug: string;
  current_version: number;
  versions: { id: string; number: number; publishedAt: string }[];
}

/** Drafts: what waits to be published as the next version of a course. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly files: Files,
    private readonly clock: Clock,
    private readonly skills: SkillsService,
    private readonly versions: VersionsService,
  ) {}

  /** The drafts the actor may edit, newest first. */
  async all(actor: Editor): Promise<DraftList> {
    const rows = await this.database.rows<DraftSqlRow & Pick<DraftRow, 'title' | 'domain'>>(DRAFTS, [actor.personId, administrationScope(actor)]);
    const cards = await this.people.cards(rows.map((row) => row.updated_by));
    return { items: rows.map((row) => draftRow(row, cards.get(row.updated_by) ?? null)) };
  }

  /** @throws AppError not_found when there is none, or it is somebody else's */
  async one(actor: Editor, courseId: string, language: Language): Promise<CourseDraft> {
    const draft = await this.load(this.database, actor, courseId);
    const cards = await this.people.cards([draft.updated_by]);
    return courseDraft(draft, cards.get(draft.updated_by) ?? null, language);
  }

  /** A lesson as its author previews it. @throws AppError not_found */
  async lesson(actor: Editor, { id, key }: DraftLessonParams): Promise<DraftLesson> {
    const lesson = draftLesson((await this.find(this.database, actor, id)).content, key);
    if (!lesson) throw new AppError('not_found');
    return lesson;
  }

  /** Changes facts of a draft. @throws AppError not_found, skills.unknown_skill; precondition_failed when the draft is no longer at `revision` */
  async edit(actor: Editor, courseId: string, revision: number, facts: EditDraft): Promise<void> {
    await this.database.transaction(async (tx) => {
      const before = await this.find(tx, actor, courseId);
      await this.skills.require((facts.skills ?? []).map((one) => one.skill), tx);
      if (!(await first(tx, EDIT_DRAFT, [courseId, revision, JSON.stringify(facts), actor.personId]))) throw new AppError('precondition_failed');
      await audit(tx, actor, { action: 'course.edit_draft', object: { type: 'course', id: courseId }, before: before.content, after: { ...before.content, ...facts } });
    });
  }

  /** Throws a draft away; published versions stay. Nothing happens when there is none. */
  async discard(actor: Editor, courseId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const draft = await first<DraftSqlRow>(tx, DRAFT, [courseId]);
      if (!draft) return;
      this.permit(actor, draft);
      await tx.rows(DELETE_DRAFT, [courseId]);
      await this.forgetPictures(tx, courseId);
      await audit(tx, actor, { action: 'course.discard_draft', object: { type: 'course', id: courseId }, facts: { slug: draft.slug, revision: draft.revision } });
    });
  }

  /**
   * Publishes the draft as version `number`; registrations under way stay on theirs. Publishing the same version again returns it.
   * @throws AppError not_found; conflict when the draft is not that version; courses.nothing_required without a required lesson; courses.change_needed, courses.delta_refused
   */
  async publish(actor: Editor, { id, number }: VersionParams, said: PublishVersion): Promise<PublishedVersion> {
    const publishedAt = await this.clock.now();
    return this.database.transaction(async (tx) => {
      const slug = (await first<{ slug: string }>(tx, DRAFT, [id]))?.slug;
      if (slug) await tx.rows(LOCK_SLUG, [slug]);
      const course = await first<PublishedRow>(tx, PUBLISHED, [id]);
      const done = course?.versions.find((version) => version.number === number);
      if (course && done) {
        this.permit(actor, course);
        return { courseId: id, slug: course.slug, version: number, publishedAt: new Date(done.publishedAt).toISOString() };
      }
      const draft = await this.find(tx, actor, id);
      if (number !== draft.current_version + 1) throw new AppError('conflict');
      await this.versions.check(tx, actor, id, number, said);
      await this.store(tx, draft, publishedAt, said);
      await tx.rows(DELETE_DRAFT, [id]);
      await this.forgetPictures(tx, id);
      if (number > 1) await this.versions.tell(tx, id, number, draft.content.title, said);
      await audit(tx, actor, { action: 'course.publish', object: { type: 'course', id }, facts: { slug: draft.slug, version: number, change: said.change ?? null, carryOver: said.carryOver, deltaCourseId: said.deltaCourseId }, after: draft.content });
      return { courseId: id, slug: draft.slug, version: number, publishedAt: publishedAt.toISOString() };
    });
  }

  private async store(tx: Transaction, { course_id, owner_id, current_version, content }: FoundDraft, publishedAt: Date, said: PublishVersion): Promise<void> {
    if (!content.chapters.some((chapter) => chapter.lessons.some((lesson) => lesson.required))) throw new AppError('courses.nothing_required');
    if (current_version) await publishVersion(tx, { id: course_id, currentVersion: current_version }, content, { ...said, publishedAt });
    else await publishCourse(tx, content, { courseId: course_id, audience: [], ownerId: owner_id, publishedAt });
  }

  private async find(reader: Reader, actor: Editor, courseId: string): Promise<FoundDraft> {
    const draft = await first<FoundDraft>(reader, DRAFT, [courseId]);
    if (!draft) throw new AppError('not_found');
    this.permit(actor, draft);
    return draft;
  }

  /** A draft beside the version it would follow, for views that compare them. @throws AppError not_found */
  async load(reader: Reader, actor: Editor, courseId: string): Promise<LoadedDraft> {
    const draft = await this.find(reader, actor, courseId);
    return { ...draft, before: draft.current_version_id ? await contentOf(reader, draft.current_version_id) : null };
  }

  private permit(actor: Editor, course: OwnedCourse): void {
    if (!mayAdminister(actor, course)) throw new AppError('not_found');
  }

  /** Gives up the files of pictures that nothing shows any more. */
  async forgetPictures(tx: Transaction, courseId: string): Promise<void> {
    for (const { file_id } of await tx.rows<{ file_id: string }>(FORGET_PICTURES, [courseId])) await this.files.remove(tx, file_id);
  }
}
