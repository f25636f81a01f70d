import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CourseContent } from './content.ts';
import { openFolder, readPackage } from './packages/index.ts';

/** Reads every course folder of our own layout below a folder, by name. @throws AppError naming what is wrong in which file */
export async function readCourses(folder: string): Promise<CourseContent[]> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const { slug, facts, chapters } = await readPackage(await openFolder(join(folder, name)));
      return { id: slug!, ...facts!, chapters };
    }),
  );
}
