import { expect, test } from '@jest/globals';
import { lastDay } from './last-day.ts';

test('evidence counts to the day before it expires', () => {
  expect(['2027-02-18', '2028-03-01', '2027-01-01'].map(lastDay)).toEqual(['2027-02-17', '2028-02-29', '2026-12-31']);
});
