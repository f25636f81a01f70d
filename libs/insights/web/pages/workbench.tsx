import { useMe } from '@zhixing/access/web';
import type { Workbench } from '@zhixing/insights/contract';
import { messagesPages } from '@zhixing/messages/contract';
import { plansPages } from '@zhixing/plans/contract';
import { assignmentPath } from '@zhixing/plans/web';
import { formatNumber, PageHeader, Panel, QueryView, SkeletonBlock } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Figure, Figures } from '../components/figures.tsx';
import { workbenchQuery } from '../workbench/api.ts';
import { CampaignsPanel } from '../workbench/campaigns-panel.tsx';
import { OrganisationPanel } from '../workbench/organisation-panel.tsx';
import { QuestionsPanel } from '../workbench/questions-panel.tsx';
import { ReviewsPanel } from '../workbench/reviews-panel.tsx';
import styles from '../workbench/workbench.module.css';

/** What L&D has to do today: what waits for a decision, how the campaigns stand, what is broken. */
export default function WorkbenchPage() {
  const { t } = useTranslation('insights');
  const query = useQuery(workbenchQuery);
  return (
    <>
      <PageHeader title={t('workbench.title')} context={t('workbench.context')} />
      <QueryView query={query} loading={<SkeletonBlock height={320} />}>
        {(today) => (
          <>
            <Waiting {...today} />
            <div className={styles.columns}>
              <div className={styles.stack}>
                {today.waiting.runs.length > 0 && <RunsPanel runs={today.waiting.runs} />}
                <CampaignsPanel campaigns={today.campaigns} activeCampaigns={today.activeCampaigns} />
                <ReviewsPanel />
              </div>
              <div className={styles.stack}><QuestionsPanel /><OrganisationPanel hrSync={today.hrSync} /></div>
            </div>
          </>
        )}
      </QueryView>
    </>
  );
}

function Waiting({ waiting, failedMails }: Pick<Workbench, 'waiting' | 'failedMails'>) {
  const { t } = useTranslation('insights');
  const mails = useMe().permissions.includes('message:administer');
  const figures: Figure[] = [
    { key: 'exceptions', label: t('workbench.exceptions'), value: formatNumber(waiting.exceptions), hint: t('workbench.exceptionsHint'), to: plansPages.exceptions.path, warned: waiting.exceptions > 0 },
    { key: 'approvals', label: t('workbench.approvals'), value: formatNumber(waiting.approvals), hint: t('workbench.approvalsHint'), to: plansPages.approvals.path, warned: waiting.approvals > 0 },
    { key: 'mails', label: t('workbench.mails'), value: formatNumber(failedMails), hint: t(mails ? 'workbench.mailsHint' : 'workbench.mailsHintOthers'), ...(mails && { to: `${messagesPages.deliveries.path}?state=dead` }), warned: failedMails > 0 },
  ];
  return <Figures label={t('workbench.waiting')} figures={figures} />;
}

/** Reconciliations that touch so many people that somebody must confirm the number. */
function RunsPanel({ runs }: { runs: Workbench['waiting']['runs'] }) {
  const { t } = useTranslation('insights');
  return (
    <Panel title={t('workbench.runs')} flush>
      <ul className={styles.list}>
        {runs.map((run) => <li key={run.assignmentId} className={styles.item}><Link to={`${assignmentPath(run.assignmentId)}?tab=runs`} className={styles.link}>{t('workbench.run', { title: run.title, count: run.affected, number: formatNumber(run.affected) })}</Link></li>)}
      </ul>
    </Panel>
  );
}
