import { type EvidenceAssignment, type EvidencePackMade, insightsPages } from '@zhixing/insights/contract';
import { formatInstant, formatNumber, StatusTag, TableBox, tableStyles as table } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './evidence.module.css';

/** Where the evidence of one assignment is taken out. */
const evidencePath = (assignmentId: string): string => `${insightsPages.evidence.path}/${assignmentId}`;

const LOOKS = { draft: 'draft', active: 'running', ended: 'ended' } as const;

export function AssignmentsTable({ rows }: { rows: EvidenceAssignment[] }) {
  const { t } = useTranslation('insights');
  return (
    <TableBox label={t('evidence.tab.assignments')}>
      <table className={table.table}>
        <thead><tr><th scope="col">{t('evidence.column.title')}</th><th scope="col">{t('evidence.column.state')}</th><th scope="col">{t('evidence.column.owner')}</th><th scope="col">{t('evidence.column.cycles')}</th><th scope="col" className={table.number}>{t('evidence.column.obligations')}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td><Link to={evidencePath(row.id)} className={styles.link} lang="zh-CN">{row.title}</Link></td>
              <td><StatusTag plain look={LOOKS[row.state]}>{t(`evidence.assignmentState.${row.state}`)}</StatusTag></td>
              <td lang="zh-CN">{row.owner.displayName}</td>
              <td>{row.cycles.join(' ') || '–'}</td>
              <td className={table.number}>{formatNumber(row.obligations)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

export function MadeTable({ rows }: { rows: EvidencePackMade[] }) {
  const { t } = useTranslation('insights');
  return (
    <TableBox label={t('evidence.tab.made')}>
      <table className={table.table}>
        <thead><tr><th scope="col">{t('evidence.column.title')}</th><th scope="col">{t('evidence.column.asOf')}</th><th scope="col">{t('evidence.column.by')}</th><th scope="col">{t('evidence.column.reason')}</th><th scope="col" className={table.number}>{t('evidence.column.rows')}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <div className={styles.made}>
                  <Link to={evidencePath(row.assignment.id)} className={styles.link} lang="zh-CN">{row.assignment.title}</Link>
                  <span lang="en" className={styles.hash}>SHA-256 <code>{row.sha256}</code></span>
                </div>
              </td>
              <td><div className={styles.made}><span>{formatInstant(row.asOf)}</span><span className={styles.hash}>{[row.cycle ? t('evidence.cycle', { cycle: row.cycle }) : t('evidence.allCycles'), t(`evidence.language.${row.language}`), row.scoped && t('evidence.scoped')].filter(Boolean).join(' · ')}</span></div></td>
              <td><div className={styles.made}><span lang="zh-CN">{row.by.displayName}</span><span className={styles.hash}>{formatInstant(row.at)}</span></div></td>
              <td lang="zh-CN">{row.reason}</td>
              <td className={table.number}>{formatNumber(row.obligations)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
