import { HrImportList, HrImportRows, type HrImportState, HrImportView, type HrRowsQuery } from '@zhixing/people/contract';
import { request, upload, withQuery } from '@zhixing/platform/web';
import { infiniteQueryOptions, type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { v7 } from 'uuid';

export const HR_IMPORTS_PATH = '/system/hr-imports';
export const hrImportPath = (id: string): string => `${HR_IMPORTS_PATH}/${id}`;
export const TEMPLATE_ADDRESS = '/api/v1/hr-imports/template';

/** Milliseconds between two looks at an import a worker is busy with. */
const POLL = 1000;

/** Whether a worker is to do something yet. */
export const isBusy = (state: HrImportState): boolean => state === 'uploaded' || state === 'applying';

const nextPage = ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined;

/** All imports, newest first. */
export const hrImportsQuery = infiniteQueryOptions({
  queryKey: ['people', 'hr-imports'],
  queryFn: ({ pageParam, signal }) => request(HrImportList, 'GET', withQuery('/hr-imports', { cursor: pageParam }), undefined, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: nextPage,
});

/** One import, looked at until no worker is busy with it. */
export const hrImportQuery = (id: string) => queryOptions({
  queryKey: ['people', 'hr-import', id],
  queryFn: ({ signal }) => request(HrImportView, 'GET', `/hr-imports/${id}`, undefined, { signal }),
  refetchInterval: ({ state: { data, error } }) => (!error && data && isBusy(data.state) ? POLL : false),
});

/** Rows of its report; `state` because a new check writes them anew. */
export const hrRowsQuery = (id: string, kind: HrRowsQuery['kind'], state: HrImportState) => infiniteQueryOptions({
  queryKey: ['people', 'hr-import', id, 'rows', kind, state],
  queryFn: ({ pageParam, signal }) => request(HrImportRows, 'GET', withQuery(`/hr-imports/${id}/rows`, { kind, cursor: pageParam }), undefined, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: nextPage,
});

/** A file to send; `complete` = whoever is not in it has left. */
export interface FileToImport { file: File; complete: boolean; signal: AbortSignal; onProgress: (fraction: number) => void }

/** Sends a file; the answer comes once it is stored, and a worker reads it. */
export function useSendFile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, complete, signal, onProgress }: FileToImport) => upload(HrImportView, withQuery('/hr-imports', { complete }), file, { onProgress, signal, idempotencyKey: v7() }),
    meta: { ownError: true },
    onSuccess: (view) => keep(client, view),
  });
}

/** Lets an import be applied, with the number of people affected where it waits for it. */
export function useConfirm(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (affected: number | undefined) => request(HrImportView, 'POST', `/hr-imports/${id}/confirm`, { affected }),
    meta: { ownError: true },
    onSuccess: (view) => keep(client, view),
  });
}

/** Throws an import away before anything of it was applied. */
export function useDiscard(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(HrImportView, 'POST', `/hr-imports/${id}/discard`, {}),
    onSuccess: (view) => keep(client, view),
  });
}

function keep(client: QueryClient, view: HrImportView): void {
  client.setQueryData(hrImportQuery(view.id).queryKey, view);
  void client.invalidateQueries({ queryKey: hrImportsQuery.queryKey });
}
