import RightOutlined from '@ant-design/icons/RightOutlined';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ATTENTION } from '@zhixing/courses/contract';
import { AttentionReasonText } from '@zhixing/courses/web';
import type { AttentionRow, TeamScope } from '@zhixing/insights/contract';
import { EmptyState, formatPercent, LoadMore, Panel, PersonLine, QueryView, Skeleton } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { attentionQuery } from '../api.ts';
import styles from './attention-panel.module.css';
import { type FromTeam, memberPath } from './member-path.ts';

/** Who needs attention at what and why; the rules stand above the list, a row opens the member page. */
export function AttentionPanel({ scope, total }: { scope: TeamScope; total: number | undefined }) {
  const { t } = useTranslation('insights');
  const query = useInfiniteQuery(attentionQuery(scope));
  return (
    <Panel title={t('attention.title')} context={t('attention.rules', ATTENTION)} flush className={styles.panel}>
      <QueryView
        query={query} loading={<div className={styles.inset}><Skeleton lines={4} /></div>}
        empty={(data) => data.pages[0]?.items.length === 0 && <EmptyState drawing="done" title={t('attention.none')}>{t('attention.noneWhy')}</EmptyState>}
      >
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          return (
            <div className={query.isPlaceholderData ? styles.waiting : undefined} aria-busy={query.isPlaceholderData}>
              <ul>{rows.map((row) => <Row key={row.registrationId} row={row} />)}</ul>
              {(query.hasNextPage || data.pages.length > 1) && <LoadMore query={query} shown={rows.length} total={total} />}
            </div>
          );
        }}
      </QueryView>
    </Panel>
  );
}

function Row({ row }: { row: AttentionRow }) {
  const { t } = useTranslation('insights');
  const { search } = useLocation();
  return (
    <li className={styles.row}>
      <div lang="zh-CN" className={styles.person}>
        <PersonLine person={row.person} name={<Link to={memberPath(row.person.id)} state={{ team: search } satisfies FromTeam} className={styles.link}>{row.person.displayName}</Link>} />
      </div>
      <div className={styles.course}>
        <p lang="zh-CN" className={styles.title}>{row.course.title}</p>
        <p className={styles.percent}>{t('attention.percent', { percent: formatPercent(row.percent) })}</p>
      </div>
      <div className={styles.reason}><AttentionReasonText reason={row.reason} /></div>
      <RightOutlined aria-hidden className={styles.arrow} />
    </li>
  );
}
