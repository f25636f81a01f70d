import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { minutesByPeriod, minutesOf } from './minutes.rules.ts';

test('half a minute a day shows up every other day', () => {
  expect(minutesByPeriod([30, 30, 30, 30])).toEqual([1, 0, 1, 0]);
});

test('the bars always add up to the total, none is negative, each is within a minute of its own', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 86_400 }), { maxLength: 12 }), (seconds) => {
      const minutes = minutesByPeriod(seconds);
      expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(minutesOf(seconds.reduce((sum, one) => sum + one, 0)));
      minutes.forEach((one, at) => {
        expect(one).toBeGreaterThanOrEqual(0);
        expect(Math.abs(one - seconds[at]! / 60)).toBeLessThanOrEqual(1);
      });
    }),
  );
});
