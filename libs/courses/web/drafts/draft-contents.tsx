import FileTextOutlined from '@ant-design/icons/FileTextOutlined';
import FormOutlined from '@ant-design/icons/FormOutlined';
import type { CourseDraft } from '@zhixing/courses/contract';
import { formatMinutes } from '@zhixing/platform/web';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { draftLessonPath } from '../paths.ts';
import styles from '../player/outline-list.module.css';

/** All lessons of a draft beside the one that is previewed. */
export function DraftContents({ draft, current, onChoose }: { draft: CourseDraft; current: string; onChoose?: () => void }) {
  const { t } = useTranslation('courses');
  const here = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    void here.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <nav aria-label={t('course.outline')} className={styles.outline}>
      {draft.chapters.map((chapter, place) => (
        <section key={`${place} ${chapter.title}`}>
          <p className={styles.heading}><span lang="zh-CN">{chapter.title}</span></p>
          <ol>
            {chapter.lessons.map((lesson) => {
              const Icon = lesson.kind === 'quiz' ? FormOutlined : FileTextOutlined;
              const active = lesson.key === current;
              return (
                <li key={lesson.key}>
                  <Link ref={active ? here : undefined} to={draftLessonPath(draft.courseId, lesson.key)} className={`${styles.lesson} ${active ? styles.current : ''}`} aria-current={active ? 'page' : undefined} onClick={onChoose}>
                    <span className={styles.words}>
                      <span className={styles.title} lang="zh-CN">{lesson.title}</span>
                      <span className={styles.facts}>
                        <span className={styles.kind}><Icon aria-hidden /> {t(`lessonKind.${lesson.kind}`)} · {formatMinutes(lesson.minutes)}</span>
                        {draft.report.changes && lesson.change !== 'same' && <span className={styles.optional}>{t(`draft.change.${lesson.change}`)}</span>}
                      </span>
                    </span>
                  </Link>
                </li>
              );
            })}
          </ol>
        </section>
      ))}
    </nav>
  );
}
