import { z } from 'zod';
import { Id } from './primitives.ts';

/** The address of a list, without its query. */
const ListPage = z.string().regex(/^\/[a-z/-]{1,100}$/);

/** `GET /saved-views?page=/system/people`: one's own views of a list. */
export const SavedViewsQuery = z.strictObject({ page: ListPage });
export type SavedViewsQuery = z.infer<typeof SavedViewsQuery>;

/** What a person wants to find again: the filters of a list as the query of its address, without `?`. */
export const SavedView = z.object({ id: Id, name: z.string(), query: z.string() });
export type SavedView = z.infer<typeof SavedView>;

/** In the order of their making. */
export const SavedViews = z.object({ items: z.array(SavedView) });
export type SavedViews = z.infer<typeof SavedViews>;

/** Under a name that is there already the view is replaced. */
export const SaveView = z.strictObject({ page: ListPage, name: z.string().trim().min(1).max(30), query: z.string().min(1).max(1000) });
export type SaveView = z.infer<typeof SaveView>;
