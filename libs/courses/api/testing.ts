import type { Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import * as ATTEMPTS from './attempts.queries.ts';
import type { CourseContent, LessonContent, QuizFile } from './content.ts';
import type { Course } from './courses.entities.ts';
import { LESSON_STATE } from './lessons.queries.ts';
import { publishCourse } from './publication.ts';
import { LOCK_REGISTRATION, TOUCH } from './registrations.queries.ts';

export type { CourseContent, LessonContent } from './content.ts';
export { LEARNER_DISAGREEMENTS } from './figures.ts';
export { CATALOGUE, COURSE, OUTLINE } from './courses.queries.ts';
export { LESSON } from './lessons.queries.ts';
export { MY_REGISTRATIONS, MY_TOTALS, RECOUNT, REGISTRATION } from './registrations.queries.ts';
export { isCorrect, scoreOf } from './grading.rules.ts';
export type { PaperRow } from './attempts.view.ts';
export { coursesMessages } from './messages.ts';
export { publishVersion } from './publication.ts';

/** The statements of an attempt, in the order a start, a save and a submit run them. */
export const attempts = { ...ATTEMPTS, LOCK_REGISTRATION, LESSON_STATE, TOUCH };

/** An article of so many hanzi, for tests. */
export const article = (key: string, o: { hanzi?: number; required?: boolean } = {}): LessonContent => ({ key, title: `课时 ${key}`, required: o.required ?? true, kind: 'article', body: '行'.repeat(o.hanzi ?? 100) });

/** A quiz whose first choice `a` is always right; `multiple` questions want `a` and `b`. */
export const quiz = (key: string, o: { questions?: number; passMark?: number; attempts?: number; required?: boolean; kind?: 'single' | 'multiple' } = {}): LessonContent => ({
  key,
  title: `测验 ${key}`,
  required: o.required ?? true,
  kind: 'quiz',
  body: '',
  quiz: {
    passMark: o.passMark ?? 80,
    attempts: o.attempts ?? 0,
    questions: Array.from({ length: o.questions ?? 5 }, (_, i): QuizFile['questions'][number] => ({
      key: `q${i + 1}`, kind: o.kind ?? 'single', topic: i % 2 ? '脱敏' : '注入', stem: `题目 ${i + 1}`, explanation: `解析 ${i + 1}`,
      choices: [{ text: '对', correct: true }, { text: '也许', correct: o.kind === 'multiple' }, { text: '错', correct: false }],
    })),
  },
});

/** The content of a course with a title nobody else has. */
export const content = (lessons: LessonContent[], o: Partial<CourseContent> = {}): CourseContent => ({
  id: `course-${uuid()}`,
  title: `测试课程 ${uuid().slice(-6)}`,
  summary: '测试用的课程',
  description: '',
  outcomes: ['会测试'],
  domain: 'llm-technology',
  level: 1,
  kind: 'course',
  teacher: '内训师团队',
  requirements: '',
  minimumReading: false,
  chapters: [{ title: '第一部分', lessons }],
  ...o,
});

/** A published course, for tests; open to everyone unless `audience` names departments. */
export const makeCourse = (tx: Transaction, lessons: LessonContent[], o: Partial<CourseContent> & { audience?: string[]; ownerId?: string; publishedAt?: Date } = {}): Promise<Course> => {
  const { audience = [], ownerId = null, publishedAt = new Date('2026-01-05T01:00:00Z'), ...rest } = o;
  return publishCourse(tx, content(lessons, rest), { audience, ownerId, publishedAt });
};
