import { expect, test } from '@jest/globals';
import { COMMON_PASSWORDS } from './common-passwords.ts';
import { POLICIES, weaknessOf } from './password-policy.rules.ts';

test('asvs-36 eight characters, none of the 3,000 most common, no login in it; any kind of characters', () => {
  expect(COMMON_PASSWORDS.size).toBe(3000);
  const weakness = (password: string) => weaknessOf(password, POLICIES.asvs, ['sf0001', 'employee']);
  expect(weakness('abcdefg')).toBe('short');
  expect(weakness('行远自迩登高自')).toBe('short');
  expect(weakness('行远自迩登高自卑')).toBeNull();
  for (const common of ['password1', 'PassWord1', 'iloveyou', '１２３４５６７８']) expect(weakness(common)).toBe('common');
  expect(weakness('xxSF0001yy')).toBe('personal');
  expect(weakness('correct horse battery')).toBeNull();
});

test('asvs-36 the profile of the third protection level asks for ten characters of three kinds', () => {
  const weakness = (password: string) => weaknessOf(password, POLICIES.mlps3, []);
  expect(weakness('Ab3defghi')).toBe('short');
  expect(weakness('abcdefghij1')).toBe('classes');
  expect(weakness('Abcdefghij1')).toBeNull();
  expect(weakness('知行合一abcdef1')).toBeNull();
});
