import { CourseTile, finishPath, LearningStateTag, lessonPath } from '@zhixing/courses/web';
import type { Home } from '@zhixing/insights/contract';
import { EmptyState, formatRelativeDay, Panel, ProgressBar } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from '../pages/home.module.css';

/** My courses: under way first, then unopened, then finished. */
export function MyCourses({ courses, suggested }: { courses: Home['courses']; suggested: boolean }) {
  const { t } = useTranslation('insights');
  if (courses.length === 0) {
    return (
      <Panel title={t('home.courses')}>
        <EmptyState drawing="courses" title={t('home.noCourses')} action={<Link to="/courses">{t('home.catalogue')}</Link>}>{suggested && t('home.noCoursesWhy')}</EmptyState>
      </Panel>
    );
  }
  return (
    <Panel title={t('home.courses')} flush extra={<Link to="/record">{t('home.record')}</Link>}>
      <ul>{courses.map((one) => <MyCourse key={one.registrationId} one={one} />)}</ul>
    </Panel>
  );
}

function MyCourse({ one }: { one: Home['courses'][number] }) {
  const { t } = useTranslation('insights');
  const { course, state } = one;
  const finished = state === 'finished';
  const day = finished ? one.completedAt : one.lastActivityAt;
  return (
    <li className={styles.row}>
      <CourseTile
        course={course} size="small" to={finished ? finishPath(one.registrationId) : lessonPath(one.registrationId)}
        context={(
          <span className={styles.state}>
            <LearningStateTag state={state} plain />
            {day ? t(finished ? 'home.finishedAt' : 'home.lastAt', { day: formatRelativeDay(day) }) : t('home.notOpened')}
          </span>
        )}
      >
        {state === 'learning' && <span className={styles.bar}><ProgressBar size="small" percent={one.percent} label={t('courses:progressOf', { title: course.title })} /></span>}
      </CourseTile>
    </li>
  );
}
