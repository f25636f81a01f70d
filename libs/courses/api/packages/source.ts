import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { AppError } from '@zhixing/platform/plain';

/** Where the files of a package come from: a zip or a folder. Paths are '/'-separated and relative, without the one folder a zip may wrap its content in. */
export interface PackageSource {
  /** Name of the folder or zip, without extension. */
  readonly name: string;
  readonly paths: readonly string[];
  /** @throws AppError courses.package_… when the file is too large, damaged or not of the size it states */
  read(path: string): Promise<Buffer>;
}

const MB = 1024 * 1024;

/** The most a package may hold; a zip is refused by what its directory says, before anything is unpacked. `ratio` = unpacked : packed. */
export const LIMITS = { entries: 5_000, total: 500 * MB, ratio: 100, text: 5 * MB, picture: 20 * MB };

/** The most one file may hold, in bytes: texts are parsed as a whole, pictures only looked at. */
export const fileLimit = (path: string): number => (/\.(mdx?|ya?ml)$/i.test(path) ? LIMITS.text : LIMITS.picture);

/** What operating systems leave in folders: no content, and not worth a warning. */
const isLitter = (path: string): boolean => path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX' || part === 'Thumbs.db');

/** Files by their path inside the package: litter is left out, and so is one folder that holds everything else. */
export function contentPaths<T>(files: Map<string, T>): Map<string, T> {
  const kept = [...files].filter(([path]) => !isLitter(path)).sort(([a], [b]) => (a < b ? -1 : 1));
  const [first = ''] = kept[0] ?? [];
  const wrapper = first.slice(0, first.indexOf('/') + 1);
  const wrapped = wrapper !== '' && kept.every(([path]) => path.startsWith(wrapper));
  return new Map(wrapped ? kept.map(([path, file]) => [path.slice(wrapper.length), file]) : kept);
}

/** A course in a folder. Links are not followed. @throws AppError courses.package_link, package_too_many_entries, package_too_large */
export async function openFolder(path: string): Promise<PackageSource> {
  const files = new Map<string, string>();
  let total = 0;
  for (const entry of await readdir(path, { withFileTypes: true, recursive: true })) {
    const full = join(entry.parentPath, entry.name);
    const name = relative(path, full).split(sep).join('/');
    if (entry.isDirectory() || isLitter(name)) continue;
    if (!entry.isFile()) throw new AppError('courses.package_link', { entry: name });
    total += (await lstat(full)).size;
    files.set(name, full);
  }
  if (files.size > LIMITS.entries) throw new AppError('courses.package_too_many_entries', { limit: LIMITS.entries });
  if (total > LIMITS.total) throw new AppError('courses.package_too_large', { limit: megabytes(LIMITS.total) });
  const paths = contentPaths(files);
  return {
    name: basename(path),
    paths: [...paths.keys()],
    read: async (name) => {
      const full = paths.get(name)!;
      if ((await lstat(full)).size > fileLimit(name)) throw new AppError('courses.package_entry_too_large', { entry: name, limit: megabytes(fileLimit(name)) });
      return readFile(full);
    },
  };
}

export const megabytes = (bytes: number): string => `${bytes / MB} MB`;
