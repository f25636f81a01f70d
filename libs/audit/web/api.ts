import {
  type AnswerCorrection, ArchiveList, AuditDetail, type AuditFilter, AuditList, AuditWords, ChainCheck, ChainState, CorrectionList, type CorrectionQuery, CorrectionView, type CreateCorrection, DataSummary, MyCorrections, PrivacyState,
  RecordViewList, RetentionTable,
} from '@zhixing/audit/contract';
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

/** What has left the database for files. */
export const archivesQuery = queryOptions({
  queryKey: ['audit', 'archives'],
  queryFn: ({ signal }) => request(ArchiveList, 'GET', '/audit/archives', undefined, { signal }),
});

/** Recomputes the end of the chain. */
export function useCheckChain() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(ChainCheck, 'POST', '/audit/chain/checks'),
    onSuccess: () => client.invalidateQueries({ queryKey: ['audit'] }),
  });
}

/** What is kept about me, counted by table. */
export const dataSummaryQuery = () => queryOptions({
  queryKey: ['audit', 'data', currentLanguage()],
  queryFn: ({ signal }) => request(DataSummary, 'GET', '/me/data/summary', undefined, { signal }),
});

/** Who looked at my record. */
export const viewsQuery = () => infiniteQueryOptions({
  queryKey: ['audit', 'views', currentLanguage()],
  queryFn: ({ pageParam, signal }) => request(RecordViewList, 'GET', withQuery('/me/views', { limit: 10, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
});

export const myCorrectionsQuery = () => queryOptions({
  queryKey: ['audit', 'corrections', 'mine', currentLanguage()],
  queryFn: ({ signal }) => request(MyCorrections, 'GET', '/me/data/corrections', undefined, { signal }),
});

/** Everybody's requests, for whoever answers them. */
export const correctionsQuery = (state: CorrectionQuery['state']) => infiniteQueryOptions({
  queryKey: ['audit', 'corrections', state, currentLanguage()],
  queryFn: ({ pageParam, signal }) => request(CorrectionList, 'GET', withQuery('/corrections', { state, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
});

/** Asks for a correction; sent again under the same key it is one request. */
export function useAskCorrection() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ idempotencyKey, ...body }: CreateCorrection & { idempotencyKey: string }) => request(CorrectionView, 'POST', '/me/data/corrections', body, { idempotencyKey }),
    meta: { ownError: true },
    onSuccess: () => client.invalidateQueries({ queryKey: ['audit', 'corrections'] }),
  });
}

export function useAnswerCorrection() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, answer }: AnswerCorrection & { id: string }) => request(CorrectionView, 'POST', `/corrections/${id}/answer`, { answer }),
    meta: { ownError: true },
    onSuccess: () => client.invalidateQueries({ queryKey: ['audit', 'corrections'] }),
  });
}

/** The privacy notice in force, and whether I have read it. */
export const privacyQuery = queryOptions({
  queryKey: ['audit', 'privacy'],
  queryFn: ({ signal }) => request(PrivacyState, 'GET', '/me/privacy', undefined, { signal }),
  staleTime: Infinity,
});

/** Says that I have read this version. */
export function useAcknowledge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (version: number) => request(PrivacyState, 'POST', '/me/privacy/acknowledgements', { version }),
    meta: { ownError: true },
    onSuccess: (state) => client.setQueryData(privacyQuery.queryKey, state),
  });
}

export const retentionQuery = () => queryOptions({
  queryKey: ['audit', 'retention', currentLanguage()],
  queryFn: ({ signal }) => request(RetentionTable, 'GET', '/retention', undefined, { signal }),
});
