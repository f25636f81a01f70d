import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { ATTENTION } from '@zhixing/courses/contract';
import type { DueRow, TeamScope } from '@zhixing/insights/contract';
import { DUE_SOON_DAYS, REMIND_AGAIN_DAYS } from '@zhixing/plans/contract';
import { RemindButton } from '@zhixing/plans/web';
import { EmptyState, LoadMore, Panel, QueryView, Skeleton } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attentionQuery } from '../api.ts';
import { ActionLine } from './action-line.tsx';
import styles from './attention-panel.module.css';

/** What to act on, most pressing first: what is overdue or due soon, with a reminder for one or several, then whoever stands still; the rules stand above the list. */
export function AttentionPanel({ scope }: { scope: TeamScope }) {
  const { t } = useTranslation('insights');
  const query = useInfiniteQuery(attentionQuery(scope));
  const client = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const picked = rows.filter((row): row is DueRow => row.kind === 'obligation' && row.remindAgainOn === null && chosen.has(row.obligationId));
  const choose = (id: string, on: boolean) => setChosen((now) => new Set(on ? [...now, id] : [...now].filter((one) => one !== id)));
  const reminded = () => {
    setChosen(new Set());
    void client.invalidateQueries({ queryKey: ['insights', 'attention'] });
  };
  return (
    <Panel title={t('action.title')} context={t('action.rules', { ...ATTENTION, dueDays: DUE_SOON_DAYS, remindDays: REMIND_AGAIN_DAYS })} flush className={styles.panel}>
      <QueryView
        query={query} loading={<div className={styles.inset}><Skeleton lines={4} /></div>}
        empty={(data) => data.pages[0]?.items.length === 0 && <EmptyState drawing="done" title={t('action.none')}>{t('action.noneWhy')}</EmptyState>}
      >
        {(data) => (
          <div className={query.isPlaceholderData ? styles.waiting : undefined} aria-busy={query.isPlaceholderData}>
            {picked.length > 0 && (
              <div className={styles.bulk} role="status">
                <span>{t('action.chosen', { count: picked.length })}</span>
                <RemindButton rows={picked.map((row) => ({ ...row, id: row.obligationId }))} label={t('action.remindMany', { count: picked.length })} onDone={reminded} />
                <Button type="text" onClick={() => setChosen(new Set())}>{t('action.chooseNone')}</Button>
              </div>
            )}
            <ul>
              {rows.map((row) => (
                <ActionLine key={row.kind === 'obligation' ? row.obligationId : row.registrationId} row={row} chosen={row.kind === 'obligation' && chosen.has(row.obligationId)} onChoose={choose} onReminded={reminded} />
              ))}
            </ul>
            {(query.hasNextPage || data.pages.length > 1) && <LoadMore query={query} shown={rows.length} />}
          </div>
        )}
      </QueryView>
    </Panel>
  );
}
