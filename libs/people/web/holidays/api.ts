import { HolidayImport, Holidays } from '@zhixing/people/contract';
import { request, upload, withQuery } from '@zhixing/platform/web';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

const KEY = ['people', 'holidays'];

/** The days of a year that are not what their weekday says. */
export const holidaysQuery = (year: number) => queryOptions({
  queryKey: [...KEY, year],
  queryFn: ({ signal }) => request(Holidays, 'GET', withQuery('/holidays', { year }), undefined, { signal }),
});

/** Sends a calendar file; with one row at fault nothing of it is stored. */
export function useSendCalendar() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, signal, onProgress }: { file: File; signal: AbortSignal; onProgress: (fraction: number) => void }) => upload(HolidayImport, '/holidays', file, { signal, onProgress }),
    meta: { ownError: true },
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
