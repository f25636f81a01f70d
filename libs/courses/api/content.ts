import { CourseFacts, QuestionKind } from '@zhixing/courses/contract';
import { z } from 'zod';

const Key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(100);

/** A quiz file of the course layout. Texts are Markdown; `explanation` of a choice says why it is right or wrong. */
export const QuizFile = z.strictObject({
  passMark: z.int().min(1).max(100),
  attempts: z.int().min(0).max(20),
  questions: z
    .array(
      z.strictObject({
        key: Key,
        kind: QuestionKind,
        topic: z.string().min(1).max(60),
        stem: z.string().min(1),
        choices: z.array(z.strictObject({ text: z.string().min(1), correct: z.boolean().default(false), explanation: z.string().optional() })).min(2).max(10),
        explanation: z.string().default(''),
      }),
    )
    .min(1),
});
export type QuizFile = z.infer<typeof QuizFile>;

/** A lesson as `course.yaml` names it: `file` is the Markdown of an article or the YAML of a quiz; `text` is the Markdown that stands above a quiz. */
const LessonEntry = z.strictObject({
  key: Key,
  title: z.string().min(1).max(200),
  kind: z.enum(['article', 'quiz']),
  file: z.string().min(1),
  text: z.string().min(1).optional(),
  required: z.boolean(),
});

/** `course.yaml` of the course layout. */
export const CourseFile = z.strictObject({
  id: Key,
  ...CourseFacts.shape,
  skills: CourseFacts.shape.skills.default([]),
  chapters: z.array(z.strictObject({ title: z.string().min(1).max(200), lessons: z.array(LessonEntry).min(1) })).min(1),
});
export type CourseFile = z.infer<typeof CourseFile>;

/** A lesson with what its files hold. `body` is Markdown of our dialect (docs/course-format.md): the text of an article, or what stands above a quiz ('' = nothing). */
export type LessonContent = { key: string; title: string; required: boolean; body: string } & ({ kind: 'article' } | { kind: 'quiz'; quiz: QuizFile });

/** A whole course, ready to be published as a version. Pictures are named in the texts as `pictures/<sha256>.<extension>`. */
export interface CourseContent extends Omit<CourseFile, 'chapters'> {
  chapters: { title: string; lessons: LessonContent[] }[];
}
