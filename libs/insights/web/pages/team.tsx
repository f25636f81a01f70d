import { useMe } from '@zhixing/access/web';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { ExportButton, PageHeader, SkeletonBlock, useLive, useSearchParameters } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { teamAsOfQuery, teamQuery } from '../api.ts';
import { ApprovalsNotice } from '../team/approvals-notice.tsx';
import { AsOfField } from '../team/as-of-field.tsx';
import { today } from '../team/today.ts';
import { AttentionPanel } from '../team/attention-panel.tsx';
import { MatrixPanel } from '../team/matrix-panel.tsx';
import { ReportScheduleButton } from '../team/report-schedule.tsx';
import { ScopeSwitch } from '../team/scope-switch.tsx';
import { TeamAddress } from '../team/team-address.ts';
import { TeamFigures } from '../team/team-figures.tsx';
import styles from '../team/team.module.css';

/** The manager's team: figures and how they were before, what to act on and why, and everybody by course; it follows what its people finish. Scope, search and the day to compare with stand in the address. */
export default function TeamPage() {
  const { t } = useTranslation('insights');
  const [{ scope, q, asOf }, change] = useSearchParameters(TeamAddress);
  const query = useInfiniteQuery(teamQuery(scope, q));
  const first = query.data?.pages[0];
  const now = useQuery(teamAsOfQuery(scope, today())).data;
  const before = useQuery(teamAsOfQuery(scope, asOf)).data;
  const me = useMe();
  const client = useQueryClient();
  useLive([`team:${me.person.id}`], () => { for (const list of ['team', 'attention']) void client.invalidateQueries({ queryKey: ['insights', list] }); });
  return (
    <>
      <PageHeader
        title={t('team.title')} context={t('team.context')}
        action={(
          <>
            <ScopeSwitch scope={scope} people={first?.people} onChange={(next) => change({ scope: next === 'direct' ? undefined : next })} />
            <ExportButton personal kind="team" parameters={{ scope, ...(q && { q }) }} label={t('team.export')} />
            <ExportButton personal kind="team-report" parameters={{ scope }} label={t('team.report')} />
          </>
        )}
      />
      <div className={styles.compare}>
        <ApprovalsNotice />
        <div className={styles.choices}>
          <ReportScheduleButton />
          <AsOfField value={asOf} onChange={(day) => change({ asOf: day })} />
        </div>
      </div>
      {first ? <TeamFigures team={first} now={now?.scope === first.scope ? now : undefined} before={before?.scope === first.scope ? before : undefined} /> : query.isPending && <div className={styles.figures}><SkeletonBlock height={106} /></div>}
      <AttentionPanel key={scope} scope={scope} />
      <MatrixPanel query={query} q={q} onSearch={(next) => change({ q: next })} />
    </>
  );
}
