import { QueryView, Skeleton, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { registrationQuery } from '../api.ts';
import { isMissing, NotFound } from '../components/not-found.tsx';
import styles from '../player/player.module.css';
import { finishPath, lessonPath } from '../paths.ts';

/** A registration without a lesson in the address: on to where the person left, or to what finishing came to. */
export default function ResumePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const query = useQuery(registrationQuery(id));
  const registration = query.data;
  useEffect(() => {
    if (!registration) return;
    if (registration.completion) {
      void navigate(finishPath(id), { replace: true });
      return;
    }
    const lessons = registration.chapters.flatMap((chapter) => chapter.lessons);
    if (lessons.some((lesson) => lesson.state !== 'not_started')) toast.info(t('player.resumed'));
    void navigate(lessonPath(id, registration.resumeLessonKey ?? lessons[0]?.key), { replace: true });
  }, [registration, id, navigate, t]);
  if (isMissing(query.error)) return <div className={styles.waiting}><NotFound /></div>;
  return <div className={styles.waiting}><QueryView query={query} loading={<Skeleton lines={6} />}>{() => <Skeleton lines={6} />}</QueryView></div>;
}
