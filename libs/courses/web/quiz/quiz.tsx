import type { LessonView, RegistrationView } from '@zhixing/courses/contract';
import { QueryView, Skeleton } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { attemptQuery } from '../api.ts';
import { Foot } from '../player/foot.tsx';
import styles from '../player/lesson.module.css';
import { isLive, useReading } from '../player/reading.ts';
import { Lobby } from './lobby.tsx';
import { Paper } from './paper.tsx';
import { Result } from './result.tsx';

/** A quiz in the player: its lobby, or the try named in the address: a paper while open, a result afterwards. */
export function Quiz({ registration, lesson }: { registration: RegistrationView; lesson: LessonView }) {
  const [address, setAddress] = useSearchParams();
  const chosen = address.get('attempt');
  useReading(registration.id, lesson, isLive(registration));

  // coming back, the open paper is where one left it
  const open = lesson.attempts.find((attempt) => attempt.submittedAt === null)?.id;
  useEffect(() => {
    if (!chosen && open) setAddress({ attempt: open }, { replace: true });
  }, [chosen, open, setAddress]);

  if (chosen) return <Attempt key={chosen} id={chosen} registration={registration} lesson={lesson} />;
  return (
    <>
      <div className={styles.body}>{open ? <Skeleton lines={6} /> : <Lobby registration={registration} lesson={lesson} onStart={(id) => setAddress({ attempt: id }, { replace: true })} />}</div>
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
