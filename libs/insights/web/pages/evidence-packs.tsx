import { EmptyState, LoadMore, PageHeader, Panel, QueryView, SearchField, Skeleton, TabLinks, useSearchParameters } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { evidenceAssignmentsQuery, evidenceMadeQuery } from '../evidence-packs/api.ts';
import { AssignmentsTable, MadeTable } from '../evidence-packs/evidence-tables.tsx';
import styles from '../evidence-packs/evidence.module.css';

const TABS = ['assignments', 'made'] as const;
const Address = z.object({ tab: z.enum(TABS).default('assignments'), q: z.string().trim().max(100).default('') });

/** For auditors: whatever was asked of people, to take its evidence out; and who took out what, when and why. */
export default function EvidencePacksPage() {
  const { t } = useTranslation('insights');
  const [{ tab }] = useSearchParameters(Address);
  return (
    <>
      <PageHeader title={t('evidence.page')} context={t('evidence.pageContext')}>
        <TabLinks label={t('evidence.tabs')} parameter="tab" current={tab} tabs={TABS.map((key) => ({ key, label: t(`evidence.tab.${key}`) }))} />
      </PageHeader>
      {tab === 'assignments' ? <Assignments /> : <Made />}
    </>
  );
}

function Assignments() {
  const { t } = useTranslation('insights');
  const [{ q }, change] = useSearchParameters(Address);
  const query = useInfiniteQuery(evidenceAssignmentsQuery(q));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const none = q ? <EmptyState drawing="search" title={t('evidence.noneFound')}>{t('evidence.noneFoundWhy')}</EmptyState> : <EmptyState drawing="courses" title={t('evidence.none')}>{t('evidence.noneWhy')}</EmptyState>;
  return (
    <>
      <div className={styles.search}><SearchField value={q} label={t('evidence.search')} placeholder={t('evidence.searchHint')} onSearch={(next) => change({ q: next || undefined })} /></div>
      <Panel title={t('evidence.tab.assignments')} hideTitle flush>
        <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={8} /></div>} empty={() => rows.length === 0 && none}>
          {() => <><AssignmentsTable rows={rows} /><div className={styles.foot}><LoadMore query={query} shown={rows.length} /></div></>}
        </QueryView>
      </Panel>
    </>
  );
}

function Made() {
  const { t } = useTranslation('insights');
  const query = useInfiniteQuery(evidenceMadeQuery);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t('evidence.tab.made')} hideTitle flush>
      <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={8} /></div>} empty={() => rows.length === 0 && <EmptyState drawing="done" title={t('evidence.noneMade')}>{t('evidence.noneMadeWhy')}</EmptyState>}>
        {() => <><MadeTable rows={rows} /><div className={styles.foot}><LoadMore query={query} shown={rows.length} /></div></>}
      </QueryView>
    </Panel>
  );
}
