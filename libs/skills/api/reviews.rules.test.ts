import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { grantedLevel } from './reviews.rules.ts';

test('up to level 3 one word is enough; levels 4 and 5 need two, and the lower one stands', () => {
  expect(grantedLevel([3])).toBe(3);
  expect(grantedLevel([4])).toBeNull();
  expect(grantedLevel([5, 4])).toBe(4);
  expect(grantedLevel([5, 2])).toBe(2);
});

test('property: no level above 3 comes of one word, and none above the lowest', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }), (levels) => {
    const granted = grantedLevel(levels);
    expect(granted === null).toBe(levels.length === 1 && levels[0]! > 3);
    if (granted !== null) expect(granted).toBe(Math.min(...levels));
  }));
});
