import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { Done, SavedView, SavedViews } from '@zhixing/platform/contract';
import { request, withQuery } from './http.ts';

/** One's own views of the list at this address. */
export const savedViewsQuery = (page: string) => queryOptions({
  queryKey: ['platform', 'saved-views', page],
  queryFn: ({ signal }) => request(SavedViews, 'GET', withQuery('/saved-views', { page }), undefined, { signal }),
});

/** Keeps a view; one of the same name is replaced. */
export function useSaveView(page: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (view: { name: string; query: string }) => request(SavedView, 'POST', '/saved-views', { page, ...view }),
    onSuccess: () => client.invalidateQueries({ queryKey: savedViewsQuery(page).queryKey }),
  });
}

export function useRemoveView(page: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request(Done, 'DELETE', `/saved-views/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: savedViewsQuery(page).queryKey }),
  });
}
