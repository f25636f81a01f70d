import { CourseKind, Domain, QuestionKind } from '@zhixing/courses/contract';
import { z } from 'zod';

const Key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(100);

/** A quiz file of the course layout. */
export const QuizFile = z.strictObject({
  passMark: z.int().min(1).max(100),
  attempts: z.int().min(0).max(20),
  questions: z
    .array(
      z.strictObject({
        key: Key,
        kind: QuestionKind,
        topic: z.string().min(1).max(30),
        stem: z.string().min(1),
        choices: z.array(z.strictObject({ text: z.string().min(1), correct: z.boolean().default(false) })).min(2).max(10),
        explanation: z.string().min(1),
      }),
    )
    .min(1),
});
export type QuizFile = z.infer<typeof QuizFile>;

/** `course.yaml` of the course layout. */
export const CourseFile = z.strictObject({
  id: Key,
  title: z.string().min(1).max(100),
  summary: z.string().min(1).max(200),
  description: z.string(),
  outcomes: z.array(z.string().min(1)).min(1).max(8),
  domain: Domain,
  level: z.int().min(1).max(3),
  kind: CourseKind,
  teacher: z.string().min(1),
  requirements: z.string(),
  minimumReading: z.boolean(),
  chapters: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        lessons: z.array(z.strictObject({ key: Key, title: z.string().min(1), kind: z.enum(['article', 'quiz']), file: z.string().min(1), required: z.boolean() })).min(1),
      }),
    )
    .min(1),
});
export type CourseFile = z.infer<typeof CourseFile>;

/** A lesson with what its file holds. */
export type LessonContent = { key: string; title: string; required: boolean } & ({ kind: 'article'; body: string } | { kind: 'quiz'; quiz: QuizFile });

/** A whole course, ready to be published as a version. */
export interface CourseContent extends Omit<CourseFile, 'chapters'> {
  chapters: { title: string; lessons: LessonContent[] }[];
}
