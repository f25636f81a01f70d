import { EvidenceAssignments, EvidencePacks, EvidencePreview } from '@zhixing/insights/contract';
import { request, withQuery } from '@zhixing/platform/web';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';

const firstPage = undefined as string | undefined;
const nextPage = (last: { nextCursor: string | null }) => last.nextCursor ?? undefined;

/** What a pack of the assignment would hold as of the end of a day. */
export const evidencePreviewQuery = (assignmentId: string, asOf: string, cycle: string | undefined) => queryOptions({
  queryKey: ['insights', 'evidence', assignmentId, asOf, cycle ?? null],
  queryFn: ({ signal }) => request(EvidencePreview, 'GET', withQuery('/insights/evidence-packs/preview', { assignmentId, asOf, cycle }), undefined, { signal }),
  placeholderData: keepPreviousData,
});

/** Whatever was ever asked of people, of the whole bank. */
export const evidenceAssignmentsQuery = (q: string) => infiniteQueryOptions({
  queryKey: ['insights', 'evidence-assignments', q],
  queryFn: ({ pageParam, signal }) => request(EvidenceAssignments, 'GET', withQuery('/insights/evidence-packs/assignments', { q, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
  placeholderData: keepPreviousData,
});

/** Packs that were made. */
export const evidenceMadeQuery = infiniteQueryOptions({
  queryKey: ['insights', 'evidence-made'],
  queryFn: ({ pageParam, signal }) => request(EvidencePacks, 'GET', withQuery('/insights/evidence-packs', { cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
});
