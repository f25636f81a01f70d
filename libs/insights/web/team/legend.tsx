import { useTranslation } from 'react-i18next';
import { CellIcon } from './cell.tsx';
import styles from './team.module.css';

/** What the icons of the cells say. */
export function Legend() {
  const { t } = useTranslation('insights');
  return (
    <ul aria-label={t('matrix.legend')} className={styles.legend}>
      {(['finished', 'learning', 'registered'] as const).map((look) => <li key={look}><CellIcon look={look} />{t(`courses:state.${look}`)}</li>)}
      <li><CellIcon look="overdue" />{t('matrix.legendOverdue')}</li>
      <li><CellIcon look="due_soon" />{t('matrix.legendDueSoon')}</li>
      <li><CellIcon look="attention" />{t('attention.title')}</li>
      <li><span aria-hidden>—</span>{t('courses:state.none')}</li>
    </ul>
  );
}
