import type { ReviewItem, ReviewItemState } from '@zhixing/people/contract';
import { formatDay, formatInstant, LoadMore, PageHeader, Panel, ProgressBar, QueryView, Skeleton, type StatusLook, StatusTag, toast } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { reviewQuery, useDecideItem } from '../roles/api.ts';
import { percentOf, ReviewState, useQuarter } from '../roles/review-list.tsx';
import { PersonName, RolePersonLine } from '../roles/role-person.tsx';
import { ROLES_PATH } from '../roles/paths.ts';
import styles from '../roles/rows.module.css';

const LOOKS: Record<ReviewItemState, StatusLook> = { open: 'waiting', confirmed: 'done', removed: 'failed', ended: 'ended' };

/** One quarterly review: every grant of that day, confirmed or removed one by one. */
export default function AccessReviewPage() {
  const { t } = useTranslation('people');
  const { id } = useParams();
  const quarter = useQuarter();
  const query = useInfiniteQuery(reviewQuery(id!));
  return (
    <QueryView query={query} loading={<Skeleton lines={8} />}>
      {(data) => {
        const { review } = data.pages.at(-1)!;
        const rows = data.pages.flatMap((page) => page.items);
        return (
          <>
            <PageHeader title={quarter(review.quarter)} context={t('roles.reviewLine', { opened: formatDay(review.openedAt), due: formatDay(review.dueOn), removed: review.removed })} back={{ to: `${ROLES_PATH}?tab=reviews`, label: t('roles.tab.reviews') }}>
              <div className={styles.progress}>
                <ProgressBar percent={percentOf(review)} label={t('roles.settled')} text={`${review.settled} / ${review.total}`} />
                <ReviewState review={review} />
              </div>
            </PageHeader>
            <Panel title={t('roles.reviewedGrants')} hideTitle flush className={styles.panel}>
              <ul>{rows.map((item) => <Item key={item.grant.id} item={item} reviewId={review.id} />)}</ul>
              {(query.hasNextPage || data.pages.length > 1) && <LoadMore query={query} shown={rows.length} total={review.total} />}
            </Panel>
          </>
        );
      }}
    </QueryView>
  );
}

function Item({ item: { grant, state, decidedBy, decidedAt, can }, reviewId }: { item: ReviewItem; reviewId: string }) {
  const { t } = useTranslation('people');
  const decide = useDecideItem(reviewId);
  const role = t(`roles.role.${grant.role}`);
  const name = { name: grant.person.displayName, role };
  const send = (decision: 'confirmed' | 'removed') => decide.mutate({ grantId: grant.id, decision }, { onSuccess: () => toast.success(t(`roles.did.${decision}`)) });
  return (
    <li className={styles.row}>
      <div className={styles.who}><RolePersonLine person={grant.person} /></div>
      <div className={styles.what}>
        <p className={styles.line}><strong>{role}</strong> · {grant.scope ? <span lang="zh-CN">{grant.scope.name}</span> : t('roles.wholeBank')}</p>
        <p className={styles.small}>{t('roles.sinceBy', { day: formatDay(grant.since) })}<PersonName person={grant.grantedBy} nobody={t('roles.atSetUp')} /></p>
        {decidedBy && <p className={styles.small}><span lang="zh-CN">{decidedBy.displayName}</span> {t('roles.decidedAt', { time: formatInstant(decidedAt!) })}</p>}
      </div>
      <div className={styles.actions}>
        {can.decide ? (
          <>
            <Button type="primary" aria-label={t('roles.confirmThis', name)} loading={decide.isPending} onClick={() => send('confirmed')}>{t('roles.confirm')}</Button>
            <Button danger aria-label={t('roles.removeThis', name)} disabled={decide.isPending} onClick={() => send('removed')}>{t('roles.remove')}</Button>
          </>
        ) : <StatusTag look={LOOKS[state]}>{t(`roles.itemState.${state}`)}</StatusTag>}
      </div>
    </li>
  );
}
