import type { TeamRow } from '@zhixing/insights/contract';
import { useTranslation } from 'react-i18next';
import { CellIcon } from './cell.tsx';
import styles from './cell.module.css';

/** How many mandatory items of a person are overdue and how many registrations need attention; nothing of what is zero. */
export function NeedCounts({ row: { overdue, attention } }: { row: TeamRow }) {
  const { t } = useTranslation('insights');
  return (
    <span className={styles.counts}>
      {overdue > 0 && <Count look="overdue" count={overdue} words={t('matrix.overdueItems', { count: overdue })} />}
      {attention > 0 && <Count look="attention" count={attention} words={t('matrix.attention', { count: attention })} />}
    </span>
  );
}

const Count = ({ look, count, words }: { look: 'overdue' | 'attention'; count: number; words: string }) => (
  <span className={`${styles.count} ${styles[look]}`} title={words}><CellIcon look={look} /><span aria-hidden>{count}</span><span className="zx-only-read">{words}</span></span>
);
