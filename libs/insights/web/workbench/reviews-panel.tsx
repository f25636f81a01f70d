import { ReviewedButton, statisticsPath } from '@zhixing/courses/web';
import { type ContentReview, REVIEW_AHEAD_DAYS } from '@zhixing/insights/contract';
import { EmptyState, formatDay, formatNumber, LoadMore, Panel, QueryView, Skeleton } from '@zhixing/platform/web';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { contentReviewsQuery } from './api.ts';
import styles from './workbench.module.css';

/** Courses whose content is to be looked at again, the longest overdue first; who has looked says so here. */
export function ReviewsPanel() {
  const { t } = useTranslation('insights');
  const query = useInfiniteQuery(contentReviewsQuery);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t('workbench.reviews')} context={t('workbench.reviewsContext', { days: REVIEW_AHEAD_DAYS })} flush>
      <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={4} /></div>} empty={() => rows.length === 0 && <EmptyState drawing="done" title={t('workbench.noReviews')}>{t('workbench.noReviewsWhy', { days: REVIEW_AHEAD_DAYS })}</EmptyState>}>
        {(data) => (
          <>
            <ul className={styles.list}>{rows.map((row) => <ReviewLine key={row.courseId} row={row} />)}</ul>
            {(query.hasNextPage || data.pages.length > 1) && <div className={styles.inset}><LoadMore query={query} shown={rows.length} /></div>}
          </>
        )}
      </QueryView>
    </Panel>
  );
}

function ReviewLine({ row }: { row: ContentReview }) {
  const { t } = useTranslation('insights');
  const client = useQueryClient();
  const late = row.days < 0;
  return (
    <li className={`${styles.item} ${styles.act}`}>
      <div className={styles.what}>
        <p className={styles.words}><Link to={statisticsPath(row.courseId)} className={styles.link} lang="zh-CN">{row.title}</Link></p>
        <p className={styles.facts}>
          <span className={late ? styles.late : undefined}>{late ? t('workbench.reviewLate', { count: -row.days }) : row.days === 0 ? t('workbench.reviewToday') : t('workbench.reviewLeft', { count: row.days })}</span>
          <span>{row.owner === null ? t('workbench.noOwner') : <>{t('workbench.owner')} <span lang="zh-CN">{row.owner.displayName}</span></>}</span>
          <span>{t('workbench.reviewedOn', { day: formatDay(row.reviewedOn) })}</span>
          <span>{t('workbench.reviewEvery', { count: row.months })}</span>
          <span>{t('workbench.learners', { count: row.learners, number: formatNumber(row.learners) })}</span>
        </p>
      </div>
      <ReviewedButton course={{ id: row.courseId, title: row.title }} onDone={() => void client.invalidateQueries({ queryKey: contentReviewsQuery.queryKey })} />
    </li>
  );
}
