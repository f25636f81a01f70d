import { expect, test } from '@jest/globals';
import type { TeamAsOf } from '@zhixing/insights/contract';
import { figureWords, reportFigures, shortened, wholePercent } from './report.rules.ts';

const team = (o: Partial<TeamAsOf>): TeamAsOf => ({
  scope: 'direct', on: '2026-11-25', compliance: { people: 0, compliant: 0, excused: 0, overdue: 0 }, skills: { people: 0, wanted: 0, held: 0 }, certifications: { expiring: 0, lapsed: 0 }, finished: 0, minutes: 0, ...o,
});

test('a percent is rounded down, and there is none of nothing', () => {
  expect([wholePercent(199, 200), wholePercent(200, 200), wholePercent(0, 3), wholePercent(0, 0)]).toEqual([99, 100, 0, null]);
});

test('the four figures stand beside those of the day before', () => {
  const now = team({ compliance: { people: 3, compliant: 2, excused: 1, overdue: 4 }, certifications: { expiring: 2, lapsed: 9 }, skills: { people: 1, wanted: 8, held: 5 } });
  expect(reportFigures(now, team({ on: '2026-10-25' }))).toEqual([
    { key: 'compliance', unit: 'percent', now: 66, before: null },
    { key: 'overdue', unit: 'items', now: 4, before: 0 },
    { key: 'expiring', unit: 'items', now: 2, before: 0 },
    { key: 'skills', unit: 'percent', now: 62, before: null },
  ]);
});

test('a figure reads with its unit', () => {
  expect([figureWords('percent', 66), figureWords('items', 0), figureWords('percent', null)]).toEqual(['66%', '0', '—']);
});

test('a text is cut by characters, never through one', () => {
  expect([shortened('大模型安全', 5), shortened('大模型安全与合规', 5), shortened('𠮷𠮷𠮷', 2)]).toEqual(['大模型安全', '大模型安…', '𠮷…']);
});
