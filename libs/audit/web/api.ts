import { AuditDetail, type AuditFilter, AuditList, AuditWords, ChainCheck, ChainState } from '@zhixing/audit/contract';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { currentLanguage, request, withQuery } from '@zhixing/platform/web';

const firstPage = undefined as string | undefined;
const nextPage = (last: { nextCursor: string | null }) => last.nextCursor ?? undefined;

/** The entries of a filter, newest first; those before stay on screen while another filter loads. Words come in the language on screen. */
export const auditQuery = (filter: Partial<AuditFilter>) => infiniteQueryOptions({
  queryKey: ['audit', 'list', currentLanguage(), filter],
  queryFn: ({ pageParam, signal }) => request(AuditList, 'GET', withQuery('/audit', { ...filter, limit: 50, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
  placeholderData: keepPreviousData,
});

export const auditEntryQuery = (id: string) => queryOptions({
  queryKey: ['audit', 'entry', currentLanguage(), id],
  queryFn: ({ signal }) => request(AuditDetail, 'GET', `/audit/${id}`, undefined, { signal }),
});

export const auditWordsQuery = () => queryOptions({
  queryKey: ['audit', 'words', currentLanguage()],
  queryFn: ({ signal }) => request(AuditWords, 'GET', '/audit/words', undefined, { signal }),
  staleTime: Infinity,
});

export const chainQuery = queryOptions({
  queryKey: ['audit', 'chain'],
  queryFn: ({ signal }) => request(ChainState, 'GET', '/audit/chain', undefined, { signal }),
});

/** Recomputes the end of the chain. */
export function useCheckChain() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(ChainCheck, 'POST', '/audit/chain/checks'),
    onSuccess: () => client.invalidateQueries({ queryKey: ['audit'] }),
  });
}
