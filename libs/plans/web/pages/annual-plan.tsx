import { useMe } from '@zhixing/access/web';
import { type PlanView, plansPages } from '@zhixing/plans/contract';
import { formatDay, Notice, PageHeader, Panel, QueryView, Skeleton, TabLinks, useSearchParameters } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { z } from 'zod';
import { planQuery } from '../annual-plan/api.ts';
import styles from '../annual-plan/annual-plan.module.css';
import { ComparisonTab } from '../annual-plan/comparison-tab.tsx';
import { ItemsTab } from '../annual-plan/items-tab.tsx';
import { NeedsTab } from '../annual-plan/needs-tab.tsx';
import { PlanActions } from '../annual-plan/plan-actions.tsx';
import { RevisionsTab } from '../annual-plan/revisions-tab.tsx';
import { hours, money, PlanStateTag } from '../annual-plan/words.tsx';

const TABS = ['items', 'needs', 'comparison', 'revisions'] as const;
const Address = z.object({ tab: z.enum(TABS).default('items') });

/** One annual plan: its items, the needs departments propose, plan against actual, and what changed since the approval. */
export default function AnnualPlanPage() {
  const { t } = useTranslation('plans');
  const { id = '' } = useParams();
  const [{ tab }] = useSearchParameters(Address);
  const query = useQuery(planQuery(id));
  const plan = query.data;
  return (
    <>
      <PageHeader
        title={plan ? t('annual.heading', { department: plan.department.name, year: plan.year }) : t('annual.plan')} back={{ to: plansPages.annualPlans.path, label: t('annual.title') }} action={plan && <PlanActions plan={plan} />}
        {...(plan && { titleLanguage: 'zh-CN' as const, context: <>{t('annual.itemsOf', { count: plan.items })} · {t('annual.peopleOf', { count: plan.planned.people })} · {t('annual.hoursOf', { hours: hours(plan.planned.minutes) })} · {money(plan.planned.cost)}</> })}
      >
        {plan && <><Signatures plan={plan} /><TabLinks label={t('annual.tabs')} parameter="tab" current={tab} tabs={TABS.map((key) => ({ key, label: t(`annual.tab.${key}`), ...(key === 'needs' && plan.needsWaiting > 0 && { count: plan.needsWaiting }) }))} /></>}
      </PageHeader>
      <QueryView query={query} loading={<Panel title={t('annual.plan')} hideTitle><Skeleton lines={8} /></Panel>}>{(shown) => <Shown plan={shown} tab={tab} />}</QueryView>
    </>
  );
}

function Signatures({ plan }: { plan: PlanView }) {
  const { t } = useTranslation('plans');
  const me = useMe();
  const words = (key: 'submittedBy' | 'approvedBy', one: PlanView['submitted']) => one && <span className={styles.small}>{t(`annual.${key}`)} <span lang="zh-CN">{one.by.displayName}</span> · {formatDay(one.at)}</span>;
  return (
    <>
      <p className={styles.line}><PlanStateTag state={plan.state} />{plan.state !== 'draft' && words('submittedBy', plan.submitted)}{words('approvedBy', plan.approved)}</p>
      {plan.state === 'draft' && plan.returnNote && <Notice look="warned" title={t('annual.returned')}><span lang="zh-CN">{t('annual.returnedWhy', { note: plan.returnNote })}</span></Notice>}
      {plan.state === 'submitted' && plan.submitted?.by.id === me.person.id && <Notice look="info" title={t('annual.ownSubmitted')} />}
    </>
  );
}

function Shown({ plan, tab }: { plan: PlanView; tab: (typeof TABS)[number] }) {
  if (tab === 'items') return <ItemsTab plan={plan} />;
  if (tab === 'needs') return <NeedsTab plan={plan} />;
  if (tab === 'comparison') return <ComparisonTab plan={plan} />;
  return <RevisionsTab plan={plan} />;
}
