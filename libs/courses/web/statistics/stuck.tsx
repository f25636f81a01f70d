import { ATTENTION } from '@zhixing/courses/contract';
import { EmptyState, LoadMore, Panel, PersonLine, ProgressBar, QueryView, Skeleton } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { stuckQuery } from '../api.ts';
import { AttentionReasonText } from '../components/attention-reason.tsx';
import { Definitions } from './definitions.tsx';
import styles from './stuck.module.css';

/** Who is stuck in the course: the person, why, at which lesson. */
export function Stuck({ courseId, version, total }: { courseId: string; version: number; total: number }) {
  const { t } = useTranslation('courses');
  const query = useInfiniteQuery(stuckQuery(courseId, version));
  return (
    <Panel title={t('statistics.stuckTitle')} context={total > 0 ? t('statistics.stuckContext', { count: total }) : undefined} flush>
      <QueryView query={query} loading={<div className={styles.waiting}><Skeleton lines={4} /></div>} empty={(data) => data.pages[0]?.items.length === 0 && <EmptyState drawing="done" title={t('statistics.nobodyStuck')}>{t('statistics.nobodyStuckWhy')}</EmptyState>}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          return (
            <>
              <ul>
                {rows.map((row) => (
                  <li key={row.registrationId} className={styles.row}>
                    <span className={styles.person} lang="zh-CN"><PersonLine person={row.person} showNumber /></span>
                    <span className={styles.why}>
                      <AttentionReasonText reason={row.reason} />
                      {row.lesson && <span className={styles.at}>{t('statistics.at')}<span lang="zh-CN">{row.lesson}</span></span>}
                    </span>
                    <span className={styles.bar}><ProgressBar size="small" percent={row.percent} label={t('statistics.progressOf', { name: row.person.displayName })} /></span>
                  </li>
                ))}
              </ul>
              {(query.hasNextPage || data.pages.length > 1) && <LoadMore query={query} shown={rows.length} total={total} />}
            </>
          );
        }}
      </QueryView>
      <div className={styles.foot}><Definitions of={['stuck']} values={{ stalled: ATTENTION.stalledDays, unopened: ATTENTION.unopenedDays, failed: ATTENTION.failedTimes }} /></div>
    </Panel>
  );
}
