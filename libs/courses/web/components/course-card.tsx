import type { CourseCard } from '@zhixing/courses/contract';
import { Cover, ProgressBar } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { coursePath } from '../paths.ts';
import { CourseFacts } from './course-facts.tsx';
import { toneOf } from './domain.ts';
import styles from './course-card.module.css';
import { LearningStateTag } from './learning-state.tsx';

/** A course as a card, or as a line of a list (`layout="list"`): what it is, how long, and where I stand. Needs the texts of `courses`. */
export function CourseCardView({ course, layout = 'grid', headingLevel = 2 }: { course: CourseCard; layout?: 'grid' | 'list'; headingLevel?: 2 | 3 }) {
  const { t } = useTranslation('courses');
  const Heading = `h${headingLevel}` as const;
  const mine = course.mine;
  const learning = mine?.status === 'open' && mine.state === 'learning';
  return (
    <article className={`${styles.card} ${layout === 'list' ? styles.list : ''}`}>
      <div className={styles.cover}><Cover tone={toneOf(course.domain)} id={course.id} height="100%" /></div>
      <div className={styles.words}>
        <p className={styles.domain}>{t(`domain.${course.domain}`)}</p>
        <Heading className={styles.title}><Link to={coursePath(course.id)} className={styles.link} lang="zh-CN">{course.title}</Link></Heading>
        <p className={styles.summary} lang="zh-CN">{course.summary}</p>
      </div>
      <div className={styles.foot}>
        <CourseFacts course={course} />
        {mine && (
          <div className={styles.mine}>
            <LearningStateTag state={mine.state} status={mine.status} />
            {learning && <div className={styles.bar}><ProgressBar size="small" percent={mine.percent} label={t('progressOf', { title: course.title })} /></div>}
          </div>
        )}
      </div>
    </article>
  );
}
