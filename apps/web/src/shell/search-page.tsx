import { useQuery } from '@tanstack/react-query';
import { EmptyState, PageHeader, Panel, QueryView, SearchField, Skeleton, useSearchParameters } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { searchPath, searchQuery } from './search.ts';
import styles from './search-page.module.css';

const Parameters = z.object({ q: z.string().max(100).optional(), kind: z.string().max(40).optional() });
/** Hits a kind when all kinds are shown, and when only one is. */
const EACH = 10;
const ONE = 50;

/** Everything found for the words in the address, by kind; one kind alone shows more of it. */
export default function SearchPage() {
  const { t } = useTranslation('shell');
  const [{ q = '', kind }, change] = useSearchParameters(Parameters);
  const query = useQuery(searchQuery(q.trim(), { kind, limit: kind ? ONE : EACH }));
  return (
    <>
      <PageHeader title={t('search.title')} context={t('search.ways')} />
      <div className={styles.field}><SearchField value={q} label={t('search.title')} placeholder={t('search.placeholder')} onSearch={(words) => change({ q: words || undefined, kind: undefined })} /></div>
      {q.trim() === '' ? <EmptyState drawing="search" title={t('search.begin')} /> : (
        <QueryView
          query={query} loading={<Panel title={t('search.found')} hideTitle><Skeleton lines={6} /></Panel>}
          empty={({ groups }) => groups.length === 0 && <EmptyState drawing="search" title={t('search.nothing', { words: q.trim() })}>{t('search.ways')}</EmptyState>}
        >
          {({ groups }) => groups.map((group) => (
            <Panel
              key={group.kind} title={group.title} flush className={styles.group}
              extra={kind ? <Link to={searchPath(q)}>{t('search.everything')}</Link> : group.more && <Link to={searchPath(q, group.kind)}>{t('search.more', { kind: group.title })}</Link>}
            >
              <ul>
                {group.items.map((item) => (
                  <li key={item.id}>
                    <Link to={item.path} className={styles.hit}>
                      <span className={styles.name} lang="zh-CN">{item.title}</span>
                      {item.context && <span className={styles.context} lang="zh-CN">{item.context}</span>}
                    </Link>
                  </li>
                ))}
              </ul>
              {kind && group.more && <p className={styles.more}>{t('search.narrow', { count: ONE })}</p>}
            </Panel>
          ))}
        </QueryView>
      )}
    </>
  );
}
