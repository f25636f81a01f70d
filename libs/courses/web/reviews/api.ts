import { CourseReview, type SetReview } from '@zhixing/courses/contract';
import { request } from '@zhixing/platform/web';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

/** When the content of a course is reviewed. */
export const reviewQuery = (id: string) => queryOptions({
  queryKey: ['courses', 'review', id],
  queryFn: ({ signal }) => request(CourseReview, 'GET', `/courses/${encodeURIComponent(id)}/review`, undefined, { signal }),
});

/** A write that answers with the review as it is then. */
function useChange<V>(id: string, send: (variables: V) => Promise<CourseReview>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, onSuccess: (review) => { client.setQueryData(reviewQuery(id).queryKey, review); } });
}

export const useSetReview = (id: string) => useChange(id, (body: SetReview) => request(CourseReview, 'PUT', `/courses/${encodeURIComponent(id)}/review`, body));

export const useMarkReviewed = (id: string) => useChange(id, () => request(CourseReview, 'POST', `/courses/${encodeURIComponent(id)}/reviews`));
