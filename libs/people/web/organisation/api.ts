import { Choices, Colleague, DepartmentHistory, DepartmentTree, FoundPeople, Made, PeopleList, type PeopleQuery, PersonView, ReportList } from '@zhixing/people/contract';
import { Done } from '@zhixing/platform/contract';
import { request, withQuery } from '@zhixing/platform/web';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';

/** The tree of departments on a day; today when none is named. */
export const departmentsQuery = (asOf?: string) => queryOptions({
  queryKey: ['people', 'departments', asOf ?? null],
  queryFn: ({ signal }) => request(DepartmentTree, 'GET', withQuery('/departments', { asOf }), undefined, { signal }),
  placeholderData: keepPreviousData,
});

/** Where a department stood and what it was called. */
export const departmentQuery = (id: string) => queryOptions({
  queryKey: ['people', 'department', id],
  queryFn: ({ signal }) => request(DepartmentHistory, 'GET', `/departments/${id}`, undefined, { signal }),
});

/** People by words, department and state, a page at a time. */
export const peopleQuery = (filter: Omit<PeopleQuery, 'limit' | 'cursor'>) => infiniteQueryOptions({
  queryKey: ['people', 'list', filter],
  queryFn: ({ pageParam, signal }) => request(PeopleList, 'GET', withQuery('/people', { ...filter, cursor: pageParam }), undefined, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.nextCursor ?? undefined,
  placeholderData: keepPreviousData,
});

/** A colleague as everybody sees them. */
export const colleagueQuery = (id: string) => queryOptions({
  queryKey: ['people', 'colleague', id],
  queryFn: ({ signal }) => request(Colleague, 'GET', `/people/${id}/card`, undefined, { signal }),
});

/** Everything the organisation knows of a person. */
export const personQuery = (id: string) => queryOptions({
  queryKey: ['people', 'person', id],
  queryFn: ({ signal }) => request(PersonView, 'GET', `/people/${id}`, undefined, { signal }),
});

/** Who reports to a person today. */
export const reportsQuery = (id: string) => queryOptions({
  queryKey: ['people', 'person', id, 'reports'],
  queryFn: ({ signal }) => request(ReportList, 'GET', `/people/${id}/reports`, undefined, { signal }),
});

/** Positions and grades to choose from. */
export const choicesQuery = queryOptions({
  queryKey: ['people', 'choices'],
  queryFn: ({ signal }) => request(Choices, 'GET', '/people/choices', undefined, { signal }),
});

/** Colleagues found by words, for a field that picks one. */
export const foundQuery = (q: string) => queryOptions({
  queryKey: ['people', 'found', q],
  queryFn: ({ signal }) => request(FoundPeople, 'GET', withQuery('/people/found', { q, limit: 20 }), undefined, { signal }),
  enabled: q !== '',
  placeholderData: keepPreviousData,
});

const Answer = z.union([Made, Done]);

/** One command on a person or a department: where it goes and what it says. */
export interface Command { method: 'POST' | 'PATCH'; path: string; body?: unknown; revision?: number }

/** Sends a command of the organisation; everything read of it is read anew. `ownError`: the page says itself why it was refused. */
export function useCommand({ ownError }: { ownError: boolean }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body = {}, revision }: Command) => request(Answer, method, path, body, { ...(revision !== undefined && { revision }) }),
    meta: { ownError },
    onSuccess: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
}
