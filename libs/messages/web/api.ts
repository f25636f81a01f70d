import { DeliveryList, MailState, MessagePreferences, NotificationList, type ReadNotifications, type SaveMessagePreferences, type TroubledState, UnreadCount } from '@zhixing/messages/contract';
import { Done } from '@zhixing/platform/contract';
import { request, withQuery } from '@zhixing/platform/web';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

const firstPage: string | undefined = undefined;
const nextPage = (last: { nextCursor: string | null }) => last.nextCursor ?? undefined;

/** Everything about one's own messages; news of them read it anew. */
export const OWN = ['messages', 'own'];

/** How many are unread; asked now and then too, for what comes while no stream is open yet. */
export const countQuery = queryOptions({
  queryKey: [...OWN, 'count'],
  queryFn: ({ signal }) => request(UnreadCount, 'GET', '/notifications/count', undefined, { signal }),
  refetchInterval: 60_000,
});

/** The newest few, for the panel under the bell. */
export const latestQuery = queryOptions({
  queryKey: [...OWN, 'latest'],
  queryFn: ({ signal }) => request(NotificationList, 'GET', withQuery('/notifications', { limit: 5 }), undefined, { signal }),
});

/** All, or the unread ones. */
export const notificationsQuery = (unread: boolean) => infiniteQueryOptions({
  queryKey: [...OWN, 'list', unread],
  queryFn: ({ pageParam, signal }) => request(NotificationList, 'GET', withQuery('/notifications', { unread: unread ? 1 : undefined, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
  placeholderData: keepPreviousData,
});

/** Marks messages as read, all without ids. */
export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (which: ReadNotifications) => request(UnreadCount, 'POST', '/notifications/read', which),
    onSuccess: (count) => {
      client.setQueryData(countQuery.queryKey, count);
      return client.invalidateQueries({ queryKey: OWN });
    },
  });
}

/** What the person chose. */
export const preferencesQuery = queryOptions({
  queryKey: ['messages', 'preferences'],
  queryFn: ({ signal }) => request(MessagePreferences, 'GET', '/notifications/preferences', undefined, { signal }),
});

export function useSaveMessagePreferences() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (choices: SaveMessagePreferences) => request(MessagePreferences, 'PUT', '/notifications/preferences', choices),
    onSuccess: (saved) => client.setQueryData(preferencesQuery.queryKey, saved),
  });
}

/** Mail in trouble. */
export const deliveriesQuery = (state: TroubledState | undefined) => infiniteQueryOptions({
  queryKey: ['messages', 'deliveries', state],
  queryFn: ({ pageParam, signal }) => request(DeliveryList, 'GET', withQuery('/messages/deliveries', { state, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
  placeholderData: keepPreviousData,
});

/** How the mail does. */
export const mailStateQuery = queryOptions({
  queryKey: ['messages', 'mail'],
  queryFn: ({ signal }) => request(MailState, 'GET', '/messages/mail', undefined, { signal }),
});

/** Lets one mail be sent again. */
export function useResend() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request(Done, 'POST', `/messages/deliveries/${id}/resend`),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: ['messages', 'deliveries'] }), client.invalidateQueries({ queryKey: mailStateQuery.queryKey })]),
  });
}
