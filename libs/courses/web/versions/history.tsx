import { useMe } from '@zhixing/access/web';
import type { CourseVersionRow } from '@zhixing/courses/contract';
import { formatDay, formatNumber, Panel, QueryView, Skeleton, TableBox, tableStyles as table } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { versionsQuery } from './api.ts';
import { GainsDialog } from './gains-dialog.tsx';
import styles from './history.module.css';

/** The versions of a course: what each meant to those who knew an earlier one, and how many are on it. */
export function History({ courseId }: { courseId: string }) {
  const { t } = useTranslation('courses');
  const query = useQuery(versionsQuery(courseId));
  const [dialog, setDialog] = useState(false);
  const earlier = query.data?.items.slice(1).some(({ learning }) => learning > 0) ?? false;
  const grants = useMe().permissions.includes('course:write') && earlier;
  return (
    <Panel title={t('versions.title')} context={t('versions.context')} extra={grants && <Button onClick={() => setDialog(true)}>{t('gains.open')}</Button>} flush>
      <QueryView query={query} loading={<div className={styles.waiting}><Skeleton lines={3} /></div>}>
        {({ items }) => (
          <TableBox label={t('versions.title')}>
            <table className={`${table.table} ${styles.table}`}>
              <thead><tr>{(['version', 'publishedAt', 'change', 'note', 'learning', 'finished'] as const).map((column) => <th key={column} scope="col" className={column === 'learning' || column === 'finished' ? table.number : undefined}>{t(`versions.${column}`)}</th>)}</tr></thead>
              <tbody>{items.map((row) => <Row key={row.version} row={row} />)}</tbody>
            </table>
          </TableBox>
        )}
      </QueryView>
      <GainsDialog courseId={courseId} open={dialog} onClose={() => setDialog(false)} />
    </Panel>
  );
}

function Row({ row }: { row: CourseVersionRow }) {
  const { t } = useTranslation('courses');
  return (
    <tr>
      <td>{t('finish.version', { version: row.version })}</td>
      <td className={styles.day}>{formatDay(row.publishedAt)}</td>
      <td>{row.change ? t(`change.${row.change}.name`) : row.version === 1 ? t('change.first') : '–'}</td>
      <td className={styles.note}>
        <span lang="zh-CN">{row.note || '–'}</span>
        {row.carryOver && <span className={styles.more}>{t('versions.carryOver')}</span>}
        {row.delta && <span className={styles.more}>{t('versions.delta')}<span lang="zh-CN">{row.delta.title}</span></span>}
      </td>
      <td className={table.number}>{formatNumber(row.learning)}</td>
      <td className={table.number}>{formatNumber(row.finished)}</td>
    </tr>
  );
}
