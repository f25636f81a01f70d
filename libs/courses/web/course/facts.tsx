import type { CourseView } from '@zhixing/courses/contract';
import { formatDay, formatMinutes, formatNumber, Panel } from '@zhixing/platform/web';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './facts.module.css';

/** The facts at the right of the course page. */
export function Facts({ course }: { course: CourseView }) {
  const { t } = useTranslation('courses');
  return (
    <Panel title={t('course.facts')}>
      <dl className={styles.facts}>
        <Fact name={t('course.minutes')}>{formatMinutes(course.minutes)}<small>{t('course.minutesWhat')}</small></Fact>
        <Fact name={t('filter.level')}>{t(`level.${course.level}`)}</Fact>
        <Fact name={t('course.version')}>{t('course.versionValue', { version: course.version, day: formatDay(course.publishedAt) })}</Fact>
        {course.teacher && <Fact name={t('course.teacher')}><span lang="zh-CN">{course.teacher}</span></Fact>}
        {course.requirements && <Fact name={t('course.requirements')}><span lang="zh-CN">{course.requirements}</span></Fact>}
        <Fact name={t('course.audience')}>{course.audience.length === 0 ? t('course.everyone') : <span lang="zh-CN">{course.audience.join('、')}</span>}</Fact>
        <Fact name={t('course.learners')}>{t('course.learnersValue', { count: course.learners, written: formatNumber(course.learners), finished: formatNumber(course.finished) })}</Fact>
      </dl>
    </Panel>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => <div className={styles.fact}><dt>{name}</dt><dd>{children}</dd></div>;
