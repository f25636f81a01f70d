import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { useMe } from '@zhixing/access/web';
import { AssignmentOrigin, AssignmentState } from '@zhixing/plans/contract';
import { EmptyState, LoadMore, PageHeader, Panel, QueryView, SavedViews, SearchField, SelectField, Skeleton, useSearchParameters } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLinkClickHandler } from 'react-router';
import { z } from 'zod';
import { assignmentsQuery } from '../assignments/api.ts';
import { AssignmentsTable } from '../assignments/assignments-table.tsx';
import styles from '../assignments/assignments-table.module.css';
import { NEW_ASSIGNMENT_PATH } from '../paths.ts';

const Address = z.object({ q: z.string().trim().max(100).default(''), state: AssignmentState.optional(), origin: AssignmentOrigin.optional() });

/** Every assignment I may see: who must learn what by when, and how far they are. */
export default function AssignmentsPage() {
  const { t } = useTranslation('plans');
  const [{ q, state, origin }, change] = useSearchParameters(Address);
  const query = useInfiniteQuery(assignmentsQuery({ ...(q && { q }), ...(state && { state }), ...(origin && { origin }) }));
  const create = useLinkClickHandler<HTMLElement>(NEW_ASSIGNMENT_PATH);
  const administers = useMe().permissions.includes('assignment:administer');
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = q !== '' || state !== undefined || origin !== undefined;
  const make = administers && <Button type="primary" icon={<PlusOutlined aria-hidden />} href={NEW_ASSIGNMENT_PATH} onClick={create}>{t('list.new')}</Button>;
  return (
    <>
      <PageHeader title={t('list.title')} context={t('list.context')} action={make} />
      <SavedViews />
      <div className={styles.filters}>
        <div className={styles.search}><SearchField value={q} label={t('list.search')} placeholder={t('list.searchHint')} onSearch={(next) => change({ q: next || undefined })} /></div>
        <SelectField label={t('column.state')} value={state ?? ''} options={[{ value: '', label: t('list.any') }, ...AssignmentState.options.map((one) => ({ value: one, label: t(`assignmentState.${one}`) }))]} onChange={(next) => change({ state: next || undefined })} />
        <SelectField label={t('list.origin')} value={origin ?? ''} options={[{ value: '', label: t('list.any') }, ...AssignmentOrigin.options.map((one) => ({ value: one, label: t(`origin.${one}`) }))]} onChange={(next) => change({ origin: next || undefined })} />
      </div>
      <Panel title={t('list.title')} hideTitle flush>
        <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={8} /></div>} empty={() => rows.length === 0 && (filtered ? <EmptyState drawing="search" title={t('list.noneFound')}>{t('list.noneFoundWhy')}</EmptyState> : <EmptyState drawing="courses" title={t('list.none')} action={make}>{t('list.noneWhy')}</EmptyState>)}>
          {() => (
            <>
              <AssignmentsTable rows={rows} />
              <div className={styles.foot}><LoadMore query={query} shown={rows.length} /></div>
            </>
          )}
        </QueryView>
      </Panel>
    </>
  );
}
