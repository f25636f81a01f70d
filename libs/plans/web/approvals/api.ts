import { ApprovalList, type Decide, type DecideException, ExceptionList, type ExceptionsQuery, type Nominate, NominationList, ObligationView, OpenNominations } from '@zhixing/plans/contract';
import { Done } from '@zhixing/platform/contract';
import { request, withQuery } from '@zhixing/platform/web';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';

const firstPage = undefined as string | undefined;
const nextPage = (last: { nextCursor: string | null }) => last.nextCursor ?? undefined;

/** What waits for my decision, the oldest first. */
export const approvalsQuery = infiniteQueryOptions({
  queryKey: ['plans', 'approvals'],
  queryFn: ({ pageParam, signal }) => request(ApprovalList, 'GET', withQuery('/approvals', { cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
});

/** Exceptions that wait for a decision, the oldest first. */
export const exceptionsQuery = (filter: Omit<ExceptionsQuery, 'limit' | 'cursor'>) => infiniteQueryOptions({
  queryKey: ['plans', 'exceptions', filter],
  queryFn: ({ pageParam, signal }) => request(ExceptionList, 'GET', withQuery('/assignments/exceptions', { ...filter, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
  placeholderData: keepPreviousData,
});

/** Assignments that take nominations now. */
export const openNominationsQuery = queryOptions({
  queryKey: ['plans', 'nominations', 'open'],
  queryFn: ({ signal }) => request(OpenNominations, 'GET', '/nominations/open', undefined, { signal }),
});

/** Whom I nominated, the newest first. */
export const nominationsQuery = infiniteQueryOptions({
  queryKey: ['plans', 'nominations', 'mine'],
  queryFn: ({ pageParam, signal }) => request(NominationList, 'GET', withQuery('/nominations', { cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
});

function useChange<V, R>(send: (variables: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, meta: { ownError: true }, onSuccess: () => client.invalidateQueries({ queryKey: ['plans'] }) });
}

/** Decides a request for more time, or a nomination. */
export const useDecide = () => useChange(({ kind, id, ...body }: Decide & { kind: 'extension' | 'nomination'; id: string }) => request(z.union([Done, ObligationView]), 'POST', `/${kind}s/${id}/decision`, body));

export const useDecideException = () => useChange(({ id, body }: { id: string; body: DecideException }) => request(Done, 'POST', `/assignments/exceptions/${id}/decision`, body));

export const useNominate = () => useChange(({ idempotencyKey, body }: { idempotencyKey: string; body: Nominate }) => request(Done, 'POST', '/nominations', body, { idempotencyKey }));
