import CheckOutlined from '@ant-design/icons/CheckOutlined';
import type { CourseView } from '@zhixing/courses/contract';
import { Panel, QueryView, Skeleton, SkeletonBlock } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { courseQuery } from '../api.ts';
import { isMissing, NotFound } from '../components/not-found.tsx';
import { Facts } from '../course/facts.tsx';
import { Hero } from '../course/hero.tsx';
import { Outline } from '../course/outline.tsx';
import { Skills } from '../course/skills.tsx';
import { ContentText } from '../markdown/content-text.tsx';
import { CourseTextContext } from '../markdown/course-text.ts';
import { NewerVersionNotice } from '../versions/newer-version.tsx';
import styles from './course.module.css';

/** A course: what one will be able to do, what it takes, what counts, and one button. */
export default function CoursePage() {
  const { id = '' } = useParams();
  const query = useQuery(courseQuery(id));
  if (isMissing(query.error)) return <NotFound />;
  return <QueryView query={query} loading={<Loading />}>{(course) => <Course course={course} />}</QueryView>;
}

function Course({ course }: { course: CourseView }) {
  const { t } = useTranslation('courses');
  return (
    <>
      <Hero course={course} />
      <div className={styles.columns}>
        <div className={styles.main}>
          {course.mine && course.version < course.latestVersion && <NewerVersionNotice registrationId={course.mine.id} learning={course.mine.status === 'open'} />}
          {course.outcomes.length > 0 && (
            <Panel title={t('course.outcomes')}>
              <ul className={styles.outcomes} lang="zh-CN">
                {course.outcomes.map((outcome) => <li key={outcome}><CheckOutlined aria-hidden className={styles.tick} />{outcome}</li>)}
              </ul>
            </Panel>
          )}
          {course.skills.length > 0 && <Skills skills={course.skills} />}
          {course.description && <Panel title={t('course.description')}><CourseTextContext value={{ courseId: course.id }}><ContentText text={course.description} className={styles.description} /></CourseTextContext></Panel>}
          <Outline course={course} />
        </div>
        <aside className={styles.aside} aria-label={t('course.facts')}><Facts course={course} /></aside>
      </div>
    </>
  );
}

const Loading = () => (
  <>
    <SkeletonBlock height={280} />
    <div className={styles.columns} style={{ marginTop: 24 }}><Skeleton lines={8} /><SkeletonBlock height={320} /></div>
  </>
);
