import { Controller, Get, Query } from '@nestjs/common';
import { SearchAnswer, SearchQuery } from '@zhixing/platform/contract';
import { Actor } from './actor.ts';
import { Allow, Returns } from './guard.ts';
import { SearchService } from './search.service.ts';

@Controller('search')
export class SearchController {
  constructor(private readonly everything: SearchService) {}

  /** Finds things of every kind by hanzi, pinyin or initials; only what the reader may see. */
  @Get()
  @Allow('search:read')
  @Returns(SearchAnswer)
  search(@Actor() actor: Actor, @Query({ schema: SearchQuery }) query: SearchQuery) {
    return this.everything.search(actor, query);
  }
}
