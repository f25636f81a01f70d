import type { HrImportState } from '@zhixing/people/contract';
import { type StatusLook, StatusTag } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';

const LOOKS: Record<HrImportState, StatusLook> = { uploaded: 'waiting', checked: 'draft', waiting_confirmation: 'warned', applying: 'running', applied: 'done', failed: 'failed', discarded: 'ended' };

/** Where an import stands. */
export function ImportStateTag({ state, plain }: { state: HrImportState; plain?: boolean }) {
  const { t } = useTranslation('people');
  return <StatusTag look={LOOKS[state]} plain={plain}>{t(`hrImports.state.${state}`)}</StatusTag>;
}
