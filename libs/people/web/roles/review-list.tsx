import type { AccessReviewView } from '@zhixing/people/contract';
import { EmptyState, formatDay, Panel, ProgressBar, QueryView, StatusTag, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { reviewsQuery, useOpenReview } from './api.ts';
import { ROLES_PATH } from './paths.ts';
import styles from './rows.module.css';

/** `2026-Q4` as both languages write it. */
export function useQuarter(): (quarter: string) => string {
  const { t } = useTranslation('people');
  return (quarter) => t('roles.quarter', { year: quarter.slice(0, 4), quarter: quarter.slice(-1) });
}

/** Done, overdue or under way. */
export function ReviewState({ review }: { review: AccessReviewView }) {
  const { t } = useTranslation('people');
  if (review.settled === review.total) return <StatusTag look="done">{t('roles.reviewState.done')}</StatusTag>;
  return review.overdue ? <StatusTag look="warned">{t('roles.reviewState.overdue')}</StatusTag> : <StatusTag look="running">{t('roles.reviewState.open')}</StatusTag>;
}

export const percentOf = ({ settled, total }: AccessReviewView): number => (total ? Math.floor((100 * settled) / total) : 100);

/** The quarterly reviews, the newest first. */
export function Reviews() {
  const { t } = useTranslation('people');
  const quarter = useQuarter();
  const query = useQuery(reviewsQuery);
  const open = useOpenReview();
  const start = query.data?.can.open && <Button type="primary" loading={open.isPending} onClick={() => open.mutate(undefined, { onSuccess: () => toast.success(t('roles.reviewOpened')) })}>{t('roles.openReview')}</Button>;
  return (
    <Panel title={t('roles.tab.reviews')} context={t('roles.reviewsContext')} extra={start} flush>
      <QueryView query={query} empty={(data) => data.items.length === 0 && <EmptyState drawing="done" title={t('roles.noReviews')}>{t('roles.noReviewsWhy')}</EmptyState>}>
        {(data) => (
          <ul>
            {data.items.map((review) => (
              <li key={review.id} className={styles.row}>
                <Link className={styles.who} to={`${ROLES_PATH}/reviews/${review.id}`}>{quarter(review.quarter)}</Link>
                <div className={styles.what}>
                  <ProgressBar size="small" percent={percentOf(review)} label={quarter(review.quarter)} text={`${review.settled} / ${review.total}`} />
                  <p className={styles.small}>{t('roles.reviewLine', { opened: formatDay(review.openedAt), due: formatDay(review.dueOn), removed: review.removed })}</p>
                </div>
                <div className={styles.actions}><ReviewState review={review} /></div>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </Panel>
  );
}
