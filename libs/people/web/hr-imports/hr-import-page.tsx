import type { HrImportView, HrRowsQuery } from '@zhixing/people/contract';
import { EmptyState, ExportButton, formatInstant, Notice, PageHeader, ProgressBar, QueryView, RequestError, Skeleton, SkeletonBlock, TabLinks, useSearchParameters } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { z } from 'zod';
import { HR_IMPORTS_PATH, hrImportQuery, isBusy } from './api.ts';
import { Decision } from './decision.tsx';
import styles from './hr-import-page.module.css';
import { Rows } from './rows.tsx';
import { ImportStateTag } from './state-tag.tsx';

const KINDS = ['new', 'changed', 'missing', 'department', 'error'] as const satisfies HrRowsQuery['kind'][];
const Address = z.object({ kind: z.enum(KINDS).optional() });

/** One file of the HR system: what it asks for, what is wrong with it, and whether it shall be so. */
export default function HrImportPage() {
  const { id = '' } = useParams();
  const query = useQuery(hrImportQuery(id));
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
        <span role="status"><ImportStateTag state={view.state} /></span>
      </PageHeader>
      <div className={styles.parts}>
        {isBusy(view.state) && <Working view={view} />}
        {view.failure !== null && <Notice look="failed" title={<span lang={document.documentElement.lang}>{view.failure}</span>}><p className={styles.note}>{t('hrImports.failedWhat')}</p></Notice>}
        {view.can.discard && <Decision view={view} />}
        {view.counts && <Report view={view} counts={view.counts} />}
      </div>
    </>
  );
}

/** What a worker is doing; the page may be left. */
function Working({ view: { state, progress } }: { view: HrImportView }) {
  const { t } = useTranslation('people');
  const percent = progress ? (100 * progress.done) / progress.total : 0;
  return (
    <section aria-label={t(`hrImports.state.${state}`)} className={styles.working}>
      <ProgressBar percent={percent} label={t(`hrImports.state.${state}`)} />
      <p className={styles.note}>{t(state === 'applying' ? 'hrImports.applyingWhat' : 'hrImports.checkingWhat')}</p>
    </section>
  );
}

function Report({ view, counts }: { view: HrImportView; counts: NonNullable<HrImportView['counts']> }) {
  const { t } = useTranslation('people');
  const count = { new: counts.new, changed: counts.changed, missing: counts.missing, department: counts.departments, error: counts.error };
  // without a choice what is wrong comes first, then what there is most likely to look at
  const usual = counts.error > 0 ? 'error' : (KINDS.find((kind) => count[kind] > 0) ?? 'new');
  const [{ kind = usual }] = useSearchParameters(Address);
  const order = [usual, ...KINDS.filter((one) => one !== usual)] as const;
  return (
    <section aria-label={t('hrImports.report')} className={styles.report}>
      <p className={styles.note}>{t('hrImports.staffAndSame', { staff: counts.staff, same: counts.same })}</p>
      <TabLinks label={t('hrImports.report')} parameter="kind" current={kind} tabs={order.map((key) => ({ key, label: t(`hrImports.kind.${key}`), count: count[key] }))} />
      <Rows id={view.id} kind={kind} state={view.state} total={count[kind]} />
    </section>
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
