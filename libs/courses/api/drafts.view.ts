import type { CourseDraft, DraftLesson, DraftRow, ImportReport } from '@zhixing/courses/contract';
import type { PersonCard } from '@zhixing/people/contract';
import type { Language } from '@zhixing/platform/contract';
import type { CourseContent, LessonContent } from './content.ts';
import { lessonRule } from './courses.view.ts';
import type { OwnedCourse } from './courses.policy.ts';
import type { StoredReport } from './drafts.entities.ts';
import { CHOICE_KEYS, measures } from './publication.ts';
import { changeOf, changes } from './versions.ts';
import { warningIn } from './warnings.ts';

export interface DraftSqlRow extends OwnedCourse {
  course_id: string;
  slug: string;
  revision: number;
  report: StoredReport;
  updated_at: Date;
  updated_by: string;
  current_version_id: string | null;
  current_version: number;
}

/** A draft with its content, the content of the version it would follow, and how many learn that one. */
export interface LoadedDraft extends DraftSqlRow {
  content: CourseContent;
  before: CourseContent | null;
  learning: number;
}

export const importReport = (draft: LoadedDraft, language: Language): ImportReport => ({
  ...draft.report,
  courseId: draft.course_id,
  slug: draft.slug,
  title: draft.content.title,
  state: 'draft',
  version: draft.current_version + 1,
  warnings: draft.report.warnings.map(warningIn(language)),
  changes: draft.before && changes(draft.content, draft.before, draft.current_version, draft.learning),
});

const measured = (lesson: LessonContent, content: CourseContent) => {
  const { minutes, minimumSeconds, passMark, attempts, questions } = measures(lesson, content.minimumReading);
  return { minutes, rule: lessonRule({ kind: lesson.kind, minimum_seconds: minimumSeconds, pass_mark: passMark, attempts, questions }) };
};

export function courseDraft(draft: LoadedDraft, updatedBy: PersonCard | null, language: Language): CourseDraft {
  const { id: _, chapters, ...facts } = draft.content;
  const shown = chapters.map((chapter) => ({
    title: chapter.title,
    lessons: chapter.lessons.map((lesson) => ({
      key: lesson.key, title: lesson.title, kind: lesson.kind, required: lesson.required, ...measured(lesson, draft.content), change: changeOf(lesson, draft.before),
    })),
  }));
  const lessons = shown.flatMap((chapter) => chapter.lessons);
  return {
    ...facts,
    courseId: draft.course_id,
    slug: draft.slug,
    version: draft.current_version + 1,
    revision: draft.revision,
    minutes: lessons.reduce((sum, lesson) => sum + (lesson.required ? lesson.minutes : 0), 0),
    questions: lessons.reduce((sum, { rule }) => sum + (rule.kind === 'quiz' ? rule.questions : 0), 0),
    chapters: shown,
    report: importReport(draft, language),
    updatedAt: draft.updated_at.toISOString(),
    updatedBy,
    can: { edit: true, publish: lessons.some((lesson) => lesson.required), discard: true },
  };
}

/** A lesson of a draft with its neighbours; undefined when the draft has no such lesson. */
export function draftLesson(content: CourseContent, key: string): DraftLesson | undefined {
  const lessons = content.chapters.flatMap((chapter) => chapter.lessons.map((lesson) => ({ lesson, chapterTitle: chapter.title })));
  const place = lessons.findIndex(({ lesson }) => lesson.key === key);
  if (place < 0) return undefined;
  const { lesson, chapterTitle } = lessons[place]!;
  const { title, kind, required, body } = lesson;
  return {
    key, title, chapterTitle, kind, required, body, ...measured(lesson, content),
    questions: lesson.kind === 'quiz'
      ? lesson.quiz.questions.map((question) => ({ ...question, choices: question.choices.map(({ text, correct, explanation = '' }, i) => ({ key: CHOICE_KEYS[i]!, text, correct, explanation })) }))
      : [],
    previousKey: lessons[place - 1]?.lesson.key ?? null,
    nextKey: lessons[place + 1]?.lesson.key ?? null,
  };
}

export const draftRow = (row: DraftSqlRow & Pick<DraftRow, 'title' | 'domain'>, updatedBy: PersonCard | null): DraftRow => ({
  courseId: row.course_id,
  slug: row.slug,
  title: row.title,
  domain: row.domain,
  version: row.current_version + 1,
  lessons: row.report.lessons,
  questions: row.report.questions,
  warnings: row.report.warnings.length,
  updatedAt: row.updated_at.toISOString(),
  updatedBy,
});
