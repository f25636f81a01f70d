import FileTextOutlined from '@ant-design/icons/FileTextOutlined';
import FormOutlined from '@ant-design/icons/FormOutlined';
import type { RegistrationView } from '@zhixing/courses/contract';
import { formatMinutes } from '@zhixing/platform/web';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LessonTick } from '../components/lesson-tick.tsx';
import { earnedText } from '../components/lesson-words.ts';
import { lessonPath } from '../paths.ts';
import styles from './outline-list.module.css';

/** All lessons beside the one that is open: ticks, how each was earned, what is optional. */
export function OutlineList({ registration, current, onChoose }: { registration: RegistrationView; current: string; onChoose?: () => void }) {
  const { t } = useTranslation('courses');
  const here = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // newer browsers return a promise, which must not become the effect's clean-up
    void here.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <nav aria-label={t('course.outline')} className={styles.outline}>
      {registration.chapters.map((chapter) => (
        <section key={chapter.title} className={styles.chapter}>
          <p className={styles.heading}>
            <span lang="zh-CN">{chapter.title}</span>
            <span className={styles.count}>{t('player.chapterDone', { done: chapter.lessons.filter((lesson) => lesson.state === 'completed').length, total: chapter.lessons.length })}</span>
          </p>
          <ol>
            {chapter.lessons.map((lesson) => {
              const Icon = lesson.kind === 'quiz' ? FormOutlined : FileTextOutlined;
              const active = lesson.key === current;
              return (
                <li key={lesson.key}>
                  <Link
                    ref={active ? here : undefined} to={lessonPath(registration.id, lesson.key)} className={`${styles.lesson} ${active ? styles.current : ''}`}
                    aria-current={active ? 'page' : undefined} onClick={onChoose}
                  >
                    <LessonTick state={lesson.state} />
                    <span className={styles.words}>
                      <span className={styles.title} lang="zh-CN">{lesson.title}</span>
                      <span className={styles.facts}>
                        <span className={styles.kind}><Icon aria-hidden /> {earnedText(lesson) ?? `${t(`lessonKind.${lesson.kind}`)} · ${formatMinutes(lesson.minutes)}`}</span>
                        {!lesson.required && <span className={styles.optional}>{t('optional')}</span>}
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
