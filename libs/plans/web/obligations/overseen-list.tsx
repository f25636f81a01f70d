import { listOf } from '@zhixing/platform/contract';
import { ObligationStatus } from '@zhixing/plans/contract';
import { EmptyState, LoadMore, Panel, QueryView, SearchField, Skeleton, useSearchParameters } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { overseenQuery } from './api.ts';
import styles from './overseen-table.module.css';
import { OverseenTable } from './overseen-table.tsx';

/** What a manager has to do with, when nothing else is asked for. */
const OPEN: ObligationStatus[] = ['overdue', 'due_soon', 'in_progress', 'not_started', 'paused'];

const Address = z.object({ q: z.string().trim().max(100).default(''), status: listOf(ObligationStatus) });

/** People and what they owe, filtered by words and state in the address; of one assignment and cycle, or what is open of everybody one answers for. `only` fixes the state. */
export function OverseenList({ assignmentId, cycle, only }: { assignmentId?: string; cycle?: string | undefined; only?: ObligationStatus }) {
  const { t } = useTranslation('plans');
  const [{ q, status }, change] = useSearchParameters(Address);
  const query = useInfiniteQuery(overseenQuery({ status: only ? [only] : status.length > 0 || assignmentId ? status : OPEN, ...(q && { q }), ...(cycle && { cycle }) }, assignmentId));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total ?? undefined;
  const toggle = (one: ObligationStatus) => change({ status: status.includes(one) ? status.filter((other) => other !== one) : [...status, one] });
  const filtered = q !== '' || status.length > 0 || only !== undefined;
  return (
    <>
      <div className={styles.filters}>
        <div className={styles.search}><SearchField value={q} label={t('people.search')} placeholder={t('people.searchHint')} onSearch={(next) => change({ q: next || undefined })} /></div>
        {!only && (
          <div role="group" aria-label={t('column.state')} className={styles.chips}>
            {ObligationStatus.options.map((one) => <button key={one} type="button" aria-pressed={status.includes(one)} className={`${styles.chip} ${status.includes(one) ? styles.on : ''}`} onClick={() => toggle(one)}>{t(`status.${one}`)}</button>)}
          </div>
        )}
      </div>
      <Panel title={t('people.title')} hideTitle flush>
        <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={8} /></div>} empty={() => rows.length === 0 && <EmptyState drawing={filtered ? 'search' : 'team'} title={t(filtered ? 'people.noneFound' : 'people.none')}>{t(filtered ? 'people.noneFoundWhy' : 'people.noneWhy')}</EmptyState>}>
          {() => (
            <>
              <OverseenTable rows={rows} showTarget={assignmentId === undefined} />
              <div className={styles.foot}><LoadMore query={query} shown={rows.length} {...(total !== undefined && { total })} /></div>
            </>
          )}
        </QueryView>
      </Panel>
    </>
  );
}
