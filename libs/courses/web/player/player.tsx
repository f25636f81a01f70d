import type { RegistrationView } from '@zhixing/courses/contract';
import { QueryView, Sheet, Skeleton } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lessonQuery } from '../api.ts';
import { CourseTextContext } from '../markdown/course-text.ts';
import { lessonPath } from '../paths.ts';
import { Head } from './head.tsx';
import { Lesson } from './lesson.tsx';
import { OutlineList } from './outline-list.tsx';
import styles from './player.module.css';

const OUTLINE = 'zhixing.player.outline';

/** Outline at the left (on a phone in a sheet), the lesson beside it. */
export function Player({ registration, lessonKey }: { registration: RegistrationView; lessonKey: string }) {
  const { t } = useTranslation('courses');
  const [outline, setOutline] = useState(() => localStorage.getItem(OUTLINE) !== 'closed');
  const [sheet, setSheet] = useState(false);
  const query = useQuery(lessonQuery(registration.id, lessonKey));
  const courseText = useMemo(() => ({ courseId: registration.course.id, lessonTo: (key: string) => lessonPath(registration.id, key) }), [registration.course.id, registration.id]);
  const toggle = () => {
    localStorage.setItem(OUTLINE, outline ? 'closed' : 'open');
    setOutline(!outline);
  };
  return (
    <CourseTextContext value={courseText}>
      <Head registration={registration} outline={outline} onOutline={toggle} onSheet={() => setSheet(true)} />
      <div className={`${styles.columns} ${outline ? '' : styles.alone}`}>
        <div id="player-outline" className={styles.outline} hidden={!outline}><OutlineList registration={registration} current={lessonKey} /></div>
        <div className={styles.content}>
          <QueryView query={query} loading={<div className={styles.waiting}><Skeleton lines={8} /></div>}>
            {(lesson) => <Lesson key={lesson.key} registration={registration} lesson={lesson} />}
          </QueryView>
        </div>
      </div>
      <Sheet open={sheet} side="left" title={t('course.outline')} onClose={() => setSheet(false)}>
        <OutlineList registration={registration} current={lessonKey} onChoose={() => setSheet(false)} />
      </Sheet>
    </CourseTextContext>
  );
}
