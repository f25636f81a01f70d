import type { CourseReview } from '@zhixing/courses/contract';
import { formatDay, Panel, QueryView, SelectField, Skeleton, StatusTag, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ReviewedButton } from '../components/reviewed-button.tsx';
import { reviewQuery, useSetReview } from './api.ts';
import styles from './review-panel.module.css';

/** Months that can be chosen; others that were stored stay as they are. */
const CHOICES = [3, 6, 12, 18, 24, 36];

/** Who reviews the content of the course and how often, when it was last done and is to be done again; and that it was. */
export function ReviewPanel({ course }: { course: { id: string; title: string } }) {
  const { t } = useTranslation('courses');
  const query = useQuery(reviewQuery(course.id));
  return (
    <Panel title={t('review.title')} context={t('review.context')}>
      <QueryView query={query} loading={<Skeleton lines={2} />}>{(review) => <Review course={course} review={review} />}</QueryView>
    </Panel>
  );
}

function Review({ course, review }: { course: { id: string; title: string }; review: CourseReview }) {
  const { t } = useTranslation('courses');
  const save = useSetReview(course.id);
  const { owner, months, defaultMonths, reviewedOn, dueOn, overdue, can } = review;
  const choices = [...new Set([...CHOICES, months])].sort((one, other) => one - other);
  const words = (count: number) => t(count === defaultMonths ? 'review.everyDefault' : 'review.every', { count });
  return (
    <div className={styles.review}>
      <dl className={styles.facts}>
        <div><dt>{t('review.owner')}</dt><dd>{owner ? <span lang="zh-CN">{owner.displayName}</span> : t('review.noOwner')}</dd></div>
        <div><dt>{t('review.last')}</dt><dd>{formatDay(reviewedOn)}</dd></div>
        <div><dt>{t('review.next')}</dt><dd className={styles.due}>{formatDay(dueOn)}{overdue && <StatusTag look="warned" plain>{t('review.overdue')}</StatusTag>}</dd></div>
        {!can.edit && <div><dt>{t('review.interval')}</dt><dd>{words(months)}</dd></div>}
      </dl>
      {can.edit && (
        <div className={styles.acts}>
          <SelectField
            label={t('review.interval')} value={String(save.isPending ? save.variables.months : months)} options={choices.map((count) => ({ value: String(count), label: words(count) }))}
            onChange={(next) => save.mutate({ months: Number(next) }, { onSuccess: () => toast.success(t('review.saved')) })}
          />
          <ReviewedButton course={course} disabled={!can.mark} />
        </div>
      )}
    </div>
  );
}
