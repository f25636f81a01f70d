import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { minimumSeconds, quizMinutes, readingMinutes, shownMinutes } from './reading.rules.ts';

test('700 hanzi take two minutes, 200 words one', () => {
  expect(readingMinutes('行'.repeat(700))).toBeCloseTo(2);
  expect(readingMinutes('word '.repeat(200))).toBeCloseTo(1);
});

test('code counts by half', () => {
  const words = 'word '.repeat(200);
  expect(readingMinutes(`\`\`\`text\n${words}\n\`\`\`\n`)).toBeCloseTo(0.5);
});

test('the minimum is a quarter of the estimate, at least 5 and at most 90 seconds', () => {
  expect(minimumSeconds(4)).toBe(60);
  expect(minimumSeconds(0.1)).toBe(5);
  expect(minimumSeconds(60)).toBe(90);
});

test('whatever the length, the minimum stays within its bounds and never falls as the text grows', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), (a, b) => {
      const [short, long] = [Math.min(a, b), Math.max(a, b)].map((hanzi) => minimumSeconds(readingMinutes('行'.repeat(hanzi)))) as [number, number];
      expect(short).toBeGreaterThanOrEqual(5);
      expect(long).toBeLessThanOrEqual(90);
      expect(short).toBeLessThanOrEqual(long);
    }),
  );
});

test('shown minutes are whole and at least one', () => {
  expect(shownMinutes(0.2)).toBe(1);
  expect(shownMinutes(2.6)).toBe(3);
  expect(quizMinutes(5)).toBe(4);
});
