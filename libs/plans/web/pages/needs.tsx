import PlusOutlined from '@ant-design/icons/PlusOutlined';
import type { MyNeeds } from '@zhixing/plans/contract';
import { EmptyState, PageHeader, Panel, QueryView, Skeleton, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { myNeedsQuery, useWithdrawNeed } from '../annual-plan/api.ts';
import styles from '../annual-plan/annual-plan.module.css';
import { NeedWords } from '../annual-plan/needs-tab.tsx';
import { ProposeDialog } from '../annual-plan/propose-dialog.tsx';
import { ItemStatusTag, NeedStateTag } from '../annual-plan/words.tsx';
import { MY_PLAN_ITEMS_PATH } from '../paths.ts';

/** What I proposed for my department, and what became of it. */
export default function NeedsPage() {
  const { t } = useTranslation('plans');
  const query = useQuery(myNeedsQuery);
  const [proposing, setProposing] = useState(false);
  const open = query.data?.open ?? [];
  return (
    <>
      <PageHeader
        title={t('annual.needs.title')} context={t('annual.needs.context')}
        action={<div className={styles.actions}><Link to={MY_PLAN_ITEMS_PATH}>{t('annual.mine.link')}</Link>{open.length > 0 && <Button type="primary" icon={<PlusOutlined aria-hidden />} aria-haspopup="dialog" onClick={() => setProposing(true)}>{t('annual.needs.propose')}</Button>}</div>}
      >
        {query.data && <p className={styles.small}>{open.length ? <>{t('annual.needs.openFor')}<span lang="zh-CN">{open.map((one) => t('annual.heading', { department: one.department.name, year: one.year })).join(t('annual.separator'))}</span></> : t('annual.needs.noneOpen')}</p>}
      </PageHeader>
      <Panel title={t('annual.needs.title')} hideTitle flush>
        <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={6} /></div>} empty={({ items }) => items.length === 0 && <EmptyState drawing="done" title={t('annual.needs.none')}>{t('annual.needs.noneWhy')}</EmptyState>}>
          {({ items }) => <ul className={styles.list}>{items.map((one) => <Row key={one.id} need={one} />)}</ul>}
        </QueryView>
      </Panel>
      {proposing && <ProposeDialog open={open} onClose={() => setProposing(false)} />}
    </>
  );
}

function Row({ need }: { need: MyNeeds['items'][number] }) {
  const { t } = useTranslation('plans');
  const withdraw = useWithdrawNeed();
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <NeedWords need={need} />
        {need.item && <p className={styles.line}><span>{t('annual.needs.became', { month: need.item.month })}<span lang="zh-CN">{need.item.title}</span></span><ItemStatusTag status={need.item.status} late={false} /></p>}
      </div>
      <div className={styles.actions}>
        <span className={styles.small}>{t('annual.yearOf', { year: need.year })}</span><NeedStateTag state={need.state} />
        {need.state === 'waiting' && <Button loading={withdraw.isPending} onClick={() => withdraw.mutate(need.id, { onSuccess: () => toast.success(t('annual.needs.withdrawn')), onError: (error) => toast.error(error.message) })}>{t('annual.needs.withdraw')}<span className="zx-only-read" lang="zh-CN"> {need.title}</span></Button>}
      </div>
    </li>
  );
}
