import { resolvePath } from './package.ts';

export const isPage = (path: string): boolean => /\.mdx?$/i.test(path);
export const withoutExtension = (path: string): string => path.replace(/\.mdx?$/i, '');

/** Lessons by the path of their page without extension (`chapter3/3`), in the order of the outline. */
export type LessonPaths = ReadonlyMap<string, string>;

/** A link of the platform the layout comes from: `/course/zh-CN/chapter3/2?fw=pt#x`, `/course/chapter3`, `/course/chapter8/section4`. */
const COURSE_LINK = /^\/.*?(?:^|\/)(chapter\d+)(?:\/(?:section)?(\w+))?\/?(?:[?#].*)?$/;

/** Where a link of a page goes; null when it goes nowhere. */
export function linkTarget(url: string, file: string, lessons: LessonPaths): string | null {
  const address = url.trim();
  if (/^(https?:\/\/|mailto:)/i.test(address) || address.startsWith('#')) return address;
  if (/^www\./i.test(address)) return `https://${address}`;
  const course = COURSE_LINK.exec(address);
  const key = course ? lessonOf(course[1]!, course[2], lessons) : pageOf(address, file, lessons);
  return key === undefined ? null : `lesson:${key}`;
}

/** A lesson of a chapter; the first one when only the chapter is named. */
function lessonOf(chapter: string, page: string | undefined, lessons: LessonPaths): string | undefined {
  if (page !== undefined) return lessons.get(`${chapter}/${page}`);
  for (const [path, key] of lessons) if (path.startsWith(`${chapter}/`)) return key;
  return undefined;
}

function pageOf(address: string, file: string, lessons: LessonPaths): string | undefined {
  const path = resolvePath(address, file);
  return path === null ? undefined : lessons.get(withoutExtension(path));
}
