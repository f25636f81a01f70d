import { formatDay, formatNumber, LoadMore, PageHeader, Panel, QueryView, Skeleton } from '@zhixing/platform/web';
import type { MyPoints } from '@zhixing/recognition/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pointsQuery } from '../api.ts';
import { BoardPanel } from '../ledgers/board.tsx';
import ledger from '../ledgers/hours-view.module.css';
import styles from './points.module.css';

/** My points, and the month of my department. */
export default function PointsPage() {
  const { t } = useTranslation('recognition');
  const query = useInfiniteQuery(pointsQuery);
  const first = query.data?.pages[0];
  return (
    <>
      <PageHeader title={t('points.title')} context={first ? t('points.context', { total: formatNumber(first.total), month: formatNumber(first.thisMonth) }) : t('points.waiting')} />
      <QueryView query={query} loading={<Skeleton lines={8} />}>
        {({ pages }) => (
          <div className={styles.columns}>
            <BoardPanel listed={pages[0]!.listed} />
            <div className={ledger.parts}>
              <Ledger pages={pages} more={query.hasNextPage || pages.length > 1 ? <LoadMore query={query} shown={pages.flatMap((page) => page.items).length} /> : null} />
              <Panel title={t('points.rules')} context={t('points.rulesContext')}>
                <ul className={styles.rules}>{pages[0]!.rules.map(({ code, points }) => <li key={code}><span>{t(`rule.${code}`)}</span><strong>{t('points.amount', { count: points })}</strong></li>)}</ul>
              </Panel>
            </div>
          </div>
        )}
      </QueryView>
    </>
  );
}

function Ledger({ pages, more }: { pages: MyPoints[]; more: ReactNode }) {
  const { t } = useTranslation('recognition');
  const rows = pages.flatMap((page) => page.items);
  return (
    <Panel title={t('points.ledger')} flush>
      {rows.length === 0 ? <p className={ledger.none}>{t('points.none')}</p> : (
        <ul>
          {rows.map(({ id, at, rule, points, title }) => (
            <li key={id} className={ledger.row}>
              <div className={ledger.words}>
                <p className={ledger.title}>{t(`rule.${rule}`)}</p>
                <p className={ledger.facts}><span lang="zh-CN">{title}</span><span>{formatDay(at)}</span></p>
              </div>
              <span className={ledger.minutes}>+{points}</span>
            </li>
          ))}
        </ul>
      )}
      {more}
    </Panel>
  );
}
