import { z } from 'zod';
import type { Localized } from './primitives.ts';

/** What is looked for everywhere at once, at most `limit` hits a kind; with `kind`, only there. */
export const SearchQuery = z.strictObject({
  q: z.string().trim().min(1).max(100),
  kind: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(5),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** One thing found: what it is called, what tells it apart from others of the name, and its page. */
export const SearchHit = z.object({ id: z.string(), title: z.string(), context: z.string().nullable(), path: z.string().startsWith('/') });
export type SearchHit = z.infer<typeof SearchHit>;

/** Hits by kind, each kind in its own order, kinds without a hit left out; `more` = there are others beyond the limit. */
export const SearchAnswer = z.object({
  groups: z.array(z.object({ kind: z.string(), title: z.string(), more: z.boolean(), items: z.array(SearchHit) })),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

/** A page of the application that stands in the menu of those who hold `permission`, and is found by its title. */
export interface MenuPage {
  path: string;
  title: Localized;
  permission: string;
}

/** Names the pages of a room, keeping their literal types. */
export const definePages = <const T extends Record<string, MenuPage>>(pages: T): T => pages;

