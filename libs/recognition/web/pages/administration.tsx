import { EmptyState, ExportButton, formatNumber, LoadMore, PageHeader, Panel, QueryView, SavedViews, Skeleton, useSearchParameters } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Address, filterOf, NO_FILTER } from '../administration/address.ts';
import { Filters } from '../administration/filters.tsx';
import { CertificateTable } from '../administration/table.tsx';
import { administeredQuery } from '../api.ts';
import styles from './pages.module.css';

/** More than this are not counted. */
const COUNTED = 1000;

/** All certificates of the people one administers. */
export default function AdministrationPage() {
  const { t } = useTranslation('recognition');
  const [address, change] = useSearchParameters(Address);
  const filter = filterOf(address);
  const query = useInfiniteQuery(administeredQuery(filter));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  const filtered = Object.keys(filter).length > 0;
  return (
    <>
      <PageHeader title={t('list.title')} context={t('list.context')} action={<ExportButton personal kind="certificates" parameters={filter} label={t('list.export')} />} />
      <SavedViews />
      <Filters address={address} onChange={change} />
      <Panel title={t('list.title')} hideTitle flush>
        <QueryView
          query={query} loading={<div className={styles.inset}><Skeleton lines={8} /></div>}
          empty={() => rows.length === 0 && (
            <EmptyState drawing="search" title={t('list.none')} action={filtered && <Button onClick={() => change(NO_FILTER)}>{t('list.clear')}</Button>}>{t(filtered ? 'list.noneFound' : 'list.noneYet')}</EmptyState>
          )}
        >
          {() => (
            <>
              <p role="status" className={styles.count}>{total > COUNTED ? t('list.countMany', { written: formatNumber(COUNTED) }) : t('list.count', { count: total, written: formatNumber(total) })}</p>
              <CertificateTable rows={rows} />
              <LoadMore query={query} shown={rows.length} />
            </>
          )}
        </QueryView>
      </Panel>
    </>
  );
}
