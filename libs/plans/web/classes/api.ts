import { Made } from '@zhixing/people/contract';
import {
  type AddMembers, AttendanceChanges, AttendanceSheet, CheckedIn, type CheckIn, CheckInCode, ClassList, ClassReport, type ClassesQuery, ClassView, type CloseClass, type CopyClass, type MarkAttendance, MyClass, MyClasses,
  type NominateToClass, OpenClasses, type RemoveMember, Roster, type SaveClass,
} from '@zhixing/plans/contract';
import { Done, StoredFile } from '@zhixing/platform/contract';
import { request, upload, withQuery } from '@zhixing/platform/web';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

const KEY = ['plans', 'classes'];
const firstPage = undefined as string | undefined;
const nextPage = (last: { nextCursor: string | null }) => last.nextCursor ?? undefined;

export const classesQuery = (filter: Omit<ClassesQuery, 'limit' | 'cursor'>) => infiniteQueryOptions({
  queryKey: [...KEY, 'list', filter],
  queryFn: ({ pageParam, signal }) => request(ClassList, 'GET', withQuery('/classes', { ...filter, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
  placeholderData: keepPreviousData,
});

export const classQuery = (id: string) => queryOptions({ queryKey: [...KEY, id], queryFn: ({ signal }) => request(ClassView, 'GET', `/classes/${id}`, undefined, { signal }) });

export const rosterQuery = (id: string) => queryOptions({ queryKey: [...KEY, id, 'roster'], queryFn: ({ signal }) => request(Roster, 'GET', `/classes/${id}/roster`, undefined, { signal }) });

export const sheetQuery = (id: string) => queryOptions({ queryKey: [...KEY, id, 'attendance'], queryFn: ({ signal }) => request(AttendanceSheet, 'GET', `/classes/${id}/attendance`, undefined, { signal }) });

export const changesQuery = (id: string) => infiniteQueryOptions({
  queryKey: [...KEY, id, 'changes'],
  queryFn: ({ pageParam, signal }) => request(AttendanceChanges, 'GET', withQuery(`/classes/${id}/attendance/changes`, { cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
});

const SECOND = 1000;

/** The code of the moment, asked again when the next one comes and in between for those who have checked in. */
export const codeQuery = (id: string, halfDayId: string) => queryOptions({
  queryKey: [...KEY, id, 'code', halfDayId],
  queryFn: ({ signal }) => request(CheckInCode, 'GET', `/classes/${id}/half-days/${halfDayId}/check-in-code`, undefined, { signal }),
  refetchInterval: ({ state }) => (state.data ? Math.min(5 * SECOND, Math.max(SECOND, Date.parse(state.data.until) - Date.now() + SECOND / 4)) : 5 * SECOND),
});

export const reportQuery = (id: string) => queryOptions({ queryKey: [...KEY, id, 'report'], queryFn: ({ signal }) => request(ClassReport, 'GET', `/classes/${id}/report`, undefined, { signal }) });

export const myClassesQuery = queryOptions({ queryKey: [...KEY, 'mine'], queryFn: ({ signal }) => request(MyClasses, 'GET', '/classes/mine', undefined, { signal }) });

export const myClassQuery = (id: string) => queryOptions({ queryKey: [...KEY, id, 'mine'], queryFn: ({ signal }) => request(MyClass, 'GET', `/classes/${id}/mine`, undefined, { signal }) });

export const openClassesQuery = queryOptions({ queryKey: [...KEY, 'open'], queryFn: ({ signal }) => request(OpenClasses, 'GET', '/classes/open', undefined, { signal }) });

/** A write of one class, after which everything of classes is read anew. */
function useChange<V, R>(send: (variables: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, meta: { ownError: true }, onSuccess: () => client.invalidateQueries({ queryKey: KEY }) });
}

export const useCreateClass = () => useChange(({ idempotencyKey, body }: { idempotencyKey: string; body: SaveClass }) => request(Made, 'POST', '/classes', body, { idempotencyKey }));
export const useEditClass = (id: string) => useChange(({ revision, body }: { revision: number; body: SaveClass }) => request(ClassView, 'PUT', `/classes/${id}`, body, { revision }));
export const usePublishClass = (id: string) => useChange(() => request(ClassView, 'POST', `/classes/${id}/publish`));
export const useCancelClass = (id: string) => useChange((reason: string) => request(ClassView, 'POST', `/classes/${id}/cancel`, { reason }));
export const useCloseClass = (id: string) => useChange((body: CloseClass) => request(ClassView, 'POST', `/classes/${id}/close`, body));
export const useCopyClass = (id: string) => useChange(({ idempotencyKey, body }: { idempotencyKey: string; body: CopyClass }) => request(Made, 'POST', `/classes/${id}/copy`, body, { idempotencyKey }));
export const useAddMembers = (id: string) => useChange(({ idempotencyKey, body }: { idempotencyKey: string; body: AddMembers }) => request(Done, 'POST', `/classes/${id}/members`, body, { idempotencyKey }));
export const useRemoveMember = (id: string) => useChange(({ idempotencyKey, body }: { idempotencyKey: string; body: RemoveMember }) => request(Done, 'POST', `/classes/${id}/members/removal`, body, { idempotencyKey }));
export const useNominateToClass = (id: string) => useChange(({ idempotencyKey, body }: { idempotencyKey: string; body: NominateToClass }) => request(Done, 'POST', `/classes/${id}/nominations`, body, { idempotencyKey }));
/** Marks of one or more half-days, one after the other. */
export const useMark = (id: string) => useChange(async (all: MarkAttendance[]) => {
  for (const one of all) await request(AttendanceSheet, 'PUT', `/classes/${id}/attendance`, one);
});
export const useCheckIn = () => useChange((body: CheckIn) => request(CheckedIn, 'POST', '/classes/check-in', body));
/** A file from this device becomes material of the class. */
export const useAddMaterial = (id: string) => useChange(async (file: File) => request(ClassView, 'POST', `/classes/${id}/materials`, { fileId: (await upload(StoredFile, '/files', file)).id }));
export const useRemoveMaterial = (id: string) => useChange((materialId: string) => request(Done, 'DELETE', `/classes/${id}/materials/${materialId}`));
