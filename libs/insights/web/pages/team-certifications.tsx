import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { insightsPages, TeamScope } from '@zhixing/insights/contract';
import { EXPIRING_DAYS, REMIND_AGAIN_DAYS } from '@zhixing/plans/contract';
import { EmptyState, LoadMore, PageHeader, Panel, QueryView, Skeleton, useSearchParameters } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { teamCertificationsQuery } from '../api.ts';
import { CertificationLine } from '../team/certification-line.tsx';
import styles from '../team/certification-line.module.css';
import { ScopeSwitch } from '../team/scope-switch.tsx';

const Address = z.object({ scope: TeamScope.default('direct') });

/** Whose certifications end soon, the nearest day first, to remind them: what the figure of the team page counts. */
export default function TeamCertificationsPage() {
  const { t } = useTranslation('insights');
  const [{ scope }, change] = useSearchParameters(Address);
  const query = useInfiniteQuery(teamCertificationsQuery(scope));
  const client = useQueryClient();
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const reminded = () => void client.invalidateQueries({ queryKey: ['insights', 'team-certifications'] });
  return (
    <>
      <PageHeader
        title={t('ending.title')} context={t('ending.context', { days: EXPIRING_DAYS, remindDays: REMIND_AGAIN_DAYS })} back={{ to: `${insightsPages.team.path}${scope === 'line' ? '?scope=line' : ''}`, label: t('member.back') }}
        action={<ScopeSwitch scope={scope} people={undefined} onChange={(next) => change({ scope: next === 'direct' ? undefined : next })} />}
      />
      <Panel title={t('ending.title')} hideTitle flush>
        <QueryView
          query={query} loading={<div className={styles.inset}><Skeleton lines={6} /></div>}
          empty={(data) => data.pages[0]?.items.length === 0 && <EmptyState drawing="done" title={t('ending.none', { days: EXPIRING_DAYS })}>{t(scope === 'direct' ? 'ending.noneDirect' : 'ending.noneLine')}</EmptyState>}
        >
          {(data) => (
            <div aria-busy={query.isPlaceholderData}>
              <ul>{rows.map((row) => <CertificationLine key={row.cycleId} row={row} scope={scope} onReminded={reminded} />)}</ul>
              {(query.hasNextPage || data.pages.length > 1) && <div className={styles.inset}><LoadMore query={query} shown={rows.length} /></div>}
            </div>
          )}
        </QueryView>
      </Panel>
    </>
  );
}
