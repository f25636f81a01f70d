import { LearningStateTag } from '@zhixing/courses/web';
import type { Member } from '@zhixing/insights/contract';
import { EmptyState, formatDay, formatRelativeDay, Panel, ProgressBar, useNarrow } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import styles from './member.module.css';

type Taken = Member['courses'][number];

/** Every course of the member with state, progress, present lesson and dates: a table, on a phone a list. */
export function CoursesPanel({ courses }: { courses: Taken[] }) {
  const { t } = useTranslation('insights');
  const narrow = useNarrow();
  return (
    <Panel title={t('member.courses')} context={courses.length > 0 ? t('member.coursesHint') : undefined} flush={courses.length > 0} className={styles.panel}>
      {courses.length === 0 && <EmptyState drawing="courses" title={t('member.noCourses')}>{t('member.noCoursesWhy')}</EmptyState>}
      {courses.length > 0 && (narrow ? <CourseList courses={courses} /> : <CourseTable courses={courses} />)}
    </Panel>
  );
}

function CourseTable({ courses }: { courses: Taken[] }) {
  const { t } = useTranslation('insights');
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>{(['course', 'state', 'progress', 'lesson', 'last', 'score'] as const).map((column) => <th key={column} scope="col">{t(`member.column.${column}`)}</th>)}</tr>
        </thead>
        <tbody>
          {courses.map((one) => (
            <tr key={one.registrationId}>
              <th scope="row" lang="zh-CN">{one.course.title}</th>
              <td><LearningStateTag state={one.state} status={one.status} plain /></td>
              <td className={styles.progress}><Progress one={one} /></td>
              <td lang={one.currentLesson ? 'zh-CN' : undefined}>{one.currentLesson ?? '—'}</td>
              <td><LastDay one={one} /></td>
              <td className={styles.score}>{one.score === null ? '—' : t('member.score', { score: one.score })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CourseList({ courses }: { courses: Taken[] }) {
  const { t } = useTranslation('insights');
  return (
    <ul>
      {courses.map((one) => (
        <li key={one.registrationId} className={styles.card}>
          <div className={styles.cardHead}><span lang="zh-CN">{one.course.title}</span><span className={styles.tag}><LearningStateTag state={one.state} status={one.status} plain /></span></div>
          <Progress one={one} />
          <p className={styles.cardFacts}>
            <span><LastDay one={one} /></span>
            {one.score !== null && <span>{t('member.score', { score: one.score })}</span>}
            {one.currentLesson && <span>{t('member.at')} <span lang="zh-CN">{one.currentLesson}</span></span>}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Progress({ one }: { one: Taken }) {
  const { t } = useTranslation('courses');
  return <ProgressBar size="small" percent={one.percent} label={t('progressOf', { title: one.course.title })} />;
}

/** Finished when, else active when, else registered when. */
function LastDay({ one }: { one: Taken }) {
  const { t } = useTranslation('insights');
  if (one.completedAt) return <>{t('member.finishedAt', { day: formatDay(one.completedAt) })}</>;
  if (one.lastActivityAt) return <>{t('member.activeAt', { day: formatRelativeDay(one.lastActivityAt) })}</>;
  return <>{t('member.registeredAt', { day: formatDay(one.registeredAt) })}</>;
}
