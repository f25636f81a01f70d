import type { PersonState } from '@zhixing/people/contract';
import { type StatusLook, StatusTag } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';

const LOOKS: Record<PersonState, StatusLook> = { active: 'done', on_leave: 'paused', disabled: 'failed', left: 'ended', upcoming: 'waiting' };

/** How a person stands to the bank today. */
export function PersonStateTag({ state, plain = false }: { state: PersonState; plain?: boolean }) {
  const { t } = useTranslation('people');
  return <StatusTag look={LOOKS[state]} plain={plain}>{t(`state.${state}`)}</StatusTag>;
}
