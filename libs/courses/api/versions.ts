import { isDeepStrictEqual } from 'node:util';
import type { VersionChanges } from '@zhixing/courses/contract';
import { type Reader, first } from '@zhixing/platform/api';
import type { CourseContent, LessonContent, QuizFile } from './content.ts';
import type { Choice } from './courses.entities.ts';
import { VERSION_FACTS, VERSION_LESSONS } from './drafts.queries.ts';

interface FactsRow extends Pick<CourseContent, 'title' | 'summary' | 'description' | 'outcomes' | 'domain' | 'level' | 'kind' | 'teacher' | 'requirements' | 'skills'> {
  slug: string;
  minimum_reading: boolean;
}

interface LessonRow {
  chapter_id: string;
  chapter_title: string;
  key: string;
  title: string;
  required: boolean;
  kind: LessonContent['kind'];
  body: string;
  pass_mark: number;
  attempts: number;
  questions: (Omit<QuizFile['questions'][number], 'choices'> & { choices: Choice[] })[];
}

/** The content a version was published from, read back from its rows: what an export writes and the next import is compared with. */
export async function contentOf(reader: Reader, versionId: string): Promise<CourseContent> {
  const [facts, lessons] = [await first<FactsRow>(reader, VERSION_FACTS, [versionId]), await reader.rows<LessonRow>(VERSION_LESSONS, [versionId])];
  const { slug, minimum_reading, ...rest } = facts!;
  const chapters: (CourseContent['chapters'][number] & { id: string })[] = [];
  for (const row of lessons) {
    if (chapters.at(-1)?.id !== row.chapter_id) chapters.push({ id: row.chapter_id, title: row.chapter_title, lessons: [] });
    chapters.at(-1)!.lessons.push(lessonOf(row));
  }
  return { id: slug, ...rest, minimumReading: minimum_reading, chapters: chapters.map(({ title, lessons }) => ({ title, lessons })) };
}

function lessonOf({ key, title, required, body, kind, pass_mark, attempts, questions }: LessonRow): LessonContent {
  if (kind === 'article') return { key, title, required, body, kind };
  return { key, title, required, body, kind, quiz: { passMark: pass_mark, attempts, questions: questions.map((question) => ({ ...question, choices: question.choices.map(({ key: _, ...choice }) => choice) })) } };
}

const lessonsOf = (content: CourseContent): LessonContent[] => content.chapters.flatMap((chapter) => chapter.lessons);

/** As JSON keeps it: what is absent and what is undefined are the same. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export const sameContent = (one: unknown, other: unknown): boolean => isDeepStrictEqual(plain(one), plain(other));

/** How a lesson of the next version stands to the one learners have, by its key. */
export function changeOf(lesson: LessonContent, before: CourseContent | null): 'new' | 'changed' | 'same' {
  const earlier = before && lessonsOf(before).find((one) => one.key === lesson.key);
  if (!earlier) return 'new';
  return sameContent(lesson, earlier) ? 'same' : 'changed';
}

/** What publishing `content` after `before` changes. */
export function changes(content: CourseContent, before: CourseContent, version: number, learning: number): VersionChanges {
  const named = (lessons: LessonContent[]) => lessons.map(({ key, title }) => ({ key, title }));
  const keys = new Set(lessonsOf(content).map((lesson) => lesson.key));
  const frame = (of: CourseContent) => ({ ...of, chapters: of.chapters.map((chapter) => ({ title: chapter.title, lessons: chapter.lessons.map((lesson) => lesson.key) })) });
  return {
    version,
    added: named(lessonsOf(content).filter((lesson) => changeOf(lesson, before) === 'new')),
    changed: named(lessonsOf(content).filter((lesson) => changeOf(lesson, before) === 'changed')),
    removed: named(lessonsOf(before).filter((lesson) => !keys.has(lesson.key))),
    course: !sameContent(frame(content), frame(before)),
    learning,
  };
}
