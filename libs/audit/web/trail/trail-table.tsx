import type { AuditRow } from '@zhixing/audit/contract';
import { formatInstant, TableBox, tableStyles as table } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Result } from './entry-sheet.tsx';
import { FactLine } from './facts.tsx';
import styles from './trail-table.module.css';

/** The entries as lines; what was done opens the entry. */
export function TrailTable({ rows, onOpen }: { rows: AuditRow[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation('audit');
  return (
    <TableBox label={t('title')}>
      <table className={`${table.table} ${styles.table}`}>
        <thead>
          <tr>{(['at', 'person', 'action', 'object', 'result', 'facts'] as const).map((column) => <th key={column} scope="col">{t(`column.${column}`)}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className={styles.at}>{formatInstant(row.at)}</td>
              <td>{row.person ? <><span lang="zh-CN">{row.person.displayName}</span><span className={table.small}> {row.person.staffNumber}</span></> : <span className={table.small}>{row.personId ? t('former') : t('nobody')}</span>}</td>
              <td><button type="button" className={styles.open} aria-haspopup="dialog" onClick={() => onOpen(row.id)}>{row.action.words}</button></td>
              <td>{row.object.type.words} {row.object.name ? <span lang="zh-CN">{row.object.name}</span> : <code lang="en" className={styles.id}>{row.object.id.slice(-12)}</code>}</td>
              <td><Result result={row.result} plain /></td>
              <td className={`${table.small} ${styles.facts}`}><FactLine facts={row.facts} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
