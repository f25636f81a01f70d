import type { Domain } from '@zhixing/courses/contract';
import { Cover } from '@zhixing/platform/web';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { coursePath } from '../paths.ts';
import { toneOf } from './domain.ts';
import styles from './course-tile.module.css';

/**
 * A course in a line: small cover, title as a link, one line of context (the domain, unless another is given), room at the right.
 * `to` leads elsewhere than to the course page. Needs the texts of `courses`.
 */
export function CourseTile({ course, to = coursePath(course.id), context, size = 'normal', children }: {
  course: { id: string; title: string; domain: Domain };
  to?: string;
  context?: ReactNode;
  size?: 'normal' | 'small';
  children?: ReactNode;
}) {
  const { t } = useTranslation('courses');
  return (
    <div className={`${styles.tile} ${size === 'small' ? styles.small : ''}`}>
      <span className={styles.cover}><Cover tone={toneOf(course.domain)} id={course.id} height="100%" /></span>
      <div className={styles.words}>
        <Link to={to} className={styles.title} lang="zh-CN">{course.title}</Link>
        <div className={styles.context}>{context ?? t(`domain.${course.domain}`)}</div>
      </div>
      {children && <div className={styles.aside}>{children}</div>}
    </div>
  );
}
