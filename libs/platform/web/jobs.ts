import { queryOptions } from '@tanstack/react-query';
import { JobView } from '@zhixing/platform/contract';
import { request, RequestError } from './http.ts';

/** Milliseconds between two looks at a job that is not done. */
const POLL = 1000;

export const isUnfinished = ({ status }: Pick<JobView, 'status'>): boolean => status === 'queued' || status === 'running';

/** A job of one's own from its order on, looked at until it is done or failed; nothing is asked before there is an order. */
export const jobQuery = (ordered: JobView | undefined) => queryOptions({
  queryKey: ['platform', 'job', ordered?.id ?? null],
  queryFn: ({ signal }) => request(JobView, 'GET', `/jobs/${ordered!.id}`, undefined, { signal }),
  enabled: ordered !== undefined,
  initialData: ordered,
  refetchInterval: ({ state: { data, error } }) => {
    if (error instanceof RequestError && !error.temporary) return false;
    return data && isUnfinished(data) ? POLL : false;
  },
});
