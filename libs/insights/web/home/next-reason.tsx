import AlertOutlined from '@ant-design/icons/AlertOutlined';
import CalendarOutlined from '@ant-design/icons/CalendarOutlined';
import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined';
import CompassOutlined from '@ant-design/icons/CompassOutlined';
import HistoryOutlined from '@ant-design/icons/HistoryOutlined';
import RedoOutlined from '@ant-design/icons/RedoOutlined';
import StarOutlined from '@ant-design/icons/StarOutlined';
import TeamOutlined from '@ant-design/icons/TeamOutlined';
import type { NextReason } from '@zhixing/insights/contract';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import styles from './next-card.module.css';

const ICONS = { overdue: AlertOutlined, due: CalendarOutlined, retry: RedoOutlined, resume: HistoryOutlined, open: ClockCircleOutlined, colleagues: TeamOutlined, first: CompassOutlined, new: StarOutlined } as const;

function sentence(t: TFunction<'insights'>, reason: NextReason): string {
  switch (reason.code) {
    case 'overdue': return t('next.overdue', { count: reason.days });
    case 'due': return reason.days < 2 ? t(`next.due${reason.days === 1 ? 'Tomorrow' : 'Today'}`) : t('next.due', { count: reason.days });
    case 'retry': return t('next.retry', { score: reason.score });
    case 'resume':
    case 'open': return reason.days < 2 ? t(`next.${reason.code}${reason.days === 1 ? 'Yesterday' : 'Today'}`) : t(`next.${reason.code}`, { count: reason.days });
    case 'colleagues': return t('next.colleagues', { count: reason.people });
    default: return t(`next.${reason.code}`);
  }
}

/** Why a card stands under "do next", in words. */
export function NextReasonText({ reason }: { reason: NextReason }) {
  const { t } = useTranslation('insights');
  const Icon = ICONS[reason.code];
  return <p className={`${styles.reason} ${['overdue', 'retry'].includes(reason.code) ? styles.pressing : ''}`}><Icon aria-hidden />{sentence(t, reason)}</p>;
}
