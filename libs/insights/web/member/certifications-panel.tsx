import type { Member } from '@zhixing/insights/contract';
import { CycleStateTag } from '@zhixing/plans/web';
import { formatDay, Panel } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import styles from './obligations-panel.module.css';

/** What the member is certified for and until when, and what the position requires and is missing. */
export function CertificationsPanel({ certifications }: Pick<Member, 'certifications'>) {
  const { t } = useTranslation('insights');
  return (
    <Panel title={t('member.certifications')} flush className={styles.panel}>
      <ul>
        {certifications.map((one) => (
          <li key={one.id} className={styles.line}>
            <div className={styles.what}>
              <span lang="zh-CN">{one.title}</span>
              {one.required && <p className={styles.small}>{t('member.required')}</p>}
            </div>
            <span>{one.state === null ? '—' : one.validUntil === null ? t('member.forGood') : t('member.validUntil', { day: formatDay(one.validUntil) })}</span>
            <div><CycleStateTag state={one.state ?? 'missing'} plain /></div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
