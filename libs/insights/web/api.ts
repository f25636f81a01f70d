import { AttentionList, Home, Member, ReportSchedule, Team, TeamAsOf, TeamCertifications, type TeamScope } from '@zhixing/insights/contract';
import { request, withQuery } from '@zhixing/platform/web';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

const firstPage = undefined as string | undefined;
const nextPage = (last: { nextCursor: string | null }) => last.nextCursor ?? undefined;

/** My home page. */
export const homeQuery = queryOptions({
  queryKey: ['insights', 'home'],
  queryFn: ({ signal }) => request(Home, 'GET', '/insights/home', undefined, { signal }),
});

/** The people of the scope that match `q`, a page at a time, with the scope's figures; what was found before stays while another search runs. */
export const teamQuery = (scope: TeamScope, q: string) => infiniteQueryOptions({
  queryKey: ['insights', 'team', scope, q],
  queryFn: ({ pageParam, signal }) => request(Team, 'GET', withQuery('/insights/team', { scope, q, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
  placeholderData: keepPreviousData,
});

/** How the scope's people of today stood on a day, by default a month ago; read apart, so that the page does not wait for it, and not anew with every piece of news. */
export const teamAsOfQuery = (scope: TeamScope, on: string | undefined) => queryOptions({
  queryKey: ['insights', 'team-as-of', scope, on],
  queryFn: ({ signal }) => request(TeamAsOf, 'GET', withQuery('/insights/team/as-of', { scope, on }), undefined, { signal }),
  staleTime: 300_000,
});

/** Rows of a page of the attention list: as many as leave the matrix in sight. */
const ATTENTION_ROWS = 6;

/** What to act on in the scope, most pressing first. */
export const attentionQuery = (scope: TeamScope) => infiniteQueryOptions({
  queryKey: ['insights', 'attention', scope],
  queryFn: ({ pageParam, signal }) => request(AttentionList, 'GET', withQuery('/insights/team/attention', { scope, limit: ATTENTION_ROWS, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
  placeholderData: keepPreviousData,
});

/** What the scope is certified for that ends soon. */
export const teamCertificationsQuery = (scope: TeamScope) => infiniteQueryOptions({
  queryKey: ['insights', 'team-certifications', scope],
  queryFn: ({ pageParam, signal }) => request(TeamCertifications, 'GET', withQuery('/insights/team/certifications', { scope, cursor: pageParam }), undefined, { signal }),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
  placeholderData: keepPreviousData,
});

/** Whether the report of my team comes by itself. */
export const reportScheduleQuery = queryOptions({
  queryKey: ['insights', 'report-schedule'],
  queryFn: ({ signal }) => request(ReportSchedule, 'GET', '/insights/team/report-schedule', undefined, { signal }),
});

/** Stores how often the report comes. */
export function useSaveReportSchedule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (schedule: ReportSchedule) => request(ReportSchedule, 'PUT', '/insights/team/report-schedule', schedule),
    meta: { ownError: true },
    onSuccess: (saved) => { client.setQueryData(reportScheduleQuery.queryKey, saved); },
  });
}

/** One member of the team. */
export const memberQuery = (id: string) => queryOptions({
  queryKey: ['insights', 'member', id],
  queryFn: ({ signal }) => request(Member, 'GET', `/insights/team/members/${encodeURIComponent(id)}`, undefined, { signal }),
});
