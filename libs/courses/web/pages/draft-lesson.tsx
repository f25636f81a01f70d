import ArrowLeftOutlined from '@ant-design/icons/ArrowLeftOutlined';
import UnorderedListOutlined from '@ant-design/icons/UnorderedListOutlined';
import type { CourseDraft } from '@zhixing/courses/contract';
import { QueryView, Sheet, Skeleton, StatusTag } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isMissing, NotFound } from '../components/not-found.tsx';
import { draftLessonQuery, draftQuery } from '../drafts/api.ts';
import { DraftContents } from '../drafts/draft-contents.tsx';
import { DraftLessonView } from '../drafts/draft-lesson-view.tsx';
import { CourseTextContext } from '../markdown/course-text.ts';
import { draftLessonPath, draftPath } from '../paths.ts';
import head from '../player/head.module.css';
import styles from '../player/player.module.css';

/** The preview of a draft: its outline, one lesson, the way on; nothing is recorded. */
export default function DraftLessonPage() {
  const { id = '', key = '' } = useParams();
  const query = useQuery(draftQuery(id));
  if (isMissing(query.error)) return <div className={styles.waiting}><NotFound /></div>;
  return <QueryView query={query} loading={<div className={styles.waiting}><Skeleton lines={8} /></div>}>{(draft) => <Preview draft={draft} lessonKey={key} />}</QueryView>;
}

function Preview({ draft, lessonKey }: { draft: CourseDraft; lessonKey: string }) {
  const { t } = useTranslation('courses');
  const { courseId } = draft;
  const [sheet, setSheet] = useState(false);
  const query = useQuery(draftLessonQuery(courseId, lessonKey));
  const courseText = useMemo(() => ({ courseId, lessonTo: (key: string) => draftLessonPath(courseId, key) }), [courseId]);
  return (
    <CourseTextContext value={courseText}>
      <div className={head.head}>
        <button type="button" className={`${head.button} ${head.narrow}`} aria-haspopup="dialog" aria-label={t('player.showOutline')} onClick={() => setSheet(true)}><UnorderedListOutlined aria-hidden /></button>
        <Link to={draftPath(courseId)} className={head.back}><ArrowLeftOutlined aria-hidden className={head.arrow} /><span className="zx-only-read">{t('draft.back')}: </span><span className={head.title} lang="zh-CN">{draft.title}</span></Link>
        <div className={head.progress}><StatusTag look="draft">{t('draft.previewOf', { version: draft.version })}</StatusTag></div>
      </div>
      <div className={styles.columns}>
        <div className={styles.outline}><DraftContents draft={draft} current={lessonKey} /></div>
        <div className={styles.content}>
          {isMissing(query.error) ? <div className={styles.waiting}><NotFound /></div> : (
            <QueryView query={query} loading={<div className={styles.waiting}><Skeleton lines={8} /></div>}>{(lesson) => <DraftLessonView key={lesson.key} courseId={courseId} lesson={lesson} />}</QueryView>
          )}
        </div>
      </div>
      <Sheet open={sheet} side="left" title={t('course.outline')} onClose={() => setSheet(false)}><DraftContents draft={draft} current={lessonKey} onChoose={() => setSheet(false)} /></Sheet>
    </CourseTextContext>
  );
}
