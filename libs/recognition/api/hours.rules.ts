import type { Completion } from '@zhixing/courses/api';
import type { HoursKind } from '@zhixing/recognition/contract';

/**
 * What a completed course adds to the ledger, in minutes: what the server measured, at most what the course is reckoned to take, so that a
 * page left open earns nothing. Formal when the course examines.
 */
export const hoursOf = ({ quiz, minutes, estimate }: Pick<Completion, 'quiz' | 'minutes' | 'estimate'>): { kind: HoursKind; minutes: number } => ({
  kind: quiz ? 'formal' : 'other',
  minutes: Math.min(minutes, estimate),
});
