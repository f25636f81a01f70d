import { z } from 'zod';

/** How a list is asked for: `cursor` is the `nextCursor` of the page before, opaque to the caller. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(500).optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** One page of a list; `nextCursor` is null on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** A list parameter of the address: `?level=1&level=2` and `?level=1,2` both mean two values. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === undefined ? [] : (Array.isArray(value) ? value : [value]).flatMap((part) => String(part).split(','))), z.array(item).max(20));
