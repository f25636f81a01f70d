import { EmptyState, LoadMore, PageHeader, Panel, QueryView, Skeleton } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { approvalsQuery } from '../approvals/api.ts';
import { ApprovalCard } from '../approvals/approval-card.tsx';
import styles from '../approvals/approvals.module.css';

/** What waits for my decision, the oldest first. */
export default function ApprovalsPage() {
  const { t } = useTranslation('plans');
  const query = useInfiniteQuery(approvalsQuery);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title={t('approval.title')} context={t('approval.context')} />
      <Panel title={t('approval.title')} hideTitle flush>
        <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={6} /></div>} empty={() => rows.length === 0 && <EmptyState drawing="done" title={t('approval.none')}>{t('approval.noneWhy')}</EmptyState>}>
          {() => (
            <>
              <ul className={styles.list}>{rows.map((one) => <ApprovalCard key={one.id} approval={one} />)}</ul>
              {query.hasNextPage && <div className={styles.foot}><LoadMore query={query} shown={rows.length} /></div>}
            </>
          )}
        </QueryView>
      </Panel>
    </>
  );
}
