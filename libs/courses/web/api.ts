import {
  AdministeredCourses, AttemptView, Catalogue, type CatalogueQuery, CourseStatistics, CourseView, EventResult, type LearningEvent, LessonView, type Progress,
  Registered, RegistrationList, type RegistrationQuery, RegistrationView, type SaveAnswers, SavedAnswers, StuckLearners, SubmitResult,
} from '@zhixing/courses/contract';
import { request, RequestError, withQuery } from '@zhixing/platform/web';
import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

/** What the catalogue is filtered by; the page keeps it in its address. */
export type CatalogueFilter = Omit<CatalogueQuery, 'cursor' | 'limit'>;

const firstPage = undefined as string | undefined;
const nextPage = (last: { nextCursor: string | null }) => last.nextCursor ?? undefined;

/** For writes that are harmless to repeat. */
const retry = (failures: number, error: unknown) => failures < 3 && error instanceof RequestError && error.temporary;
const retryDelay = (failures: number) => 500 * 2 ** failures;

/** The catalogue, a page at a time; the result before stays on screen while another filter loads. */
export const catalogueQuery = (filter: CatalogueFilter) => infiniteQueryOptions({
  queryKey: ['courses', 'catalogue', filter],
  queryFn: ({ pageParam, signal }) => request(Catalogue, 'GET', withQuery('/courses', { ...filter, limit: 24, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
  placeholderData: keepPreviousData,
});

/** A course with its outline and where I stand. */
export const courseQuery = (id: string) => queryOptions({
  queryKey: ['courses', 'course', id],
  queryFn: ({ signal }) => request(CourseView, 'GET', `/courses/${id}`, undefined, { signal }),
});

/** My registration: the player's outline, the finish page's facts. */
export const registrationQuery = (id: string) => queryOptions({
  queryKey: ['courses', 'registration', id],
  queryFn: ({ signal }) => request(RegistrationView, 'GET', `/registrations/${id}`, undefined, { signal }),
});

/** A lesson of my registration. */
export const lessonQuery = (registrationId: string, key: string) => queryOptions({
  queryKey: ['courses', 'registration', registrationId, 'lesson', key],
  queryFn: ({ signal }) => request(LessonView, 'GET', `/registrations/${registrationId}/lessons/${encodeURIComponent(key)}`, undefined, { signal }),
});

/** One try at a quiz: its paper while open, its result afterwards. */
export const attemptQuery = (id: string) => queryOptions({
  queryKey: ['courses', 'attempt', id],
  queryFn: ({ signal }) => request(AttemptView, 'GET', `/attempts/${id}`, undefined, { signal }),
});

/** My record, newest activity first. */
export const recordQuery = (state: RegistrationQuery['state']) => infiniteQueryOptions({
  queryKey: ['courses', 'record', state],
  queryFn: ({ pageParam, signal }) => request(RegistrationList, 'GET', withQuery('/registrations', { state, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
  placeholderData: keepPreviousData,
});

/** The courses whose statistics I may see. */
export const administeredCoursesQuery = queryOptions({
  queryKey: ['courses', 'administered'],
  queryFn: ({ signal }) => request(AdministeredCourses, 'GET', '/courses/statistics', undefined, { signal }),
});

/** A course's statistics at one version; the newest one when none is named. */
export const statisticsQuery = (id: string, version?: number) => queryOptions({
  queryKey: ['courses', 'statistics', id, version ?? null],
  queryFn: ({ signal }) => request(CourseStatistics, 'GET', withQuery(`/courses/${id}/statistics`, { version }), undefined, { signal }),
  placeholderData: keepPreviousData,
});

/** Who is stuck in a course, longest first. */
export const stuckQuery = (id: string, version: number) => infiniteQueryOptions({
  queryKey: ['courses', 'statistics', id, version, 'stuck'],
  queryFn: ({ pageParam, signal }) => request(StuckLearners, 'GET', withQuery(`/courses/${id}/statistics/stuck`, { version, limit: 10, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
});

/** Registers me at a course, or finds the registration that is open. */
export function useRegister(courseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(Registered, 'POST', `/courses/${courseId}/registrations`, {}),
    onSuccess: () => forgetLists(client),
  });
}

/** Reports what happens in a lesson. A repeat with the same id is harmless, so a failed network is tried again. */
export function useReportEvent(registrationId: string, key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, kind }: Pick<LearningEvent, 'id' | 'kind'>) =>
      request(EventResult, 'POST', `/registrations/${registrationId}/lessons/${encodeURIComponent(key)}/events`, { id, kind, clientTime: new Date().toISOString() } satisfies LearningEvent),
    meta: { ownError: true },
    retry,
    retryDelay,
    onSuccess: (result, { kind }) => {
      const lesson = lessonQuery(registrationId, key).queryKey;
      client.setQueryData(lesson, (known) => known && { ...known, state: result.state, remainingSeconds: result.remainingSeconds });
      keepProgress(client, registrationId, result.progress, key, result.state);
      if (kind !== 'marked_done') return;
      void client.invalidateQueries({ queryKey: lesson });
      refreshAfterProgress(client, registrationId);
    },
  });
}

/** Starts a try at a quiz, or finds the one that is open. */
export function useStartAttempt(registrationId: string, key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(AttemptView, 'POST', `/registrations/${registrationId}/lessons/${encodeURIComponent(key)}/attempts`, {}),
    onSuccess: (attempt) => {
      client.setQueryData(attemptQuery(attempt.id).queryKey, attempt);
      void client.invalidateQueries({ queryKey: lessonQuery(registrationId, key).queryKey });
    },
  });
}

/** Writes answers; used by the keeper, which knows what to do when it fails. */
export const saveAnswers = (attemptId: string, answers: SaveAnswers['answers']): Promise<SavedAnswers> =>
  request(SavedAnswers, 'PUT', `/attempts/${attemptId}/answers`, { answers } satisfies SaveAnswers);

/** Submits a try, once whatever the network does; its result and what it did to the registration are on screen at once. */
export function useSubmitAttempt(registrationId: string, key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (attemptId: string) => request(SubmitResult, 'POST', `/attempts/${attemptId}/submit`, {}),
    meta: { ownError: true },
    retry,
    retryDelay,
    onSuccess: ({ attempt, progress }) => {
      client.setQueryData(attemptQuery(attempt.id).queryKey, attempt);
      keepProgress(client, registrationId, progress, key, attempt.passed ? 'completed' : undefined);
      void client.invalidateQueries({ queryKey: lessonQuery(registrationId, key).queryKey });
      refreshAfterProgress(client, registrationId);
    },
  });
}

/** Percent and tick in the outline, from the answer of a write, before the outline itself is read again. */
function keepProgress(client: QueryClient, registrationId: string, progress: Progress, key: string, state?: EventResult['state']): void {
  client.setQueryData(registrationQuery(registrationId).queryKey, (known) => known && {
    ...known,
    ...progress,
    chapters: known.chapters.map((chapter) => ({
      ...chapter,
      lessons: chapter.lessons.map((lesson) => (lesson.key === key && state && lesson.state !== 'completed' ? { ...lesson, state } : lesson)),
    })),
  });
}

function refreshAfterProgress(client: QueryClient, registrationId: string): void {
  void client.invalidateQueries({ queryKey: registrationQuery(registrationId).queryKey, exact: true });
  forgetLists(client);
}

/** Lists that show my state are read again when next on screen. */
function forgetLists(client: QueryClient): void {
  for (const part of ['catalogue', 'course', 'record']) void client.invalidateQueries({ queryKey: ['courses', part] });
  void client.invalidateQueries({ queryKey: ['skills', 'person'] });
}
