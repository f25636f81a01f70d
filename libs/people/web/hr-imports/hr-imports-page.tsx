import type { HrImportView } from '@zhixing/people/contract';
import { EmptyState, formatInstant, LoadMore, PageHeader, Panel, QueryView, Skeleton, TableBox, tableStyles as table } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { changesQuery } from '../bulk-changes/api.ts';
import { Difference } from '../bulk-changes/difference.tsx';
import { ChangeStateTag } from '../bulk-changes/state-tag.tsx';
import { HR_IMPORTS, hrImportPath } from './api.ts';
import styles from './hr-imports-page.module.css';
import { SendFile } from './send-file.tsx';

/** Files of the HR system: send one, and what became of those before. */
export default function HrImportsPage() {
  const { t } = useTranslation('people');
  const query = useInfiniteQuery(changesQuery(HR_IMPORTS));
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
          <tr><th scope="col">{t('hrImports.file')}</th><th scope="col">{t('changes.stateTitle')}</th><th scope="col" className={table.number}>{t('changes.difference')}</th><th scope="col">{t('changes.when')}</th></tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id}>
              <td className={styles.file}><Link to={hrImportPath(one.id)} lang="zh-CN">{one.name}</Link><span className={table.small}>{t(one.complete ? 'hrImports.complete' : 'hrImports.partial')}</span></td>
              <td><ChangeStateTag state={one.state} plain /></td>
              <td className={table.number}>{one.counts && <Difference counts={one.counts} />}</td>
              <td className={styles.when}>{formatInstant(one.createdAt)}<span className={table.small} lang={one.createdBy === null ? undefined : 'zh-CN'}>{one.createdBy ?? t('hrImports.feed')}</span></td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
