import { Made } from '@zhixing/people/contract';
import {
  AssignmentList, ClassList, Comparison, type LinkKind, type MakeLink, type MakePlan, MyNeeds, MyPlanItems, NeedList, type NeedState, type Outcome, PlanItem, PlanItems, PlanList, PlanRevisions, PlanView, type ProposeNeed, type SaveItem,
} from '@zhixing/plans/contract';
import { Done } from '@zhixing/platform/contract';
import { request, withQuery } from '@zhixing/platform/web';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

const KEY = ['plans', 'annual'];
const firstPage = undefined as string | undefined;
const nextPage = (last: { nextCursor: string | null }) => last.nextCursor ?? undefined;

export const plansQuery = infiniteQueryOptions({
  queryKey: [...KEY, 'list'], queryFn: ({ pageParam, signal }) => request(PlanList, 'GET', withQuery('/annual-plans', { cursor: pageParam }), undefined, { signal }), initialPageParam: firstPage, getNextPageParam: nextPage,
});
export const planQuery = (id: string) => queryOptions({ queryKey: [...KEY, id], queryFn: ({ signal }) => request(PlanView, 'GET', `/annual-plans/${id}`, undefined, { signal }) });
export const itemsQuery = (id: string) => queryOptions({ queryKey: [...KEY, id, 'items'], queryFn: ({ signal }) => request(PlanItems, 'GET', `/annual-plans/${id}/items`, undefined, { signal }) });
export const comparisonQuery = (id: string) => queryOptions({ queryKey: [...KEY, id, 'comparison'], queryFn: ({ signal }) => request(Comparison, 'GET', `/annual-plans/${id}/comparison`, undefined, { signal }) });
export const myItemsQuery = queryOptions({ queryKey: [...KEY, 'mine'], queryFn: ({ signal }) => request(MyPlanItems, 'GET', '/annual-plans/items/mine', undefined, { signal }) });
export const myNeedsQuery = queryOptions({ queryKey: [...KEY, 'needs'], queryFn: ({ signal }) => request(MyNeeds, 'GET', '/training-needs', undefined, { signal }) });

export const needsQuery = (id: string, state: NeedState | undefined) => infiniteQueryOptions({
  queryKey: [...KEY, id, 'needs', state ?? null],
  queryFn: ({ pageParam, signal }) => request(NeedList, 'GET', withQuery(`/annual-plans/${id}/needs`, { state, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage, getNextPageParam: nextPage, placeholderData: keepPreviousData,
});
export const revisionsQuery = (id: string) => infiniteQueryOptions({
  queryKey: [...KEY, id, 'revisions'],
  queryFn: ({ pageParam, signal }) => request(PlanRevisions, 'GET', withQuery(`/annual-plans/${id}/revisions`, { cursor: pageParam }), undefined, { signal }), initialPageParam: firstPage, getNextPageParam: nextPage,
});
/** The newest classes or assignments with words in their titles. */
export const targetsQuery = (kind: LinkKind, q: string) => queryOptions({
  queryKey: [...KEY, 'targets', kind, q],
  queryFn: async ({ signal }): Promise<{ id: string; title: string }[]> => {
    const path = withQuery(kind === 'class' ? '/classes' : '/assignments', { q: q || undefined });
    return (kind === 'class' ? await request(ClassList, 'GET', path, undefined, { signal }) : await request(AssignmentList, 'GET', path, undefined, { signal })).items;
  },
  placeholderData: keepPreviousData,
});

/** A write of plans or needs, after which all of them are read anew. */
function useChange<V, R>(send: (variables: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, meta: { ownError: true }, onSuccess: () => client.invalidateQueries({ queryKey: KEY }) });
}

interface Keyed<B> { idempotencyKey: string; body: B }

export const useMakePlan = () => useChange(({ idempotencyKey, body }: Keyed<MakePlan>) => request(Made, 'POST', '/annual-plans', body, { idempotencyKey }));
export const useSubmitPlan = (id: string) => useChange(() => request(PlanView, 'POST', `/annual-plans/${id}/submit`));
export const useApprovePlan = (id: string) => useChange(() => request(PlanView, 'POST', `/annual-plans/${id}/approve`));
export const useSendPlanBack = (id: string) => useChange((note: string) => request(PlanView, 'POST', `/annual-plans/${id}/send-back`, { note }));
export const useClosePlan = (id: string) => useChange(() => request(PlanView, 'POST', `/annual-plans/${id}/close`));
export const useAddItem = (id: string) => useChange(({ idempotencyKey, body }: Keyed<SaveItem>) => request(PlanItem, 'POST', `/annual-plans/${id}/items`, body, { idempotencyKey }));
export const useEditItem = (id: string) => useChange(({ itemId, revision, body }: { itemId: string; revision: number; body: SaveItem }) => request(PlanItem, 'PUT', `/annual-plans/${id}/items/${itemId}`, body, { revision }));
/** Cancels an item, or takes that back. */
export const useCancelItem = (id: string) => useChange(({ itemId, cancelled, reason }: { itemId: string; cancelled: boolean; reason?: string }) =>
  request(PlanItem, 'POST', `/annual-plans/${id}/items/${itemId}/${cancelled ? 'cancel' : 'restore'}`, { ...(reason && { reason }) }));
export const useRecordOutcome = (id: string, itemId: string) => useChange((outcome: Outcome | null) => request(PlanItem, 'PUT', `/annual-plans/${id}/items/${itemId}/outcome`, { outcome }));
export const useLink = (id: string, itemId: string) => useChange(({ idempotencyKey, body }: Keyed<MakeLink>) => request(PlanItem, 'POST', `/annual-plans/${id}/items/${itemId}/links`, body, { idempotencyKey }));
export const useUnlink = (id: string, itemId: string) => useChange((linkId: string) => request(PlanItem, 'DELETE', `/annual-plans/${id}/items/${itemId}/links/${linkId}`));
export const useProposeNeed = () => useChange(({ idempotencyKey, body }: Keyed<ProposeNeed>) => request(Made, 'POST', '/training-needs', body, { idempotencyKey }));
export const useWithdrawNeed = () => useChange((needId: string) => request(Done, 'POST', `/training-needs/${needId}/withdraw`));
export const useTakeNeed = (id: string, needId: string) => useChange(({ idempotencyKey, body }: Keyed<SaveItem>) => request(Made, 'POST', `/annual-plans/${id}/needs/${needId}/take`, body, { idempotencyKey }));
export const useDeclineNeed = (id: string, needId: string) => useChange((note: string) => request(Done, 'POST', `/annual-plans/${id}/needs/${needId}/decline`, { note }));
