import type { Completion } from '@zhixing/courses/api';
import type { PointsRuleCode } from '@zhixing/recognition/contract';
import { grantsCertificate } from './certificates.rules.ts';

/** The rules a completed course earns points by. What was learned elsewhere and brought in as history earns none. */
export function rulesEarned({ source, quiz, first_try: firstTry }: Pick<Completion, 'source' | 'quiz' | 'first_try'>): PointsRuleCode[] {
  if (source === 'import') return [];
  return ['course_passed', ...(firstTry ? ['first_try' as const] : []), ...(grantsCertificate({ quiz }) ? ['certificate' as const] : [])];
}
