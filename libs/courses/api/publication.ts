import type { PublishVersion } from '@zhixing/courses/contract';
import { romanise, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import type { CourseContent, LessonContent } from './content.ts';
import { Chapter, type Choice, Course, CourseSkillRow, CourseVersion, Lesson, Question } from './courses.entities.ts';
import { dayInShanghai, defaultReviewMonths } from './reviews/reviews.rules.ts';
import { minimumSeconds, quizMinutes, readingMinutes, shownMinutes } from './reading.rules.ts';

/** Keys of choices by their place. */
export const CHOICE_KEYS = 'abcdefghij';

/** Who may see a course, who owns it, and when it was published. */
export interface Publication {
  /** The id of a new course; made when absent. */
  courseId?: string;
  audience: string[];
  ownerId: string | null;
  publishedAt: Date;
  /** New identifiers; the demo bank brings its own. */
  newId?: () => string;
}

/** Publishes a new course as its version 1. @returns the course as stored */
export async function publishCourse(tx: Transaction, content: CourseContent, o: Publication): Promise<Course> {
  const id = o.courseId ?? o.newId?.() ?? uuid();
  const version = versionOf(content, id, 1, o);
  const course: Course = { id, slug: content.id, status: 'published', ownerId: o.ownerId, audience: o.audience, reviewMonths: defaultReviewMonths(content.domain), reviewedOn: dayInShanghai(o.publishedAt), ...repeated(content, version) };
  await tx.manager.insert(Course, course);
  await storeSkills(tx, id, content);
  await storeVersion(tx, version);
  return course;
}

/** Publishes the next version of a course, a minor change unless `o` says otherwise. Registrations under way stay on theirs. All but an editorial change count as a review of the content. */
export async function publishVersion(tx: Transaction, course: Pick<Course, 'id' | 'currentVersion'>, content: CourseContent, o: Pick<Publication, 'publishedAt' | 'newId'> & Partial<PublishVersion>): Promise<CourseVersion> {
  const version = versionOf(content, course.id, course.currentVersion + 1, o);
  Object.assign(version.row, { change: o.change ?? 'minor', changeNote: o.note ?? '', carryOver: o.carryOver ?? false, deltaCourseId: o.deltaCourseId ?? null });
  await storeVersion(tx, version);
  await tx.manager.update(Course, course.id, { ...repeated(content, version), ...(version.row.change !== 'editorial' && { reviewedOn: dayInShanghai(o.publishedAt) }) });
  await storeSkills(tx, course.id, content);
  return version.row;
}

/** What a course repeats of its current version, so that the catalogue reads one table. */
function repeated({ domain, level, kind }: CourseContent, { row, lessons }: VersionRows) {
  const { title, summary, minutes, publishedAt } = row;
  const { pinyin, initials } = romanise(title);
  return { title, summary, domain, level, kind, minutes, lessons: lessons.length, searchText: `${title} ${summary} ${pinyin} ${initials}`.toLowerCase(), currentVersionId: row.id, currentVersion: row.number, publishedAt };
}

/** All rows of one version, before they are stored. */
interface VersionRows {
  row: CourseVersion;
  chapters: Chapter[];
  lessons: Lesson[];
  questions: Question[];
}

function versionOf(content: CourseContent, courseId: string, number: number, o: Pick<Publication, 'publishedAt' | 'newId'>): VersionRows {
  const newId = o.newId ?? uuid;
  const versionId = newId();
  const chapters: Chapter[] = [];
  const lessons: Lesson[] = [];
  const questions: Question[] = [];
  for (const chapter of content.chapters) {
    const chapterId = newId();
    chapters.push({ id: chapterId, versionId, place: chapters.length, title: chapter.title } as Chapter);
    for (const lesson of chapter.lessons) {
      const row = { id: newId(), versionId, chapterId, place: lessons.length, key: lesson.key, title: lesson.title, kind: lesson.kind, required: lesson.required, ...measures(lesson, content.minimumReading) } as Lesson;
      lessons.push(row);
      if (lesson.kind === 'quiz') questions.push(...questionsOf(lesson.quiz, row.id, newId));
    }
  }
  const required = lessons.filter((lesson) => lesson.required);
  const minutes = required.reduce((sum, lesson) => sum + lesson.minutes, 0);
  const { title, summary, description, outcomes, teacher, requirements, minimumReading } = content;
  const row = { id: versionId, courseId, number, title, summary, description, outcomes, teacher, requirements, minimumReading, minutes, requiredTotal: required.length, publishedAt: o.publishedAt } as CourseVersion;
  return { row, chapters, lessons, questions };
}

/** What is measured and asked of a lesson. */
export function measures(lesson: LessonContent, minimumReading: boolean) {
  if (lesson.kind === 'quiz') {
    const { passMark, attempts, questions } = lesson.quiz;
    return { minutes: quizMinutes(questions.length) + (lesson.body ? shownMinutes(readingMinutes(lesson.body)) : 0), minimumSeconds: 0, passMark, attempts, questions: questions.length, body: lesson.body };
  }
  const minutes = readingMinutes(lesson.body);
  return { minutes: shownMinutes(minutes), minimumSeconds: minimumReading ? minimumSeconds(minutes) : 0, passMark: 0, attempts: 0, questions: 0, body: lesson.body };
}

function questionsOf(quiz: Extract<LessonContent, { kind: 'quiz' }>['quiz'], lessonId: string, newId: () => string): Question[] {
  return quiz.questions.map(({ key, kind, topic, stem, explanation, choices }, place) => {
    const keyed: Choice[] = choices.map((choice, i) => ({ key: CHOICE_KEYS[i]!, ...choice }));
    return { id: newId(), lessonId, place, key, kind, topic, stem, explanation, choices: keyed } as Question;
  });
}

/** The skills of a course are those of its current version; evidence given before stays as it is. */
async function storeSkills(tx: Transaction, courseId: string, { skills }: CourseContent): Promise<void> {
  await tx.manager.delete(CourseSkillRow, { courseId });
  if (skills.length) await tx.manager.insert(CourseSkillRow, skills.map(({ skill, level }, place) => ({ courseId, skillId: skill, level, place })));
}

async function storeVersion(tx: Transaction, version: VersionRows): Promise<void> {
  await tx.manager.insert(CourseVersion, version.row);
  await tx.manager.insert(Chapter, version.chapters);
  await tx.manager.insert(Lesson, version.lessons);
  if (version.questions.length) await tx.manager.insert(Question, version.questions as never);
}
