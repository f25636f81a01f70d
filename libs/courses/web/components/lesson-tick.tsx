import type { LessonState } from '@zhixing/courses/contract';
import { useTranslation } from 'react-i18next';
import styles from './lesson-tick.module.css';

/** The tick of a lesson: an empty ring, a half one, a tick; each with its word for who cannot see it. */
export function LessonTick({ state }: { state: LessonState }) {
  const { t } = useTranslation('courses');
  return (
    <span className={`${styles.tick} ${styles[state]}`}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden>
        {state === 'completed' ? <><circle cx="10" cy="10" r="9" className={styles.full} /><path d="M6 10.4l2.7 2.6L14.2 7.4" className={styles.mark} /></> : <circle cx="10" cy="10" r="8" className={styles.ring} />}
        {state === 'in_progress' && <path d="M10 5a5 5 0 0 1 0 10z" className={styles.half} />}
      </svg>
      <span className="zx-only-read">{t(`lessonState.${state}`)}</span>
    </span>
  );
}
