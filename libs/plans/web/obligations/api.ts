import { RegistrationList } from '@zhixing/courses/contract';
import {
  type GrantWaiver, ObligationList, type ObligationsQuery, ObligationView, OverseenList, type OverseenQuery, Reminded, type RequestExtension, type RevokeWaiver,
} from '@zhixing/plans/contract';
import { request, RequestError, withQuery } from '@zhixing/platform/web';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

const firstPage = undefined as string | undefined;
const nextPage = (last: { nextCursor: string | null }) => last.nextCursor ?? undefined;

/** What I owe, the nearest due date first; what is done, the latest first. */
export const obligationsQuery = (state: ObligationsQuery['state']) => infiniteQueryOptions({
  queryKey: ['plans', 'obligations', state],
  queryFn: ({ pageParam, signal }) => request(ObligationList, 'GET', withQuery('/obligations', { state, limit: 50, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
});

/** What I owe now, for the chip on a course; the nearest hundred are all that anybody has. */
export const openObligationsQuery = queryOptions({
  queryKey: ['plans', 'obligations', 'chip'],
  queryFn: ({ signal }) => request(ObligationList, 'GET', withQuery('/obligations', { state: 'open', limit: 100 }), undefined, { signal }),
  staleTime: 60_000,
});

/** How far I am in what I am learning: registration -> percent. */
export const percentsQuery = queryOptions({
  queryKey: ['plans', 'percents'],
  queryFn: ({ signal }) => request(RegistrationList, 'GET', withQuery('/registrations', { state: 'learning', limit: 100 }), undefined, { signal }),
  select: ({ items }) => new Map(items.map(({ id, percent }) => [id, percent])),
});

export const obligationQuery = (id: string) => queryOptions({
  queryKey: ['plans', 'obligation', id],
  queryFn: ({ signal }) => request(ObligationView, 'GET', `/obligations/${id}`, undefined, { signal }),
});

/** What I owe because of an assignment, in its newest cycle: where messages lead. */
export const mineOfQuery = (assignmentId: string) => queryOptions({
  queryKey: ['plans', 'obligation', 'of', assignmentId],
  queryFn: ({ signal }) => request(ObligationView, 'GET', `/assignments/${assignmentId}/mine`, undefined, { signal }),
});

export type OverseenFilter = Omit<OverseenQuery, 'limit' | 'cursor'>;

/** What the people I answer for owe, or (`assignmentId`) what people owe because of one assignment. */
export const overseenQuery = (filter: OverseenFilter, assignmentId?: string) => infiniteQueryOptions({
  queryKey: ['plans', 'overseen', assignmentId ?? 'team', filter],
  queryFn: ({ pageParam, signal }) => request(OverseenList, 'GET', withQuery(assignmentId ? `/assignments/${assignmentId}/people` : '/obligations/team', { ...filter, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
  placeholderData: keepPreviousData,
});

/** Whatever is decided about obligations shows on lists, pages and figures of the room. */
function useChange<V, R>(send: (variables: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, meta: { ownError: true }, onSuccess: () => client.invalidateQueries({ queryKey: ['plans'] }) });
}

export const useRequestExtension = () => useChange((body: RequestExtension) => request(ObligationView, 'POST', '/extensions', body));

export const useWithdrawExtension = () => useChange((id: string) => request(ObligationView, 'POST', `/extensions/${id}/withdraw`, {}));

export const useGrantWaiver = () => useChange((body: GrantWaiver) => request(ObligationView, 'POST', '/waivers', body));

export const useRevokeWaiver = () => useChange(({ id, ...body }: RevokeWaiver & { id: string }) => request(ObligationView, 'POST', `/waivers/${id}/revoke`, body));

/** How reminding several people went: how many were reminded, and for the others why not, each reason once. */
export interface RemindedPeople { reminded: number; refused: string[] }

/** What people are reminded of: what they owe, or that what they hold runs out. */
export type RemindedOf = 'obligations' | 'certification-cycles';

/** Reminds of one after the other; who cannot be reminded now does not keep the rest from it. */
export function useRemind(of: RemindedOf) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (ids: readonly string[]): Promise<RemindedPeople> => {
      const refused = new Set<string>();
      let reminded = 0;
      for (const id of ids) {
        try {
          await request(Reminded, 'POST', `/${of}/${id}/reminders`, {});
          reminded += 1;
        } catch (error) {
          if (!(error instanceof RequestError) || error.temporary || ids.length === 1) throw error;
          refused.add(error.detail);
        }
      }
      return { reminded, refused: [...refused] };
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['plans'] }),
  });
}
