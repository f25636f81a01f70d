import { MutationCache, QueryClient, type QueryKey, type UseQueryOptions } from '@tanstack/react-query';
import { RequestError } from './http.ts';
import { text } from './i18n.ts';
import { toast } from './toast.ts';

declare module '@tanstack/react-query' {
  interface Register {
    /** `ownError`: the page shows this mutation's failure itself, next to what failed. */
    mutationMeta: { ownError?: boolean };
  }
}

/** The sentence of any failure, for a person. */
export const sentenceOf = (error: unknown): string => (error instanceof RequestError ? error.detail : text('error.unexpected'));

let client: QueryClient | undefined;

/**
 * Server state of the whole page. A read is tried again only when network or server failed; it is fresh for 15 s and is not
 * fetched again for every focus of the window. A failed write says so in a toast unless the page does (`meta.ownError`).
 */
export const createQueryClient = (): QueryClient => (client = new QueryClient({
  mutationCache: new MutationCache({
    onError: (error, _variables, _context, mutation) => {
      if (!mutation.meta?.ownError && !(error instanceof RequestError && error.status === 401)) toast.error(sentenceOf(error));
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      networkMode: 'always', // a bank's inner network is no internet: the browser's own idea of "online" says nothing
      retry: (failures, error) => failures < 2 && error instanceof RequestError && error.temporary,
      retryDelay: (failures) => 400 * 2 ** failures,
    },
    mutations: { networkMode: 'always', retry: false },
  },
}));

/** A route's `loader`: the page's read starts while its code is still on the way. It never waits and never fails; the page shows how the read went. */
export const startReading = <T, K extends QueryKey>(query: UseQueryOptions<T, Error, T, K>) => () => {
  void client?.prefetchQuery(query);
  return null;
};
