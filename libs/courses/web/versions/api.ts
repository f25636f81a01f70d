import { CourseVersions, Gains, GrantedGains, NewerVersion, Registered } from '@zhixing/courses/contract';
import { request, withQuery } from '@zhixing/platform/web';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

/** What later versions say to who has this registration. */
export const newerVersionQuery = (registrationId: string) => queryOptions({
  queryKey: ['courses', 'registration', registrationId, 'newer-version'],
  queryFn: ({ signal }) => request(NewerVersion, 'GET', `/registrations/${registrationId}/newer-version`, undefined, { signal }),
});

/** The history of a course, newest first. */
export const versionsQuery = (courseId: string) => queryOptions({
  queryKey: ['courses', 'statistics', courseId, 'versions'],
  queryFn: ({ signal }) => request(CourseVersions, 'GET', `/courses/${courseId}/versions`, undefined, { signal }),
});

/** Who would complete a course by the rule of its current version. */
export const gainsQuery = (courseId: string) => infiniteQueryOptions({
  queryKey: ['courses', 'gains', courseId],
  queryFn: ({ pageParam, signal }) => request(Gains, 'GET', withQuery(`/courses/${courseId}/gains`, { limit: 20, cursor: pageParam }), undefined, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.nextCursor ?? undefined,
});

/** Moves my registration to the current version with what I have done. Harmless to repeat. */
export function useCarryOver(registrationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(Registered, 'POST', `/registrations/${registrationId}/carry-over`, {}),
    meta: { ownError: true },
    // not waited for: what is read anew takes the offer, and whoever asked, off the page
    onSuccess: () => void client.invalidateQueries({ queryKey: ['courses'] }),
  });
}

/** Grants a completion to all who gain, if they are still as many as were looked at. */
export function useGrantGains(courseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (count: number) => request(GrantedGains, 'POST', `/courses/${courseId}/gains`, { count }),
    meta: { ownError: true },
    onSettled: () => client.invalidateQueries({ queryKey: ['courses'] }),
  });
}
