import type { DraftLesson, PaperQuestion } from '@zhixing/courses/contract';
import { formatMinutes, Skeleton, usePageTitle } from '@zhixing/platform/web';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ruleText } from '../components/lesson-words.ts';
import { draftLessonPath } from '../paths.ts';
import { useArrowKeys } from '../player/arrow-keys.ts';
import styles from '../player/lesson.module.css';
import { AnsweredQuestion } from '../quiz/answered-question.tsx';
import quizStyles from '../quiz/quiz.module.css';
import { DraftFoot } from './draft-foot.tsx';

const Article = lazy(() => import('../player/article.tsx'));

/** A lesson of a draft as learners will see it; its questions with the right answers and why. */
export function DraftLessonView({ courseId, lesson }: { courseId: string; lesson: DraftLesson }) {
  const { t } = useTranslation('courses');
  usePageTitle(lesson.title);
  const leadTo = (key: string | null) => key && draftLessonPath(courseId, key);
  useArrowKeys(leadTo(lesson.previousKey), leadTo(lesson.nextKey));
  return (
    <article className={styles.lesson}>
      <header className={styles.head}>
        <p className={styles.place}><span lang="zh-CN">{lesson.chapterTitle}</span><span>{t(`lessonKind.${lesson.kind}`)}</span><span>{formatMinutes(lesson.minutes)}</span></p>
        <h1 className={styles.title} lang="zh-CN">{lesson.title}</h1>
        <p className={styles.rule}>{t(lesson.required ? 'player.rule' : 'player.optionalRule', { rule: ruleText(lesson.rule) })}</p>
      </header>
      <div className={styles.body}>
        {lesson.body !== '' && <Suspense fallback={<Skeleton lines={8} />}><Article body={lesson.body} /></Suspense>}
        {lesson.questions.length > 0 && (
          <section aria-labelledby="quiz" className={lesson.body === '' ? quizStyles.alone : quizStyles.quiz}>
            <h2 id="quiz" className={quizStyles.heading}>{t('quiz.questionTotal', { count: lesson.questions.length })}</h2>
            <ol>{lesson.questions.map((question, place) => <li key={question.key}><AnsweredQuestion preview question={withResult(question)} number={place + 1} /></li>)}</ol>
          </section>
        )}
      </div>
      <DraftFoot courseId={courseId} lesson={lesson} />
    </article>
  );
}

/** As a question looks once it was graded. */
const withResult = ({ key, kind, topic, stem, choices, explanation }: DraftLesson['questions'][number]): PaperQuestion => ({
  id: key, kind, topic, stem, choices, answer: [], sequence: 0,
  result: {
    correct: true, explanation, correctChoices: choices.filter((choice) => choice.correct).map((choice) => choice.key),
    choiceExplanations: Object.fromEntries(choices.filter((choice) => choice.explanation).map((choice) => [choice.key, choice.explanation])),
  },
});
