import type { BulkChangeState, BulkRow, BulkRowsQuery } from '@zhixing/people/contract';
import { EmptyState, formatDay, LoadMore, Panel, QueryView, Skeleton, TableBox, tableStyles as table, useNarrow } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type OriginName, rowsQuery } from './api.ts';
import styles from './rows.module.css';

/** The rows of one kind, in the order of the file; of people chosen by hand there is no line. On a phone as cards. */
export function Rows({ origin, id, kind, state, total }: { origin: OriginName; id: string; kind: BulkRowsQuery['kind']; state: BulkChangeState; total: number }) {
  const { t } = useTranslation('people');
  const query = useInfiniteQuery(rowsQuery(origin, id, kind, state));
  const title = t(`changes.kind.${kind}`);
  const lines = origin.words === 'hrImports';
  const narrow = useNarrow();
  return (
    <Panel title={title} hideTitle flush>
      <QueryView query={query} loading={<div className={styles.waiting}><Skeleton lines={4} /></div>} empty={(data) => data.pages[0]?.items.length === 0 && <EmptyState drawing="done" title={t('changes.noRows')} />}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          return (
            <>
              {narrow ? <ul className={styles.cards}>{rows.map((row) => <Card key={row.id} row={row} lines={lines} />)}</ul> : <Table rows={rows} title={title} kind={kind} lines={lines} />}
              {(query.hasNextPage || data.pages.length > 1) && <LoadMore query={query} shown={rows.length} total={total} />}
            </>
          );
        }}
      </QueryView>
    </Panel>
  );
}

function Table({ rows, title, kind, lines }: { rows: BulkRow[]; title: string; kind: BulkRowsQuery['kind']; lines: boolean }) {
  const { t } = useTranslation('people');
  return (
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
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {lines && <td className={table.number}>{row.line ?? t('changes.notInFile')}</td>}
              <td className={styles.who} lang="zh-CN"><span>{row.name}</span><span className={table.small}>{row.key}</span></td>
              <td><Facts row={row} lines={lines} /></td>
              <td className={styles.day}>{row.from && formatDay(row.from)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Card({ row, lines }: { row: BulkRow; lines: boolean }) {
  return (
    <li className={styles.card}>
      <span className={styles.head}><span lang="zh-CN">{row.name} <span className={table.small}>{row.key}</span></span><span className={table.small}>{row.from && formatDay(row.from)}</span></span>
      <Facts row={row} lines={lines} />
    </li>
  );
}

/** What becomes of somebody, or why nothing does. */
function Facts({ row, lines }: { row: BulkRow; lines: boolean }) {
  const { t } = useTranslation('people');
  return (
    <ul className={styles.facts}>
      {row.kept && <li className={styles.error}>{t(`changes.keptWhy.${row.kept}`)}</li>}
      {row.back && <li>{t('changes.back')}</li>}
      {row.kind === 'missing' && <li>{t(lines && row.line === null ? 'changes.leavesUnnamed' : 'changes.leaves')}</li>}
      {row.kind === 'same' && <li>{t('changes.kind.same')}</li>}
      {row.errors.map((error) => <li key={error.message} className={styles.error} lang={document.documentElement.lang}>{error.message}</li>)}
      {row.changes.map((change) => <Change key={change.field} {...change} />)}
    </ul>
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
