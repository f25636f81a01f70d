import { Mark } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import styles from './opening.module.css';

/** While the first page is on its way; appears only when that takes a moment, so that a quick start does not flicker. */
export function Opening() {
  const { t } = useTranslation('shell');
  return <div role="status" className={styles.opening}><Mark size={48} /><span className="zx-only-read">{t('starting')}</span></div>;
}
