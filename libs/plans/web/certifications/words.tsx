import type { CycleState, GapKind } from '@zhixing/plans/contract';
import { formatDay, type StatusLook, StatusTag, text } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';

const STATE: Record<CycleState | GapKind, StatusLook> = { valid: 'done', renewable: 'waiting', expiring: 'warned', expired: 'failed', missing: 'failed', revoked: 'ended' };

/** How a certification stands: its newest cycle, or why there is none that holds. */
export function CycleStateTag({ state, plain = false }: { state: CycleState | GapKind; plain?: boolean }) {
  const { t } = useTranslation('plans');
  return <StatusTag look={STATE[state]} plain={plain}>{t(`certification.state.${state}`)}</StatusTag>;
}

/** `有效期 12 个月`, or for good. */
export const periodOf = (months: number | null): string => (months === null ? text('plans:certification.forGood') : text('plans:certification.period', { count: months }));

/** `2026年3月5日`, or for good. */
export const untilOf = (day: string | null): string => (day === null ? text('plans:certification.forGood') : formatDay(day));
