import type { LessonView, RegistrationView } from '@zhixing/courses/contract';
import { QueryView, Skeleton } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { attemptQuery } from '../api.ts';
import { Foot } from '../player/foot.tsx';
import styles from '../player/lesson.module.css';
import { isLive, useReading } from '../player/reading.ts';
import { Lobby } from './lobby.tsx';
import { Paper } from './paper.tsx';
import quizStyles from './quiz.module.css';
import { Result } from './result.tsx';

const Article = lazy(() => import('../player/article.tsx'));

/** A quiz in the player: its lobby, under the text when the page has one, or the try named in the address: a paper while open, a result afterwards. */
export function Quiz({ registration, lesson }: { registration: RegistrationView; lesson: LessonView }) {
  const { t } = useTranslation('courses');
  const [address, setAddress] = useSearchParams();
  const chosen = address.get('attempt');
  useReading(registration.id, lesson, isLive(registration));

  // coming back, the open paper is where one left it; unless there is a text to read, which leads on to it
  const open = lesson.attempts.find((attempt) => attempt.submittedAt === null)?.id;
  const straight = lesson.body === '' ? open : undefined;
  useEffect(() => {
    if (!chosen && straight) setAddress({ attempt: straight }, { replace: true });
  }, [chosen, straight, setAddress]);

  if (chosen) return <Attempt key={chosen} id={chosen} registration={registration} lesson={lesson} />;
  const lobby = <Lobby registration={registration} lesson={lesson} onStart={(id) => { setAddress({ attempt: id }, { replace: lesson.body === '' }); window.scrollTo(0, 0); }} />;
  return (
    <>
      <div className={styles.body}>
        {straight ? <Skeleton lines={6} /> : lesson.body === '' ? lobby : (
          <Suspense fallback={<Skeleton lines={8} />}>
            <Article body={lesson.body} place={{ registrationId: registration.id, lessonKey: lesson.key, done: lesson.state === 'completed' }} />
            <section aria-labelledby="quiz" className={quizStyles.quiz}><h2 id="quiz" className={quizStyles.heading}>{t('quiz.afterText')}</h2>{lobby}</section>
          </Suspense>
        )}
      </div>
      <Foot registration={registration} lesson={lesson} />
    </>
  );
}

function Attempt({ id, registration, lesson }: { id: string; registration: RegistrationView; lesson: LessonView }) {
  const query = useQuery(attemptQuery(id));
  return (
    <QueryView query={query} loading={<div className={styles.body}><Skeleton lines={8} /></div>}>
      {(attempt) => (attempt.submittedAt
        ? <Result registration={registration} lesson={lesson} attempt={attempt} />
        : <Paper registration={registration} lesson={lesson} attempt={attempt} />)}
    </QueryView>
  );
}
