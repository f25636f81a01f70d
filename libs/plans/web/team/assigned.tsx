import { EmptyState, LoadMore, Panel, QueryView, Skeleton } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { assignmentsQuery } from '../assignments/api.ts';
import { AssignmentsTable } from '../assignments/assignments-table.tsx';
import styles from '../assignments/assignments-table.module.css';

/** What managers assigned by themselves: a manager sees their own. */
export function Assigned() {
  const { t } = useTranslation('plans');
  const query = useInfiniteQuery(assignmentsQuery({ origin: 'manager' }));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t('team.tab.assigned')} hideTitle flush>
      <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={4} /></div>} empty={() => rows.length === 0 && <EmptyState drawing="team" title={t('team.noneAssigned')}>{t('team.noneAssignedWhy')}</EmptyState>}>
        {() => <><AssignmentsTable rows={rows} /><div className={styles.foot}><LoadMore query={query} shown={rows.length} /></div></>}
      </QueryView>
    </Panel>
  );
}
