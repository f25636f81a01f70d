import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { useMe } from '@zhixing/access/web';
import type { CourseStatistics } from '@zhixing/courses/contract';
import { EmptyState, ExportButton, PageHeader, QueryView, SelectField, Skeleton, SkeletonBlock, useSearchParameters } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { z } from 'zod';
import { statisticsQuery } from '../api.ts';
import { isMissing, NotFound } from '../components/not-found.tsx';
import { ADMINISTERED_PATH, coursePath, exportAddress, gradesPath } from '../paths.ts';
import { ReviewPanel } from '../reviews/review-panel.tsx';
import { Funnel } from '../statistics/funnel.tsx';
import { Lessons } from '../statistics/lessons.tsx';
import { Questions } from '../statistics/questions.tsx';
import { Stuck } from '../statistics/stuck.tsx';
import { History } from '../versions/history.tsx';
import styles from './course-statistics.module.css';

const Address = z.object({ version: z.coerce.number().int().min(1).optional() });

/** How a course is doing: the funnel, the lessons where people stop, the questions they miss, the people who are stuck. */
export default function CourseStatisticsPage() {
  const { id = '' } = useParams();
  const [{ version }, change] = useSearchParameters(Address);
  const query = useQuery(statisticsQuery(id, version));
  if (isMissing(query.error)) return <NotFound />;
  return (
    <QueryView query={query} loading={<><Skeleton lines={2} /><SkeletonBlock height={200} /></>}>
      {(statistics) => <Statistics statistics={statistics} onVersion={(next) => change({ version: next })} />}
    </QueryView>
  );
}

function Statistics({ statistics, onVersion }: { statistics: CourseStatistics; onVersion: (version: number) => void }) {
  const { t } = useTranslation('courses');
  const { course, version, versions } = statistics;
  const back = { to: ADMINISTERED_PATH, label: t('administered.title') };
  const { permissions } = useMe();
  return (
    <>
      <PageHeader
        title={course.title} titleLanguage="zh-CN" back={back}
        context={<>{t(`domain.${course.domain}`)} · {t('finish.version', { version })} · <Link to={coursePath(course.id)} className={styles.link}>{t('statistics.toCourse')}</Link>{permissions.includes('grade:correct') && <> · <Link to={gradesPath(course.id)} className={styles.link}>{t('grades.title')}</Link></>}</>}
        action={(
          <>
            {versions.length > 1 && (
              <SelectField
                label={t('course.version')} value={String(version)} options={versions.map((one) => ({ value: String(one), label: t('finish.version', { version: one }) }))}
                onChange={(next) => onVersion(Number(next))}
              />
            )}
            {permissions.includes('course:write') && <Button href={exportAddress(course.id, version)} download icon={<DownloadOutlined aria-hidden />}>{t('administered.export')}</Button>}
            <ExportButton personal kind="course-statistics" parameters={{ courseId: course.id, version }} label={t('statistics.export')} />
          </>
        )}
      />
      {statistics.funnel.registered === 0
        ? <EmptyState drawing="team" title={t('statistics.nobody')}>{t('statistics.nobodyWhy')}</EmptyState>
        : (
          <div className={styles.parts}>
            <Funnel funnel={statistics.funnel} />
            <Lessons statistics={statistics} />
            <Stuck courseId={course.id} version={version} total={statistics.stuck} />
            <Questions questions={statistics.questions} />
          </div>
        )}
      <div className={styles.history}><ReviewPanel course={course} /></div>
      <div className={styles.history}><History courseId={course.id} /></div>
    </>
  );
}
