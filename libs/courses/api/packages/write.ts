import { PassThrough, Readable } from 'node:stream';
import { Document, visit } from 'yaml';
import { ZipFile } from 'yazl';
import type { CourseContent, CourseFile, LessonContent } from '../content.ts';
import { COURSE_FILE } from './course-yaml.ts';

/** The same for every file, so that the same course gives the same zip. DOS dates are local ones without a zone. */
const DATE = { mtime: new Date(2020, 0, 1), forceDosTimestamp: true };
const PICTURE = /pictures\/[0-9a-f]{64}\.[a-z]+/g;

/** Writes a course as a zip of our own layout, to be read again by readPackage: `course.yaml`, the files of its lessons and the pictures they show. `picture` gives the bytes of one. */
export function writePackage(content: CourseContent, picture: (name: string) => Promise<Readable | Buffer>): Readable {
  const zip = new ZipFile();
  const texts = new Map<string, string>([[COURSE_FILE, yaml(courseFile(content))]]);
  for (const lesson of content.chapters.flatMap((chapter) => chapter.lessons)) {
    if (lesson.kind === 'article' || lesson.body) texts.set(`${lesson.key}.md`, lesson.body);
    if (lesson.kind === 'quiz') texts.set(`${lesson.key}.yaml`, yaml(lesson.quiz));
  }
  for (const [path, text] of texts) zip.addBuffer(Buffer.from(text), path, DATE);
  const pictures = new Set([...texts.values()].flatMap((text) => text.match(PICTURE) ?? []));
  for (const name of [...pictures].sort()) {
    zip.addReadStreamLazy(name, { ...DATE, compress: false }, (add) => {
      picture(name).then(
        (bytes) => add(null, Buffer.isBuffer(bytes) ? Readable.from([bytes]) : bytes),
        (error: unknown) => add(error, Readable.from([])),
      );
    });
  }
  zip.end();
  const output = zip.outputStream.pipe(new PassThrough());
  zip.on('error', (error: Error) => output.destroy(error));
  return output;
}

/** Long lines stay whole: a break would change the text's look, and every difference with it. White space at an edge does not survive in a YAML block, so it is quoted. */
function yaml(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && /^\s|\s$|[ \t]\n/.test(node.value.replace(/\n$/, ''))) node.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER });
}

function courseFile({ chapters, ...facts }: CourseContent): CourseFile {
  return { ...facts, chapters: chapters.map(({ title, lessons }) => ({ title, lessons: lessons.map(entry) })) };
}

function entry(lesson: LessonContent): CourseFile['chapters'][number]['lessons'][number] {
  const { key, title, kind, required } = lesson;
  if (kind === 'article') return { key, title, kind, file: `${key}.md`, required };
  return { key, title, kind, file: `${key}.yaml`, ...(lesson.body && { text: `${key}.md` }), required };
}
