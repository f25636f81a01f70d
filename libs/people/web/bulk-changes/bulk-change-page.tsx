import { peoplePages, type BulkChangeView } from '@zhixing/people/contract';
import { EmptyState, formatInstant, PageHeader, QueryView, RequestError, Skeleton, SkeletonBlock } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { BULK_CHANGES_PATH, changeQuery, SELECTIONS } from './api.ts';
import { ChangeParts } from './change-parts.tsx';
import { ChangeStateTag } from './state-tag.tsx';
import { What } from './what.tsx';

/** One change of many people: who will be what from when, what stands in the way, whether it shall be so, and the way back. */
export default function BulkChangePage() {
  const { id = '' } = useParams();
  const query = useQuery(changeQuery(SELECTIONS, id));
  if (query.error instanceof RequestError && (query.error.status === 404 || query.error.code === 'invalid')) return <Missing />;
  return <QueryView query={query} loading={<><Skeleton lines={2} /><SkeletonBlock height={240} /></>}>{(view) => <Change view={view} />}</QueryView>;
}

function Change({ view }: { view: BulkChangeView }) {
  const { t } = useTranslation('people');
  return (
    <>
      <PageHeader title={t(`bulk.kind.${view.change.kind}`)} back={{ to: BULK_CHANGES_PATH, label: t('bulk.title') }} context={<><What change={view.change} />{view.everybody && <> · {t('bulk.everybody')}</>} · {formatInstant(view.createdAt)} · <span lang="zh-CN">{view.createdBy}</span></>}>
        <span role="status"><ChangeStateTag state={view.state} /></span>
      </PageHeader>
      <ChangeParts origin={SELECTIONS} view={view} />
    </>
  );
}

function Missing() {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t('bulk.title')} back={{ to: peoplePages.people.path, label: t('people.title') }} />
      <EmptyState drawing="lost" title={t('bulk.missing')} action={<Button type="primary" onClick={() => void navigate(BULK_CHANGES_PATH)}>{t('bulk.toList')}</Button>}>{t('bulk.missingWhy')}</EmptyState>
    </>
  );
}
