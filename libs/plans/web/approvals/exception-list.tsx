import { listOf } from '@zhixing/platform/contract';
import { ExceptionKind, type ExceptionRow } from '@zhixing/plans/contract';
import { EmptyState, formatDay, formatNumber, LoadMore, Panel, PersonLine, QueryView, Skeleton, StatusTag, useSearchParameters } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { assignmentPath } from '../paths.ts';
import { exceptionsQuery } from './api.ts';
import styles from './approvals.module.css';
import { ExceptionDialog } from './exception-dialog.tsx';

const Address = z.object({ kind: listOf(ExceptionKind) });

/** People who match but were not simply assigned, each with the reason, to be decided; of one assignment or of all. */
export function ExceptionQueue({ assignmentId }: { assignmentId?: string }) {
  const { t } = useTranslation('plans');
  const [{ kind }, change] = useSearchParameters(Address);
  const query = useInfiniteQuery(exceptionsQuery({ kind, ...(assignmentId && { assignmentId }) }));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const counts = query.data?.pages[0]?.counts;
  const [deciding, setDeciding] = useState<ExceptionRow>();
  const toggle = (one: ExceptionKind) => change({ kind: kind.includes(one) ? kind.filter((other) => other !== one) : [...kind, one] });
  return (
    <>
      <div role="group" aria-label={t('exception.kinds')} className={styles.filters}>
        {ExceptionKind.options.map((one) => (
          <button key={one} type="button" aria-pressed={kind.includes(one)} className={`${styles.chip} ${kind.includes(one) ? styles.on : ''}`} onClick={() => toggle(one)}>{t(`exceptionKind.${one}`)}{counts && ` ${formatNumber(counts[one])}`}</button>
        ))}
      </div>
      <Panel title={t('exception.title')} hideTitle flush>
        <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={6} /></div>} empty={() => rows.length === 0 && <EmptyState drawing="done" title={t('exception.none')}>{t('exception.noneWhy')}</EmptyState>}>
          {() => (
            <>
              <ul className={styles.list}>{rows.map((row) => <Row key={row.id} row={row} showAssignment={!assignmentId} onDecide={() => setDeciding(row)} />)}</ul>
              <div className={styles.foot}><LoadMore query={query} shown={rows.length} /></div>
            </>
          )}
        </QueryView>
      </Panel>
      {deciding && <ExceptionDialog key={deciding.id} row={deciding} onClose={() => setDeciding(undefined)} />}
    </>
  );
}

function Row({ row, showAssignment, onDecide }: { row: ExceptionRow; showAssignment: boolean; onDecide: () => void }) {
  const { t } = useTranslation('plans');
  return (
    <li className={styles.card}>
      <PersonLine person={row.person} showNumber />
      <div className={styles.words}>
        {showAssignment && <p lang="zh-CN"><Link to={assignmentPath(row.assignment.id)}>{row.assignment.title}</Link></p>}
        <p className={styles.small}><ExceptionReason row={row} /></p>
      </div>
      <StatusTag look="warned" plain>{t(`exceptionKind.${row.kind}`)}</StatusTag>
      <div className={styles.actions}><Button aria-haspopup="dialog" onClick={onDecide}>{t('exception.decide')}<span className="zx-only-read" lang="zh-CN"> {row.person.displayName}</span></Button></div>
    </li>
  );
}

/** Why this person was not simply assigned, with the dates and names that show it. */
export function ExceptionReason({ row }: { row: ExceptionRow }) {
  const { t } = useTranslation('plans');
  switch (row.kind) {
    case 'impossible_deadline': return <>{t('exceptionWhy.impossible_deadline', { day: row.dueOn ? formatDay(row.dueOn) : '—' })}</>;
    case 'already_completed': return <>{t('exceptionWhy.already_completed', { day: row.completedAt ? formatDay(row.completedAt) : '—' })}</>;
    case 'duplicate': return <>{t('exceptionWhy.duplicate')} {row.other && <Link to={assignmentPath(row.other.id)} lang="zh-CN">{row.other.title}</Link>}</>;
    default: return <>{t('exceptionWhy.unknown_date')}</>;
  }
}
