import { expect, test } from '@jest/globals';
import { CertificateNumber } from '@zhixing/recognition/contract';
import { masked, numberTail } from './certificates.rules.ts';

test('a name is shown by its first and last character, and never whole', () => {
  expect(['林晓雨', '欧阳明月', '李明', '丁', 'Ada Lee'].map(masked)).toEqual(['林*雨', '欧**月', '李*', '丁*', 'A*****e']);
});

test('a tail is four characters that nobody mistakes for others, and hardly ever the same', () => {
  const tails = Array.from({ length: 200 }, numberTail);
  for (const tail of tails) expect(CertificateNumber.safeParse(`ZX-2026-000001-${tail}`).success).toBe(true);
  expect(new Set(tails).size).toBeGreaterThan(190);
});
