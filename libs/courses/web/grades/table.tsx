import type { GradedAttempt } from '@zhixing/courses/contract';
import { formatInstant, PersonLine, StatusTag, TableBox, tableStyles as table } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './grades.module.css';

const COLUMNS = ['person', 'lesson', 'submitted', 'score', 'result', 'action'] as const;

/** Submitted attempts as lines, with what was decided about their grade. */
export function GradesTable({ rows, onCorrect }: { rows: GradedAttempt[]; onCorrect: (attempt: GradedAttempt) => void }) {
  const { t } = useTranslation('courses');
  return (
    <TableBox label={t('grades.title')}>
      <table className={`${table.table} ${styles.table}`}>
        <thead><tr>{COLUMNS.map((column) => <th key={column} scope="col" className={column === 'score' ? table.number : undefined}>{t(`grades.column.${column}`)}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td lang="zh-CN"><PersonLine person={row.person} showNumber /></td>
              <td><span lang="zh-CN">{row.lesson}</span><span className={styles.more}>{t('grades.try', { version: row.version, number: row.number })}</span></td>
              <td className={styles.day}>{formatInstant(row.submittedAt)}</td>
              <td className={table.number}>{row.correction ? <><s>{row.score}</s> {row.correction.score}</> : row.score}</td>
              <td><Outcome row={row} /></td>
              <td><Button size="small" onClick={() => onCorrect(row)} aria-label={t('grades.correctOf', { name: row.person.displayName, lesson: row.lesson })}>{t('grades.correct')}</Button></td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Outcome({ row: { correction, passed } }: { row: GradedAttempt }) {
  const { t } = useTranslation('courses');
  const passes = correction?.passed ?? passed;
  return (
    <>
      <StatusTag look={passes ? 'done' : 'failed'} plain>{t(passes ? 'status.passed' : 'status.failed')}</StatusTag>
      {correction && <span className={styles.more}>{t('grades.by')}<span lang="zh-CN">{correction.by?.displayName ?? '–'}：{correction.reason}</span></span>}
    </>
  );
}
