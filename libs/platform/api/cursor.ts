import { z } from 'zod';
import { AppError } from './errors.ts';

/** The sort key of the last row of a page, as an opaque string for `nextCursor`. */
export const encodeCursor = (key: readonly unknown[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/**
 * Reads a cursor back by the schema of its key (`z.tuple([...])`).
 * @returns null without a cursor: the first page
 * @throws AppError `invalid` naming `cursor`
 */
export function decodeCursor<T extends z.ZodType>(schema: T, cursor: string | undefined): z.infer<T> | null {
  if (!cursor) return null;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new AppError('invalid', {}, [{ path: 'cursor', message: 'unreadable' }]);
  }
}

/** Cuts `limit + 1` rows to a page: `nextCursor` is the key of its last row when there is more. */
export function page<Row, View>(rows: Row[], limit: number, key: (row: Row) => readonly unknown[], view: (row: Row) => View): { items: View[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  return { items: shown.map(view), nextCursor: rows.length > limit ? encodeCursor(key(shown[shown.length - 1]!)) : null };
}

/** All pages of a list, one after the other. */
export async function* everyPage<Page extends { nextCursor: string | null }>(read: (cursor: string | undefined) => Promise<Page>): AsyncGenerator<Page, void> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const one: Page = await read(cursor);
    yield one;
    cursor = one.nextCursor;
  }
}
