import { coursePath, lessonPath } from '@zhixing/courses/web';
import { plansPages } from '@zhixing/plans/contract';
import type { PathView } from '@zhixing/plans/contract';
import { formatMinutes, formatPercent, Panel, ProgressBar } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathPath } from '../paths.ts';
import { myPathsQuery, pathQuery } from './api.ts';
import styles from './home-path.module.css';

/** On one's home page: the path one is on, its steps in a row, and the next thing to do. Nothing for who follows none. */
export function HomePath() {
  const { t } = useTranslation('plans');
  const mine = useQuery(myPathsQuery).data?.items ?? [];
  const chosen = mine.find((one) => !one.completedAt && one.profile) ?? mine.find((one) => !one.completedAt);
  const path = useQuery(pathQuery(chosen?.id)).data;
  if (!path) return null;
  return (
    <Panel title={t('paths.homeTitle')} context={<Link to={pathPath(path.id)} lang="zh-CN">{path.title}</Link>} extra={<Link to={plansPages.paths.path}>{t('paths.all')}</Link>}>
      <ProgressBar percent={path.percent} label={t('paths.progressOf', { title: path.title })} text={formatPercent(path.percent)} />
      <ol className={styles.row}>
        {path.stepViews.map((step) => (
          <li key={step.key} className={`${styles.step} ${styles[step.state]} ${step.key === path.next ? styles.next : ''}`} {...(step.key === path.next && { 'aria-current': 'step' as const })}>
            <span lang="zh-CN">{step.title}</span><span className="zx-only-read">{t(`paths.state.${step.state}`)}</span>
          </li>
        ))}
      </ol>
      <Next path={path} />
    </Panel>
  );
}

function Next({ path }: { path: PathView }) {
  const { t } = useTranslation('plans');
  const item = path.stepViews.find((step) => step.key === path.next)?.items.find((one) => !one.satisfied);
  if (!item) return null;
  const course = item.kind === 'course' ? item.course : null;
  return (
    <p className={styles.foot}>
      {course ? <Link className={styles.go} to={course.registrationId ? lessonPath(course.registrationId) : coursePath(course.id)}>{t('paths.nextCourse')} <span lang="zh-CN">{course.title}</span></Link> : <Link className={styles.go} to={pathPath(path.id)}>{t('paths.nextStep')}</Link>}
      {path.minutesLeft > 0 && <span className={styles.note}>{t('paths.left', { time: formatMinutes(path.minutesLeft) })}</span>}
    </p>
  );
}
