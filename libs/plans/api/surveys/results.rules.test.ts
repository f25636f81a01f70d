import { expect, test } from '@jest/globals';
import type { SurveyQuestion } from '@zhixing/plans/contract';
import { misfit, resultsOf } from './results.rules.ts';

const QUESTIONS: SurveyQuestion[] = [
  { key: 's', kind: 'scale', text: '总体满意度' },
  { key: 'o', kind: 'single', text: '节奏', options: ['快', '合适', '慢'] },
  { key: 'm', kind: 'multiple', text: '想学', options: ['知识图谱', '智能体'] },
  { key: 't', kind: 'text', text: '建议' },
];

test('an answer fits its question or is named', () => {
  expect(misfit(QUESTIONS, { s: 5, o: [1], m: [0, 1], t: '多些案例' })).toBeNull();
  expect(misfit(QUESTIONS, {})).toBeNull();
  expect(misfit(QUESTIONS, { o: [0, 1] })).toBe('o');
  expect(misfit(QUESTIONS, { m: [2] })).toBe('m');
  expect(misfit(QUESTIONS, { m: [1, 1] })).toBe('m');
  expect(misfit(QUESTIONS, { s: '5' })).toBe('s');
  expect(misfit(QUESTIONS, { x: 1 })).toBe('x');
});

test('counts by place, the mean of a scale to one decimal, texts with who wrote them when it is known', () => {
  const results = resultsOf(QUESTIONS, [{ answers: { s: 5, o: [1], m: [0, 1] }, by: null }, { answers: { s: 4, m: [1], t: '好' }, by: '王某' }, { answers: { s: 4 }, by: null }]);
  expect(results.map(({ answers, counts, mean, texts }) => ({ answers, counts, mean, texts }))).toEqual([
    { answers: 3, counts: [0, 0, 0, 2, 1], mean: 4.3, texts: [] },
    { answers: 1, counts: [0, 1, 0], mean: null, texts: [] },
    { answers: 2, counts: [1, 2], mean: null, texts: [] },
    { answers: 1, counts: [], mean: null, texts: [{ text: '好', by: '王某' }] },
  ]);
});
