import type { Workbench, WorkbenchCampaign } from '@zhixing/insights/contract';
import { plansPages } from '@zhixing/plans/contract';
import { assignmentPath } from '@zhixing/plans/web';
import { EmptyState, formatDay, formatNumber, Panel, TableBox, tableStyles as table } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './workbench.module.css';

/** The campaigns under way as funnels; each number leads to its people. */
export function CampaignsPanel({ campaigns, activeCampaigns }: Pick<Workbench, 'campaigns' | 'activeCampaigns'>) {
  const { t } = useTranslation('insights');
  const all = `${plansPages.administration.path}?state=active&origin=l_and_d`;
  return (
    <Panel title={t('workbench.campaigns')} context={t('workbench.campaignsContext')} extra={<Link to={all}>{t('workbench.allCampaigns', { count: activeCampaigns, number: formatNumber(activeCampaigns) })}</Link>} flush>
      {campaigns.length === 0
        ? <EmptyState drawing="courses" title={t('workbench.noCampaigns')} action={<Link to={plansPages.administration.path}>{t('workbench.toAssignments')}</Link>}>{t('workbench.noCampaignsWhy')}</EmptyState>
        : (
          <TableBox label={t('workbench.campaigns')}>
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col">{t('workbench.column.title')}</th><th scope="col">{t('workbench.column.due')}</th>
                  {(['assigned', 'started', 'done', 'late'] as const).map((step) => <th key={step} scope="col" className={table.number}>{t(`workbench.column.${step}`)}</th>)}
                </tr>
              </thead>
              <tbody>{campaigns.map((campaign) => <CampaignRow key={campaign.id} campaign={campaign} />)}</tbody>
            </table>
          </TableBox>
        )}
    </Panel>
  );
}

/** Where the people of a step are; who has begun is only told by the funnel of the assignment. */
const LISTS = { assigned: '?tab=people', started: '', done: '?tab=people&status=completed,completed_late', late: '?tab=people&status=overdue,completed_late' } as const;

function CampaignRow({ campaign }: { campaign: WorkbenchCampaign }) {
  const { t } = useTranslation('insights');
  const path = assignmentPath(campaign.id);
  return (
    <tr>
      <td><Link to={path} className={styles.link} lang="zh-CN">{campaign.title}</Link>{campaign.cycle && <span className={styles.cycle}>{campaign.cycle}</span>}</td>
      <td className={styles.day}>{campaign.dueOn ? formatDay(campaign.dueOn) : t('workbench.ownDays')}</td>
      {(['assigned', 'started', 'done', 'late'] as const).map((step) => (
        <td key={step} className={table.number}>
          <Link to={`${path}${LISTS[step]}`} aria-label={`${campaign.title} ${t(`workbench.column.${step}`)} ${formatNumber(campaign[step])}`} className={`${styles.link} ${step === 'late' && campaign.late > 0 ? styles.late : ''}`}>{formatNumber(campaign[step])}</Link>
        </td>
      ))}
    </tr>
  );
}
