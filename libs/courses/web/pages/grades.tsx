import type { GradedAttempt } from '@zhixing/courses/contract';
import { EmptyState, LoadMore, PageHeader, Panel, QueryView, SearchField, Skeleton, useSearchParameters } from '@zhixing/platform/web';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { z } from 'zod';
import { statisticsQuery } from '../api.ts';
import { isMissing, NotFound } from '../components/not-found.tsx';
import { gradedAttemptsQuery } from '../grades/api.ts';
import { CorrectDialog } from '../grades/correct-dialog.tsx';
import styles from '../grades/grades.module.css';
import { GradesTable } from '../grades/table.tsx';
import { statisticsPath } from '../paths.ts';

const Address = z.object({ q: z.string().optional() });

/** Grades of a course: every submitted attempt, and the way to correct one by name and with a reason. */
export default function GradesPage() {
  const { t } = useTranslation('courses');
  const { id = '' } = useParams();
  const [{ q }, change] = useSearchParameters(Address);
  const { data: statistics } = useQuery(statisticsQuery(id));
  const query = useInfiniteQuery(gradedAttemptsQuery(id, q));
  const [attempt, setAttempt] = useState<GradedAttempt>();
  if (isMissing(query.error)) return <NotFound />;
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title={t('grades.title')} context={<span lang="zh-CN">{statistics?.course.title ?? ' '}</span>} back={{ to: statisticsPath(id), label: t('statistics.link') }} />
      <div className={styles.filters}><SearchField value={q ?? ''} label={t('grades.search')} placeholder={t('grades.searchHint')} onSearch={(next) => change({ q: next || undefined })} /></div>
      <Panel title={t('grades.title')} hideTitle flush>
        <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={8} /></div>} empty={() => rows.length === 0 && <EmptyState drawing="search" title={t('grades.none')}>{t(q ? 'grades.noneFound' : 'grades.noneYet')}</EmptyState>}>
          {() => (
            <>
              <GradesTable rows={rows} onCorrect={setAttempt} />
              <LoadMore query={query} shown={rows.length} />
            </>
          )}
        </QueryView>
      </Panel>
      <CorrectDialog courseId={id} attempt={attempt} onClose={() => setAttempt(undefined)} />
    </>
  );
}
