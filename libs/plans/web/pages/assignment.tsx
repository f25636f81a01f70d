import { useMe } from '@zhixing/access/web';
import { type AssignmentView, plansPages } from '@zhixing/plans/contract';
import { EmptyState, ExportButton, PageHeader, Panel, QueryView, SelectField, Skeleton, Slot, TabLinks, toast, useLive, useSearchParameters } from '@zhixing/platform/web';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLinkClickHandler, useParams } from 'react-router';
import { z } from 'zod';
import { ExceptionQueue } from '../approvals/exception-list.tsx';
import { assignmentQuery, useEnd } from '../assignments/api.ts';
import { AssignmentStateTag } from '../assignments/assignments-table.tsx';
import styles from '../assignments/assignment.module.css';
import { Overview } from '../assignments/overview.tsx';
import { RulePanel } from '../assignments/rule-panel.tsx';
import { Runs } from '../assignments/runs.tsx';
import { dueSentence } from '../components/due-rule.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { OverseenList } from '../obligations/overseen-list.tsx';
import { editAssignmentPath } from '../paths.ts';
import { assignmentOverview } from '../slots.ts';

const TABS = ['overview', 'people', 'exceptions', 'waivers', 'runs', 'rule'] as const;
const Address = z.object({ tab: z.enum(TABS).default('overview'), cycle: z.string().max(10).optional() });

/** One assignment: how far its people are, who they are, what waits for a decision, and what the rule says. It follows its runs while open. */
export default function AssignmentPage() {
  const { t } = useTranslation('plans');
  const { id = '' } = useParams();
  const query = useQuery(assignmentQuery(id));
  const client = useQueryClient();
  const administers = useMe().permissions.includes('assignment:administer');
  useLive(administers ? [`assignment:${id}`] : [], () => void client.invalidateQueries({ queryKey: ['plans'] }));
  const view = query.data;
  return (
    <>
      <PageHeader
        title={view?.title ?? t('assignment.title')} {...(view && { titleLanguage: 'zh-CN' as const })} back={administers ? { to: plansPages.administration.path, label: t('list.title') } : { to: `${plansPages.team.path}?tab=assigned`, label: t('team.title') }}
        context={view && <><span lang="zh-CN">{view.target.title}</span> · {dueSentence(view.due)}</>} action={view && <Action view={view} />}
      >
        {view && <><div className={styles.head}><AssignmentStateTag state={view.state} /><span className={styles.note}>{t(`mine.by.${view.origin}`)} <span lang="zh-CN">{view.owner.displayName}</span></span></div><Tabs view={view} /></>}
      </PageHeader>
      <QueryView query={query} loading={<Panel title={t('assignment.title')} hideTitle><Skeleton lines={8} /></Panel>}>{(shown) => <Shown view={shown} />}</QueryView>
    </>
  );
}

/** People of what only administrators decide: exceptions and runs are theirs. */
const tabsOf = (view: AssignmentView) => (view.origin === 'manager' ? TABS.filter((tab) => tab !== 'exceptions' && tab !== 'runs') : TABS);

function Tabs({ view }: { view: AssignmentView }) {
  const { t } = useTranslation('plans');
  const [{ tab }] = useSearchParameters(Address);
  return <TabLinks label={t('assignment.tabs')} parameter="tab" current={tab} tabs={tabsOf(view).map((key) => ({ key, label: t(`tab.${key}`), ...(key === 'exceptions' && view.exceptions > 0 && { count: view.exceptions }) }))} />;
}

function Action({ view }: { view: AssignmentView }) {
  const { t } = useTranslation('plans');
  const [ending, setEnding] = useState(false);
  const end = useEnd(view.id);
  const path = `${editAssignmentPath(view.id)}?step=check`;
  const go = useLinkClickHandler<HTMLElement>(path);
  if (!view.can.edit) return null;
  if (view.state === 'draft') return <Button type="primary" href={path} onClick={go}>{t('assignment.activate')}</Button>;
  return (
    <>
      <Button danger aria-haspopup="dialog" onClick={() => setEnding(true)}>{t('assignment.end')}</Button>
      {ending && (
        <ReasonDialog
          danger title={t('assignment.endTitle')} label={t('assignment.endReason')} hint={t('assignment.endHint')} max={200} send={t('assignment.end')} pending={end.isPending} error={end.error}
          onSend={(reason) => end.mutate(reason, { onSuccess: () => { toast.success(t('assignment.ended')); setEnding(false); } })} onClose={() => setEnding(false)}
        />
      )}
    </>
  );
}

function Shown({ view }: { view: AssignmentView }) {
  const { t } = useTranslation('plans');
  const [{ tab, cycle }, change] = useSearchParameters(Address);
  const counted = tab === 'overview' || tab === 'people' || tab === 'waivers';
  if (view.state === 'draft' && tab !== 'rule') return <Panel title={t(`tab.${tab}`)} hideTitle><EmptyState drawing="team" title={t('assignment.draft')} action={view.can.edit && <Link to={editAssignmentPath(view.id)}>{t('assignment.goOn')}</Link>}>{t('assignment.draftWhy')}</EmptyState></Panel>;
  return (
    <>
      {counted && (view.cycles.length > 1 || tab === 'people') && (
        <div className={styles.tools}>
          {view.cycles.length > 1
            ? <SelectField label={t('assignment.cycle')} value={cycle ?? view.cycle ?? ''} options={view.cycles.map((one) => ({ value: one.cycle, label: t('facts.cycle', { cycle: one.cycle }) }))} onChange={(next) => change({ cycle: next === view.cycle ? undefined : next })} />
            : <span />}
          {tab === 'people' && <ExportButton personal kind="assignment-people" parameters={{ assignmentId: view.id, ...(cycle && { cycle }) }} label={t('people.export')} />}
        </div>
      )}
      {tab === 'overview' && <div className={styles.stack}><Overview view={view} cycle={cycle} /><Slot of={assignmentOverview} props={{ assignmentId: view.id, cycle }} /></div>}
      {tab === 'people' && <OverseenList assignmentId={view.id} cycle={cycle} />}
      {tab === 'waivers' && <OverseenList assignmentId={view.id} cycle={cycle} only="waived" />}
      {tab === 'exceptions' && <ExceptionQueue assignmentId={view.id} />}
      {tab === 'runs' && <Runs view={view} />}
      {tab === 'rule' && <RulePanel view={view} />}
    </>
  );
}
