import { EmptyState, LoadMore, PageHeader, Panel, QueryView, Skeleton, TabLinks, useSearchParameters } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { obligationsQuery } from '../obligations/api.ts';
import { OpenList, Rows } from '../obligations/my-list.tsx';

const STATES = ['open', 'done', 'all'] as const;
const Address = z.object({ state: z.enum(STATES).default('open') });

/** What I owe: late, due within a week, later; what is done; and all of it with what was waived or cancelled. */
export default function MinePage() {
  const { t } = useTranslation('plans');
  const [{ state }] = useSearchParameters(Address);
  const query = useInfiniteQuery(obligationsQuery(state));
  const counts = query.data?.pages[0]?.counts;
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title={t('mine.title')} context={counts ? t(counts.overdue > 0 ? 'mine.contextLate' : 'mine.context', counts) : t('mine.hint')}>
        <TabLinks label={t('mine.title')} parameter="state" current={state} tabs={STATES.map((key) => ({ key, label: t(`mine.state.${key}`), ...(counts && key !== 'all' && { count: counts[key] }) }))} />
      </PageHeader>
      <QueryView query={query} loading={<Panel title={t('mine.title')} hideTitle><Skeleton lines={6} /></Panel>} empty={() => rows.length === 0 && <Panel title={t('mine.title')} hideTitle><Nothing state={state} /></Panel>}>
        {() => (
          <>
            {state === 'open' ? <OpenList rows={rows} /> : <Panel title={t(`mine.state.${state}`)} hideTitle flush><Rows rows={rows} /></Panel>}
            {query.hasNextPage && <LoadMore query={query} shown={rows.length} total={state === 'all' ? undefined : counts?.[state]} />}
          </>
        )}
      </QueryView>
    </>
  );
}

function Nothing({ state }: { state: (typeof STATES)[number] }) {
  const { t } = useTranslation('plans');
  if (state !== 'open') return <EmptyState drawing="courses" title={t('mine.noneDone')}>{t('mine.noneDoneWhy')}</EmptyState>;
  return <EmptyState drawing="done" title={t('mine.none')} action={<Link to="/courses">{t('mine.catalogue')}</Link>}>{t('mine.noneWhy')}</EmptyState>;
}
