import { ARCHIVED_AFTER_MONTHS, type ArchivePart } from '@zhixing/audit/contract';
import { useQuery } from '@tanstack/react-query';
import { ExportButton, formatDay, formatNumber, Panel, TableBox, tableStyles as table } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { archivesQuery } from '../api.ts';
import styles from './archives-panel.module.css';

/** The parts of the trail that lie in files, each to be taken out for a reason; nothing before there are any. */
export function ArchivesPanel() {
  const { t } = useTranslation('audit');
  const { data } = useQuery(archivesQuery);
  if (!data?.items.length) return null;
  return (
    <Panel title={t('archive.title')} context={t('archive.context', { months: ARCHIVED_AFTER_MONTHS })} flush className={styles.panel}>
      <TableBox label={t('archive.title')}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('archive.number')}</th><th scope="col">{t('archive.range')}</th><th scope="col" className={table.number}>{t('archive.entries')}</th>
              <th scope="col">{t('archive.fingerprint')}</th><th scope="col">{t('archive.file')}</th>
            </tr>
          </thead>
          <tbody>{data.items.map((part) => <Part key={part.number} part={part} />)}</tbody>
        </table>
      </TableBox>
    </Panel>
  );
}

function Part({ part: { number, from, to, entries, sha256, kept } }: { part: ArchivePart }) {
  const { t } = useTranslation('audit');
  return (
    <tr>
      <td className={styles.short}>{t('archive.name', { number })}</td>
      <td className={styles.short}>{t('archive.between', { from: formatDay(from), to: formatDay(to) })}</td>
      <td className={table.number}>{formatNumber(entries)}</td>
      <td><code lang="en" className={styles.hash}>{sha256}</code></td>
      <td>{kept ? <ExportButton personal kind="audit-archive" parameters={{ number }} label={t('archive.exportOf', { number })} /> : <span className={table.small}>{t('archive.deleted')}</span>}</td>
    </tr>
  );
}
