import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, 30 seconds; the name in letters that all of them show. A code also holds one step earlier and later, for clocks that differ and hands that are slow. */
const TIME_BASED = { issuer: 'Zhixing', algorithm: 'SHA1', digits: 6, period: 30 };
const WINDOW = 1;

const totpOf = (key: string, label = ''): TOTP => new TOTP({ ...TIME_BASED, label, secret: Secret.fromBase32(key) });

/** A new key: 160 random bits (RFC 4226, R6) in base32. */
export const newKey = (): string => new Secret({ size: 20 }).base32;

/** The otpauth address an app reads from a QR code; `label` tells accounts apart. */
export const keyUri = (key: string, label: string): string => totpOf(key, label).toString();

/** Which 30-second step (counted from 1970) a code belongs to; null when it is none of those around `now`. */
export function stepOf(key: string, code: string, now: Date): number | null {
  const totp = totpOf(key);
  const timestamp = now.getTime();
  const delta = totp.validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}

/** A typed code as it is compared. */
export const plainCode = (typed: string): string => typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');

/** Whether a plain code is one of an app; the others are recovery codes. */
export const isTimeBased = (code: string): boolean => /^\d{6}$/.test(code);

/** Without 0, 1, i, l, o, u: nothing that is misread, and no words. */
const LETTERS = '23456789abcdefghjkmnpqrstvwxyz';
const RECOVERY_CODES = 10;

/** Ten recovery codes of 49 random bits, as they are shown. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => Array.from({ length: 10 }, (_, place) => `${place === 5 ? '-' : ''}${LETTERS[randomInt(LETTERS.length)]}`).join(''));
