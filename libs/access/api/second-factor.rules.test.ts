import { expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { isTimeBased, keyUri, newKey, newRecoveryCodes, plainCode, stepOf } from './second-factor.rules.ts';

const at = (seconds: number) => new Date(seconds * 1000);

test('RFC 6238 appendix B: the last six digits of its SHA-1 vectors, at their times', () => {
  const key = Secret.fromLatin1('12345678901234567890').base32;
  for (const [seconds, code] of [[59, '287082'], [1_111_111_109, '081804'], [1_111_111_111, '050471'], [1_234_567_890, '005924'], [2_000_000_000, '279037'], [20_000_000_000, '353130']] as const)
    expect(stepOf(key, code, at(seconds))).toBe(Math.floor(seconds / 30));
});

test('a code holds in its own 30 seconds, those before and those after, and says which step it is of', () => {
  const key = newKey();
  const code = TOTP.generate({ secret: Secret.fromBase32(key), timestamp: at(3000).getTime() });
  expect([2969, 2970, 3000, 3029, 3059, 3060].map((seconds) => stepOf(key, code, at(seconds)))).toEqual([null, 100, 100, 100, 100, null]);
});

test('the address tells an app everything, and which account it is', () => {
  const key = newKey();
  expect(key).toMatch(/^[A-Z2-7]{32}$/);
  const uri = new URL(keyUri(key, 'sf0001'));
  expect(`${uri.protocol}//${uri.host}`).toBe('otpauth://totp');
  expect(decodeURIComponent(uri.pathname)).toBe('/Zhixing:sf0001');
  expect(Object.fromEntries(uri.searchParams)).toEqual({ issuer: 'Zhixing', secret: key, algorithm: 'SHA1', digits: '6', period: '30' });
});

test('recovery codes differ, are typed as one likes, and are never taken for a code of the app', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^[2-9a-hjkmnp-tv-z]{5}-[2-9a-hjkmnp-tv-z]{5}$/);
    expect(plainCode(` ${code.toUpperCase()} `)).toBe(code.replace('-', ''));
    expect(isTimeBased(plainCode(code))).toBe(false);
  }
  expect(isTimeBased(plainCode('１２３ ４５６'))).toBe(true);
});
