import { useQuery } from '@tanstack/react-query';
import { formatNumber, Panel, QueryView, Skeleton } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { dataSummaryQuery } from '../api.ts';
import styles from './data.module.css';

/** What is kept about me, table by table. */
export function KeptTables() {
  const { t } = useTranslation('audit');
  const query = useQuery(dataSummaryQuery());
  return (
    <Panel title={t('data.tables')} context={t('data.tablesContext')}>
      <QueryView query={query} loading={<Skeleton lines={8} />}>
        {({ tables }) => (
          <table className={styles.counts}>
            <thead><tr><th scope="col">{t('data.table')}</th><th scope="col" className={styles.number}>{t('data.rows')}</th></tr></thead>
            <tbody>{tables.map(({ name, title, rows }) => <tr key={name}><td>{title}</td><td className={styles.number}>{formatNumber(rows)}</td></tr>)}</tbody>
          </table>
        )}
      </QueryView>
    </Panel>
  );
}
