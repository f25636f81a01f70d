import { CODE_SECONDS } from '@zhixing/plans/contract';

const DIGITS = 6;

/** The time step a moment lies in. */
export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / CODE_SECONDS);

/** When a step ends. */
export const endOfStep = (step: number): Date => new Date((step + 1) * CODE_SECONDS * 1000);

/** Six digits of a MAC by dynamic truncation (RFC 4226, 5.3). */
export function digitsOf(mac: Buffer): string {
  const offset = mac[mac.length - 1]! & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** Steps after its own in which a code still counts: whoever scans in its last second has time to get through. */
const GRACE = 1;
/** Steps back to which a code is called expired instead of wrong: ten minutes. */
const REMEMBERED = 20;

/** What a given code is at a step: of now, one that was shown before, or none. `codeOf` = the code of a step. */
export function judgeCode(given: string, step: number, codeOf: (step: number) => string): 'valid' | 'expired' | 'wrong' {
  for (let back = 0; back <= REMEMBERED; back++) if (codeOf(step - back) === given) return back <= GRACE ? 'valid' : 'expired';
  return 'wrong';
}
