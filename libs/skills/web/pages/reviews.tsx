import { type SkillReview, skillsPages } from '@zhixing/skills/contract';
import { EmptyState, LoadMore, localized, PageHeader, Panel, QueryView, Skeleton } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reviewsQuery } from '../reviews/api.ts';
import { DecideDialog } from '../reviews/decide-dialog.tsx';
import { ReviewRow } from '../reviews/review-row.tsx';
import styles from '../reviews/reviews.module.css';

/** What people I answer for claim of their skills, the oldest first. */
export default function ReviewsPage() {
  const { t } = useTranslation('skills');
  const query = useInfiniteQuery(reviewsQuery);
  const [review, setReview] = useState<SkillReview>();
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const title = localized(skillsPages.reviews.title);
  return (
    <>
      <PageHeader title={title} context={t('reviews.context')} />
      <Panel title={title} hideTitle flush>
        <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={6} /></div>} empty={() => rows.length === 0 && <EmptyState drawing="done" title={t('reviews.none')}>{t('reviews.noneWhy')}</EmptyState>}>
          {() => (
            <>
              <ul>{rows.map((one) => <ReviewRow key={one.id} review={one} onDecide={() => setReview(one)} />)}</ul>
              {query.hasNextPage && <div className={styles.foot}><LoadMore query={query} shown={rows.length} /></div>}
            </>
          )}
        </QueryView>
      </Panel>
      <DecideDialog review={review} onClose={() => setReview(undefined)} />
    </>
  );
}
