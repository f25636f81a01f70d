import RightOutlined from '@ant-design/icons/RightOutlined';
import { useTranslation } from 'react-i18next';
import styles from './definitions.module.css';

/** What each figure counts, folded away under the panel it belongs to. */
export function Definitions({ of, values }: { of: readonly string[]; values?: Record<string, number> }) {
  const { t } = useTranslation('courses');
  return (
    <details className={styles.definitions}>
      <summary className={styles.summary}><RightOutlined aria-hidden className={styles.arrow} />{t('statistics.definitions')}</summary>
      <dl className={styles.list}>
        {of.map((name) => <div key={name}><dt>{t(`statistics.${name}`)}</dt><dd>{t(`statistics.means.${name}`, { ...values })}</dd></div>)}
      </dl>
    </details>
  );
}
