import type { ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';
import { Skeleton } from './skeleton.tsx';

/** The part of a `useQuery` or `useInfiniteQuery` result that decides what is shown. */
interface QueryShown<T> { data: T | undefined; error: unknown; isFetching: boolean; refetch: () => unknown }

/**
 * One look for every read: skeleton, error with retry, empty state, data. What was read stays on screen when a later fetch fails.
 * `empty` returns the empty state when the data are empty, else nothing.
 */
export function QueryView<T>({ query, loading = <Skeleton lines={4} />, empty, children }: {
  query: QueryShown<T>;
  loading?: ReactNode;
  empty?: (data: T) => ReactNode;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return empty?.(query.data) || children(query.data);
  if (query.error) return <ErrorState error={query.error} retrying={query.isFetching} onRetry={() => void query.refetch()} />;
  return loading;
}
