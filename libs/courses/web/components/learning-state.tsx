import type { LearningState, RegistrationStatus } from '@zhixing/courses/contract';
import { type StatusLook, StatusTag } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';

const LOOKS: Record<LearningState, StatusLook> = { none: 'ended', registered: 'idle', learning: 'running', finished: 'done' };

/**
 * Where a person stands at a course, in one word, one colour and one icon; `percent` is added while learning. A registration that
 * ended without success says so instead. Needs the texts of `courses`.
 */
export function LearningStateTag({ state, status, percent, plain }: { state: LearningState; status?: RegistrationStatus; percent?: number; plain?: boolean }) {
  const { t } = useTranslation('courses');
  if (status === 'failed' || status === 'abandoned' || status === 'carried_over') {
    return <StatusTag look={status === 'failed' ? 'failed' : 'ended'} plain={plain}>{t(`status.${status}`)}</StatusTag>;
  }
  const word = t(`state.${state}`);
  return <StatusTag look={LOOKS[state]} plain={plain}>{state === 'learning' && percent !== undefined ? t('statePercent', { state: word, percent }) : word}</StatusTag>;
}
