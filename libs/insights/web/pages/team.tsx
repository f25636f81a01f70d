import { useMe } from '@zhixing/access/web';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { ExportButton, PageHeader, SkeletonBlock, useLive, useSearchParameters } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { teamQuery } from '../api.ts';
import { AttentionPanel } from '../team/attention-panel.tsx';
import { MatrixPanel } from '../team/matrix-panel.tsx';
import { ScopeSwitch } from '../team/scope-switch.tsx';
import { TeamAddress } from '../team/team-address.ts';
import { TeamFigures } from '../team/team-figures.tsx';
import styles from '../team/team.module.css';

/** The manager's team: figures, who needs attention and why, and everybody by course; it follows what its people finish. Scope and search stand in the address. */
export default function TeamPage() {
  const { t } = useTranslation('insights');
  const [{ scope, q }, change] = useSearchParameters(TeamAddress);
  const query = useInfiniteQuery(teamQuery(scope, q));
  const first = query.data?.pages[0];
  const me = useMe();
  const client = useQueryClient();
  useLive([`team:${me.person.id}`], () => void client.invalidateQueries({ queryKey: ['insights'] }));
  return (
    <>
      <PageHeader
        title={t('team.title')} context={t('team.context')}
        action={(
          <>
            <ScopeSwitch scope={scope} people={first?.people} onChange={(next) => change({ scope: next === 'direct' ? undefined : next })} />
            <ExportButton personal kind="team" parameters={{ scope, ...(q && { q }) }} label={t('team.export')} />
          </>
        )}
      />
      {first ? <TeamFigures figures={first.figures} /> : query.isPending && <div className={styles.figures}><SkeletonBlock height={106} /></div>}
      <AttentionPanel scope={scope} total={first?.scope === scope ? first.figures.attention : undefined} />
      <MatrixPanel query={query} q={q} onSearch={(next) => change({ q: next })} />
    </>
  );
}
