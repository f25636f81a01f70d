import type { CourseView } from '@zhixing/courses/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useRegister } from '../api.ts';
import { finishPath, lessonPath } from '../paths.ts';
import styles from './start-button.module.css';

/** Start, go on, or see the result: the one thing to do with a course, and a line that says what it leads to. */
export function StartButton({ course }: { course: CourseView }) {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const register = useRegister(course.id);
  const start = () => register.mutate(undefined, { onSuccess: ({ id, resumeLessonKey }) => void navigate(lessonPath(id, resumeLessonKey)) });
  const { mine, can } = course;

  if (mine?.status === 'open') {
    const resume = course.chapters.flatMap((chapter) => chapter.lessons).find((lesson) => lesson.key === course.resumeLessonKey);
    const fresh = mine.state === 'registered';
    return (
      <div className={styles.row}>
        <Button type="primary" size="large" onClick={() => void navigate(fresh ? lessonPath(mine.id, course.resumeLessonKey) : lessonPath(mine.id))}>{t(fresh ? 'course.start' : 'course.goOn')}</Button>
        {resume && <span className={styles.hint}>{t('course.nextUp')}<span lang="zh-CN">{resume.title}</span></span>}
      </div>
    );
  }
  if (mine?.status === 'passed') {
    return (
      <div className={styles.row}>
        <Button type="primary" size="large" onClick={() => void navigate(finishPath(mine.id))}>{t('course.viewResult')}</Button>
        {can.register && <Button size="large" loading={register.isPending} onClick={start}>{t('course.again')}</Button>}
      </div>
    );
  }
  if (!can.register) return <p className={styles.closed}>{t('course.notOpen')}</p>;
  return (
    <div className={styles.row}>
      <Button type="primary" size="large" loading={register.isPending} onClick={start}>{t(mine ? 'course.again' : 'course.start')}</Button>
      <span className={styles.hint}>{t('course.free')}</span>
    </div>
  );
}
