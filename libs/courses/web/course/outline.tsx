import FileTextOutlined from '@ant-design/icons/FileTextOutlined';
import FormOutlined from '@ant-design/icons/FormOutlined';
import type { CourseView, OutlineLesson } from '@zhixing/courses/contract';
import { formatMinutes, Panel } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LessonTick } from '../components/lesson-tick.tsx';
import { earnedText, ruleText } from '../components/lesson-words.ts';
import { lessonPath } from '../paths.ts';
import styles from './outline.module.css';

/** Chapters and lessons with what counts, what earns each tick, and my ticks. */
export function Outline({ course }: { course: CourseView }) {
  const { t } = useTranslation('courses');
  return (
    <Panel title={t('course.outline')} context={t('course.outlineContext', { lessons: t('lessonCount', { count: course.lessons }), required: course.requiredTotal })} flush>
      {course.chapters.map((chapter, place) => (
        <section key={chapter.title} aria-labelledby={`chapter-${place}`} className={styles.chapter}>
          <h3 id={`chapter-${place}`} className={styles.heading}><span className={styles.number}>{place + 1}</span><span lang="zh-CN">{chapter.title}</span></h3>
          <ol>{chapter.lessons.map((lesson) => <Line key={lesson.key} lesson={lesson} registrationId={course.mine?.id} />)}</ol>
        </section>
      ))}
    </Panel>
  );
}

function Line({ lesson, registrationId }: { lesson: OutlineLesson; registrationId?: string }) {
  const { t } = useTranslation('courses');
  const Icon = lesson.kind === 'quiz' ? FormOutlined : FileTextOutlined;
  return (
    <li className={`${styles.line} ${registrationId ? styles.open : ''}`}>
      {registrationId && <LessonTick state={lesson.state} />}
      <div className={styles.words}>
        {registrationId
          ? <Link to={lessonPath(registrationId, lesson.key)} className={styles.title} lang="zh-CN">{lesson.title}</Link>
          : <span className={styles.title} lang="zh-CN">{lesson.title}</span>}
        <p className={styles.rule}>{earnedText(lesson) ?? ruleText(lesson.rule)}</p>
      </div>
      <div className={styles.facts}>
        {!lesson.required && <span className={styles.optional}>{t('optional')}</span>}
        <span className={styles.kind}><Icon aria-hidden /> {t(`lessonKind.${lesson.kind}`)}</span>
        <span className={styles.minutes}>{formatMinutes(lesson.minutes)}</span>
      </div>
    </li>
  );
}
