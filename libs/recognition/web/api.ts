import { Done } from '@zhixing/platform/contract';
import { request, withQuery } from '@zhixing/platform/web';
import {
  AdministeredList, Board, Certificate, CertificateCase, type CertificateFilter, CertificateList, CertifiedCourses, CompletionCertificate, Corrected, type CorrectHours, HoursRules, HoursYear, MyPoints,
  type PointsRuleCode, PointsRules, type SetHoursRule, Verification,
} from '@zhixing/recognition/contract';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

const firstPage: string | undefined = undefined;
const nextPage = (last: { nextCursor: string | null }) => last.nextCursor ?? undefined;

const ADMINISTERED = ['recognition', 'administered'];

/** One's own certificates, or those of somebody one leads or administers. */
export const certificatesQuery = (personId?: string) => infiniteQueryOptions({
  queryKey: ['recognition', 'certificates', personId],
  queryFn: ({ pageParam, signal }) => request(CertificateList, 'GET', withQuery(personId ? `/certificates/people/${personId}` : '/certificates', { cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
});

export const certificateQuery = (id: string) => queryOptions({
  queryKey: ['recognition', 'certificate', id],
  queryFn: ({ signal }) => request(Certificate, 'GET', `/certificates/${id}`, undefined, { signal }),
});

/** The certificate that a completion earned, null for none. Whoever comes before the worker has it issued by asking. */
export const earnedQuery = (completionId: string) => queryOptions({
  queryKey: ['recognition', 'earned', completionId],
  queryFn: async ({ signal }) => {
    const { granted, certificate } = await request(CompletionCertificate, 'GET', `/certificates/completions/${completionId}`, undefined, { signal });
    return granted && !certificate ? request(Certificate, 'POST', '/certificates', { completionId }) : certificate;
  },
});

/** What everybody may know of a number. */
export const verificationQuery = (number: string) => queryOptions({
  queryKey: ['recognition', 'verification', number],
  queryFn: ({ signal }) => request(Verification, 'GET', `/verify/${encodeURIComponent(number)}`, undefined, { signal }),
  retry: false,
});

export const administeredQuery = (filter: Partial<CertificateFilter>) => infiniteQueryOptions({
  queryKey: [...ADMINISTERED, filter],
  queryFn: ({ pageParam, signal }) => request(AdministeredList, 'GET', withQuery('/certificates/administered', { ...filter, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
  placeholderData: keepPreviousData,
});

/** What certificates were issued for. */
export const certifiedQuery = queryOptions({
  queryKey: [...ADMINISTERED, 'courses'],
  queryFn: ({ signal }) => request(CertifiedCourses, 'GET', '/certificates/administered/courses', undefined, { signal }),
});

const caseKey = (id: string) => [...ADMINISTERED, 'case', id];

export const caseQuery = (id: string) => queryOptions({
  queryKey: caseKey(id),
  queryFn: ({ signal }) => request(CertificateCase, 'GET', `/certificates/administered/${id}`, undefined, { signal }),
});

/** A decision as a request: where it goes and what it says. */
export interface DecisionRequest { path: string; body: object }

/** Stores a decision; answers with the case as it stands then, which for a new certificate is another one. */
export function useDecide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: DecisionRequest) => request(CertificateCase, 'POST', path, body),
    onSuccess: async (stored) => {
      client.setQueryData(caseKey(stored.id), stored);
      await client.invalidateQueries({ queryKey: ['recognition'] });
    },
    meta: { ownError: true },
  });
}

/** A year of one's own hours, or of somebody one leads or administers. */
export const hoursQuery = (year: number | undefined, personId?: string) => infiniteQueryOptions({
  queryKey: ['recognition', 'hours', personId, year],
  queryFn: ({ pageParam, signal }) => request(HoursYear, 'GET', withQuery(personId ? `/hours/people/${personId}` : '/hours', { year, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
  placeholderData: keepPreviousData,
});

/** Corrects somebody's hours; the key makes a repeat harmless. */
export function useCorrectHours(personId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: CorrectHours & { key: string }) => request(Corrected, 'POST', `/hours/people/${personId}/corrections`, body, { idempotencyKey: key }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['recognition', 'hours', personId] }),
    meta: { ownError: true },
  });
}

export const hoursRulesQuery = queryOptions({ queryKey: ['recognition', 'hours-rules'], queryFn: ({ signal }) => request(HoursRules, 'GET', '/hours/rules', undefined, { signal }) });

export function useSetHoursRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ year, ...body }: SetHoursRule & { year: number }) => request(HoursRules, 'PUT', `/hours/rules/${year}`, body),
    onSuccess: (rules) => client.setQueryData(hoursRulesQuery.queryKey, rules),
    meta: { ownError: true },
  });
}

export const pointsQuery = infiniteQueryOptions({
  queryKey: ['recognition', 'points', 'mine'],
  queryFn: ({ pageParam, signal }) => request(MyPoints, 'GET', withQuery('/points', { cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
});

/** A month of one's department; this month when none is named. */
export const boardQuery = (month: string | undefined) => queryOptions({
  queryKey: ['recognition', 'points', 'board', month],
  queryFn: ({ signal }) => request(Board, 'GET', withQuery('/points/board', { month }), undefined, { signal }),
  placeholderData: keepPreviousData,
});

/** Whether one stands on the board by name. */
export function useListing() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (listed: boolean) => request(Done, 'PUT', '/points/board/listing', { listed }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['recognition', 'points'] }),
  });
}

export const pointsRulesQuery = queryOptions({ queryKey: ['recognition', 'points-rules'], queryFn: ({ signal }) => request(PointsRules, 'GET', '/points/rules', undefined, { signal }) });

export function useSetPointsRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ code, points }: { code: PointsRuleCode; points: number }) => request(PointsRules, 'PUT', `/points/rules/${code}`, { points }),
    onSuccess: (rules) => client.setQueryData(pointsRulesQuery.queryKey, rules),
  });
}
