import type { PathState } from '@zhixing/plans/contract';
import { StatusTag } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';

const LOOKS = { draft: 'draft', published: 'done', retired: 'ended' } as const;

/** Whether people see a path, and whether its draft says more than they see. */
export function PathStateTag({ state, changed }: { state: PathState; changed: boolean }) {
  const { t } = useTranslation('plans');
  return <StatusTag look={state === 'published' && changed ? 'waiting' : LOOKS[state]} plain>{t(state === 'published' && changed ? 'paths.pathState.changed' : `paths.pathState.${state}`)}</StatusTag>;
}
