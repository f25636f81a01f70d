import type { BulkCounts } from '@zhixing/people/contract';
import { formatNumber } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import styles from './difference.module.css';

/** + new, ~ changed, - leaving, in words for those who do not see the signs. */
export function Difference({ counts }: { counts: BulkCounts }) {
  const { t } = useTranslation('people');
  const [added, changed, missing] = [counts.new, counts.changed, counts.missing].map((count) => formatNumber(count));
  return (
    <span className={styles.difference}>
      <span aria-hidden className={styles.signs}><span>+{added}</span><span>~{changed}</span><span>−{missing}</span></span>
      <span className="zx-only-read">{t('changes.differenceWords', { added, changed, missing })}</span>
    </span>
  );
}
