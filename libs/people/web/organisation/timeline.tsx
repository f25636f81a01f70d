import { formatDay } from '@zhixing/platform/web';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './timeline.module.css';

/** A dated row as history shows it. */
export interface TimelineRow { key: string; from: string; until: string | null; what: ReactNode; extra?: ReactNode }

/** From when to when, the last day included. */
export function Period({ from, until }: { from: string; until: string | null }) {
  const { t } = useTranslation('people');
  return <>{until ? t('period.closed', { from: formatDay(from), until: formatDay(dayBefore(until)) }) : t('period.open', { from: formatDay(from) })}</>;
}

/** Dated rows, the newest first. */
export function Timeline({ rows }: { rows: TimelineRow[] }) {
  return (
    <ol className={styles.list}>
      {rows.map((row) => (
        <li key={row.key} className={styles.row}>
          <span className={styles.period}><Period from={row.from} until={row.until} /></span>
          <span className={styles.what}>{row.what}</span>
          {row.extra}
        </li>
      ))}
    </ol>
  );
}

/** `until` itself no longer belongs to the period. */
const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
