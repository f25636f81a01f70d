import { plansPages, ResultRows, type ResultRowKind, type ResultsImportState, ResultsImportList, ResultsImportView } from '@zhixing/plans/contract';
import { request, upload, withQuery } from '@zhixing/platform/web';
import { infiniteQueryOptions, type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { v7 } from 'uuid';

export const resultsImportPath = (id: string): string => `${plansPages.results.path}/${id}`;
export const TEMPLATE_ADDRESS = '/api/v1/results-imports/template';

/** Milliseconds between two looks at an import a worker is busy with. */
const POLL = 1000;

/** Whether a worker is to do something yet. */
export const isBusy = (state: ResultsImportState): boolean => state === 'uploaded' || state === 'applying';

const nextPage = ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined;

/** Files of results I may see, newest first. */
export const resultsImportsQuery = infiniteQueryOptions({
  queryKey: ['plans', 'results'],
  queryFn: ({ pageParam, signal }) => request(ResultsImportList, 'GET', withQuery('/results-imports', { cursor: pageParam }), undefined, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: nextPage,
});

/** One file, looked at until no worker is busy with it. */
export const resultsImportQuery = (id: string) => queryOptions({
  queryKey: ['plans', 'results', id],
  queryFn: ({ signal }) => request(ResultsImportView, 'GET', `/results-imports/${id}`, undefined, { signal }),
  refetchInterval: ({ state: { data, error } }) => (!error && data && isBusy(data.state) ? POLL : false),
});

/** Rows of its report; applying it tells what became of them, so each state reads them anew. */
export const resultRowsQuery = (id: string, kind: ResultRowKind, state: ResultsImportState) => infiniteQueryOptions({
  queryKey: ['plans', 'results', id, 'rows', kind, state],
  queryFn: ({ pageParam, signal }) => request(ResultRows, 'GET', withQuery(`/results-imports/${id}/rows`, { kind, cursor: pageParam }), undefined, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: nextPage,
});

interface FileToImport { file: File; signal: AbortSignal; onProgress: (fraction: number) => void }

/** Sends a file; the answer comes once it is stored, and a worker reads it. */
export function useSendResults() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, signal, onProgress }: FileToImport) => upload(ResultsImportView, '/results-imports', file, { onProgress, signal, idempotencyKey: v7() }),
    meta: { ownError: true },
    onSuccess: (view) => keep(client, view),
  });
}

/** Decides on a file: stored, or thrown away. */
export function useResultsDecision(id: string, act: 'confirm' | 'discard') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(ResultsImportView, 'POST', `/results-imports/${id}/${act}`),
    meta: { ownError: act === 'confirm' },
    onSuccess: (view) => keep(client, view),
  });
}

/** Shows an import as the answer says it is. */
function keep(client: QueryClient, view: ResultsImportView): void {
  void client.invalidateQueries({ queryKey: resultsImportsQuery.queryKey, exact: true });
  client.setQueryData(resultsImportQuery(view.id).queryKey, view);
}
