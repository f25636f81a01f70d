import { AttentionReasonText } from '@zhixing/courses/web';
import type { AttentionRow } from '@zhixing/insights/contract';
import { formatPercent, Panel } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import styles from './member.module.css';

/** What this member needs attention at, and why. */
export function NeedsPanel({ rows }: { rows: AttentionRow[] }) {
  const { t } = useTranslation('insights');
  return (
    <Panel title={t('attention.title')} flush className={styles.panel}>
      <ul>
        {rows.map((row) => (
          <li key={row.registrationId} className={styles.need}>
            <p className={styles.course}><span lang="zh-CN">{row.course.title}</span> <span className={styles.percent}>{t('attention.percent', { percent: formatPercent(row.percent) })}</span></p>
            <AttentionReasonText reason={row.reason} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
