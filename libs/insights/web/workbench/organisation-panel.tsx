import type { Workbench } from '@zhixing/insights/contract';
import { useMe } from '@zhixing/access/web';
import { peoplePages } from '@zhixing/people/contract';
import { formatInstant, formatNumber, Panel } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './workbench.module.css';

/** The newest file of the HR system: + new, − left, ~ changed. Whoever may open it gets there. */
export function OrganisationPanel({ hrSync }: Pick<Workbench, 'hrSync'>) {
  const { t } = useTranslation('insights');
  const opens = useMe().permissions.includes('hr:import');
  return (
    <Panel title={t('workbench.hrSync')}>
      {hrSync === null ? <p className={styles.note}>{t('workbench.noHrSync')}</p> : (
        <>
          <p className={styles.counts}>
            <span>{t('workbench.added', { number: formatNumber(hrSync.added) })}</span><span>{t('workbench.left', { number: formatNumber(hrSync.left) })}</span><span>{t('workbench.changed', { number: formatNumber(hrSync.changed) })}</span>
            {hrSync.errors > 0 && <span className={styles.late}>{t('workbench.errors', { number: formatNumber(hrSync.errors), count: hrSync.errors })}</span>}
          </p>
          <p className={styles.note}>{formatInstant(hrSync.at)} · {t(`workbench.syncState.${hrSync.state}`)}</p>
          {opens ? <Link to={`${peoplePages.hrImports.path}/${hrSync.id}`} className={styles.link}>{t('workbench.openSync')}</Link> : hrSync.errors > 0 && <p className={styles.note}>{t('workbench.askSystem')}</p>}
        </>
      )}
    </Panel>
  );
}
