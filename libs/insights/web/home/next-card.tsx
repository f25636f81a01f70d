import ArrowRightOutlined from '@ant-design/icons/ArrowRightOutlined';
import { coursePath, lessonPath, toneOf } from '@zhixing/courses/web';
import type { NextStep } from '@zhixing/insights/contract';
import { pathPath } from '@zhixing/plans/web';
import { Cover, formatMinutes, ProgressBar } from '@zhixing/platform/web';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './next-card.module.css';
import { NextReasonText } from './next-reason.tsx';

/** One thing to do next: why, what, how much is left, and one click to the lesson, the course or the path. */
export function NextCard({ step, first }: { step: NextStep; first: boolean }) {
  const { t } = useTranslation('insights');
  const { course, path, registrationId, reason } = step;
  const due = 'assignment' in reason;
  const action = t(`next.action.${due ? (step.percent > 0 ? 'resume' : 'open') : registrationId ? reason.code : 'course'}`);
  const title = course?.title ?? path?.step ?? '';
  const to = registrationId ? lessonPath(registrationId, step.lessonKey) : course ? coursePath(course.id) : pathPath(path!.id);
  return (
    <article className={styles.card}>
      <NextReasonText reason={reason} />
      <div className={styles.what}>
        <span className={styles.cover}><Cover tone={course ? toneOf(course.domain) : 0} id={course?.id ?? path!.id} height="100%" /></span>
        <div className={styles.words}>
          <h3 lang="zh-CN" className={styles.title}>{title}</h3>
          <p className={styles.lesson}>
            {path ? <Trans t={t} i18nKey="next.ofPath" values={{ path: path.title, step: path.step }} components={{ name: <span lang="zh-CN" /> }} /> : due && <span lang="zh-CN">{reason.assignment}</span>}
            {'lesson' in reason && <>{t(`next.lesson.${reason.code}`)}<span lang="zh-CN">{reason.lesson}</span></>}
            {!due && !('lesson' in reason) && course && t(`courses:domain.${course.domain}`)}
          </p>
        </div>
      </div>
      <div className={styles.progress}>{registrationId && <ProgressBar size="small" percent={step.percent} label={t('courses:progressOf', { title })} />}</div>
      <div className={styles.foot}>
        <span className={styles.left}>{step.minutesLeft > 0 && t(registrationId ? 'next.minutesLeft' : 'next.minutes', { minutes: formatMinutes(step.minutesLeft) })}</span>
        <Link to={to} className={`${styles.go} ${first ? styles.first : ''}`} aria-label={t('next.actionAt', { action, title })}>
          {action} <ArrowRightOutlined aria-hidden />
        </Link>
      </div>
    </article>
  );
}
