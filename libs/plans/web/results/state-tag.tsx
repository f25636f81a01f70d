import type { ResultCounts, ResultsImportState } from '@zhixing/plans/contract';
import { formatNumber, type StatusLook, StatusTag } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';

const LOOKS: Record<ResultsImportState, StatusLook> = { uploaded: 'waiting', checked: 'draft', applying: 'running', applied: 'done', failed: 'failed', discarded: 'ended' };

/** Where a file of results stands. */
export function ResultsStateTag({ state, plain }: { state: ResultsImportState; plain?: boolean }) {
  const { t } = useTranslation('plans');
  return <StatusTag look={LOOKS[state]} plain={plain}>{t(`results.state.${state}`)}</StatusTag>;
}

/** How many rows are new, stand already and are wrong. */
export function Counts({ counts }: { counts: ResultCounts }) {
  const { t } = useTranslation('plans');
  return <>{t('results.counts', { added: formatNumber(counts.new), same: formatNumber(counts.same), wrong: formatNumber(counts.error) })}</>;
}
