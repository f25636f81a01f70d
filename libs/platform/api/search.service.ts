import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { SearchAnswer, SearchQuery } from '@zhixing/platform/contract';
import type { Actor } from './actor.ts';
import { plainWords, SEARCH_SOURCES, type SearchSource } from './search.ts';

@Injectable()
export class SearchService {
  constructor(
    @Inject(SEARCH_SOURCES) private readonly sources: SearchSource[],
    private readonly modules: ModuleRef,
  ) {}

  /** Asks every source the actor may use, side by side; each shows the actor only what they may see. */
  async search(actor: Actor, { q, kind, limit }: SearchQuery): Promise<SearchAnswer> {
    const words = plainWords(q);
    const asked = this.sources.filter((source) => actor.permissions.has(source.permission) && (!kind || source.kind === kind));
    const groups = await Promise.all(asked.map(async (source) => {
      const hits = words ? await this.modules.get(source.by, { strict: false }).find(actor, words, limit + 1) : [];
      return { kind: source.kind, title: actor.language === 'en' ? source.title.en : source.title.zh, more: hits.length > limit, items: hits.slice(0, limit) };
    }));
    return { groups: groups.filter((group) => group.items.length > 0) };
  }
}
