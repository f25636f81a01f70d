import { Made } from '@zhixing/people/contract';
import { AdministeredPaths, type AdministeredPathsQuery, type EditPath, PathAim, type PathDraft, PathDraftView, PathList, type PathsQuery, PathView } from '@zhixing/plans/contract';
import { Done } from '@zhixing/platform/contract';
import { request, withQuery } from '@zhixing/platform/web';
import { RoleProfileList } from '@zhixing/skills/contract';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

const firstPage = undefined as string | undefined;
const nextPage = (last: { nextCursor: string | null }) => last.nextCursor ?? undefined;

export const pathsQuery = (filter: Omit<PathsQuery, 'limit' | 'cursor'>) => infiniteQueryOptions({
  queryKey: ['plans', 'paths', filter],
  queryFn: ({ pageParam, signal }) => request(PathList, 'GET', withQuery('/paths', { ...filter, limit: 24, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
  placeholderData: keepPreviousData,
});

/** The path one is on, for home. */
export const aimQuery = queryOptions({ queryKey: ['plans', 'paths', 'aim'], queryFn: ({ signal }) => request(PathAim, 'GET', '/paths/aim', undefined, { signal }) });

export const pathQuery = (id: string) => queryOptions({
  queryKey: ['plans', 'path', id],
  queryFn: ({ signal }) => request(PathView, 'GET', `/paths/${id}`, undefined, { signal }),
});

/** Roles a path can lead to. */
export const rolesQuery = queryOptions({ queryKey: ['plans', 'roles'], queryFn: ({ signal }) => request(RoleProfileList, 'GET', '/role-profiles', undefined, { signal }) });

export const administeredPathsQuery = (filter: Omit<AdministeredPathsQuery, 'limit' | 'cursor'>) => infiniteQueryOptions({
  queryKey: ['plans', 'administeredPaths', filter],
  queryFn: ({ pageParam, signal }) => request(AdministeredPaths, 'GET', withQuery('/paths/administered', { ...filter, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
  placeholderData: keepPreviousData,
});

/** Published paths found by words, for a field that picks one. */
export const publishedPathsQuery = (q: string) => queryOptions({
  queryKey: ['plans', 'administeredPaths', 'published', q],
  queryFn: ({ signal }) => request(AdministeredPaths, 'GET', withQuery('/paths/administered', { q, state: 'published', limit: 20 }), undefined, { signal }),
  placeholderData: keepPreviousData,
});

/** Paths that are open to me, by words. */
export const openPathsQuery = (q: string) => queryOptions({
  queryKey: ['plans', 'paths', 'open', q],
  queryFn: ({ signal }) => request(PathList, 'GET', withQuery('/paths', { q, limit: 20 }), undefined, { signal }),
  placeholderData: keepPreviousData,
});

export const pathDraftQuery = (id: string) => queryOptions({
  queryKey: ['plans', 'pathDraft', id],
  queryFn: ({ signal }) => request(PathDraftView, 'GET', `/paths/${id}/draft`, undefined, { signal }),
});

/** Follows a path or leaves it; each undoes the other. */
export function useEnrol(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (follow: boolean) => {
      if (follow) await request(PathView, 'POST', `/paths/${id}/enrolments`);
      else await request(Done, 'DELETE', `/paths/${id}/enrolments`);
    },
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: ['plans', 'paths'] }), client.invalidateQueries({ queryKey: ['plans', 'path', id] })]),
  });
}

/** `key` makes a repeat harmless. */
export function useCreatePath() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ draft, key }: { draft: PathDraft; key: string }) => request(Made, 'POST', '/paths', draft, { idempotencyKey: key }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['plans', 'administeredPaths'] }),
    meta: { ownError: true },
  });
}

export function useEditPath(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ changes, revision }: { changes: EditPath; revision: number }) => request(PathDraftView, 'PATCH', `/paths/${id}`, changes, { revision }),
    onSuccess: (view) => client.setQueryData(pathDraftQuery(id).queryKey, view),
    meta: { ownError: true },
  });
}

export function usePublishPath(id: string, act: 'publish' | 'retire') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(PathDraftView, 'POST', `/paths/${id}/${act}`),
    onSuccess: (view) => {
      client.setQueryData(pathDraftQuery(id).queryKey, view);
      return Promise.all([client.invalidateQueries({ queryKey: ['plans', 'administeredPaths'] }), client.invalidateQueries({ queryKey: ['plans', 'paths'] }), client.invalidateQueries({ queryKey: ['plans', 'path', id] })]);
    },
    meta: { ownError: true },
  });
}
