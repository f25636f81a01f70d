import CaretDownOutlined from '@ant-design/icons/CaretDownOutlined';
import CaretUpOutlined from '@ant-design/icons/CaretUpOutlined';
import ImportOutlined from '@ant-design/icons/ImportOutlined';
import { useMe } from '@zhixing/access/web';
import { type AdministeredCourse, ATTENTION } from '@zhixing/courses/contract';
import { EmptyState, formatNumber, formatPercent, PageHeader, Panel, QueryView, SearchField, Skeleton, StatusTag, TableBox, tableStyles as table, TabLinks, useSearchParameters } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLinkClickHandler } from 'react-router';
import { z } from 'zod';
import { administeredCoursesQuery } from '../api.ts';
import { CourseTile } from '../components/course-tile.tsx';
import { draftsQuery } from '../drafts/api.ts';
import { Drafts } from '../drafts/draft-list.tsx';
import { IMPORT_PATH, statisticsPath } from '../paths.ts';
import { Definitions } from '../statistics/definitions.tsx';
import { shareOf } from '../statistics/funnel.tsx';
import styles from './administered-courses.module.css';

const COLUMNS = ['registered', 'started', 'finished', 'stuck'] as const;
type Column = (typeof COLUMNS)[number];
const Address = z.object({ q: z.string().trim().max(100).default(''), sort: z.enum([...COLUMNS, 'title']).default('registered'), order: z.enum(['down', 'up']).default('down') });

/** From this many courses on a search helps. */
const MANY = 12;

const TABS = ['published', 'drafts'] as const;
const Tab = z.object({ tab: z.enum(TABS).default('published') });

/** The courses I administer: the published ones with their figures, and the drafts. */
export default function AdministeredCoursesPage() {
  const { t } = useTranslation('courses');
  const toImport = useLinkClickHandler<HTMLElement>(IMPORT_PATH);
  const [{ tab }] = useSearchParameters(Tab);
  const write = useMe().permissions.includes('course:write');
  const drafts = useQuery({ ...draftsQuery, enabled: write }).data?.items.length;
  const tabs = TABS.map((key) => ({ key, label: t(`administered.${key}`), count: key === 'drafts' && drafts ? drafts : undefined }));
  return (
    <>
      <PageHeader
        title={t('administered.title')} context={t('administered.context')}
        action={write && <Button type="primary" href={IMPORT_PATH} icon={<ImportOutlined aria-hidden />} onClick={toImport}>{t('import.title')}</Button>}
      >
        {write && <TabLinks label={t('administered.tabs')} parameter="tab" current={tab} tabs={tabs} />}
      </PageHeader>
      {write && tab === 'drafts' ? <Drafts /> : <Published />}
    </>
  );
}

function Published() {
  const { t } = useTranslation('courses');
  const query = useQuery(administeredCoursesQuery);
  return (
    <QueryView query={query} loading={<Skeleton lines={8} />} empty={(data) => data.items.length === 0 && <EmptyState drawing="courses" title={t('statistics.noCourses')}>{t('statistics.noCoursesWhy')}</EmptyState>}>
      {(data) => <Courses courses={data.items} />}
    </QueryView>
  );
}

function Courses({ courses }: { courses: AdministeredCourse[] }) {
  const { t } = useTranslation('courses');
  const [{ q, sort, order }, change] = useSearchParameters(Address);
  const turn = order === 'down' ? -1 : 1;
  const found = courses.filter((course) => course.title.toLowerCase().includes(q.toLowerCase()));
  const rows = [...found].sort((one, other) => (sort === 'title' ? turn * one.title.localeCompare(other.title, 'zh-CN') : turn * (one[sort] - other[sort])));
  const sortBy = (column: Column | 'title') => change({ sort: column, order: sort === column && order === 'down' ? 'up' : 'down' });
  const head = (column: Column | 'title', label: string) => (
    <th key={column} scope="col" className={column === 'title' ? undefined : table.number} aria-sort={sort === column ? (order === 'down' ? 'descending' : 'ascending') : undefined}>
      <button type="button" className={`${table.sort} ${sort === column ? table.sorted : ''}`} onClick={() => sortBy(column)}>
        {label}{sort === column && (order === 'down' ? <CaretDownOutlined aria-hidden className={table.arrow} /> : <CaretUpOutlined aria-hidden className={table.arrow} />)}
      </button>
    </th>
  );
  const withShare = (course: AdministeredCourse, part: number) => (
    <td className={table.number}>{formatNumber(part)} <span className={`${table.small} ${styles.share}`}>{formatPercent(shareOf(part, course.registered))}</span></td>
  );
  return (
    <>
      {courses.length > MANY && <div className={styles.search}><SearchField value={q} label={t('statistics.search')} placeholder={t('statistics.search')} onSearch={(next) => change({ q: next || undefined })} /></div>}
      <Panel title={t('statistics.coursesTitle')} hideTitle flush className={styles.panel}>
        {rows.length === 0 ? <EmptyState drawing="search" title={t('catalogue.nothing')} /> : (
          <TableBox label={t('statistics.coursesTitle')}>
            <table className={table.table}>
              <thead>
                <tr>{head('title', t('statistics.course'))}{COLUMNS.map((column) => head(column, t(`statistics.${column}`)))}</tr>
              </thead>
              <tbody>
                {rows.map((course) => (
                  <tr key={course.id}>
                    <td className={styles.course}>
                      <CourseTile size="small" course={course} to={statisticsPath(course.id)} context={t('statistics.courseLine', { domain: t(`domain.${course.domain}`), version: course.version })} />
                    </td>
                    <td className={table.number}>{formatNumber(course.registered)}</td>
                    {withShare(course, course.started)}
                    {withShare(course, course.finished)}
                    <td className={table.number}>{course.stuck > 0 ? <StatusTag look="warned" plain>{formatNumber(course.stuck)}</StatusTag> : '0'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableBox>
        )}
        <div className={styles.foot}><Definitions of={COLUMNS} values={{ stalled: ATTENTION.stalledDays, unopened: ATTENTION.unopenedDays, failed: ATTENTION.failedTimes }} /></div>
      </Panel>
    </>
  );
}
