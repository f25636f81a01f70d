import { AccessReviewList, AccessReviewView, CreatedGrant, type CreateGrant, type DecideItem, DepartmentTree, GrantList, type GrantsQuery, PeopleList, ReviewItemList, type Role, RoleList, RoleRequestList } from '@zhixing/people/contract';
import { Done } from '@zhixing/platform/contract';
import { request, withQuery } from '@zhixing/platform/web';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

const KEY = ['people', 'roles'];
const firstPage: string | undefined = undefined;
const nextPage = (last: { nextCursor: string | null }) => last.nextCursor ?? undefined;

export const rolesQuery = queryOptions({ queryKey: [...KEY, 'list'], queryFn: ({ signal }) => request(RoleList, 'GET', '/roles', undefined, { signal }) });

export const grantsQuery = (role: Role, state: GrantsQuery['state']) => infiniteQueryOptions({
  queryKey: [...KEY, 'grants', role, state],
  queryFn: ({ pageParam, signal }) => request(GrantList, 'GET', withQuery(`/roles/${role}/grants`, { state, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
});

export const requestsQuery = infiniteQueryOptions({
  queryKey: [...KEY, 'requests'],
  queryFn: ({ pageParam, signal }) => request(RoleRequestList, 'GET', withQuery('/role-requests', { cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
});

export const reviewsQuery = queryOptions({ queryKey: [...KEY, 'reviews'], queryFn: ({ signal }) => request(AccessReviewList, 'GET', '/access-reviews', undefined, { signal }) });

export const reviewQuery = (id: string) => infiniteQueryOptions({
  queryKey: [...KEY, 'review', id],
  queryFn: ({ pageParam, signal }) => request(ReviewItemList, 'GET', withQuery(`/access-reviews/${id}`, { cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
});

/** People to give a role to: the first few that fit the words. */
export const candidatesQuery = (q: string) => queryOptions({
  queryKey: ['people', 'candidates', q],
  queryFn: ({ signal }) => request(PeopleList, 'GET', withQuery('/people', { q, limit: 6 }), undefined, { signal }),
  enabled: q.length > 0,
});

/** The departments of today, to choose a scope from. */
export const departmentsQuery = queryOptions({
  queryKey: ['people', 'departments', 'today'],
  queryFn: ({ signal }) => request(DepartmentTree, 'GET', '/departments', undefined, { signal }),
});

/** Whatever is decided about roles may show on any of their lists. */
function useDecision<V, R>(send: (variables: V) => Promise<R>, ownError = false) {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, meta: { ownError }, onSettled: () => client.invalidateQueries({ queryKey: KEY }) });
}

/** Gives a role, or asks for an administrator role. */
export const useGrant = (role: Role) => useDecision((body: CreateGrant) => request(CreatedGrant, 'POST', `/roles/${role}/grants`, body), true);

export const useEndGrant = (role: Role) => useDecision((id: string) => request(Done, 'DELETE', `/roles/${role}/grants/${id}`), true);

export const useDecideRequest = () => useDecision(({ id, decision }: { id: string; decision: 'approve' | 'decline' }) => request(Done, 'POST', `/role-requests/${id}/${decision}`));

export const useOpenReview = () => useDecision(() => request(AccessReviewView, 'POST', '/access-reviews'));

export const useDecideItem = (reviewId: string) => useDecision(({ grantId, decision }: DecideItem & { grantId: string }) => request(Done, 'PUT', `/access-reviews/${reviewId}/grants/${grantId}`, { decision }));
