import LeftOutlined from '@ant-design/icons/LeftOutlined';
import RightOutlined from '@ant-design/icons/RightOutlined';
import type { DraftLesson } from '@zhixing/courses/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { draftLessonPath, draftPath } from '../paths.ts';
import styles from '../player/foot.module.css';

/** Under a previewed lesson: the one before, the one after; after the last one back to the draft. */
export function DraftFoot({ courseId, lesson }: { courseId: string; lesson: DraftLesson }) {
  const { t } = useTranslation('courses');
  return (
    <div className={styles.foot}>
      {lesson.previousKey
        ? <Link to={draftLessonPath(courseId, lesson.previousKey)} className={styles.link}><LeftOutlined aria-hidden /><span>{t('player.previous')}</span></Link>
        : <span className={styles.gap} />}
      <div className={styles.middle}><span className={styles.ended}>{t('draft.previewHint')}</span></div>
      {lesson.nextKey
        ? <Link to={draftLessonPath(courseId, lesson.nextKey)} className={`${styles.link} ${styles.main}`}><span>{t('player.next')}</span><RightOutlined aria-hidden /></Link>
        : <Link to={draftPath(courseId)} className={`${styles.link} ${styles.main}`}><span>{t('draft.back')}</span></Link>}
    </div>
  );
}
