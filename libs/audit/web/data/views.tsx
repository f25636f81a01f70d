import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState, formatInstant, LoadMore, Panel, PersonLine, QueryView, Skeleton } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { viewsQuery } from '../api.ts';
import styles from './data.module.css';

/** Who looked at my record, and when. */
export function Views() {
  const { t } = useTranslation('audit');
  const query = useInfiniteQuery(viewsQuery());
  const views = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t('data.views')} context={t('data.viewsContext')} flush>
      <QueryView query={query} loading={<div className={styles.row}><Skeleton lines={4} /></div>} empty={() => views.length === 0 && <EmptyState drawing="team" title={t('data.noViews')}>{t('data.noViewsWhy')}</EmptyState>}>
        {() => (
          <>
            <ul className={styles.list}>
              {views.map((view) => (
                <li key={view.id} className={styles.row}>
                  {view.person ? <PersonLine person={view.person} /> : <span>{t('former')}</span>}
                  <span className={styles.facts}>{view.action.words} · {formatInstant(view.at)}</span>
                </li>
              ))}
            </ul>
            <LoadMore query={query} shown={views.length} />
          </>
        )}
      </QueryView>
    </Panel>
  );
}
