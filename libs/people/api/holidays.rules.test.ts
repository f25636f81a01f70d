import { expect, test } from '@jest/globals';
import { HOLIDAYS_2026 } from './demo-holidays.ts';
import { readCalendar } from './holidays.rules.ts';

const rows = (...cells: string[][]) => cells.map((row, at) => ({ line: at + 1, cells: row }));

test('days as people write them, with and without a heading', () => {
  const expected = [{ day: '2026-10-01', kind: 'holiday', name: '国庆节' }, { day: '2026-10-10', kind: 'workday', name: '国庆节调休' }];
  expect(readCalendar(rows(['日期', '类型', '名称'], ['2026/10/1', '放假', '国庆节'], ['2026年10月10日', '上班', '国庆节调休']))).toEqual({ days: expected, errors: [] });
  expect(readCalendar(rows(['2026-10-01', 'holiday', '国庆节'], ['2026.10.10', 'Workday', '国庆节调休']))).toEqual({ days: expected, errors: [] });
});

test('every row at fault is named by its line', () => {
  const { errors } = readCalendar(rows(['日期', '类型', '名称'], ['2026-02-30', '放假', '春节'], ['2026-02-15', '放假', '春节'], ['2026-02-15', '放假', '春节'], ['2026-02-16', '也许', '春节'], ['2026-02-17', '放假', '']));
  expect(errors).toEqual([{ row: 2, problem: 'day' }, { row: 4, problem: 'twice' }, { row: 5, problem: 'kind' }, { row: 6, problem: 'name' }]);
});

test('the official calendar of 2026: 33 days off, six weekend days worked for them, no day twice', () => {
  expect(HOLIDAYS_2026.filter((one) => one.kind === 'holiday')).toHaveLength(33);
  const worked = HOLIDAYS_2026.filter((one) => one.kind === 'workday').map((one) => one.day);
  expect(worked.every((day) => [0, 6].includes(new Date(day).getUTCDay()))).toBe(true);
  expect(worked).toHaveLength(6);
  expect(new Set(HOLIDAYS_2026.map((one) => one.day)).size).toBe(HOLIDAYS_2026.length);
});
