import { expect, test } from '@jest/globals';
import { dayOf, momentOf, wordsOf } from './as-of.rules.ts';

test('a day means all of it in Beijing, a moment is written in one way only', () => {
  expect(momentOf('2026-11-24')).toBe('2026-11-24T15:59:59.999999Z');
  expect(momentOf('2026-11-24T16:00:00Z')).toBe('2026-11-24T16:00:00.000000Z');
  expect(dayOf(momentOf('2026-11-24'))).toBe('2026-11-24');
  expect(dayOf('2026-11-24T16:00:00.000000Z')).toBe('2026-11-25');
  expect(wordsOf(momentOf('2026-11-24'))).toBe('2026-11-24 23:59:59');
});
