import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { SearchAnswer } from '@zhixing/platform/contract';
import { currentLanguage, request, withQuery } from '@zhixing/platform/web';

/** What the search over everything finds for these words; nothing is asked before there are any. While the next answer is on its way the last one stays. */
export const searchQuery = (q: string, o: { kind?: string; limit?: number } = {}) => queryOptions({
  queryKey: ['platform', 'search', currentLanguage(), q, o],
  queryFn: ({ signal }) => request(SearchAnswer, 'GET', withQuery('/search', { q, ...o }), undefined, { signal }),
  enabled: q !== '',
  placeholderData: keepPreviousData,
});

/** The address of the page that shows everything found for these words. */
export const searchPath = (q: string, kind?: string): string => withQuery('/search', { q: q || undefined, kind });
