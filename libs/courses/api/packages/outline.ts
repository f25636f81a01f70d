import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { LessonContent } from '../content.ts';
import { isPage, linkTarget } from './links.ts';
import type { Reading, Understood } from './package.ts';
import { readPage } from './page.ts';
import { slugOf } from './text.ts';
import { invalid, readYaml } from './yaml-file.ts';

/** An entry of `_toctree.yml`. What else stands in it (subtitles, numbers of quizzes) is for the platform it comes from. */
interface Entry {
  title?: string | undefined;
  local?: string | undefined;
  local_fw?: Record<string, string> | undefined;
  sections?: Entry[] | undefined;
}
const Title = z.string().trim().min(1).max(200);
const Entry: z.ZodType<Entry> = z.object({
  title: Title.optional(),
  local: z.string().optional(),
  local_fw: z.record(z.string(), z.string()).optional(),
  get sections() {
    return z.array(Entry).optional();
  },
});
const Outline = z.array(Entry).min(1);

/** A page that becomes a lesson, before it is read. `title` null = its first heading says it. */
export interface PlannedLesson {
  key: string;
  title: string | null;
  name: string;
  file: string;
}

export interface PlannedChapter {
  title: string;
  lessons: PlannedLesson[];
}

/** The outline file of a package, if it has one. */
export const outlineFile = (reading: Reading): string | undefined => ['_toctree.yml', '_toctree.yaml'].find((path) => reading.has(path));

/** Reads a course laid out by an outline file. `local` says where a page is; pages that only `local_fw` names are outside of the outline. */
export async function readOutline(reading: Reading, file: string): Promise<Understood> {
  const { data, lineOf } = readYaml(Outline, await reading.text(file), file);
  const keyOf = keys();
  const paths = new Map<string, string>();
  const chapters: PlannedChapter[] = [];
  for (const [c, chapter] of data.entries()) {
    const lessons = pagesOf(chapter, [c]).map(({ entry, at }): PlannedLesson => {
      const local = entry.local ?? Object.values(entry.local_fw!)[0]!;
      const page = [`${local}.mdx`, `${local}.md`, local].find((path) => isPage(path) && reading.has(path));
      if (!page) throw invalid(file, lineOf([...at, 'local']), 'local', `没有这一页（no such page）: ${local}`);
      const key = keyOf(local);
      for (const path of [local, ...Object.values(entry.local_fw ?? {})]) if (!paths.has(path)) paths.set(path, key);
      return { key, title: entry.title ?? null, name: local, file: page };
    });
    if (lessons.length) chapters.push({ title: chapter.title ?? lessons[0]!.name, lessons });
  }
  if (chapters.length === 0) throw invalid(file, 1, '', '大纲里没有课时（no lesson in the outline）');
  const read = await readChapters(reading, chapters, paths, 'mdx');
  reading.warnUnused(isPage);
  return { layout: 'outline', slug: null, title: null, facts: null, chapters: read };
}

/** The pages of an entry and of the sections below it. */
function pagesOf(entry: Entry, at: PropertyKey[]): { entry: Entry; at: PropertyKey[] }[] {
  const own = entry.local !== undefined || entry.local_fw ? [{ entry, at }] : [];
  return [...own, ...(entry.sections ?? []).flatMap((section, i) => pagesOf(section, [...at, 'sections', i]))];
}

/** Gives out lesson keys: the slug of a name, with a number where two have the same. */
export function keys(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const slug = slugOf(name).slice(0, 90) || 'lesson';
    let key = slug;
    for (let i = 2; taken.has(key); i++) key = `${slug}-${i}`;
    taken.add(key);
    return key;
  };
}

/** "3. 微调" -> "微调": what the questions of a chapter are about. */
const topicOf = (title: string): string => title.replace(/^\s*\d+\s*[.．、]?\s*/, '').slice(0, 60) || title.slice(0, 60);

/** Reads the pages of an outline. A page with questions is a lesson with a quiz: pass mark 80, attempts without limit. Lets other work in after every page. */
export async function readChapters(reading: Reading, chapters: PlannedChapter[], paths: ReadonlyMap<string, string>, dialect: 'mdx' | 'plain'): Promise<Understood['chapters']> {
  const result: Understood['chapters'] = [];
  for (const chapter of chapters) {
    const lessons: LessonContent[] = [];
    for (const { key, title, name, file } of chapter.lessons) {
      await setImmediate();
      const page = await readPage(await reading.page(file), { title, name, topic: topicOf(chapter.title) }, {
        file,
        reading: dialect,
        link: (url, line) => {
          const target = linkTarget(url, file, paths);
          if (target === null) reading.warn('broken_link', url.slice(0, 200), file, line());
          return target;
        },
        picture: (url, line) => reading.picture(url, file, line),
        warn: (kind, subject, line) => reading.warn(kind, subject, file, line),
      });
      const lesson = { key, title: page.title, required: true, body: page.body };
      lessons.push(page.questions.length ? { ...lesson, kind: 'quiz', quiz: { passMark: 80, attempts: 0, questions: page.questions } } : { ...lesson, kind: 'article' });
    }
    result.push({ title: chapter.title, lessons });
  }
  return result;
}
