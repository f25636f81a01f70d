import { Made } from '@zhixing/people/contract';
import {
  CertificationList, CertificationReport, CertificationView, type DecideExternalCertificate, ExternalCertificateList, GapList, type GapsQuery, HolderList, type HoldersQuery, MyCertifications, type SaveCertification,
  type SubmitExternalCertificate,
} from '@zhixing/plans/contract';
import { Done } from '@zhixing/platform/contract';
import { request, withQuery } from '@zhixing/platform/web';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

const KEY = ['plans', 'certifications'];
const firstPage = undefined as string | undefined;
const nextPage = (last: { nextCursor: string | null }) => last.nextCursor ?? undefined;

export const myCertificationsQuery = queryOptions({ queryKey: [...KEY, 'mine'], queryFn: ({ signal }) => request(MyCertifications, 'GET', '/certifications/mine', undefined, { signal }) });

export const certificationsQuery = queryOptions({ queryKey: [...KEY, 'list'], queryFn: ({ signal }) => request(CertificationList, 'GET', '/certifications', undefined, { signal }) });

export const certificationQuery = (id: string) => queryOptions({ queryKey: [...KEY, id], queryFn: ({ signal }) => request(CertificationView, 'GET', `/certifications/${id}`, undefined, { signal }) });

export const holdersQuery = (id: string, filter: Omit<HoldersQuery, 'limit' | 'cursor'>) => infiniteQueryOptions({
  queryKey: [...KEY, id, 'holders', filter],
  queryFn: ({ pageParam, signal }) => request(HolderList, 'GET', withQuery(`/certifications/${id}/holders`, { ...filter, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
  placeholderData: keepPreviousData,
});

export const toCheckQuery = infiniteQueryOptions({
  queryKey: [...KEY, 'to-check'],
  queryFn: ({ pageParam, signal }) => request(ExternalCertificateList, 'GET', withQuery('/external-certificates', { cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
});

export const reportQuery = (on: string | undefined) => queryOptions({
  queryKey: [...KEY, 'report', on],
  queryFn: ({ signal }) => request(CertificationReport, 'GET', withQuery('/certification-report', { on }), undefined, { signal }),
  placeholderData: keepPreviousData,
});

export const gapsQuery = (filter: Omit<GapsQuery, 'limit' | 'cursor'>) => infiniteQueryOptions({
  queryKey: [...KEY, 'gaps', filter],
  queryFn: ({ pageParam, signal }) => request(GapList, 'GET', withQuery('/certification-report/people', { ...filter, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
  placeholderData: keepPreviousData,
});

/** A write, after which everything of certifications is read anew; not waited for, since what it was about may leave the page. */
function useChange<V, R>(send: (variables: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, meta: { ownError: true }, onSuccess: () => void client.invalidateQueries({ queryKey: KEY }) });
}

export const useCreateCertification = () => useChange(({ idempotencyKey, body }: { idempotencyKey: string; body: SaveCertification }) => request(Made, 'POST', '/certifications', body, { idempotencyKey }));
export const useEditCertification = (id: string) => useChange(({ revision, body }: { revision: number; body: SaveCertification }) => request(CertificationView, 'PUT', `/certifications/${id}`, body, { revision }));
export const useRetireCertification = (id: string) => useChange(() => request(CertificationView, 'POST', `/certifications/${id}/retirement`));
export const useRevokeCycle = () => useChange(({ cycleId, reason }: { cycleId: string; reason: string }) => request(Done, 'POST', `/certification-cycles/${cycleId}/revocation`, { reason }));
export const useSubmitCertificate = () => useChange(({ idempotencyKey, body }: { idempotencyKey: string; body: SubmitExternalCertificate }) => request(Made, 'POST', '/external-certificates', body, { idempotencyKey }));
export const useWithdrawCertificate = () => useChange((id: string) => request(MyCertifications, 'POST', `/external-certificates/${id}/withdrawal`));
export const useDecideCertificate = () => useChange(({ id, ...body }: { id: string } & DecideExternalCertificate) => request(Done, 'POST', `/external-certificates/${id}/decision`, body));
export const useDecideEarly = () => useChange(({ id, decision }: { id: string; decision: 'accepted' | 'declined' }) => request(MyCertifications, 'POST', `/early-renewals/${id}/decision`, { decision }));
