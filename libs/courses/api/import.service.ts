import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type CourseFacts, type ImportQuery, type ImportReport, Slug } from '@zhixing/courses/contract';
import { AppError, audit, Database, Files, first, type Transaction } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';
import { SkillsService } from '@zhixing/skills/api';
import { v7 as uuid } from 'uuid';
import type { CourseContent } from './content.ts';
import { type Editor, mayAdminister, type OwnedCourse } from './courses.policy.ts';
import type { StoredReport } from './drafts.entities.ts';
import { ADD_PICTURE, BY_SLUG, LOCK_SLUG, PICTURE_NAMES, STORE_DRAFT } from './drafts.queries.ts';
import { DraftsService } from './drafts.service.ts';
import { importReport } from './drafts.view.ts';
import { type PackagePicture, type PackageSource, readPackage, type ReadPackage, readZip } from './packages/index.ts';
import { contentOf, sameContent } from './versions.ts';
import { warningIn } from './warnings.ts';

/** Bytes of a zip, and of one picture in it. */
const ZIP_LIMIT = 200 * 2 ** 20;
const PICTURE_LIMIT = 20 * 2 ** 20;

interface SlugRow extends OwnedCourse {
  course_id: string | null;
  current_version_id: string | null;
  current_version: number;
  content: CourseContent | null;
}

type StoredPicture = PackagePicture & { sha256: string; size: number };

/** Takes course packages in as drafts. The same package again stores nothing. */
@Injectable()
export class ImportService {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly drafts: DraftsService,
    private readonly skills: SkillsService,
  ) {}

  /** A zip as it arrives. @throws AppError too_large, courses.package_… */
  async fromZip(actor: Editor, upload: { name: string; stream: Readable }, query: ImportQuery, language: Language): Promise<ImportReport> {
    await using zip = await this.files.spool(upload.stream, { limit: ZIP_LIMIT });
    await using read = await readZip(zip.path, upload.name.replace(/\.zip$/i, ''));
    return await this.store(actor, read, query, language); // before the zip is closed
  }

  /** A package that is open already, for commands: it is read in this thread. @throws AppError courses.package_…; courses.slug_taken when the course is somebody else's; skills.unknown_skill */
  async fromSource(actor: Editor, source: PackageSource, query: ImportQuery, language: Language): Promise<ImportReport> {
    return this.store(actor, await readPackage(source), query, language);
  }

  private async store(actor: Editor, read: ReadPackage, query: ImportQuery, language: Language): Promise<ImportReport> {
    const slug = Slug.safeParse(read.slug ?? query.course ?? read.name);
    if (!slug.success) throw new AppError('courses.slug_needed');
    const pictures = await this.keep(read.pictures);
    return this.database.transaction(async (tx) => {
      await tx.rows(LOCK_SLUG, [slug.data]);
      const known = (await first<SlugRow>(tx, BY_SLUG, [slug.data]))!;
      if (known.course_id && !mayAdminister(actor, known)) throw new AppError('courses.slug_taken', { slug: slug.data });
      const published = known.current_version_id ? await contentOf(tx, known.current_version_id) : null;
      const content: CourseContent = { id: slug.data, ...factsOf(read, query, known.content ?? published, slug.data), chapters: read.chapters };
      await this.skills.require(content.skills.map((one) => one.skill), tx);
      const report = reportOf(read);
      if (published && sameContent(content, published)) return unchanged(known.course_id!, content, report, known.current_version, language);
      const courseId = known.course_id ?? uuid();
      const isNew = !known.content || !sameContent(content, known.content);
      if (isNew) await this.write(tx, actor, { courseId, ownerId: known.course_id ? known.owner_id : actor.personId, content, report, pictures });
      const draft = importReport(await this.drafts.load(tx, actor, courseId), language);
      return isNew ? draft : { ...draft, state: 'unchanged' };
    });
  }

  private async write(tx: Transaction, actor: Editor, o: { courseId: string; ownerId: string | null; content: CourseContent; report: StoredReport; pictures: StoredPicture[] }): Promise<void> {
    await tx.rows(STORE_DRAFT, [o.courseId, o.content.id, o.ownerId, JSON.stringify(o.content), JSON.stringify(o.report), actor.personId]);
    const known = new Set((await tx.rows<{ name: string }>(PICTURE_NAMES, [o.courseId])).map((row) => row.name));
    for (const picture of o.pictures) {
      if (known.has(picture.name)) continue;
      const fileId = await this.files.add(tx, picture, { name: picture.name.split('/').at(-1)!, personId: null });
      await tx.rows(ADD_PICTURE, [o.courseId, picture.name, fileId]);
    }
    await this.drafts.forgetPictures(tx, o.courseId);
    const { layout, lessons, questions, warnings } = o.report;
    await audit(tx, actor, { action: 'course.import', object: { type: 'course', id: o.courseId }, facts: { slug: o.content.id, layout, lessons, questions, warnings: warnings.length }, after: o.content });
  }

  /** Bytes go to the storage before the transaction; those no row names afterwards are swept. */
  private async keep(pictures: PackagePicture[]): Promise<StoredPicture[]> {
    const kept: StoredPicture[] = [];
    for (const picture of pictures) kept.push({ ...picture, ...(await this.files.keep(await picture.read(), { limit: PICTURE_LIMIT })) });
    return kept;
  }
}

/** `course.yaml` says all; other layouts say nothing but lessons: then what the course says already stays, and a new one gets a beginning to be edited. */
function factsOf({ facts, title, chapters }: ReadPackage, query: ImportQuery, known: CourseContent | null, slug: string): CourseFacts {
  if (facts) return facts;
  if (known) {
    const { id: _, chapters: __, ...kept } = known;
    return { ...kept, title: query.title ?? kept.title };
  }
  const lessons = chapters.flatMap((chapter) => chapter.lessons);
  const name = query.title ?? title ?? slug;
  return {
    title: name.slice(0, 100),
    summary: (beginningOf(lessons[0]!.body) || name).slice(0, 200),
    description: '', outcomes: [], domain: 'llm-technology', level: 1, kind: lessons.length > 3 ? 'course' : 'micro', teacher: '', requirements: '', minimumReading: true, skills: [],
  };
}

/** The first paragraph of a text, without marks. */
const beginningOf = (body: string): string =>
  (body.split(/\n\s*\n/).find((block) => /^[\p{L}\p{N}“"《]/u.test(block.trim())) ?? '').replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]|\s+/g, (mark) => (mark.trim() ? '' : ' ')).trim();

function reportOf({ layout, chapters, pictures, warnings }: ReadPackage): StoredReport {
  const lessons = chapters.flatMap((chapter) => chapter.lessons);
  const questions = lessons.reduce((sum, lesson) => sum + (lesson.kind === 'quiz' ? lesson.quiz.questions.length : 0), 0);
  return { layout, chapters: chapters.length, lessons: lessons.length, questions, pictures: pictures.length, warnings };
}

const unchanged = (courseId: string, { id, title }: CourseContent, report: StoredReport, version: number, language: Language): ImportReport => ({
  ...report, courseId, slug: id, title, state: 'unchanged', version, warnings: report.warnings.map(warningIn(language)), changes: null,
});
