import type { ObligationRow } from '@zhixing/plans/contract';
import { formatDay, formatMonthDay } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { daysUntil, today } from '../days.ts';
import { isOpen } from './obligation-status.tsx';
import styles from './due-text.module.css';

type Due = Pick<ObligationRow, 'dueOn' | 'zone' | 'status' | 'completedAt'>;

/** Until when, and how many days that is from now; the zone in which the day ends stands in the tooltip. Once completed, when. */
export function DueText({ due, withYear = false }: { due: Due; withYear?: boolean }) {
  const { t } = useTranslation('plans');
  const day = withYear || due.dueOn.slice(0, 4) !== today().slice(0, 4) ? formatDay(due.dueOn) : formatMonthDay(due.dueOn);
  if (due.completedAt) return <span className={styles.due}><span>{t('due.completedOn', { day: formatDay(due.completedAt) })}</span><span className={styles.left}>{t('due.wasDue', { day })}</span></span>;
  return (
    <span className={styles.due} title={t('due.tooltip', { day: formatDay(due.dueOn), zone: due.zone === 'Asia/Shanghai' ? t('due.beijing') : due.zone })}>
      <span>{t('due.on', { day })}</span>
      {isOpen(due.status) && <span className={`${styles.left} ${due.status === 'overdue' ? styles.late : ''}`}><DaysLeft due={due} /></span>}
    </span>
  );
}

function DaysLeft({ due: { dueOn, status } }: { due: Due }) {
  const { t } = useTranslation('plans');
  const days = daysUntil(dueOn);
  if (status === 'paused') return <>{t('due.paused')}</>;
  if (status === 'overdue') return <>{t('due.late', { count: Math.max(1, -days) })}</>;
  if (days <= 0) return <>{t('due.today')}</>;
  return <>{days === 1 ? t('due.tomorrow') : t('due.days', { count: days })}</>;
}
