import { EmptyState, LoadMore, PageHeader, Panel, QueryView, Skeleton } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { certificatesQuery } from '../api.ts';
import { CertificateRow } from '../components/certificate-row.tsx';
import styles from './pages.module.css';

/** My certificates: newest first, each with its paper. */
export default function CertificatesPage() {
  const { t } = useTranslation('recognition');
  const navigate = useNavigate();
  const query = useInfiniteQuery(certificatesQuery());
  return (
    <>
      <PageHeader title={t('mine.title')} context={t('mine.context')} />
      <Panel title={t('mine.title')} hideTitle flush>
        <QueryView
          query={query} loading={<div className={styles.inset}><Skeleton lines={6} /></div>}
          empty={(data) => data.pages[0]?.items.length === 0 && (
            <EmptyState drawing="done" title={t('mine.none')} action={<Button type="primary" onClick={() => void navigate('/courses')}>{t('mine.browse')}</Button>}>{t('mine.noneWhy')}</EmptyState>
          )}
        >
          {(data) => {
            const rows = data.pages.flatMap((page) => page.items);
            return (
              <>
                <ul>{rows.map((row) => <CertificateRow key={row.id} certificate={row} />)}</ul>
                {(query.hasNextPage || data.pages.length > 1) && <LoadMore query={query} shown={rows.length} />}
              </>
            );
          }}
        </QueryView>
      </Panel>
    </>
  );
}
