import PlusOutlined from '@ant-design/icons/PlusOutlined';
import type { PlanRow } from '@zhixing/plans/contract';
import { EmptyState, formatNumber, LoadMore, PageHeader, Panel, QueryView, Skeleton, TableBox, tableStyles as table } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { plansQuery } from '../annual-plan/api.ts';
import styles from '../annual-plan/annual-plan.module.css';
import { NewPlanDialog } from '../annual-plan/new-plan.tsx';
import { hours, money, PlanStateTag } from '../annual-plan/words.tsx';
import { annualPlanPath } from '../paths.ts';

/** The annual plans I administer, the latest year first. */
export default function AnnualPlansPage() {
  const { t } = useTranslation('plans');
  const query = useInfiniteQuery(plansQuery);
  const [making, setMaking] = useState(false);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const make = <Button type="primary" icon={<PlusOutlined aria-hidden />} aria-haspopup="dialog" onClick={() => setMaking(true)}>{t('annual.new')}</Button>;
  return (
    <>
      <PageHeader title={t('annual.title')} context={t('annual.context')} action={make} />
      <Panel title={t('annual.title')} hideTitle flush>
        <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={4} /></div>} empty={() => rows.length === 0 && <EmptyState drawing="courses" title={t('annual.none')}>{t('annual.noneWhy')}</EmptyState>}>
          {() => <><Rows rows={rows} />{query.hasNextPage && <div className={styles.inset}><LoadMore query={query} shown={rows.length} /></div>}</>}
        </QueryView>
      </Panel>
      {making && <NewPlanDialog plans={rows} onClose={() => setMaking(false)} />}
    </>
  );
}

function Rows({ rows }: { rows: PlanRow[] }) {
  const { t } = useTranslation('plans');
  const link = (row: PlanRow) => <Link to={annualPlanPath(row.id)}>{t('annual.yearOf', { year: row.year })} <span lang="zh-CN">{row.department.name}</span></Link>;
  return (
    <>
      <div className={styles.wide}>
        <TableBox label={t('annual.title')}>
          <table className={table.table}>
            <thead><tr><th scope="col">{t('annual.plan')}</th><th scope="col" className={table.number}>{t('annual.items')}</th><th scope="col" className={table.number}>{t('annual.people')}</th><th scope="col" className={table.number}>{t('annual.hours')}</th><th scope="col" className={table.number}>{t('annual.budget')}</th><th scope="col" className={table.number}>{t('annual.needsWaiting')}</th><th scope="col">{t('annual.filter.status')}</th></tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td className={styles.what}>{link(row)}</td><td className={table.number}>{formatNumber(row.items)}</td><td className={table.number}>{formatNumber(row.planned.people)}</td><td className={table.number}>{hours(row.planned.minutes)}</td>
                  <td className={table.number}>{money(row.planned.cost)}</td><td className={table.number}>{formatNumber(row.needsWaiting)}</td><td><PlanStateTag state={row.state} plain /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </div>
      <ul className={styles.cards}>
        {rows.map((row) => (
          <li key={row.id} className={styles.card}>
            <div className={styles.cardHead}>{link(row)}<PlanStateTag state={row.state} plain /></div>
            <p className={styles.small}>{t('annual.itemsOf', { count: row.items })} · {t('annual.peopleOf', { count: row.planned.people })} · {money(row.planned.cost)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
