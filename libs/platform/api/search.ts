import type { Type } from '@nestjs/common';
import type { Localized, SearchHit } from '@zhixing/platform/contract';
import type { Actor } from './actor.ts';

/** Finds things of one kind for this person, best first, and only what they may see. Asked for one more than is shown. */
export interface Finder {
  find(actor: Actor, words: string, limit: number): Promise<SearchHit[]>;
}

/** A kind of thing that the search over everything finds; filled by rooms, shown in their order. Left out for those who lack the permission. */
export interface SearchSource {
  kind: string;
  title: Localized;
  permission: string;
  by: Type<Finder>;
}

/** Injection token of all rooms' SearchSources. */
export const SEARCH_SOURCES = Symbol('SearchSources');

/** Injection token of all rooms' MenuPages. */
export const MENU_PAGES = Symbol('MenuPages');

/** A search text as it is compared: full-width letters narrow, lower case, no spaces. */
export const plainWords = (words: string): string => words.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
