import { isPage, withoutExtension } from './links.ts';
import { keys, type PlannedChapter, readChapters } from './outline.ts';
import type { Reading, Understood } from './package.ts';

/** `01-intro`, `2. 简介`, `3、总结`: a number, then a name that may be missing. */
const NUMBERED = /^(\d+)[\s._、)）-]*(.*)$/;
const NATURAL = new Intl.Collator('zh', { numeric: true });

const nameOf = (part: string): string => NUMBERED.exec(part)?.[2] || part;

/** The pages whose names, and whose folders' names, begin with a number; in natural order. */
export function numberedPages(reading: Reading): string[] {
  return reading.source.paths.filter((path) => isPage(path) && path.split('/').every((part) => NUMBERED.test(part))).sort(NATURAL.compare);
}

/** Reads numbered Markdown files: folders are chapters, and pages beside them a chapter of their own, named as the package. */
export async function readNumbered(reading: Reading, pages: string[]): Promise<Understood> {
  const keyOf = keys();
  const chapters = new Map<string, PlannedChapter>();
  const paths = new Map<string, string>();
  for (const file of pages) {
    const parts = withoutExtension(file).split('/');
    const folder = parts.length > 1 ? parts[0]! : '';
    const chapter = chapters.get(folder) ?? { title: (folder ? nameOf(folder) : reading.source.name).slice(0, 200), lessons: [] };
    const key = keyOf(parts.map(nameOf).join('/'));
    paths.set(parts.join('/'), key);
    chapter.lessons.push({ key, title: null, name: nameOf(parts.at(-1)!).slice(0, 200), file });
    chapters.set(folder, chapter);
  }
  const read = await readChapters(reading, [...chapters.values()], paths, 'plain');
  reading.warnUnused(() => false);
  return { layout: 'numbered', slug: null, title: null, facts: null, chapters: read };
}
