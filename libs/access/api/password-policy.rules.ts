import { COMMON_PASSWORDS } from './common-passwords.ts';

/** What a bank asks of passwords: characters, kinds of characters, days until it expires, and how many former ones may not come back. */
export interface PasswordPolicy {
  minimum: number;
  classes: number;
  days: number | null;
  history: number | null;
}

/** `asvs`: ASVS 5.0, 6.2 (length and the list of common ones, no rules of composition, no expiry). `mlps3`: what assessors of the third protection level (GB/T 22239) expect. */
export const POLICIES = {
  asvs: { minimum: 8, classes: 1, days: null, history: null },
  mlps3: { minimum: 10, classes: 3, days: 90, history: 5 },
} as const satisfies Record<string, PasswordPolicy>;

const CLASSES = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];

/** What is wrong with a new password of somebody with these names (login, staff number); null when nothing is. */
export function weaknessOf(password: string, policy: PasswordPolicy, names: readonly string[]): 'short' | 'classes' | 'common' | 'personal' | null {
  const folded = password.normalize('NFKC').toLowerCase();
  if ([...password].length < policy.minimum) return 'short';
  if (CLASSES.filter((one) => one.test(password)).length < policy.classes) return 'classes';
  if (COMMON_PASSWORDS.has(folded)) return 'common';
  return names.some((name) => name.length > 2 && folded.includes(name.toLowerCase())) ? 'personal' : null;
}
