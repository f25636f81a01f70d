import { Catalogue, CourseView } from '@zhixing/courses/contract';
import { Made } from '@zhixing/people/contract';
import {
  type AssignDirectly, AssignmentDifference, AssignmentList, AssignmentPreview, AssignmentRun, AssignmentRuns, type AssignmentsQuery, AssignmentView, AudienceConditions, type CreateAssignment, type EditAssignment, Funnel,
  type PreviewAssignment,
} from '@zhixing/plans/contract';
import { Done } from '@zhixing/platform/contract';
import { currentLanguage, request, withQuery } from '@zhixing/platform/web';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

const firstPage = undefined as string | undefined;
const nextPage = (last: { nextCursor: string | null }) => last.nextCursor ?? undefined;

export const assignmentsQuery = (filter: Omit<AssignmentsQuery, 'limit' | 'cursor'>) => infiniteQueryOptions({
  queryKey: ['plans', 'assignments', filter],
  queryFn: ({ pageParam, signal }) => request(AssignmentList, 'GET', withQuery('/assignments', { ...filter, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
  placeholderData: keepPreviousData,
});

/** One assignment; its rule comes in words of the language on screen. */
export const assignmentQuery = (id: string) => queryOptions({
  queryKey: ['plans', 'assignment', id, currentLanguage()],
  queryFn: ({ signal }) => request(AssignmentView, 'GET', `/assignments/${id}`, undefined, { signal }),
});

export const funnelQuery = (id: string, cycle: string | undefined) => queryOptions({
  queryKey: ['plans', 'assignment', id, 'funnel', cycle ?? null],
  queryFn: ({ signal }) => request(Funnel, 'GET', withQuery(`/assignments/${id}/funnel`, { cycle }), undefined, { signal }),
  placeholderData: keepPreviousData,
});

/** What reconciling now would do, and to whom. */
export const differenceQuery = (id: string) => queryOptions({
  queryKey: ['plans', 'assignment', id, 'difference'],
  queryFn: ({ signal }) => request(AssignmentDifference, 'GET', `/assignments/${id}/difference`, undefined, { signal }),
});

export const runsQuery = (id: string) => infiniteQueryOptions({
  queryKey: ['plans', 'assignment', id, 'runs'],
  queryFn: ({ pageParam, signal }) => request(AssignmentRuns, 'GET', withQuery(`/assignments/${id}/runs`, { limit: 20, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
});

/** What audience rules can be made of. */
export const conditionsQuery = queryOptions({
  queryKey: ['plans', 'conditions'],
  queryFn: ({ signal }) => request(AudienceConditions, 'GET', '/assignments/conditions', undefined, { signal }),
  staleTime: Infinity,
});

/** Whom a rule matches and what that would change; a question that is no longer asked is given up. */
export const previewQuery = (body: PreviewAssignment | undefined) => queryOptions({
  queryKey: ['plans', 'preview', body ?? null],
  queryFn: ({ signal }) => request(AssignmentPreview, 'POST', '/assignments/preview', body, { signal }),
  enabled: body !== undefined,
  placeholderData: keepPreviousData,
});

/** Courses found by words, for a field that picks one; without words the newest. */
export const coursesFoundQuery = (q: string) => queryOptions({
  queryKey: ['plans', 'courses', q],
  queryFn: ({ signal }) => request(Catalogue, 'GET', withQuery('/courses', { q, limit: 20 }), undefined, { signal }),
  placeholderData: keepPreviousData,
});

export const courseNamedQuery = (id: string | undefined) => queryOptions({
  queryKey: ['plans', 'course', id ?? null],
  queryFn: ({ signal }) => request(CourseView, 'GET', `/courses/${id}`, undefined, { signal }),
  enabled: id !== undefined,
});

function useChange<V, R>(send: (variables: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, meta: { ownError: true }, onSuccess: () => client.invalidateQueries({ queryKey: ['plans'] }) });
}

/** Stores a draft; sent again under its key it is one. */
export const useCreateAssignment = () => useChange(({ idempotencyKey, body }: { idempotencyKey: string; body: CreateAssignment }) => request(Made, 'POST', '/assignments', body, { idempotencyKey }));

export const useEditAssignment = (id: string) => useChange(({ revision, changes }: { revision: number; changes: EditAssignment }) => request(AssignmentView, 'PATCH', `/assignments/${id}`, changes, { revision }));

export const useActivate = (id: string) => useChange((affected: number | undefined) => request(AssignmentView, 'POST', `/assignments/${id}/activate`, affected === undefined ? {} : { affected }));

export const useEnd = (id: string) => useChange((reason: string) => request(AssignmentView, 'POST', `/assignments/${id}/end`, { reason }));

/** Reconciles now instead of at night. */
export const useAskRun = (id: string) => useChange(() => request(Done, 'POST', `/assignments/${id}/runs`, {}));

export const useConfirmRun = (id: string) => useChange(({ runId, affected }: { runId: string; affected: number }) => request(AssignmentRun, 'POST', `/assignments/${id}/runs/${runId}/confirm`, { affected }));

export const useDiscardRun = (id: string) => useChange((runId: string) => request(AssignmentRun, 'POST', `/assignments/${id}/runs/${runId}/discard`, {}));

/** A manager's own assignment; sent again under its key it is one. */
export const useAssignDirectly = () => useChange(({ idempotencyKey, body }: { idempotencyKey: string; body: AssignDirectly }) => request(Made, 'POST', '/assignments/direct', body, { idempotencyKey }));
