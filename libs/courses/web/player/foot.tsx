import LeftOutlined from '@ant-design/icons/LeftOutlined';
import RightOutlined from '@ant-design/icons/RightOutlined';
import type { LessonView, RegistrationView } from '@zhixing/courses/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { finishPath, lessonPath } from '../paths.ts';
import styles from './foot.module.css';

/** The id of the link onwards; the focus goes there when a lesson is done. */
export const ONWARDS = 'player-onwards';

/** The bar under a lesson: the one before, what there is to do, the one after. Once the lesson is done, going on is the main thing. */
export function Foot({ registration, lesson, children }: { registration: RegistrationView; lesson: LessonView; children?: ReactNode }) {
  const { t } = useTranslation('courses');
  const titleOf = (key: string) => registration.chapters.flatMap((chapter) => chapter.lessons).find((other) => other.key === key)?.title ?? '';
  const on = onwards(registration, lesson);
  return (
    <div className={styles.foot}>
      {lesson.previousKey
        ? <Link to={lessonPath(registration.id, lesson.previousKey)} className={styles.link} title={titleOf(lesson.previousKey)}><LeftOutlined aria-hidden /><span>{t('player.previous')}</span></Link>
        : <span className={styles.gap} />}
      <div className={styles.middle}>{children}</div>
      {on
        ? (
          <Link id={ONWARDS} to={on.to} className={`${styles.link} ${lesson.state === 'completed' ? styles.main : ''}`} title={on.lessonKey ? titleOf(on.lessonKey) : undefined}>
            <span>{t(`player.${on.word}`)}</span><RightOutlined aria-hidden />
          </Link>
        )
        : <span className={styles.gap} />}
    </div>
  );
}

/** Where the right end of the bar leads: the next lesson; after the last one what is still open, or the result. */
export function onwards(registration: RegistrationView, lesson: LessonView): { to: string; word: 'next' | 'result' | 'openOne'; lessonKey?: string } | null {
  if (lesson.nextKey) return { to: lessonPath(registration.id, lesson.nextKey), word: 'next', lessonKey: lesson.nextKey };
  if (registration.status === 'passed') return { to: finishPath(registration.id), word: 'result' };
  const open = registration.chapters.flatMap((chapter) => chapter.lessons).find((other) => other.required && other.state !== 'completed' && other.key !== lesson.key);
  return open && lesson.state === 'completed' ? { to: lessonPath(registration.id, open.key), word: 'openOne', lessonKey: open.key } : null;
}
