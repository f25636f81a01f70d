import { useQuery } from '@tanstack/react-query';
import { formatInstant, formatNumber, PageHeader, Panel, QueryView, Skeleton, TableBox, tableStyles as table } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { retentionQuery } from '../api.ts';
import styles from './retention.module.css';

/** How long which data are kept, why, and how much the daily purge dealt with. */
export default function RetentionPage() {
  const { t } = useTranslation('audit');
  const query = useQuery(retentionQuery());
  return (
    <>
      <PageHeader title={t('retention.title')} context={t('retention.context')} />
      <Panel title={t('retention.title')} hideTitle flush className={styles.panel}>
        <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={8} /></div>}>
          {({ items }) => (
            <TableBox label={t('retention.title')}>
              <table className={`${table.table} ${styles.table}`}>
                <thead>
                  <tr><th scope="col">{t('retention.data')}</th><th scope="col">{t('retention.period')}</th><th scope="col">{t('retention.why')}</th><th scope="col">{t('retention.lastRun')}</th><th scope="col" className={table.number}>{t('retention.purged')}</th></tr>
                </thead>
                <tbody>
                  {items.map((item) => (
                    <tr key={item.name}>
                      <td>{item.title}</td>
                      <td className={styles.period}>{item.period}</td>
                      <td className={table.small}>{item.why}</td>
                      <td className={table.small}>{item.lastRun ? t('retention.run', { time: formatInstant(item.lastRun.at), count: item.lastRun.rows, written: formatNumber(item.lastRun.rows) }) : '–'}</td>
                      <td className={table.number}>{item.lastRun ? formatNumber(item.purged) : '–'}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableBox>
          )}
        </QueryView>
        <p className={`${table.small} ${styles.inset}`}>{t('retention.note')}</p>
      </Panel>
    </>
  );
}
