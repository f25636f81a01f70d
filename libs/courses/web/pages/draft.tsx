import type { CourseDraft } from '@zhixing/courses/contract';
import { formatInstant, formatMinutes, PageHeader, Panel, QueryView, Skeleton, SkeletonBlock, StatusTag, TabLinks, useSearchParameters } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { z } from 'zod';
import { isMissing, NotFound } from '../components/not-found.tsx';
import { DraftActions } from '../drafts/actions.tsx';
import { draftQuery } from '../drafts/api.ts';
import { Changes } from '../drafts/changes.tsx';
import { DraftOutline } from '../drafts/draft-outline.tsx';
import { FactsForm } from '../drafts/facts-form.tsx';
import { Report } from '../drafts/report.tsx';
import { DRAFTS_PATH } from '../paths.ts';
import styles from './draft.module.css';

const TABS = ['outline', 'facts', 'report'] as const;
const Address = z.object({ tab: z.enum(TABS).default('outline') });

/** What is waiting to be published as the next version of a course: look at it, correct its facts, publish it or throw it away. */
export default function DraftPage() {
  const { id = '' } = useParams();
  const query = useQuery(draftQuery(id));
  if (isMissing(query.error)) return <NotFound />;
  return <QueryView query={query} loading={<><Skeleton lines={3} /><SkeletonBlock height={320} /></>}>{(draft) => <Draft draft={draft} />}</QueryView>;
}

function Draft({ draft }: { draft: CourseDraft }) {
  const { t } = useTranslation('courses');
  const [{ tab }] = useSearchParameters(Address);
  const { updatedBy, report } = draft;
  const tabs = TABS.map((key) => ({ key, label: t(`draft.tab.${key}`), count: key === 'report' && report.warnings.length > 0 ? report.warnings.length : undefined }));
  return (
    <>
      <PageHeader title={draft.title} titleLanguage="zh-CN" back={{ to: DRAFTS_PATH, label: t('administered.title') }} action={<DraftActions draft={draft} />}>
        <p className={styles.facts}>
          <StatusTag look="draft">{t('draft.state')}</StatusTag>
          <span>{t('draft.willBe', { version: draft.version })}</span>
          <span>{formatMinutes(draft.minutes)}</span>
          <span>{t('draft.updated', { when: formatInstant(draft.updatedAt) })}{updatedBy && <> · <span lang="zh-CN">{updatedBy.displayName}</span></>}</span>
        </p>
        <div className={styles.tabs}><TabLinks label={t('draft.tabs')} parameter="tab" current={tab} tabs={tabs} /></div>
      </PageHeader>
      {tab === 'outline' && (
        <div className={styles.columns}>
          <DraftOutline draft={draft} />
          <Panel title={t('draft.changes')} context={report.changes ? t('draft.against', { version: report.changes.version }) : undefined}><Changes changes={report.changes} /></Panel>
        </div>
      )}
      {tab === 'facts' && <FactsForm key={draft.revision} draft={draft} />}
      {tab === 'report' && <Report report={report} />}
    </>
  );
}
