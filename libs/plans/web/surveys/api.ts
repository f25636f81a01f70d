import { type AnswerSurvey, type SaveSurvey, SurveyForm, SurveyView } from '@zhixing/plans/contract';
import { Done } from '@zhixing/platform/contract';
import { request } from '@zhixing/platform/web';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

const keyOf = (classId: string) => ['plans', 'classes', classId, 'survey'];

export const surveyQuery = (classId: string) => queryOptions({ queryKey: keyOf(classId), queryFn: ({ signal }) => request(SurveyView, 'GET', `/classes/${classId}/survey`, undefined, { signal }) });

export const formQuery = (classId: string) => queryOptions({ queryKey: [...keyOf(classId), 'form'], queryFn: ({ signal }) => request(SurveyForm, 'GET', `/classes/${classId}/survey/form`, undefined, { signal }), retry: false });

/** A write that answers with the survey as it is then. */
function useSurveyChange<V>(classId: string, send: (variables: V) => Promise<SurveyView>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, meta: { ownError: true }, onSuccess: (view) => client.setQueryData(keyOf(classId), view) });
}

export const useSaveSurvey = (classId: string) => useSurveyChange(classId, (body: SaveSurvey) => request(SurveyView, 'PUT', `/classes/${classId}/survey`, body));
export const useMoveSurvey = (classId: string) => useSurveyChange(classId, (to: 'open' | 'remind' | 'close') => request(SurveyView, 'POST', `/classes/${classId}/survey/${to}`));

export function useAnswer(classId: string) {
  const client = useQueryClient();
  return useMutation({ mutationFn: (body: AnswerSurvey) => request(Done, 'POST', `/classes/${classId}/survey/answers`, body), meta: { ownError: true }, onSuccess: () => client.invalidateQueries({ queryKey: ['plans', 'classes'] }) });
}
