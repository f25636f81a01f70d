import { TWO_REVIEWERS_FROM } from '@zhixing/skills/contract';

/** The level that reviewers' words come to: the lowest of them, or null while a second word is needed. */
export function grantedLevel(levels: readonly number[]): number | null {
  const lowest = Math.min(...levels);
  return lowest >= TWO_REVIEWERS_FROM && levels.length < 2 ? null : lowest;
}
