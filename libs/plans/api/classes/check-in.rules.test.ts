import { createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { digitsOf, endOfStep, judgeCode, stepAt } from './check-in.rules.ts';

test('a step lasts thirty seconds', () => {
  const step = stepAt(new Date('2026-03-02T01:00:29.999Z'));
  expect(stepAt(new Date('2026-03-02T01:00:00.000Z'))).toBe(step);
  expect(stepAt(new Date('2026-03-02T01:00:30.000Z'))).toBe(step + 1);
  expect(endOfStep(step).toISOString()).toBe('2026-03-02T01:00:30.000Z');
});

test('the digits are those of RFC 4226, appendix D', () => {
  const hotp = (counter: number) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(BigInt(counter));
    return digitsOf(createHmac('sha1', '12345678901234567890').update(bytes).digest());
  };
  expect([0, 1, 2, 3, 9].map(hotp)).toEqual(['755224', '287082', '359152', '969429', '520489']);
});

test('a code counts in its step and the one after, is expired for ten minutes, and wrong otherwise', () => {
  const codeOf = (step: number) => String(step).padStart(6, '0');
  expect([100, 99, 98, 80, 79, 101].map((step) => judgeCode(codeOf(step), 100, codeOf))).toEqual(['valid', 'valid', 'expired', 'expired', 'wrong', 'wrong']);
});
