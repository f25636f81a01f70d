import ArrowRightOutlined from '@ant-design/icons/ArrowRightOutlined';
import { coursePath, lessonPath, toneOf } from '@zhixing/courses/web';
import type { NextStep } from '@zhixing/insights/contract';
import { Cover, formatMinutes, ProgressBar } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './next-card.module.css';
import { NextReasonText } from './next-reason.tsx';

/** One thing to do next: why, what, how much is left, and one click to the lesson or the course. */
export function NextCard({ step, first }: { step: NextStep; first: boolean }) {
  const { t } = useTranslation('insights');
  const { course, registrationId, reason } = step;
  const due = 'assignment' in reason;
  const action = t(`next.action.${due ? (step.percent > 0 ? 'resume' : 'open') : registrationId ? reason.code : 'course'}`);
  return (
    <article className={styles.card}>
      <NextReasonText reason={reason} />
      <div className={styles.what}>
        <span className={styles.cover}><Cover tone={toneOf(course.domain)} id={course.id} height="100%" /></span>
        <div className={styles.words}>
          <h3 lang="zh-CN" className={styles.title}>{course.title}</h3>
          <p className={styles.lesson}>
            {due && <span lang="zh-CN">{reason.assignment}</span>}
            {'lesson' in reason && <>{t(`next.lesson.${reason.code}`)}<span lang="zh-CN">{reason.lesson}</span></>}
            {!due && !('lesson' in reason) && t(`courses:domain.${course.domain}`)}
          </p>
        </div>
      </div>
      <div className={styles.progress}>{registrationId && <ProgressBar size="small" percent={step.percent} label={t('courses:progressOf', { title: course.title })} />}</div>
      <div className={styles.foot}>
        <span className={styles.left}>{t(registrationId ? 'next.minutesLeft' : 'next.minutes', { minutes: formatMinutes(step.minutesLeft) })}</span>
        <Link to={registrationId ? lessonPath(registrationId, step.lessonKey) : coursePath(course.id)} className={`${styles.go} ${first ? styles.first : ''}`} aria-label={t('next.actionAt', { action, title: course.title })}>
          {action} <ArrowRightOutlined aria-hidden />
        </Link>
      </div>
    </article>
  );
}
