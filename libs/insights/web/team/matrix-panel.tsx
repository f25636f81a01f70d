import type { UseInfiniteQueryResult, InfiniteData } from '@tanstack/react-query';
import type { Team } from '@zhixing/insights/contract';
import { EmptyState, LoadMore, Panel, QueryView, SearchField, Skeleton, useNarrow } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Legend } from './legend.tsx';
import { Matrix } from './matrix.tsx';
import { MemberCards } from './member-cards.tsx';
import styles from './team.module.css';

/** Everybody of the scope and where they stand at its courses: a matrix, on a phone a card per person. */
export function MatrixPanel({ query, q, onSearch }: { query: UseInfiniteQueryResult<InfiniteData<Team>>; q: string; onSearch: (q: string) => void }) {
  const { t } = useTranslation('insights');
  const narrow = useNarrow();
  return (
    <Panel title={t('matrix.title')} context={t('matrix.context')} flush>
      <div className={styles.tools}>
        <SearchField value={q} size="small" label={t('team.search')} placeholder={t('team.searchPlaceholder')} maxLength={50} onSearch={onSearch} />
        {!!query.data?.pages[0]?.courses.length && <Legend />}
      </div>
      <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={6} /></div>} empty={(data) => data.pages[0]?.items.length === 0 && <Nobody q={q} whole={data.pages[0].scope === 'line'} onClear={() => onSearch('')} />}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          const { courses, people, scope } = data.pages[0]!;
          return (
            <div className={query.isPlaceholderData ? styles.waiting : undefined} aria-busy={query.isPlaceholderData}>
              {narrow ? <MemberCards rows={rows} courses={courses} /> : <Matrix rows={rows} courses={courses} />}
              {(query.hasNextPage || data.pages.length > 1) && <LoadMore query={query} shown={rows.length} total={q ? undefined : people[scope]} />}
            </div>
          );
        }}
      </QueryView>
    </Panel>
  );
}

function Nobody({ q, whole, onClear }: { q: string; whole: boolean; onClear: () => void }) {
  const { t } = useTranslation('insights');
  if (!q) return <EmptyState drawing="team" title={t('matrix.nobody')}>{t('matrix.nobodyWhy')}</EmptyState>;
  return <EmptyState drawing="search" title={t('matrix.notFound', { q })} action={<Button onClick={onClear}>{t('matrix.clear')}</Button>}>{t(whole ? 'matrix.notFoundLine' : 'matrix.notFoundDirect')}</EmptyState>;
}
