import type { BulkChangeState } from '@zhixing/people/contract';
import { type StatusLook, StatusTag } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';

const LOOKS: Record<BulkChangeState, StatusLook> = { uploaded: 'waiting', checked: 'draft', waiting_confirmation: 'warned', applying: 'running', applied: 'done', failed: 'failed', discarded: 'ended', undoing: 'running', undone: 'ended' };

/** Where a bulk change stands. */
export function ChangeStateTag({ state, plain }: { state: BulkChangeState; plain?: boolean }) {
  const { t } = useTranslation('people');
  return <StatusTag look={LOOKS[state]} plain={plain}>{t(`changes.state.${state}`)}</StatusTag>;
}
