import { CorrectedGrade, type CorrectGrade, GradedAttempts } from '@zhixing/courses/contract';
import { request, withQuery } from '@zhixing/platform/web';
import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query';

/** Submitted attempts at a course, newest first. */
export const gradedAttemptsQuery = (courseId: string, q: string | undefined) => infiniteQueryOptions({
  queryKey: ['courses', 'grades', courseId, q ?? ''],
  queryFn: ({ pageParam, signal }) => request(GradedAttempts, 'GET', withQuery(`/courses/${courseId}/attempts`, { q, cursor: pageParam }), undefined, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.nextCursor ?? undefined,
  placeholderData: keepPreviousData,
});

/** Corrects a grade; sent twice under one key it counts once. */
export function useCorrectGrade(courseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ attemptId, key, ...correction }: CorrectGrade & { attemptId: string; key: string }) =>
      request(CorrectedGrade, 'POST', `/attempts/${attemptId}/grade-corrections`, correction, { idempotencyKey: key }),
    meta: { ownError: true },
    onSuccess: () => client.invalidateQueries({ queryKey: ['courses', 'grades', courseId] }),
  });
}
