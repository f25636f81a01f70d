import { HardQuestions, Workbench } from '@zhixing/insights/contract';
import { request } from '@zhixing/platform/web';
import { queryOptions } from '@tanstack/react-query';

/** What L&D has to do today. */
export const workbenchQuery = queryOptions({
  queryKey: ['insights', 'workbench'],
  queryFn: ({ signal }) => request(Workbench, 'GET', '/insights/workbench', undefined, { signal }),
});

export const hardQuestionsQuery = queryOptions({
  queryKey: ['insights', 'workbench', 'questions'],
  queryFn: ({ signal }) => request(HardQuestions, 'GET', '/insights/workbench/questions', undefined, { signal }),
});
