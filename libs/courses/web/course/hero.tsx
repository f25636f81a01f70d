import ArrowLeftOutlined from '@ant-design/icons/ArrowLeftOutlined';
import BarChartOutlined from '@ant-design/icons/BarChartOutlined';
import type { CourseView } from '@zhixing/courses/contract';
import { Cover, formatDay, ProgressBar, Slot, usePageTitle } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CourseFacts } from '../components/course-facts.tsx';
import { toneOf } from '../components/domain.ts';
import { LearningStateTag } from '../components/learning-state.tsx';
import { statisticsPath } from '../paths.ts';
import { courseHeader } from '../slots.ts';
import styles from './hero.module.css';
import { StartButton } from './start-button.tsx';

/** What the course is, where I stand in it, and the one button. */
export function Hero({ course }: { course: CourseView }) {
  const { t } = useTranslation('courses');
  usePageTitle(course.title);
  const { mine } = course;
  return (
    <header className={styles.hero}>
      <div className={styles.cover}><Cover tone={toneOf(course.domain)} id={course.id} height="100%" /></div>
      <div className={styles.words}>
        <div className={styles.links}>
          <Link to="/courses" className={styles.back}><ArrowLeftOutlined aria-hidden /> {t('catalogue.title')}</Link>
          {course.can.viewStatistics && <Link to={statisticsPath(course.id)} className={styles.back}><BarChartOutlined aria-hidden /> {t('statistics.link')}</Link>}
        </div>
        <p className={styles.domain}>{t(`domain.${course.domain}`)}</p>
        <h1 className={styles.title} lang="zh-CN">{course.title}</h1>
        <p className={styles.summary} lang="zh-CN">{course.summary}</p>
        <CourseFacts course={course} />
        <Slot of={courseHeader} props={{ courseId: course.id, registrationId: mine?.id ?? null }} />
        {mine && (
          <div className={styles.mine}>
            <LearningStateTag state={mine.state} status={mine.status} />
            {mine.status === 'open' && <div className={styles.bar}><ProgressBar percent={mine.percent} label={t('progressOf', { title: course.title })} /></div>}
            {course.completedAt && <span className={styles.when}>{formatDay(course.completedAt)}</span>}
          </div>
        )}
        <StartButton course={course} />
      </div>
    </header>
  );
}
