import { expect, test } from '@jest/globals';
import { dayOf, endOf, monthBefore, monthOf } from './days.rules.ts';

test('a day, its end and its month are those of Shanghai', () => {
  expect(dayOf(new Date('2026-03-04T15:59:59.999Z'))).toBe('2026-03-04');
  expect(dayOf(new Date('2026-03-04T16:00:00Z'))).toBe('2026-03-05');
  expect(endOf('2026-03-05').toISOString()).toBe('2026-03-05T15:59:59.999Z');
  expect(monthOf('2026-03-05').toISOString()).toBe('2026-02-28T16:00:00.000Z');
});

test.each([['2026-03-31', '2026-02-28'], ['2024-03-30', '2024-02-29'], ['2026-01-15', '2025-12-15'], ['2026-12-31', '2026-11-30']])('a month before %s is %s', (day, before) => {
  expect(monthBefore(day)).toBe(before);
});
