import { ContentReviews, HardQuestions, Workbench } from '@zhixing/insights/contract';
import { request, withQuery } from '@zhixing/platform/web';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

/** What L&D has to do today. */
export const workbenchQuery = queryOptions({
  queryKey: ['insights', 'workbench'],
  queryFn: ({ signal }) => request(Workbench, 'GET', '/insights/workbench', undefined, { signal }),
});

export const hardQuestionsQuery = queryOptions({
  queryKey: ['insights', 'workbench', 'questions'],
  queryFn: ({ signal }) => request(HardQuestions, 'GET', '/insights/workbench/questions', undefined, { signal }),
});

/** Rows of a page of reviews: as many as leave the panels beside it in sight. */
const REVIEW_ROWS = 5;

/** Courses whose content is to be reviewed. */
export const contentReviewsQuery = infiniteQueryOptions({
  queryKey: ['insights', 'workbench', 'reviews'],
  queryFn: ({ pageParam, signal }) => request(ContentReviews, 'GET', withQuery('/insights/workbench/reviews', { limit: REVIEW_ROWS, cursor: pageParam }), undefined, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.nextCursor ?? undefined,
});
