import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled';
import type { LessonView, RegistrationView } from '@zhixing/courses/contract';
import { formatMinutes, usePageTitle } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { earnedText, ruleText } from '../components/lesson-words.ts';
import { lessonPath } from '../paths.ts';
import { Quiz } from '../quiz/quiz.tsx';
import { useArrowKeys } from './arrow-keys.ts';
import { ArticleLesson } from './article-lesson.tsx';
import styles from './lesson.module.css';

/** One lesson in the player: its head with the rule, then its text or its quiz. */
export function Lesson({ registration, lesson }: { registration: RegistrationView; lesson: LessonView }) {
  const { t } = useTranslation('courses');
  usePageTitle(lesson.title);
  // with a paper open arrows belong to the paper
  const [address] = useSearchParams();
  const paper = address.has('attempt');
  const leadTo = (key: string | null) => (key && !paper ? lessonPath(registration.id, key) : null);
  useArrowKeys(leadTo(lesson.previousKey), leadTo(lesson.nextKey));
  const earned = earnedText(lesson);
  return (
    <>
      <article className={styles.lesson}>
        <header className={styles.head}>
          <p className={styles.place}><span lang="zh-CN">{lesson.chapterTitle}</span><span>{t(`lessonKind.${lesson.kind}`)}</span><span>{formatMinutes(lesson.minutes)}</span></p>
          <h1 className={styles.title} lang="zh-CN">{lesson.title}</h1>
          <p className={styles.rule}>
            {lesson.required ? t('player.rule', { rule: ruleText(lesson.rule) }) : t('player.optionalRule', { rule: ruleText(lesson.rule) })}
            {earned && <span className={styles.earned}><CheckCircleFilled aria-hidden /> {earned}</span>}
          </p>
        </header>
        {lesson.kind === 'article'
          ? <ArticleLesson registration={registration} lesson={lesson} />
          : <Quiz registration={registration} lesson={lesson} />}
      </article>
    </>
  );
}
