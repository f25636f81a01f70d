import { posix } from 'node:path';
import type { CourseFacts, CourseLayout, ImportWarningKind } from '@zhixing/courses/contract';
import { AppError } from '@zhixing/platform/plain';
import type { CourseContent } from '../content.ts';
import { type PackagePicture, Pictures } from './pictures.ts';
import type { PackageSource } from './source.ts';
import { decodeText } from './text.ts';

/** Something of a package that could not be taken over as it stands. */
export interface PackageWarning {
  kind: ImportWarningKind;
  subject: string;
  file: string;
  line: number | null;
}

/** A package as it was understood. */
export interface ReadPackage {
  layout: CourseLayout;
  /** The `id` of `course.yaml`; other layouts have none. */
  slug: string | null;
  /** The name of the source as a slug. */
  name: string;
  title: string | null;
  facts: CourseFacts | null;
  chapters: CourseContent['chapters'];
  pictures: PackagePicture[];
  warnings: PackageWarning[];
}

/** Of a page, in characters: what parses Markdown slows down with the square of hostile ones. The largest page of a real course has 60,000. */
const MAX_PAGE = 200_000;
const MAX_WARNINGS = 5_000;

/** What a layout makes of a package. */
export type Understood = Pick<ReadPackage, 'layout' | 'slug' | 'title' | 'facts' | 'chapters'>;

/** A package while it is read: its files, and what was found out about them so far. */
export class Reading {
  readonly warnings: PackageWarning[] = [];
  readonly pictures: Pictures;
  /** The text that was read last. */
  current = '';
  private readonly paths: Set<string>;
  private readonly used = new Set<string>();

  constructor(readonly source: PackageSource) {
    this.paths = new Set(source.paths);
    this.pictures = new Pictures(source);
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }

  async text(path: string): Promise<string> {
    this.used.add(path);
    this.current = path;
    return decodeText(await this.source.read(path));
  }

  /** The text of a page, which is parsed as a whole. @throws AppError courses.package_entry_too_large */
  async page(path: string): Promise<string> {
    const text = await this.text(path);
    if (text.length > MAX_PAGE) throw new AppError('courses.package_entry_too_large', { entry: path, limit: '200 000 字符 (characters)' });
    return text;
  }

  /** Past MAX_WARNINGS nobody reads them, and the report is stored. */
  warn(kind: ImportWarningKind, subject: string, file: string, line: number | null): void {
    if (this.warnings.length < MAX_WARNINGS) this.warnings.push({ kind, subject, file, line });
  }

  /** The stored name of a picture that a page names by a relative path; null with a warning when it is missing or refused. */
  async picture(url: string, file: string, line: () => number): Promise<string | null> {
    const path = resolvePath(url, file);
    if (path === null || !this.has(path)) {
      this.warn(path === null ? 'refused_picture' : 'missing_picture', url.slice(0, 200), file, line());
      return null;
    }
    this.used.add(path);
    const name = await this.pictures.store(path);
    if (!name) this.warn('refused_picture', path, file, line());
    return name;
  }

  /** A warning for every file that nothing needed, in the order of their names. */
  warnUnused(isPage: (path: string) => boolean): void {
    for (const path of this.source.paths) if (!this.used.has(path)) this.warn(isPage(path) ? 'outside_outline' : 'ignored_file', path, path, null);
  }
}

/** A relative address as a path of the package; null when it leads out of it. */
export function resolvePath(url: string, file: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)) return null;
  const [bare = ''] = url.split(/[?#]/);
  let decoded: string;
  try {
    decoded = decodeURIComponent(bare);
  } catch {
    decoded = bare;
  }
  const path = posix.normalize(decoded.startsWith('/') ? decoded.slice(1) : posix.join(posix.dirname(file), decoded));
  return path.startsWith('..') ? null : path;
}
