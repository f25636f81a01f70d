import type { PathCard as Card } from '@zhixing/plans/contract';
import { plansPages } from '@zhixing/plans/contract';
import { EmptyState, LoadMore, localized, PageHeader, QueryView, SearchField, SkeletonCards, useSearchParameters } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { pathsQuery } from '../learning-paths/api.ts';
import { PathCard } from '../learning-paths/path-card.tsx';
import styles from '../learning-paths/paths.module.css';

const Address = z.object({ q: z.string().trim().max(100).default('') });

/** The learning paths one sees: one's own, the maps of roles, the others. */
export default function PathsPage() {
  const { t } = useTranslation('plans');
  const [{ q }, change] = useSearchParameters(Address);
  const query = useInfiniteQuery(pathsQuery(q ? { q } : {}));
  const paths = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title={localized(plansPages.paths.title)} context={t('paths.context')} />
      <div className={styles.search}><SearchField value={q} label={t('paths.search')} placeholder={t('paths.searchHint')} onSearch={(next) => change({ q: next || undefined })} /></div>
      <QueryView query={query} loading={<SkeletonCards count={6} />} empty={() => paths.length === 0 && (q ? <EmptyState drawing="search" title={t('paths.noneFound')}>{t('paths.noneFoundWhy')}</EmptyState> : <EmptyState drawing="courses" title={t('paths.none')}>{t('paths.noneWhy')}</EmptyState>)}>
        {() => (
          <>
            <Group title={t('paths.mine')} paths={paths.filter((one) => one.enrolledAt)} />
            <Group title={t('paths.roleMaps')} paths={paths.filter((one) => !one.enrolledAt && one.profile)} />
            <Group title={t('paths.others')} paths={paths.filter((one) => !one.enrolledAt && !one.profile)} />
            <LoadMore query={query} shown={paths.length} />
          </>
        )}
      </QueryView>
    </>
  );
}

function Group({ title, paths }: { title: string; paths: Card[] }) {
  if (!paths.length) return null;
  return (
    <section className={styles.group}>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.grid}>{paths.map((path) => <li key={path.id}><PathCard path={path} /></li>)}</ul>
    </section>
  );
}
