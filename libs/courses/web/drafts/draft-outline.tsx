import FileTextOutlined from '@ant-design/icons/FileTextOutlined';
import FormOutlined from '@ant-design/icons/FormOutlined';
import type { CourseDraft } from '@zhixing/courses/contract';
import { formatMinutes, Panel, StatusTag } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ruleText } from '../components/lesson-words.ts';
import outline from '../course/outline.module.css';
import { draftLessonPath } from '../paths.ts';

const LOOKS = { new: 'done', changed: 'warned' } as const;

/** The outline of a draft: each lesson leads to its preview and says whether it is new or changed. */
export function DraftOutline({ draft }: { draft: CourseDraft }) {
  const { t } = useTranslation('courses');
  const lessons = draft.chapters.flatMap((chapter) => chapter.lessons);
  const marks = draft.report.changes !== null;
  return (
    <Panel title={t('course.outline')} context={t('course.outlineContext', { lessons: t('lessonCount', { count: lessons.length }), required: lessons.filter((lesson) => lesson.required).length })} flush>
      {draft.chapters.map((chapter, place) => (
        <section key={`${place} ${chapter.title}`} aria-labelledby={`chapter-${place}`} className={outline.chapter}>
          <h3 id={`chapter-${place}`} className={outline.heading}><span className={outline.number}>{place + 1}</span><span lang="zh-CN">{chapter.title}</span></h3>
          <ol>
            {chapter.lessons.map((lesson) => {
              const Icon = lesson.kind === 'quiz' ? FormOutlined : FileTextOutlined;
              return (
                <li key={lesson.key} className={`${outline.line} ${outline.preview}`}>
                  <div className={outline.words}>
                    <Link to={draftLessonPath(draft.courseId, lesson.key)} className={outline.title} lang="zh-CN">{lesson.title}</Link>
                    <p className={outline.rule}>{ruleText(lesson.rule)}</p>
                  </div>
                  <div className={outline.facts}>
                    {marks && lesson.change !== 'same' && <StatusTag look={LOOKS[lesson.change]}>{t(`draft.change.${lesson.change}`)}</StatusTag>}
                    {!lesson.required && <span className={outline.optional}>{t('optional')}</span>}
                    <span className={outline.kind}><Icon aria-hidden /> {t(`lessonKind.${lesson.kind}`)}</span>
                    <span className={outline.minutes}>{formatMinutes(lesson.minutes)}</span>
                  </div>
                </li>
              );
            })}
          </ol>
        </section>
      ))}
    </Panel>
  );
}
