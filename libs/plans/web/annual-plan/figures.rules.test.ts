import { expect, test } from '@jest/globals';
import type { Comparison } from '@zhixing/plans/contract';
import { sumBy, totalOf } from './figures.ts';

const row = (month: number, department: string, planned: number, actual: number): Comparison['rows'][number] => ({
  department: { id: department, name: department }, month, kind: 'class', planned: { people: planned, minutes: planned * 60, cost: planned * 100 }, actual: { people: actual, minutes: actual * 60, cost: actual * 100 },
});
const rows = [row(3, 'a', 10, 8), row(3, 'b', 5, 0), row(7, 'a', 0, 2)];

test('months without anything are there, and each month has the sum of all departments', () => {
  const months = sumBy(rows, (one) => String(one.month), ['1', '3', '7']);
  expect(months.map((one) => [one.key, one.planned.people, one.actual.people])).toEqual([['1', 0, 0], ['3', 15, 8], ['7', 0, 2]]);
});

test('the total is the same however the rows are grouped', () => {
  const total = { key: 'total', planned: { people: 15, minutes: 900, cost: 1500 }, actual: { people: 10, minutes: 600, cost: 1000 } };
  expect(totalOf(sumBy(rows, (one) => String(one.month)))).toEqual(total);
  expect(totalOf(sumBy(rows, (one) => one.department.id))).toEqual(total);
  expect(totalOf([])).toMatchObject({ planned: { people: 0 }, actual: { cost: 0 } });
});
