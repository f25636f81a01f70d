import type { ResultRow, ResultRowKind, ResultsImportView } from '@zhixing/plans/contract';
import { EmptyState, formatDay, formatMinutes, LoadMore, Panel, QueryView, Skeleton, TableBox, tableStyles as table, useNarrow } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { resultRowsQuery } from './api.ts';
import styles from './results.module.css';

/** The rows of one kind, in the order of the file. On a phone as cards. */
export function ResultRowsList({ view: { id, state }, kind, total }: { view: ResultsImportView; kind: ResultRowKind; total: number }) {
  const { t } = useTranslation('plans');
  const query = useInfiniteQuery(resultRowsQuery(id, kind, state));
  const title = t(`results.kind.${kind}`);
  const narrow = useNarrow();
  return (
    <Panel title={title} hideTitle flush>
      <QueryView query={query} loading={<div className={styles.waiting}><Skeleton lines={4} /></div>} empty={(data) => data.pages[0]?.items.length === 0 && <EmptyState drawing="done" title={t('results.noRows')} />}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          return (
            <>
              {narrow ? <ul className={styles.cards}>{rows.map((row) => <Card key={row.id} row={row} />)}</ul> : <Table rows={rows} title={title} kind={kind} />}
              {(query.hasNextPage || data.pages.length > 1) && <LoadMore query={query} shown={rows.length} total={total} />}
            </>
          );
        }}
      </QueryView>
    </Panel>
  );
}

function Table({ rows, title, kind }: { rows: ResultRow[]; title: string; kind: ResultRowKind }) {
  const { t } = useTranslation('plans');
  return (
    <TableBox label={title}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col" className={table.number}>{t('results.line')}</th><th scope="col">{t('results.person')}</th><th scope="col">{t('results.course')}</th>
            {kind === 'error'
              ? <th scope="col">{t('results.wrong')}</th>
              : <><th scope="col">{t('results.completedOn')}</th><th scope="col" className={table.number}>{t('results.score')}</th><th scope="col" className={table.number}>{t('results.hours')}</th></>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className={table.number}>{row.line}</td>
              <td className={styles.who} lang="zh-CN"><span>{row.name || row.staffNumber}</span>{row.name && <span className={table.small}>{row.staffNumber}</span>}</td>
              <td><What row={row} /></td>
              {kind === 'error'
                ? <td><Errors row={row} /></td>
                : <><td className={styles.when}>{row.completedOn && formatDay(row.completedOn)}</td><td className={table.number}>{row.score ?? '–'}</td><td className={table.number}>{row.minutes > 0 ? formatMinutes(row.minutes) : '–'}</td></>}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

/** What a row is of; of one that was applied, whether it stood by then. */
function What({ row }: { row: ResultRow }) {
  const { t } = useTranslation('plans');
  const notes = [row.target === 'certification' && t('results.certification'), row.stored === false && t('results.stood')].filter((note) => note !== false);
  return <span className={styles.what}><span lang="zh-CN">{row.course}</span>{notes.length > 0 && <span className={table.small}>{notes.join(' · ')}</span>}</span>;
}

function Card({ row }: { row: ResultRow }) {
  const { t } = useTranslation('plans');
  const facts = [row.completedOn && formatDay(row.completedOn), row.score !== null && t('results.scored', { score: row.score }), row.minutes > 0 && formatMinutes(row.minutes)].filter(Boolean);
  return (
    <li className={styles.card}>
      <span className={styles.head}><span lang="zh-CN">{row.name} <span className={table.small}>{row.staffNumber}</span></span><span className={table.small}>{t('results.lineOf', { line: row.line })}</span></span>
      <What row={row} />
      {row.kind === 'error' ? <Errors row={row} /> : <span className={table.small}>{facts.join(' · ')}</span>}
    </li>
  );
}

const Errors = ({ row }: { row: ResultRow }) => (
  <ul className={styles.errors} lang={document.documentElement.lang}>{row.errors.map((error) => <li key={error.message}>{error.message}</li>)}</ul>
);
