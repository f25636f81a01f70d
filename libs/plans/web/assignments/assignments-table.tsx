import type { AssignmentRow, AssignmentState } from '@zhixing/plans/contract';
import { formatDay, formatNumber, formatPercent, ProgressBar, type StatusLook, StatusTag, TableBox, tableStyles as table } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dueSentence } from '../components/due-rule.tsx';
import { assignmentPath } from '../paths.ts';
import styles from './assignments-table.module.css';

const LOOKS: Record<AssignmentState, StatusLook> = { draft: 'draft', active: 'running', ended: 'ended' };

/** Whether an assignment is a draft, active or ended. */
export function AssignmentStateTag({ state, plain }: { state: AssignmentState; plain?: boolean }) {
  const { t } = useTranslation('plans');
  return <StatusTag look={LOOKS[state]} plain={plain ?? false}>{t(`assignmentState.${state}`)}</StatusTag>;
}

const shareOf = ({ assigned, done }: AssignmentRow['counts']): number => (assigned === 0 ? 0 : Math.floor((100 * done) / assigned));

/** Assignments in rows; on a phone a card each, with what decides: how many, how far, how many late. */
export function AssignmentsTable({ rows }: { rows: AssignmentRow[] }) {
  const { t } = useTranslation('plans');
  return (
    <>
      <div className={styles.wide}>
        <TableBox label={t('list.title')}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('column.assignment')}</th><th scope="col">{t('column.due')}</th><th scope="col">{t('column.owner')}</th><th scope="col" className={table.number}>{t('column.assigned')}</th>
                <th scope="col">{t('column.done')}</th><th scope="col" className={table.number}>{t('column.overdue')}</th><th scope="col">{t('column.state')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td className={styles.what}><Title row={row} /></td>
                  <td><Due row={row} /></td>
                  <td lang="zh-CN">{row.owner.displayName}</td>
                  <td className={table.number}>{formatNumber(row.counts.assigned)}</td>
                  <td className={styles.done}><Done row={row} /></td>
                  <td className={table.number}><Overdue row={row} /></td>
                  <td><AssignmentStateTag state={row.state} plain /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </div>
      <ul className={styles.cards}>
        {rows.map((row) => (
          <li key={row.id} className={styles.card}>
            <div className={styles.cardHead}><Title row={row} /><AssignmentStateTag state={row.state} plain /></div>
            <Due row={row} />
            {row.state !== 'draft' && <div className={styles.cardFoot}><span>{t('list.people', { count: row.counts.assigned })}</span><Done row={row} /><Overdue row={row} /></div>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Title({ row }: { row: AssignmentRow }) {
  return <div><Link to={assignmentPath(row.id)} lang="zh-CN">{row.title}</Link>{row.target.title !== row.title && <p className={table.small} lang="zh-CN">{row.target.title}</p>}</div>;
}

function Due({ row }: { row: AssignmentRow }) {
  const { t } = useTranslation('plans');
  if (row.due.kind === 'yearly' && row.dueOn) return <span>{formatDay(row.dueOn)} <span className={table.small}>{t('list.yearly')}</span></span>;
  return <span>{row.due.kind === 'fixed' ? formatDay(row.due.on) : dueSentence(row.due)}</span>;
}

function Done({ row }: { row: AssignmentRow }) {
  const { t } = useTranslation('plans');
  if (row.counts.assigned === 0) return <span className={table.small}>—</span>;
  return <ProgressBar size="small" percent={shareOf(row.counts)} label={t('list.doneOf', { title: row.title })} text={t('list.doneText', { done: formatNumber(row.counts.done), percent: formatPercent(shareOf(row.counts)) })} />;
}

function Overdue({ row: { counts } }: { row: AssignmentRow }) {
  const { t } = useTranslation('plans');
  if (counts.overdue === 0) return <>0</>;
  return <StatusTag look="failed" plain><span className="zx-only-read">{t('status.overdue')}</span>{formatNumber(counts.overdue)}</StatusTag>;
}
