import type { BulkChangeState, BulkRow, BulkRowsQuery } from '@zhixing/people/contract';
import { EmptyState, formatDay, LoadMore, Panel, QueryView, Skeleton, TableBox, tableStyles as table } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type OriginName, rowsQuery } from './api.ts';
import styles from './rows.module.css';

/** The rows of one kind, in the order of the file; of people chosen by hand there is no line. */
export function Rows({ origin, id, kind, state, total }: { origin: OriginName; id: string; kind: BulkRowsQuery['kind']; state: BulkChangeState; total: number }) {
  const { t } = useTranslation('people');
  const query = useInfiniteQuery(rowsQuery(origin, id, kind, state));
  const title = t(`changes.kind.${kind}`);
  const lines = origin.words === 'hrImports';
  return (
    <Panel title={title} hideTitle flush>
      <QueryView query={query} loading={<div className={styles.waiting}><Skeleton lines={4} /></div>} empty={(data) => data.pages[0]?.items.length === 0 && <EmptyState drawing="done" title={t('changes.noRows')} />}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          return (
            <>
              <TableBox label={title}>
                <table className={table.table}>
                  <thead>
                    <tr>
                      {lines && <th scope="col" className={table.number}>{t('changes.line')}</th>}
                      <th scope="col">{t(kind === 'department' ? 'changes.department' : 'changes.person')}</th>
                      <th scope="col">{t(kind === 'error' ? 'changes.wrong' : 'changes.what')}</th>
                      <th scope="col">{t('changes.from')}</th>
                    </tr>
                  </thead>
                  <tbody>{rows.map((row) => <Row key={row.id} row={row} lines={lines} />)}</tbody>
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

function Row({ row, lines }: { row: BulkRow; lines: boolean }) {
  const { t } = useTranslation('people');
  return (
    <tr>
      {lines && <td className={table.number}>{row.line ?? t('changes.notInFile')}</td>}
      <td className={styles.who} lang="zh-CN"><span>{row.name}</span><span className={table.small}>{row.key}</span></td>
      <td>
        <ul className={styles.facts}>
          {row.kept && <li className={styles.error}>{t(`changes.keptWhy.${row.kept}`)}</li>}
          {row.back && <li>{t('changes.back')}</li>}
          {row.kind === 'missing' && <li>{t(lines && row.line === null ? 'changes.leavesUnnamed' : 'changes.leaves')}</li>}
          {row.errors.map((error) => <li key={error.message} className={styles.error} lang={document.documentElement.lang}>{error.message}</li>)}
          {row.changes.map((change) => <Change key={change.field} {...change} />)}
        </ul>
      </td>
      <td className={styles.day}>{row.from && formatDay(row.from)}</td>
    </tr>
  );
}

/** What was and what is to be; of somebody new only the latter. */
function Change({ field, before, after }: BulkRow['changes'][number]) {
  const { t } = useTranslation('people');
  const shown = (value: string | null) => (value === null ? <span className={table.small}>{t('changes.empty')}</span> : field === 'state' ? t(`changes.personState.${value}`) : <span lang="zh-CN">{value}</span>);
  return (
    <li>
      <span className={table.small}>{t(`changes.field.${field}`)} </span>
      {before !== null && <><del className={styles.before}>{shown(before)}</del><span aria-hidden> → </span></>}
      <ins className={styles.after}>{shown(after)}</ins>
    </li>
  );
}
