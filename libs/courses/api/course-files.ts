import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { type CourseContent, CourseFile, QuizFile } from './content.ts';

/** Reads a YAML file by its schema. @throws Error naming the file and every wrong field */
async function readYaml<T extends z.ZodType>(schema: T, file: string): Promise<z.infer<T>> {
  const parsed = schema.safeParse(parse(await readFile(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file}:\n${parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`).join('\n')}`);
  return parsed.data;
}

/** Reads one course folder: `course.yaml` and the Markdown and quiz files it names. */
export async function readCourse(folder: string): Promise<CourseContent> {
  const course = await readYaml(CourseFile, join(folder, 'course.yaml'));
  const chapters = await Promise.all(
    course.chapters.map(async (chapter) => ({
      title: chapter.title,
      lessons: await Promise.all(
        chapter.lessons.map(async ({ key, title, kind, file, required }) =>
          kind === 'article'
            ? { key, title, required, kind, body: await readFile(join(folder, file), 'utf8') }
            : { key, title, required, kind, body: '', quiz: await readYaml(QuizFile, join(folder, file)) },
        ),
      ),
    })),
  );
  return { ...course, chapters };
}

/** Reads every course folder below a folder, by name. */
export async function readCourses(folder: string): Promise<CourseContent[]> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readCourse(join(folder, name))));
}
