import { useTranslation } from 'react-i18next';
import { CellIcon } from './cell.tsx';
import styles from './cell.module.css';

/** How many registrations of a person need attention; nothing when none does. */
export function AttentionCount({ count }: { count: number }) {
  const { t } = useTranslation('insights');
  if (count === 0) return null;
  return (
    <span className={styles.count} title={t('matrix.attention', { count })}>
      <CellIcon look="attention" /><span aria-hidden>{count}</span><span className="zx-only-read">{t('matrix.attention', { count })}</span>
    </span>
  );
}
