import { useQuery } from '@tanstack/react-query';
import { CourseCardView } from '@zhixing/courses/web';
import type { Home } from '@zhixing/insights/contract';
import { EmptyState, formatMonthDay, formatWeekday, PageHeader, QueryView } from '@zhixing/platform/web';
import { HomePath } from '@zhixing/plans/web';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { homeQuery } from '../api.ts';
import { HomeSkeleton } from '../home/home-skeleton.tsx';
import { MyCourses } from '../home/my-courses.tsx';
import { NextCard } from '../home/next-card.tsx';
import { Strip } from '../home/strip.tsx';
import { WeekPanel } from '../home/week-panel.tsx';
import styles from './home.module.css';

/** What to do next and why; then this week, my courses, and what else there is. */
export default function HomePage() {
  const { t } = useTranslation('insights');
  const query = useQuery(homeQuery);
  const today = query.data?.week.days.find((day) => day.today)?.date;
  return (
    <>
      <PageHeader title={t('home.title')} context={today ? t('home.day', { day: formatMonthDay(today), weekday: formatWeekday(today) }) : '\u00A0'} />
      <QueryView query={query} loading={<HomeSkeleton />}>{(home) => <HomeContent home={home} />}</QueryView>
    </>
  );
}

function HomeContent({ home }: { home: Home }) {
  const { t } = useTranslation('insights');
  return (
    <>
      <Strip strip={home.strip} />
      <section aria-labelledby="next" className={styles.section}>
        <h2 id="next" className={styles.heading}>{t('next.title')}</h2>
        {home.next.length === 0
          ? <div className={styles.done}><NothingNext finished={home.courses.length > 0} /></div>
          : <ul className={styles.next}>{home.next.map((step, at) => <li key={step.course?.id ?? step.path?.id}><NextCard step={step} first={at === 0} /></li>)}</ul>}
      </section>
      <Suspense fallback={null}><HomePath /></Suspense>
      <div className={styles.columns}>
        <MyCourses courses={home.courses} suggested={home.next.length > 0} />
        <WeekPanel week={home.week} deadlines={home.deadlines} halfDays={home.halfDays} />
      </div>
      {home.recommended.length > 0 && (
        <section aria-labelledby="recommended" className={styles.section}>
          <div className={styles.head}>
            <h2 id="recommended" className={styles.heading}>{t('home.recommended')}</h2>
            <Link to="/courses">{t('home.catalogue')}</Link>
          </div>
          <ul className={styles.cards}>{home.recommended.map((course) => <li key={course.id}><CourseCardView course={course} headingLevel={3} /></li>)}</ul>
        </section>
      )}
    </>
  );
}

/** No card at all: everything is finished, or the catalogue holds nothing for this person. */
function NothingNext({ finished }: { finished: boolean }) {
  const { t } = useTranslation('insights');
  if (!finished) return <EmptyState drawing="courses" title={t('next.nothing')}>{t('next.noneWhy')}</EmptyState>;
  return <EmptyState drawing="done" title={t('next.none')} action={<Link to="/record">{t('home.record')}</Link>}>{t('next.noneWhy')}</EmptyState>;
}
