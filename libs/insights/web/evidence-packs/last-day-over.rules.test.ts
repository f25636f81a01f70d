import { expect, test } from '@jest/globals';
import { lastDayOver } from './last-day-over.ts';

test('a day is over a minute after midnight in Beijing', () => {
  expect(lastDayOver(new Date('2026-11-24T16:00:30Z'))).toBe('2026-11-23');
  expect(lastDayOver(new Date('2026-11-24T16:01:30Z'))).toBe('2026-11-24');
});
