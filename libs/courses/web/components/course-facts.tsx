import type { CourseCard } from '@zhixing/courses/contract';
import { formatMinutes } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import styles from './course-facts.module.css';

/** Minutes, level, lessons and kind of a course in one line. */
export function CourseFacts({ course }: { course: Pick<CourseCard, 'minutes' | 'level' | 'lessons' | 'kind'> }) {
  const { t } = useTranslation('courses');
  const facts = [formatMinutes(course.minutes), t(`level.${course.level}`), t('lessonCount', { count: course.lessons })];
  if (course.kind === 'micro') facts.push(t('kind.micro'));
  return <ul className={styles.facts}>{facts.map((fact) => <li key={fact}>{fact}</li>)}</ul>;
}
