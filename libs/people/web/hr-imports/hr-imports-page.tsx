import type { HrImportCounts, HrImportView } from '@zhixing/people/contract';
import { EmptyState, formatInstant, formatNumber, LoadMore, PageHeader, Panel, QueryView, Skeleton, TableBox, tableStyles as table } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { hrImportPath, hrImportsQuery } from './api.ts';
import styles from './hr-imports-page.module.css';
import { SendFile } from './send-file.tsx';
import { ImportStateTag } from './state-tag.tsx';

/** Files of the HR system: send one, and what became of those before. */
export default function HrImportsPage() {
  const { t } = useTranslation('people');
  const query = useInfiniteQuery(hrImportsQuery);
  return (
    <>
      <PageHeader title={t('hrImports.title')} context={t('hrImports.context')} />
      <div className={styles.parts}>
        <SendFile />
        <Panel title={t('hrImports.before')} flush>
          <QueryView query={query} loading={<div className={styles.waiting}><Skeleton lines={4} /></div>} empty={(data) => data.pages[0]?.items.length === 0 && <EmptyState drawing="team" title={t('hrImports.none')}>{t('hrImports.noneWhy')}</EmptyState>}>
            {(data) => {
              const rows = data.pages.flatMap((page) => page.items);
              return (
                <>
                  <Imports rows={rows} />
                  {(query.hasNextPage || data.pages.length > 1) && <LoadMore query={query} shown={rows.length} />}
                </>
              );
            }}
          </QueryView>
        </Panel>
      </div>
    </>
  );
}

function Imports({ rows }: { rows: HrImportView[] }) {
  const { t } = useTranslation('people');
  return (
    <TableBox label={t('hrImports.before')}>
      <table className={table.table}>
        <thead>
          <tr><th scope="col">{t('hrImports.file')}</th><th scope="col">{t('hrImports.stateTitle')}</th><th scope="col" className={table.number}>{t('hrImports.difference')}</th><th scope="col">{t('hrImports.when')}</th></tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id}>
              <td className={styles.file}><Link to={hrImportPath(one.id)} lang="zh-CN">{one.name}</Link><span className={table.small}>{t(one.complete ? 'hrImports.complete' : 'hrImports.partial')}</span></td>
              <td><ImportStateTag state={one.state} plain /></td>
              <td className={table.number}>{one.counts && <Difference counts={one.counts} />}</td>
              <td className={styles.when}>{formatInstant(one.createdAt)}<span className={table.small} lang={one.createdBy === null ? undefined : 'zh-CN'}>{one.createdBy ?? t('hrImports.feed')}</span></td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

/** + new, ~ changed, - leaving, in words for those who do not see the signs. */
function Difference({ counts }: { counts: HrImportCounts }) {
  const { t } = useTranslation('people');
  const [added, changed, missing] = [counts.new, counts.changed, counts.missing].map((count) => formatNumber(count));
  return (
    <span className={styles.difference}>
      <span aria-hidden className={styles.signs}><span>+{added}</span><span>~{changed}</span><span>−{missing}</span></span>
      <span className="zx-only-read">{t('hrImports.differenceWords', { added, changed, missing })}</span>
    </span>
  );
}
