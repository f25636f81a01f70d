import type { RegistrationList, RegistrationRow } from '@zhixing/courses/contract';
import { EmptyState, formatDay, formatMinutes, formatRelativeDay, LoadMore, PageHeader, Panel, ProgressBar, QueryView, Skeleton, TabLinks, useSearchParameters } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { recordQuery } from '../api.ts';
import { CourseTile } from '../components/course-tile.tsx';
import { LearningStateTag } from '../components/learning-state.tsx';
import { coursePath, finishPath, lessonPath } from '../paths.ts';
import styles from './record.module.css';

const TABS = ['all', 'learning', 'finished'] as const;
const Address = z.object({ state: z.enum(TABS).default('all') });

/** My record: every course I registered at, how far I am, and what was finished when. */
export default function RecordPage() {
  const { t } = useTranslation('courses');
  const [{ state }] = useSearchParameters(Address);
  const query = useInfiniteQuery(recordQuery(state));
  const first: RegistrationList | undefined = query.data?.pages[0];
  const tabs = TABS.map((key) => ({ key, label: t(`record.${key}`), count: first && key !== 'all' ? first.counts[key] : undefined }));
  return (
    <>
      <PageHeader title={t('record.title')} context={first ? t('record.context', { minutes: formatMinutes(first.minutesThisYear) }) : t('record.contextWaiting')} />
      <Panel title={t('record.list')} hideTitle flush>
        <div className={styles.tabs}><TabLinks label={t('record.tabs')} parameter="state" current={state} tabs={tabs} /></div>
        <QueryView query={query} loading={<div className={styles.waiting}><Skeleton lines={6} /></div>} empty={(data) => data.pages[0]?.items.length === 0 && <Empty state={state} />}>
          {(data) => {
            const rows = data.pages.flatMap((page) => page.items);
            return (
              <div className={query.isPlaceholderData ? styles.stale : undefined}>
                <ul>{rows.map((row) => <Row key={row.id} row={row} />)}</ul>
                {(query.hasNextPage || data.pages.length > 1) && <LoadMore query={query} shown={rows.length} />}
              </div>
            );
          }}
        </QueryView>
      </Panel>
    </>
  );
}

/** A finished row leads to what it came to, an open one to where the person left, any other to the course. */
function Row({ row }: { row: RegistrationRow }) {
  const { t } = useTranslation('courses');
  const to = row.status === 'passed' ? finishPath(row.id) : row.status === 'open' ? lessonPath(row.id) : coursePath(row.course.id);
  const dates = [
    row.imported ? t('record.imported') : t('record.registered', { day: formatDay(row.registeredAt) }),
    ...(row.completedAt ? [t('record.finishedOn', { day: formatDay(row.completedAt) })] : row.lastActivityAt ? [t('record.active', { day: formatRelativeDay(row.lastActivityAt) })] : []),
  ];
  return (
    <li className={styles.row}>
      <CourseTile course={row.course} to={to} context={<span className={styles.dates}>{dates.map((date) => <span key={date}>{date}</span>)}</span>}>
        <span className={styles.figures}>
          <span className={styles.figure}>{row.minutes > 0 && formatMinutes(row.minutes)}</span>
          <span className={styles.figure}>{row.score !== null && t('quiz.score', { score: row.score })}</span>
        </span>
        <span className={styles.bar}>{row.status === 'open' && row.state === 'learning' && <ProgressBar size="small" percent={row.percent} label={t('progressOf', { title: row.course.title })} />}</span>
        <span className={styles.state}><LearningStateTag state={row.state} status={row.status} /></span>
      </CourseTile>
    </li>
  );
}

function Empty({ state }: { state: (typeof TABS)[number] }) {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  return (
    <EmptyState drawing={state === 'finished' ? 'done' : 'courses'} title={t(`record.empty.${state}`)} action={<Button type="primary" onClick={() => void navigate('/courses')}>{t('record.browse')}</Button>}>
      {t(`record.emptyWhy.${state}`)}
    </EmptyState>
  );
}
