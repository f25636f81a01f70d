import { formatDay, PersonLine, StatusTag, TableBox, tableStyles as table } from '@zhixing/platform/web';
import type { AdministeredCertificate } from '@zhixing/recognition/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StateTag } from '../components/state.tsx';
import { casePath } from '../paths.ts';
import styles from './table.module.css';

/** Certificates as lines; the number opens what was decided about one. */
export function CertificateTable({ rows }: { rows: AdministeredCertificate[] }) {
  const { t } = useTranslation('recognition');
  return (
    <TableBox label={t('list.title')}>
      <table className={`${table.table} ${styles.table}`}>
        <thead><tr>{(['number', 'holder', 'subject', 'earned', 'score', 'state'] as const).map((column) => <th key={column} scope="col" className={column === 'score' ? table.number : undefined}>{t(`column.${column}`)}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className={styles.number}><Link to={casePath(row.id)} lang="en">{row.number}</Link></td>
              <td>{row.person ? <PersonLine person={row.person} showNumber /> : <span lang="zh-CN">{row.holder}</span>}</td>
              <td className={styles.title} lang="zh-CN">{row.title}</td>
              <td className={styles.day}>{formatDay(row.earnedOn)}</td>
              <td className={table.number}>{row.score ?? '–'}</td>
              <td><span className={styles.states}><StateTag state={row.state} plain />{row.underReview && <StatusTag look="warned" plain>{t('list.underReview')}</StatusTag>}</span></td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
