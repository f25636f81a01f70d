import { PersonCard } from '@zhixing/people/contract';
import { Id, Instant } from '@zhixing/platform/contract';
import { z } from 'zod';
import { QuestionKind } from './attempts.ts';
import { CourseKind, CourseSkill, Domain, LessonKind, LessonRule } from './courses.ts';

/** Lower-case words joined by hyphens: the stable name of a course, unique in the bank. */
export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(100);

/** How a package is laid out: our own `course.yaml`, an outline file `_toctree.yml` with pages, or numbered Markdown files. */
export const CourseLayout = z.enum(['course_yaml', 'outline', 'numbered']);
export type CourseLayout = z.infer<typeof CourseLayout>;

/** What an import could not take over as it stands. Pages group warnings by kind and subject. */
export const ImportWarningKind = z.enum([
  'outside_outline',
  'unknown_component',
  'all_choices_correct',
  'missing_picture',
  'refused_picture',
  'broken_link',
  'ignored_file',
  'raw_html',
]);
export type ImportWarningKind = z.infer<typeof ImportWarningKind>;

/** One place in the package; `subject` is what it is about (a component's name, a picture's path), `message` says it in the reader's language. */
export const ImportWarning = z.object({ kind: ImportWarningKind, subject: z.string(), file: z.string(), line: z.int().nullable(), message: z.string() });
export type ImportWarning = z.infer<typeof ImportWarning>;

/** A lesson named in a comparison of two versions. */
export const LessonReference = z.object({ key: z.string(), title: z.string() });

/** What a draft changes against the published version; `learning` = open registrations, which stay on the version they began. */
export const VersionChanges = z.object({
  version: z.int(),
  added: z.array(LessonReference),
  changed: z.array(LessonReference),
  removed: z.array(LessonReference),
  /** Title, summary, outline order and the like. */
  course: z.boolean(),
  learning: z.int(),
});
export type VersionChanges = z.infer<typeof VersionChanges>;

/**
 * The answer of `POST /courses/import`. `draft`: stored as the draft of the course; `unchanged`: the same content is published or drafted already, nothing was stored.
 * `version` = the number the draft will be published as, or of the version that is the same. Counts are of the package.
 */
export const ImportReport = z.object({
  courseId: Id,
  slug: Slug,
  title: z.string(),
  layout: CourseLayout,
  state: z.enum(['draft', 'unchanged']),
  version: z.int(),
  chapters: z.int(),
  lessons: z.int(),
  questions: z.int(),
  pictures: z.int(),
  warnings: z.array(ImportWarning),
  changes: VersionChanges.nullable(),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** `POST /courses/import?course=&title=`: the slug of the course it belongs to and the title, where the package does not say. */
export const ImportQuery = z.strictObject({ course: Slug.optional(), title: z.string().trim().min(1).max(100).optional() });
export type ImportQuery = z.infer<typeof ImportQuery>;

/** The facts of a course that stand beside its lessons. */
export const CourseFacts = z.object({
  title: z.string().trim().min(1).max(100),
  summary: z.string().trim().min(1).max(200),
  description: z.string().max(5_000),
  outcomes: z.array(z.string().trim().min(1).max(200)).max(8),
  domain: Domain,
  level: z.int().min(1).max(3),
  kind: CourseKind,
  teacher: z.string().trim().max(100),
  requirements: z.string().max(1_000),
  minimumReading: z.boolean(),
  /** The first is the main one. */
  skills: z.array(CourseSkill).max(8).refine((skills) => new Set(skills.map((one) => one.skill)).size === skills.length, '每项技能只能写一次（each skill once）'),
});
export type CourseFacts = z.infer<typeof CourseFacts>;

/** `PATCH /courses/:id/draft`; `If-Match` carries the revision that was read. */
export const EditDraft = CourseFacts.partial().strict();
export type EditDraft = z.infer<typeof EditDraft>;

/** A line of a draft's outline; `change` against the published version. */
export const DraftOutlineLesson = z.object({
  key: z.string(),
  title: z.string(),
  kind: LessonKind,
  required: z.boolean(),
  minutes: z.int(),
  rule: LessonRule,
  change: z.enum(['new', 'changed', 'same']),
});
export type DraftOutlineLesson = z.infer<typeof DraftOutlineLesson>;

/** What is waiting to be published as the next version of a course: its facts, outline, the report of its import and what it changes. */
export const CourseDraft = CourseFacts.extend({
  courseId: Id,
  slug: Slug,
  version: z.int(),
  /** Counts edits; sent back as `If-Match`. */
  revision: z.int(),
  minutes: z.int(),
  questions: z.int(),
  chapters: z.array(z.object({ title: z.string(), lessons: z.array(DraftOutlineLesson) })),
  report: ImportReport,
  updatedAt: Instant,
  updatedBy: PersonCard.nullable(),
  can: z.object({ edit: z.boolean(), publish: z.boolean(), discard: z.boolean() }),
});
export type CourseDraft = z.infer<typeof CourseDraft>;

/** A lesson of a draft as its author previews it: a quiz with its right answers. */
export const DraftLesson = z.object({
  key: z.string(),
  title: z.string(),
  chapterTitle: z.string(),
  kind: LessonKind,
  required: z.boolean(),
  minutes: z.int(),
  rule: LessonRule,
  body: z.string(),
  questions: z.array(
    z.object({
      key: z.string(),
      kind: QuestionKind,
      topic: z.string(),
      stem: z.string(),
      explanation: z.string(),
      choices: z.array(z.object({ key: z.string(), text: z.string(), correct: z.boolean(), explanation: z.string() })),
    }),
  ),
  previousKey: z.string().nullable(),
  nextKey: z.string().nullable(),
});
export type DraftLesson = z.infer<typeof DraftLesson>;

/** A draft in the list of those the actor may edit, newest first. */
export const DraftRow = z.object({
  courseId: Id,
  slug: Slug,
  title: z.string(),
  domain: Domain,
  version: z.int(),
  lessons: z.int(),
  questions: z.int(),
  warnings: z.int(),
  updatedAt: Instant,
  updatedBy: PersonCard.nullable(),
});
export type DraftRow = z.infer<typeof DraftRow>;

export const DraftList = z.object({ items: z.array(DraftRow) });
export type DraftList = z.infer<typeof DraftList>;

/** Route parameters of a version of a course. */
export const VersionParams = z.strictObject({ id: Id, number: z.coerce.number().int().min(1) });
export type VersionParams = z.infer<typeof VersionParams>;

/** The answer of `POST /courses/:id/versions/:number/publish`; the same when it is published already. */
export const PublishedVersion = z.object({ courseId: Id, slug: Slug, version: z.int(), publishedAt: Instant });
export type PublishedVersion = z.infer<typeof PublishedVersion>;

/** `GET /courses/:id/export`: which version; the current one when absent. */
export const ExportQuery = z.strictObject({ version: z.coerce.number().int().min(1).optional() });
export type ExportQuery = z.infer<typeof ExportQuery>;

/** Route parameters of a picture that texts of a course show. */
export const PictureParams = z.strictObject({ id: Id, file: z.string().regex(/^[0-9a-f]{64}\.(png|jpg|gif|webp|svg)$/) });
export type PictureParams = z.infer<typeof PictureParams>;

/** Route parameters of a lesson of a draft. */
export const DraftLessonParams = z.strictObject({ id: Id, key: z.string().min(1).max(100) });
export type DraftLessonParams = z.infer<typeof DraftLessonParams>;
