import { BulkChangeList, BulkChangeView, type BulkProgress, BulkRows, type BulkChangeState, type BulkRowsQuery } from '@zhixing/people/contract';
import { request, withQuery } from '@zhixing/platform/web';
import { infiniteQueryOptions, type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';

/** Bulk changes of one origin: where they are read and decided on, and which texts say what they are. */
export interface Origin<View extends BulkProgress = BulkProgress> {
  api: string;
  view: z.ZodType<View>;
  list: z.ZodType<{ items: View[]; nextCursor: string | null }>;
  words: 'hrImports' | 'bulk';
}

/** What the rows of a report need to know of its origin. */
export type OriginName = Pick<Origin, 'api' | 'words'>;

export const SELECTIONS: Origin<BulkChangeView> = { api: '/bulk-changes', view: BulkChangeView, list: BulkChangeList, words: 'bulk' };

export const BULK_CHANGES_PATH = '/system/people/changes';
export const bulkChangePath = (id: string): string => `${BULK_CHANGES_PATH}/${id}`;

/** Milliseconds between two looks at a change a worker is busy with. */
const POLL = 1000;

/** Whether a worker is to do something yet. */
export const isBusy = (state: BulkChangeState): boolean => state === 'uploaded' || state === 'applying' || state === 'undoing';

const nextPage = ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined;

/** All changes of an origin, newest first. */
export const changesQuery = <View extends BulkProgress>({ api, list }: Origin<View>) => infiniteQueryOptions({
  queryKey: ['people', api],
  queryFn: ({ pageParam, signal }) => request(list, 'GET', withQuery(api, { cursor: pageParam }), undefined, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: nextPage,
});

/** One change, looked at until no worker is busy with it. */
export const changeQuery = <View extends BulkProgress>({ api, view }: Origin<View>, id: string) => queryOptions({
  queryKey: ['people', api, id],
  queryFn: ({ signal }) => request(view, 'GET', `${api}/${id}`, undefined, { signal }),
  refetchInterval: ({ state: { data, error } }) => (!error && data && isBusy(data.state) ? POLL : false),
});

/** Rows of its report; `state` because a new check writes them anew. */
export const rowsQuery = ({ api }: OriginName, id: string, kind: BulkRowsQuery['kind'], state: BulkChangeState) => infiniteQueryOptions({
  queryKey: ['people', api, id, 'rows', kind, state],
  queryFn: ({ pageParam, signal }) => request(BulkRows, 'GET', withQuery(`${api}/${id}/rows`, { kind, cursor: pageParam }), undefined, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: nextPage,
});

/** Decides on a change: confirmed with the number of people affected where it waits for it, thrown away, or undone. Everything read of people is read anew. */
export function useDecision<View extends BulkProgress>(origin: Origin<View>, id: string, act: 'confirm' | 'discard' | 'undo') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { affected?: number }) => request(origin.view, 'POST', `${origin.api}/${id}/${act}`, act === 'confirm' ? body : {}),
    meta: { ownError: act !== 'discard' },
    onSuccess: (view) => keep(client, origin, view),
  });
}

/** Shows a change as the answer says it is. */
export function keep<View extends BulkProgress>(client: QueryClient, origin: Origin<View>, view: View): void {
  void client.invalidateQueries({ queryKey: ['people'] });
  client.setQueryData(changeQuery(origin, view.id).queryKey, view);
}
