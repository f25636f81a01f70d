import { AppError } from '@zhixing/platform/plain';
import { COURSE_FILE, readCourseYaml } from './course-yaml.ts';
import { numberedPages, readNumbered } from './numbered.ts';
import { outlineFile, readOutline } from './outline.ts';
import { Reading, type ReadPackage, type Understood } from './package.ts';
import type { PackageSource } from './source.ts';
import { slugOf } from './text.ts';
import { invalid } from './yaml-file.ts';

/**
 * Reads a course package of any layout (docs/course-format.md). Nothing is stored, fetched or evaluated.
 * @throws AppError courses.package_invalid with file, line and field; courses.package_unknown_layout; what reading the source throws
 */
export async function readPackage(source: PackageSource): Promise<ReadPackage> {
  const reading = new Reading(source);
  const understood = await understand(reading).catch((error: unknown) => {
    // what parses and walks trees recurses: a page of ten thousand quotations within each other ends the stack
    if (error instanceof RangeError) throw invalid(reading.current, null, '', '嵌套过深（nested too deeply）');
    throw error;
  });
  return { ...understood, name: slugOf(source.name) || 'course', pictures: [...reading.pictures.stored.values()], warnings: reading.warnings };
}

async function understand(reading: Reading): Promise<Understood> {
  if (reading.has(COURSE_FILE)) return readCourseYaml(reading);
  const outline = outlineFile(reading);
  if (outline) return readOutline(reading, outline);
  const pages = numberedPages(reading);
  if (pages.length === 0) throw new AppError('courses.package_unknown_layout');
  return readNumbered(reading, pages);
}
