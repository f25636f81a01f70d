import type { Issue } from '@zhixing/platform/contract';
import { AppError } from '@zhixing/platform/plain';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** An alias may be used this often; more is a bomb that grows when it is read. */
const MAX_ALIASES = 50;

const place = (file: string, line: number | null, field: string): string => `${file}${line === null ? '' : `:${line}`}${field && ` ${field}`}`;

/** A package that cannot be read, at a place that its author finds: `course.yaml:12 chapters.0.title`. */
export const invalid = (file: string, line: number | null, field: string, message: string): AppError => new AppError('courses.package_invalid', {}, [{ path: place(file, line, field), message }]);

/** Reads YAML by its schema. `lineOf` finds the line of a field. @throws AppError courses.package_invalid naming file, line and field of all that is wrong */
export function readYaml<T extends z.ZodType>(schema: T, text: string, file: string): { data: z.infer<T>; lineOf(path: PropertyKey[]): number | null } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const broken = document.errors.map((error): Issue => ({ path: place(file, lineAt(error.pos[0]), ''), message: error.message }));
  if (broken.length) throw new AppError('courses.package_invalid', {}, broken);
  const lineOf = (path: PropertyKey[]): number | null => {
    for (let length = path.length; length >= 0; length--) {
      const node = length ? fieldAt(document, path.slice(0, length)) : document.contents;
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return null;
  };
  const parsed = schema.safeParse(plain(document, file));
  if (parsed.success) return { data: parsed.data, lineOf };
  const issues = parsed.error.issues.flatMap((issue) => {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path): Issue => ({ path: place(file, lineOf(path), path.join('.')), message: issue.message }));
  });
  throw new AppError('courses.package_invalid', {}, issues);
}

/** The key of a field of a map, or an item of a list. */
function fieldAt(document: Document, path: PropertyKey[]): unknown {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) return document.getIn(path, true);
  return parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)))?.key;
}

function plain(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    throw invalid(file, null, '', (error as Error).message);
  }
}
