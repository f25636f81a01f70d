import { DecidedSkillReview, type DecideSkillReview, SkillReviewList } from '@zhixing/skills/contract';
import { request, withQuery } from '@zhixing/platform/web';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

/** Claims that wait for my word, the oldest first. */
export const reviewsQuery = infiniteQueryOptions({
  queryKey: ['skills', 'reviews'],
  queryFn: ({ pageParam, signal }) => request(SkillReviewList, 'GET', withQuery('/skill-reviews', { cursor: pageParam }), undefined, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.nextCursor ?? undefined,
});

/** Gives my word on a claim, once. */
export function useDecideReview(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: DecideSkillReview) => request(DecidedSkillReview, 'POST', `/skill-reviews/${id}/decision`, decision),
    meta: { ownError: true },
    onSuccess: () => client.invalidateQueries({ queryKey: ['skills'] }),
  });
}
