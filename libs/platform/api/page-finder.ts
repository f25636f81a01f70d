import { Inject, Injectable } from '@nestjs/common';
import type { Localized, MenuPage, SearchHit } from '@zhixing/platform/contract';
import type { Actor } from './actor.ts';
import { romanise } from './chinese.ts';
import { type Finder, MENU_PAGES, plainWords } from './search.ts';

/** How well words fit a title: 0 = it begins with them, 1 = it holds them; null = not at all. Chinese titles are also found by pinyin and initials. */
function fit({ zh, en }: Localized, words: string): number | null {
  const { pinyin, initials } = romanise(zh);
  const titles = [zh, en].map(plainWords);
  if ([...titles, pinyin, initials].some((text) => text.startsWith(words))) return 0;
  return titles.some((text) => text.includes(words)) ? 1 : null;
}

/** Finds the pages of the menu, for those who have them there. */
@Injectable()
export class PageFinder implements Finder {
  constructor(@Inject(MENU_PAGES) private readonly pages: MenuPage[]) {}

  async find(actor: Actor, words: string, limit: number): Promise<SearchHit[]> {
    return this.pages
      .filter((page) => actor.permissions.has(page.permission))
      .map((page) => ({ page, rank: fit(page.title, words) }))
      .filter((one) => one.rank !== null)
      .sort((one, two) => one.rank! - two.rank!)
      .slice(0, limit)
      .map(({ page }) => ({ id: page.path, title: actor.language === 'en' ? page.title.en : page.title.zh, context: null, path: page.path }));
  }
}
