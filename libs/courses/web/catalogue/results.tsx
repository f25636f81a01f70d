import type { Catalogue, CourseCard } from '@zhixing/courses/contract';
import { EmptyState, LoadMore, QueryView, SkeletonCards } from '@zhixing/platform/web';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CourseCardView } from '../components/course-card.tsx';
import styles from './results.module.css';

/** What the filters leave, as cards or lines; when that is nothing, the nearest courses and a way out. */
export function Results({ query, view, filtered, onClear }: {
  query: UseInfiniteQueryResult<InfiniteData<Catalogue>>;
  view: 'grid' | 'list';
  filtered: boolean;
  onClear: () => void;
}) {
  return (
    <QueryView query={query} loading={<SkeletonCards count={6} />} empty={(data) => data.pages[0]?.total === 0 && <NothingFound nearest={data.pages[0].nearest} filtered={filtered} onClear={onClear} />}>
      {(data) => {
        const courses = data.pages.flatMap((page) => page.items);
        return (
          <div className={query.isPlaceholderData ? styles.waiting : undefined} aria-busy={query.isPlaceholderData}>
            <Cards courses={courses} view={view} />
            {(query.hasNextPage || data.pages.length > 1) && <LoadMore query={query} shown={courses.length} total={data.pages[0]?.total} />}
          </div>
        );
      }}
    </QueryView>
  );
}

function Cards({ courses, view, headingLevel }: { courses: CourseCard[]; view: 'grid' | 'list'; headingLevel?: 3 }) {
  return (
    <ul className={view === 'grid' ? styles.grid : styles.list}>
      {courses.map((course) => <li key={course.id}><CourseCardView course={course} layout={view} headingLevel={headingLevel} /></li>)}
    </ul>
  );
}

function NothingFound({ nearest, filtered, onClear }: { nearest: CourseCard[]; filtered: boolean; onClear: () => void }) {
  const { t } = useTranslation('courses');
  if (!filtered) return <EmptyState drawing="courses" title={t('catalogue.none')}>{t('catalogue.noneWhy')}</EmptyState>;
  return (
    <>
      <EmptyState drawing="search" title={t('catalogue.nothing')} action={<Button type="primary" onClick={onClear}>{t('filter.clear')}</Button>}>{t('catalogue.nothingWhy')}</EmptyState>
      {nearest.length > 0 && (
        <section aria-labelledby="nearest">
          <h2 id="nearest" className={styles.nearest}>{t('catalogue.nearest')}</h2>
          <Cards courses={nearest} view="grid" headingLevel={3} />
        </section>
      )}
    </>
  );
}
