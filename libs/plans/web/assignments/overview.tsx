import type { AssignmentView, Funnel } from '@zhixing/plans/contract';
import { formatNumber, formatPercent, Panel, QueryView, Skeleton, TableBox, tableStyles as table } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { funnelQuery } from './api.ts';
import styles from './assignment.module.css';

const shareOf = (part: number, of: number): number => (of === 0 ? 0 : Math.floor((100 * part) / of));

/** How far the people of a cycle are: as bars, and the same in a table. */
export function Overview({ view, cycle }: { view: AssignmentView; cycle: string | undefined }) {
  const { t } = useTranslation('plans');
  const query = useQuery(funnelQuery(view.id, cycle));
  return (
    <QueryView query={query} loading={<Panel title={t('funnel.title')}><Skeleton lines={6} /></Panel>}>
      {(funnel) => (
        <div className={styles.stack}>
          <Figures funnel={funnel} exceptions={view.exceptions} />
          <Panel title={t('funnel.title')} context={t('funnel.context')}><Bars funnel={funnel} /></Panel>
          <Panel title={t('funnel.table')} flush><FunnelTable funnel={funnel} /></Panel>
        </div>
      )}
    </QueryView>
  );
}

/** Compliance = nobody of those for whom it is mandatory is past due: the waived and paused are not counted. */
function Figures({ funnel, exceptions }: { funnel: Funnel; exceptions: number }) {
  const { t } = useTranslation('plans');
  const counted = funnel.assigned - funnel.waived - funnel.paused - funnel.optional;
  return (
    <ul className={styles.figures}>
      <li className={styles.figure} title={t('funnel.complianceFormula')}><span className={styles.label}>{t('funnel.compliance')}</span><span className={styles.value}>{counted > 0 ? formatPercent(shareOf(counted - funnel.overdue, counted)) : '—'}</span><span className={styles.note}>{t('funnel.complianceFormula')}</span></li>
      <li className={styles.figure}><span className={styles.label}>{t('funnel.doneShare')}</span><span className={styles.value}>{funnel.assigned > 0 ? formatPercent(shareOf(funnel.done, funnel.assigned)) : '—'}</span><span className={styles.note}>{t('list.people', { count: funnel.done })}</span></li>
      <li className={styles.figure}><span className={styles.label}>{t('status.overdue')}</span><span className={styles.value}><Link to="?tab=people&status=overdue" className={styles.link}>{formatNumber(funnel.overdue)}</Link></span><span className={styles.note}>{t('funnel.overdueNow')}</span></li>
      <li className={styles.figure}><span className={styles.label}>{t('tab.exceptions')}</span><span className={styles.value}><Link to="?tab=exceptions" className={styles.link}>{formatNumber(exceptions)}</Link></span><span className={styles.note}>{t('funnel.exceptionsWait')}</span></li>
    </ul>
  );
}

const STEPS = ['assigned', 'started', 'done', 'late'] as const;

function Bars({ funnel }: { funnel: Funnel }) {
  const { t } = useTranslation('plans');
  return (
    <ol className={styles.bars} aria-hidden>
      {STEPS.map((step) => (
        <li key={step} className={styles.bar}>
          <span>{t(`funnel.${step}`)}</span>
          <span className={styles.track}><span className={`${styles.fill} ${step === 'late' ? styles.late : ''}`} style={{ width: `${shareOf(funnel[step], funnel.assigned)}%` }} /></span>
          <span className={styles.number}>{formatNumber(funnel[step])} · {formatPercent(shareOf(funnel[step], funnel.assigned))}</span>
        </li>
      ))}
    </ol>
  );
}

function FunnelTable({ funnel }: { funnel: Funnel }) {
  const { t } = useTranslation('plans');
  const row = (key: keyof Funnel) => <tr key={key}><th scope="row">{t(`funnel.${key}`)}</th><td className={table.number}>{formatNumber(funnel[key])}</td><td className={table.number}>{formatPercent(shareOf(funnel[key], funnel.assigned))}</td></tr>;
  return (
    <TableBox label={t('funnel.table')}>
      <table className={`${table.table} ${styles.twin}`}>
        <thead><tr><th scope="col">{t('funnel.step')}</th><th scope="col" className={table.number}>{t('funnel.peopleCount')}</th><th scope="col" className={table.number}>{t('funnel.share')}</th></tr></thead>
        <tbody>{(['assigned', 'started', 'done', 'late', 'overdue', 'paused', 'waived', 'optional', 'cancelled'] as const).map(row)}</tbody>
      </table>
    </TableBox>
  );
}
