import CheckOutlined from '@ant-design/icons/CheckOutlined';
import type { CompletionRecord, RegistrationView } from '@zhixing/courses/contract';
import { Drawing, EmptyState, formatInstant, formatMinutes, PageHeader, Panel, QueryView, Skeleton, Slot, usePageTitle } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { courseQuery, registrationQuery } from '../api.ts';
import { CourseCardView } from '../components/course-card.tsx';
import { isMissing, NotFound } from '../components/not-found.tsx';
import { coursePath, lessonPath } from '../paths.ts';
import { courseFinish } from '../slots.ts';
import { NewerVersionNotice } from '../versions/newer-version.tsx';
import styles from './finish.module.css';

/** What finishing a course came to: the fact, what one can do now, and where to go next. */
export default function FinishPage() {
  const { id = '' } = useParams();
  const query = useQuery(registrationQuery(id));
  if (isMissing(query.error)) return <NotFound />;
  return (
    <QueryView query={query} loading={<Skeleton lines={8} />} empty={(registration) => !registration.completion && <NotYet registration={registration} />}>
      {(registration) => registration.completion && <Finish registration={registration} completion={registration.completion} />}
    </QueryView>
  );
}

function Finish({ registration, completion }: { registration: RegistrationView; completion: CompletionRecord }) {
  const { t } = useTranslation('courses');
  const { course } = registration;
  usePageTitle(t('finish.tab', { title: course.title }));
  return (
    <div className={styles.page}>
      <div className={styles.hero}>
        <div className={styles.words}>
          <Drawing name="done" />
          <h1 className={styles.title}>{t('finish.title')}</h1>
          <p className={styles.course} lang="zh-CN">{course.title}</p>
          <p className={styles.context}>{t('finish.context', { done: registration.requiredTotal })}</p>
        </div>
        <dl className={styles.facts}>
          <Fact name={t('finish.at')}>{formatInstant(completion.completedAt)}</Fact>
          {completion.score !== null && <Fact name={t('finish.score')}>{t('quiz.score', { score: completion.score })}</Fact>}
          <Fact name={t('finish.minutes')}>{formatMinutes(completion.minutes)}</Fact>
          <Fact name={t('course.version')}>{t('finish.version', { version: registration.version })}</Fact>
          <Fact name={t('finish.department')}><span lang="zh-CN">{completion.department} · {completion.position}</span></Fact>
        </dl>
        <p className={styles.kept}>{t('finish.kept')}</p>
      </div>
      {registration.version < registration.latestVersion && <NewerVersionNotice registrationId={registration.id} learning={false} />}
      <Slot of={courseFinish} props={{ courseId: course.id, registrationId: registration.id, completionId: completion.id }} />
      <Outcomes courseId={course.id} />
      {registration.next.length > 0 && (
        <section aria-labelledby="next">
          <h2 id="next" className={styles.heading}>{t('finish.next')}</h2>
          <ul className={styles.next}>{registration.next.map((card) => <li key={card.id}><CourseCardView course={card} headingLevel={3} /></li>)}</ul>
        </section>
      )}
      <p className={styles.links}>
        <Link to="/record">{t('finish.toRecord')}</Link>
        <Link to={lessonPath(registration.id, registration.chapters[0]?.lessons[0]?.key)}>{t('finish.review')}</Link>
        <Link to="/courses">{t('finish.toCatalogue')}</Link>
      </p>
    </div>
  );
}

/** What the course promised, now kept. The course itself may no longer be open to the person; then the part is left out. */
function Outcomes({ courseId }: { courseId: string }) {
  const { t } = useTranslation('courses');
  const { data: course } = useQuery(courseQuery(courseId));
  if (!course || course.outcomes.length === 0) return null;
  return (
    <Panel title={t('finish.outcomes')}>
      <ul className={styles.outcomes} lang="zh-CN">{course.outcomes.map((outcome) => <li key={outcome}><CheckOutlined aria-hidden className={styles.tick} />{outcome}</li>)}</ul>
    </Panel>
  );
}

function NotYet({ registration }: { registration: RegistrationView }) {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const open = registration.status === 'open';
  return (
    <>
      <PageHeader title={registration.course.title} titleLanguage="zh-CN" context={t('player.required', { done: registration.requiredDone, total: registration.requiredTotal })} />
      <EmptyState
        drawing="courses" title={t('finish.notYet')}
        action={<Button type="primary" size="large" onClick={() => void navigate(open ? lessonPath(registration.id) : coursePath(registration.course.id))}>{t(open ? 'course.goOn' : 'finish.toCourse')}</Button>}
      >
        {t('finish.notYetWhy', { percent: registration.percent })}
      </EmptyState>
    </>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => <div className={styles.fact}><dt>{name}</dt><dd>{children}</dd></div>;
