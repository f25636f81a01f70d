import type { ResultsImportView } from '@zhixing/plans/contract';
import { EmptyState, formatInstant, LoadMore, PageHeader, Panel, QueryView, Skeleton, TableBox, tableStyles as table } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { resultsImportPath, resultsImportsQuery } from '../results/api.ts';
import styles from '../results/results.module.css';
import { SendResults } from '../results/send-results.tsx';
import { Counts, ResultsStateTag } from '../results/state-tag.tsx';

/** Files of past and offline results: send one, and what became of those before. */
export default function ResultsPage() {
  const { t } = useTranslation('plans');
  const query = useInfiniteQuery(resultsImportsQuery);
  return (
    <>
      <PageHeader title={t('results.title')} context={t('results.context')} />
      <div className={styles.parts}>
        <SendResults />
        <Panel title={t('results.before')} flush>
          <QueryView query={query} loading={<div className={styles.waiting}><Skeleton lines={4} /></div>} empty={(data) => data.pages[0]?.items.length === 0 && <EmptyState drawing="courses" title={t('results.none')}>{t('results.noneWhy')}</EmptyState>}>
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

function Imports({ rows }: { rows: ResultsImportView[] }) {
  const { t } = useTranslation('plans');
  return (
    <TableBox label={t('results.before')}>
      <table className={table.table}>
        <thead><tr><th scope="col">{t('results.file')}</th><th scope="col">{t('column.state')}</th><th scope="col">{t('results.report')}</th><th scope="col">{t('results.when')}</th></tr></thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id}>
              <td className={styles.file}><Link to={resultsImportPath(one.id)} lang="zh-CN">{one.name}</Link></td>
              <td><ResultsStateTag state={one.state} plain /></td>
              <td>{one.counts && <Counts counts={one.counts} />}</td>
              <td className={styles.when}>{formatInstant(one.createdAt)}<span className={table.small} lang="zh-CN">{one.createdBy}</span></td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
