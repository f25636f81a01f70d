import type { HrImportRow, HrImportState, HrRowsQuery } from '@zhixing/people/contract';
import { EmptyState, formatDay, LoadMore, Panel, QueryView, Skeleton, TableBox, tableStyles as table } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { hrRowsQuery } from './api.ts';
import styles from './rows.module.css';

/** The rows of one kind, in the order of the file. */
export function Rows({ id, kind, state, total }: { id: string; kind: HrRowsQuery['kind']; state: HrImportState; total: number }) {
  const { t } = useTranslation('people');
  const query = useInfiniteQuery(hrRowsQuery(id, kind, state));
  const title = t(`hrImports.kind.${kind}`);
  return (
    <Panel title={title} hideTitle flush>
      <QueryView query={query} loading={<div className={styles.waiting}><Skeleton lines={4} /></div>} empty={(data) => data.pages[0]?.items.length === 0 && <EmptyState drawing="done" title={t('hrImports.noRows')} />}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          return (
            <>
              <TableBox label={title}>
                <table className={table.table}>
                  <thead>
                    <tr>
                      <th scope="col" className={table.number}>{t('hrImports.line')}</th>
                      <th scope="col">{t(kind === 'department' ? 'hrImports.department' : 'hrImports.person')}</th>
                      <th scope="col">{t(kind === 'error' ? 'hrImports.wrong' : 'hrImports.what')}</th>
                      <th scope="col">{t('hrImports.from')}</th>
                    </tr>
                  </thead>
                  <tbody>{rows.map((row) => <Row key={row.id} row={row} />)}</tbody>
                </table>
              </TableBox>
              {(query.hasNextPage || data.pages.length > 1) && <LoadMore query={query} shown={rows.length} total={total} />}
            </>
          );
        }}
      </QueryView>
    </Panel>
  );
}

function Row({ row }: { row: HrImportRow }) {
  const { t } = useTranslation('people');
  return (
    <tr>
      <td className={table.number}>{row.line ?? t('hrImports.notInFile')}</td>
      <td className={styles.who} lang="zh-CN"><span>{row.name}</span><span className={table.small}>{row.key}</span></td>
      <td>
        <ul className={styles.facts}>
          {row.back && <li>{t('hrImports.back')}</li>}
          {row.kind === 'missing' && <li>{t(row.line === null ? 'hrImports.leavesUnnamed' : 'hrImports.leaves')}</li>}
          {row.errors.map((error) => <li key={error.message} className={styles.error} lang={document.documentElement.lang}>{error.message}</li>)}
          {row.changes.map((change) => <Change key={change.field} {...change} />)}
        </ul>
      </td>
      <td className={styles.day}>{row.from && formatDay(row.from)}</td>
    </tr>
  );
}

/** What was and what is to be; of somebody new only the latter. */
function Change({ field, before, after }: HrImportRow['changes'][number]) {
  const { t } = useTranslation('people');
  const shown = (value: string | null) => (value === null ? <span className={table.small}>{t('hrImports.empty')}</span> : field === 'state' ? t(`hrImports.personState.${value}`) : <span lang="zh-CN">{value}</span>);
  return (
    <li>
      <span className={table.small}>{t(`hrImports.field.${field}`)} </span>
      {before !== null && <><del className={styles.before}>{shown(before)}</del><span aria-hidden> → </span></>}
      <ins className={styles.after}>{shown(after)}</ins>
    </li>
  );
}
