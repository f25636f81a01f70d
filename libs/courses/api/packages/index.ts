import type { CourseFacts, CourseLayout, ImportWarningKind } from '@zhixing/courses/contract';
import type { Readable } from 'node:stream';
import type { CourseContent } from '../content.ts';

/** Where the files of a package come from: a zip or a folder. Paths are '/'-separated and relative, without the one folder a zip may wrap its content in. */
export interface PackageSource {
  /** Name of the folder or zip, without extension. */
  readonly name: string;
  readonly paths: readonly string[];
  read(path: string): Promise<Buffer>;
}

/** Something of a package that could not be taken over as it stands. */
export interface PackageWarning {
  kind: ImportWarningKind;
  subject: string;
  file: string;
  line: number | null;
}

/** A picture the texts show. `read` reads from the source, which must still be open. */
export interface PackagePicture {
  /** `pictures/<sha256>.<extension>`, as the texts name it. */
  name: string;
  type: string;
  read(): Promise<Buffer>;
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

export declare function openZip(path: string, name: string): Promise<PackageSource & AsyncDisposable>;
export declare function openFolder(path: string): Promise<PackageSource>;
export declare function readPackage(source: PackageSource): Promise<ReadPackage>;
export declare function writePackage(content: CourseContent, picture: (name: string) => Promise<Readable | Buffer>): Readable;
