import type { LessonView, RegistrationView } from '@zhixing/courses/contract';
import { Skeleton } from '@zhixing/platform/web';
import { lazy, Suspense } from 'react';
import { useNavigate } from 'react-router';
import { finishPath } from '../paths.ts';
import { Foot, ONWARDS } from './foot.tsx';
import styles from './lesson.module.css';
import { MarkDone } from './mark-done.tsx';
import { isLive, useReading } from './reading.ts';

const Article = lazy(() => import('./article.tsx'));

/** An article: its text, and "mark done" once the server has measured enough reading. */
export function ArticleLesson({ registration, lesson }: { registration: RegistrationView; lesson: LessonView }) {
  const navigate = useNavigate();
  const reading = useReading(registration.id, lesson, isLive(registration));
  const markDone = async () => {
    const status = await reading.markDone();
    // the last required lesson ends on the finish page; optional ones done later do not
    if (status === 'passed' && registration.status === 'open') void navigate(finishPath(registration.id));
    else if (status) document.getElementById(ONWARDS)?.focus({ preventScroll: true });
  };
  return (
    <>
      <div className={styles.body}>
        <Suspense fallback={<Skeleton lines={8} />}>
          <Article body={lesson.body} place={{ registrationId: registration.id, lessonKey: lesson.key, done: lesson.state === 'completed' }} />
        </Suspense>
      </div>
      <Foot registration={registration} lesson={lesson}><MarkDone lesson={lesson} reading={reading} live={isLive(registration)} onMark={() => void markDone()} /></Foot>
    </>
  );
}
