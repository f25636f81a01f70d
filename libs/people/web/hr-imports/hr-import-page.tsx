import type { HrImportView } from '@zhixing/people/contract';
import { EmptyState, ExportButton, formatInstant, PageHeader, QueryView, RequestError, Skeleton, SkeletonBlock } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { changeQuery } from '../bulk-changes/api.ts';
import { ChangeParts } from '../bulk-changes/change-parts.tsx';
import { ChangeStateTag } from '../bulk-changes/state-tag.tsx';
import { HR_IMPORTS, HR_IMPORTS_PATH } from './api.ts';

/** One file of the HR system: what it asks for, what is wrong with it, whether it shall be so, and the way back. */
export default function HrImportPage() {
  const { id = '' } = useParams();
  const query = useQuery(changeQuery(HR_IMPORTS, id));
  if (query.error instanceof RequestError && (query.error.status === 404 || query.error.code === 'invalid')) return <Missing />;
  return <QueryView query={query} loading={<><Skeleton lines={2} /><SkeletonBlock height={240} /></>}>{(view) => <Import view={view} />}</QueryView>;
}

function Import({ view }: { view: HrImportView }) {
  const { t } = useTranslation('people');
  const by = view.createdBy ?? t('hrImports.feed');
  return (
    <>
      <PageHeader
        title={view.name} titleLanguage="zh-CN" back={{ to: HR_IMPORTS_PATH, label: t('hrImports.title') }}
        context={<>{t(view.complete ? 'hrImports.complete' : 'hrImports.partial')} · {formatInstant(view.createdAt)} · <span lang={view.createdBy === null ? undefined : 'zh-CN'}>{by}</span></>}
        action={view.counts && <ExportButton kind="hr-import" parameters={{ importId: view.id }} label={t('hrImports.export')} />}
      >
        <span role="status"><ChangeStateTag state={view.state} /></span>
      </PageHeader>
      <ChangeParts origin={HR_IMPORTS} view={view} />
    </>
  );
}

function Missing() {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t('hrImports.title')} />
      <EmptyState drawing="lost" title={t('hrImports.missing')} action={<Button type="primary" onClick={() => void navigate(HR_IMPORTS_PATH)}>{t('hrImports.toList')}</Button>}>{t('hrImports.missingWhy')}</EmptyState>
    </>
  );
}
