import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState, ExportButton, formatNumber, LoadMore, PageHeader, Panel, QueryView, Skeleton, TabLinks, useSearchParameters } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { auditQuery } from '../api.ts';
import { filterOf, NO_FILTER, TrailAddress } from '../trail/address.ts';
import { ArchivesPanel } from '../trail/archives-panel.tsx';
import { ChainPanel } from '../trail/chain-panel.tsx';
import { EntrySheet } from '../trail/entry-sheet.tsx';
import { Filters } from '../trail/filters.tsx';
import { TrailTable } from '../trail/trail-table.tsx';
import styles from './audit.module.css';

/** More than this are not counted. */
const COUNTED = 1000;
/** Filters worth a tab. */
const TABS = ['', 'export', 'member.view'] as const;

/** The audit trail: who did what, when; its exports; and whether it is as it was written. */
export default function AuditPage() {
  const { t } = useTranslation('audit');
  const [address, change] = useSearchParameters(TrailAddress);
  const filter = filterOf(address);
  const query = useInfiniteQuery(auditQuery(filter));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  const filtered = Object.keys(filter).length > 0;
  return (
    <>
      <PageHeader
        title={t('title')} context={t('context')}
        action={<ExportButton personal kind="audit" parameters={filter} label={t('export')} />}
      >
        <TabLinks label={t('tabs')} parameter="action" current={address.action} tabs={TABS.map((key) => ({ key, label: t(`tab.${key || 'all'}`) }))} />
      </PageHeader>
      <Filters address={address} onChange={(changes) => change(changes)} />
      <Panel title={t('title')} hideTitle flush className={styles.panel}>
        <QueryView
          query={query} loading={<div className={styles.inset}><Skeleton lines={10} /></div>}
          empty={() => rows.length === 0 && (
            <EmptyState drawing="search" title={t('none')} action={filtered && <Button onClick={() => change(NO_FILTER)}>{t('filter.clear')}</Button>}>{t(filtered ? 'noneFound' : 'noneYet')}</EmptyState>
          )}
        >
          {() => (
            <>
              <p role="status" className={styles.count}>{total > COUNTED ? t('countMany', { written: formatNumber(COUNTED) }) : t('count', { count: total, written: formatNumber(total) })}</p>
              <TrailTable rows={rows} onOpen={(entry) => change({ entry }, { push: true })} />
              <LoadMore query={query} shown={rows.length} />
            </>
          )}
        </QueryView>
      </Panel>
      <ChainPanel />
      <ArchivesPanel />
      <EntrySheet id={address.entry} onClose={() => change({ entry: undefined })} />
    </>
  );
}
