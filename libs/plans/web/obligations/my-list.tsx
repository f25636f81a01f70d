import type { ObligationRow } from '@zhixing/plans/contract';
import { Panel, ProgressBar } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DueText } from '../components/due-text.tsx';
import { isOpen, ObligationStatusTag } from '../components/obligation-status.tsx';
import { obligationPath } from '../paths.ts';
import { percentsQuery } from './api.ts';
import { GoLink } from './go-link.tsx';
import styles from './my-list.module.css';

const GROUPS = ['overdue', 'soon', 'later'] as const;

/** Under which heading an open obligation stands: late, due within a week, later (what is optional or paused never presses). */
const groupOf = ({ status }: ObligationRow): (typeof GROUPS)[number] => (status === 'overdue' ? 'overdue' : status === 'due_soon' ? 'soon' : 'later');

/** What is to be done, the most pressing first. */
export function OpenList({ rows }: { rows: ObligationRow[] }) {
  const { t } = useTranslation('plans');
  return GROUPS.map((group) => {
    const found = rows.filter((row) => groupOf(row) === group);
    return found.length > 0 && <Panel key={group} title={t(`mine.group.${group}`)} flush className={styles.panel}><Rows rows={found} /></Panel>;
  });
}

/** Obligations in rows: what, why, until when, and one way on. */
export function Rows({ rows }: { rows: ObligationRow[] }) {
  return <ul className={styles.list}>{rows.map((row) => <Row key={row.id} row={row} />)}</ul>;
}

function Row({ row }: { row: ObligationRow }) {
  const { t } = useTranslation('plans');
  const percent = useQuery(percentsQuery).data?.get(row.registrationId ?? '');
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Link to={obligationPath(row.id)} className={styles.title} lang="zh-CN">{row.target.title}</Link>
        <p className={styles.why}><Why row={row} /></p>
        {percent !== undefined && isOpen(row.status) && <div className={styles.bar}><ProgressBar size="small" percent={percent} label={t('mine.progress', { title: row.target.title })} /></div>}
      </div>
      <div className={styles.state}><ObligationStatusTag status={row.status} plain />{!row.mandatory && <span className={styles.optional}>{t('optional')}</span>}</div>
      <DueText due={row} />
      <div className={styles.action}><GoLink row={row} /></div>
    </li>
  );
}

/** Why it is asked, by which assignment and by whom. */
export function Why({ row: { reason, assignment, target } }: { row: ObligationRow }) {
  const { t } = useTranslation('plans');
  return (
    <>
      <span lang="zh-CN">{reason}</span>
      {assignment.title !== target.title && <span lang="zh-CN">{t('mine.assignment', { title: assignment.title })}</span>}
      <span>{t(`mine.by.${assignment.origin}`)} <span lang="zh-CN">{assignment.owner.displayName}</span></span>
    </>
  );
}
