import { plansPages, type ResultsImportView } from '@zhixing/plans/contract';
import { EmptyState, ExportButton, formatInstant, PageHeader, QueryView, RequestError, Skeleton, SkeletonBlock } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { resultsImportQuery } from '../results/api.ts';
import { ImportParts } from '../results/import-parts.tsx';
import { ResultsStateTag } from '../results/state-tag.tsx';

/** One file of results: what it would store, what is wrong with it, whether it shall be so, and how far that is. */
export default function ResultsImportPage() {
  const { id = '' } = useParams();
  const query = useQuery(resultsImportQuery(id));
  if (query.error instanceof RequestError && (query.error.status === 404 || query.error.code === 'invalid')) return <Missing />;
  return <QueryView query={query} loading={<><Skeleton lines={2} /><SkeletonBlock height={240} /></>}>{(view) => <Import view={view} />}</QueryView>;
}

function Import({ view }: { view: ResultsImportView }) {
  const { t } = useTranslation('plans');
  return (
    <>
      <PageHeader
        title={view.name} titleLanguage="zh-CN" back={{ to: plansPages.results.path, label: t('results.title') }}
        context={<>{formatInstant(view.createdAt)} · <span lang="zh-CN">{view.createdBy}</span></>}
        action={view.counts && <ExportButton personal kind="results-import" parameters={{ importId: view.id }} label={t('results.export')} />}
      >
        <span role="status"><ResultsStateTag state={view.state} /></span>
      </PageHeader>
      <ImportParts view={view} />
    </>
  );
}

function Missing() {
  const { t } = useTranslation('plans');
  return (
    <>
      <PageHeader title={t('results.title')} />
      <EmptyState drawing="lost" title={t('results.missing')} action={<Link to={plansPages.results.path}>{t('results.toList')}</Link>}>{t('results.missingWhy')}</EmptyState>
    </>
  );
}
