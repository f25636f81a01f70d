import { type BulkChangeView, peoplePages } from '@zhixing/people/contract';
import { EmptyState, formatInstant, LoadMore, PageHeader, Panel, QueryView, Skeleton, TableBox, tableStyles as table, useNarrow } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { bulkChangePath, changesQuery, SELECTIONS } from './api.ts';
import styles from './bulk-changes-page.module.css';
import { Difference } from './difference.tsx';
import { ChangeStateTag } from './state-tag.tsx';
import { What } from './what.tsx';

/** Changes of many people: what was asked, and what became of it. */
export default function BulkChangesPage() {
  const { t } = useTranslation('people');
  const query = useInfiniteQuery(changesQuery(SELECTIONS));
  const List = useNarrow() ? Cards : Table;
  return (
    <>
      <PageHeader title={t('bulk.title')} context={t('bulk.context')} back={{ to: peoplePages.people.path, label: t('people.title') }} />
      <Panel title={t('bulk.title')} hideTitle flush>
        <QueryView query={query} loading={<div className={styles.waiting}><Skeleton lines={4} /></div>} empty={(data) => data.pages[0]?.items.length === 0 && <EmptyState drawing="team" title={t('bulk.none')}>{t('bulk.noneWhy')}</EmptyState>}>
          {(data) => {
            const rows = data.pages.flatMap((page) => page.items);
            return (
              <>
                <List rows={rows} />
                {(query.hasNextPage || data.pages.length > 1) && <LoadMore query={query} shown={rows.length} />}
              </>
            );
          }}
        </QueryView>
      </Panel>
    </>
  );
}

function Table({ rows }: { rows: BulkChangeView[] }) {
  const { t } = useTranslation('people');
  return (
    <TableBox label={t('bulk.title')}>
      <table className={table.table}>
        <thead>
          <tr><th scope="col">{t('bulk.change')}</th><th scope="col">{t('changes.stateTitle')}</th><th scope="col" className={table.number}>{t('changes.difference')}</th><th scope="col">{t('changes.when')}</th></tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id}>
              <td className={styles.what}><Link to={bulkChangePath(one.id)}>{t(`bulk.kind.${one.change.kind}`)}</Link><span className={table.small}><What change={one.change} /></span></td>
              <td><ChangeStateTag state={one.state} plain /></td>
              <td className={table.number}>{one.counts && <Difference counts={one.counts} />}</td>
              <td className={styles.when}>{formatInstant(one.createdAt)}<span className={table.small} lang="zh-CN">{one.createdBy}</span></td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Cards({ rows }: { rows: BulkChangeView[] }) {
  const { t } = useTranslation('people');
  return (
    <ul className={styles.cards}>
      {rows.map((one) => (
        <li key={one.id}>
          <span className={styles.head}><Link to={bulkChangePath(one.id)}>{t(`bulk.kind.${one.change.kind}`)}</Link><ChangeStateTag state={one.state} plain /></span>
          <span className={table.small}><What change={one.change} /></span>
          <span className={styles.head}><span className={table.small}>{formatInstant(one.createdAt)} <span lang="zh-CN">{one.createdBy}</span></span>{one.counts && <Difference counts={one.counts} />}</span>
        </li>
      ))}
    </ul>
  );
}
