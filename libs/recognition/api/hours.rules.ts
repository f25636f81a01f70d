import type { Completion } from '@zhixing/courses/api';
import type { HoursKind } from '@zhixing/recognition/contract';

/**
 * What a completed course adds to the ledger, in minutes: what the server measured, at most what the course is reckoned to take, so that a
 * page left open earns nothing. Formal when the course examines. Of history that was brought in: the hours it says, formal when it has a score.
 */
export const hoursOf = ({ source, quiz, score, minutes, estimate }: Pick<Completion, 'source' | 'quiz' | 'score' | 'minutes' | 'estimate'>): { source: 'completion' | 'import'; kind: HoursKind; minutes: number } =>
  source === 'import'
    ? { source, kind: score === null ? 'other' : 'formal', minutes }
    : { source: 'completion', kind: quiz ? 'formal' : 'other', minutes: Math.min(minutes, estimate) };
