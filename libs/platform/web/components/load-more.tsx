import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './load-more.module.css';

/** The foot of a list with keyset pages: how many are shown and a button for the next page. Takes a `useInfiniteQuery` result. */
export function LoadMore({ query, shown, total }: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  shown: number;
  total?: number;
}) {
  const { t } = useTranslation();
  return (
    <div className={styles.foot}>
      <span role="status" className={styles.count}>{total === undefined ? t('shown', { count: shown }) : t('shownOf', { count: shown, total })}</span>
      {query.hasNextPage && <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{query.isFetchingNextPage ? t('moreLoading') : t('more')}</Button>}
    </div>
  );
}
