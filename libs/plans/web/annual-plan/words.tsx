import type { NeedPriority, NeedState, PlanItemStatus, PlanState } from '@zhixing/plans/contract';
import { formatNumber, type StatusLook, StatusTag, text } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';

const STATE: Record<PlanState, StatusLook> = { draft: 'draft', submitted: 'waiting', approved: 'done', closed: 'ended' };
const STATUS: Record<PlanItemStatus, StatusLook> = { planned: 'idle', under_way: 'running', done: 'done', cancelled: 'ended' };
const NEED: Record<NeedState, StatusLook> = { waiting: 'waiting', taken: 'done', declined: 'failed', withdrawn: 'ended' };
const PRIORITY: Record<NeedPriority, StatusLook> = { high: 'warned', medium: 'idle', low: 'idle' };

/** Where a plan stands. */
export function PlanStateTag({ state, plain = false }: { state: PlanState; plain?: boolean }) {
  const { t } = useTranslation('plans');
  return <StatusTag look={STATE[state]} plain={plain}>{t(`annual.state.${state}`)}</StatusTag>;
}

/** How far an item is; late ones say so. */
export function ItemStatusTag({ status, late }: { status: PlanItemStatus; late: boolean }) {
  const { t } = useTranslation('plans');
  return late ? <StatusTag look="warned" plain>{t(`annual.status.${status}`)} · {t('annual.late')}</StatusTag> : <StatusTag look={STATUS[status]} plain>{t(`annual.status.${status}`)}</StatusTag>;
}

export function NeedStateTag({ state }: { state: NeedState }) {
  const { t } = useTranslation('plans');
  return <StatusTag look={NEED[state]} plain>{t(`annual.need.${state}`)}</StatusTag>;
}

export function PriorityTag({ priority }: { priority: NeedPriority }) {
  const { t } = useTranslation('plans');
  return <StatusTag look={PRIORITY[priority]} plain>{t('annual.priorityOf', { level: t(`annual.priority.${priority}`) })}</StatusTag>;
}

/** `¥90,000` */
export const money = (yuan: number): string => text('plans:annual.money', { yuan: formatNumber(yuan) });
/** Minutes as hours with at most one decimal: `12.5`. */
export const hours = (minutes: number): string => formatNumber(Math.round(minutes / 6) / 10);
/** A difference says by its sign whether it is more or less. */
export const signed = (value: number, words: (value: number) => string): string => (value > 0 ? `+${words(value)}` : value < 0 ? `−${words(-value)}` : words(0));
