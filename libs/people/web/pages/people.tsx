import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { type PeopleList, PeopleSort, type PersonRow, PersonState } from '@zhixing/people/contract';
import { listOf } from '@zhixing/platform/contract';
import { EmptyState, formatNumber, LoadMore, PageHeader, Panel, QueryView, SavedViews, SearchField, SelectField, Skeleton, useSearchParameters } from '@zhixing/platform/web';
import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { z } from 'zod';
import { choicesQuery, departmentsQuery, peopleQuery } from '../organisation/api.ts';
import type { CommandForm } from '../organisation/command.ts';
import { CommandDialog } from '../organisation/command-dialog.tsx';
import { useForms } from '../organisation/forms.ts';
import { bulkChangePath, BULK_CHANGES_PATH } from '../bulk-changes/api.ts';
import { type BulkKind, useBulkForms } from '../bulk-changes/bulk-forms.ts';
import { PeopleTable } from '../organisation/people-table.tsx';
import { DepartmentPicker } from '../organisation/pickers.tsx';
import styles from './people.module.css';

const Address = z.object({ q: z.string().trim().max(100).default(''), departmentId: z.string().optional(), positionId: z.string().optional(), state: listOf(PersonState), sort: PeopleSort.default('name') });

/** Counted no further: "1,000+". */
const COUNTED = 1000;

/** Everybody the bank knows, found by words, department and state; many can be changed at once. */
export default function PeoplePage() {
  const { t } = useTranslation('people');
  const [{ q, departmentId, positionId, state, sort }, change] = useSearchParameters(Address);
  const filter = { state, ...(q && { q }), ...(departmentId && { departmentId }), ...(positionId && { positionId }) };
  const query = useInfiniteQuery(peopleQuery({ ...filter, sort }));
  const edit = useQuery(departmentsQuery()).data?.can.edit ?? false;
  const choices = useQuery(choicesQuery).data;
  const forms = useForms(choices);
  const navigate = useNavigate();
  const bulkForm = useBulkForms(choices, (id) => void navigate(bulkChangePath(id)));
  const [form, setForm] = useState<CommandForm>();
  const total = query.data?.pages[0]?.total;
  const changeMany = (kind: BulkKind, personIds: string[] | null) => setForm(bulkForm(kind, personIds ? { personIds } : { filter }));
  const toggle = (one: PersonState) => change({ state: state.includes(one) ? state.filter((other) => other !== one) : [...state, one] });
  return (
    <>
      <PageHeader
        title={t('people.title')} context={<>{total === undefined || total === null ? t('people.context') : t('people.count', { total: total > COUNTED ? `${formatNumber(COUNTED)}+` : formatNumber(total) })}{edit && <> · <Link to={BULK_CHANGES_PATH} className={styles.more}>{t('bulk.title')}</Link></>}</>}
        action={edit && <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setForm(forms.hire())}>{t('people.hire')}</Button>}
      />
      <SavedViews />
      <div className={styles.filters}>
        <SearchField value={q} label={t('people.search')} placeholder={t('people.searchHint')} onSearch={(next) => change({ q: next || undefined })} />
        <DepartmentPicker label={t('people.department')} value={departmentId} onChange={(next) => change({ departmentId: next })} />
        <div className={styles.selects}>
          <SelectField label={t('people.position')} value={positionId ?? ''} options={[{ value: '', label: t('people.anyPosition') }, ...(choices?.positions ?? []).map(({ id, name }) => ({ value: id, label: name, lang: 'zh-CN' }))]} onChange={(next) => change({ positionId: next || undefined })} />
          {!q && <SelectField label={t('people.sort')} value={sort} options={PeopleSort.options.map((one) => ({ value: one, label: t(`people.sortBy.${one}`) }))} onChange={(next) => change({ sort: next })} />}
        </div>
        <div role="group" aria-label={t('people.state')} className={styles.states}>
          {PersonState.options.map((one) => (
            <button key={one} type="button" aria-pressed={state.includes(one)} className={`${styles.chip} ${state.includes(one) ? styles.on : ''}`} onClick={() => toggle(one)}>{t(`state.${one}`)}</button>
          ))}
        </div>
      </div>
      <Panel title={t('people.title')} hideTitle flush>
        <QueryView query={query} loading={<div className={styles.loading}><Skeleton lines={8} /></div>} empty={(data) => rowsOf(data).length === 0 && <EmptyState drawing="search" title={t('people.none')}>{t('people.noneWhy')}</EmptyState>}>
          {(data) => (
            <>
              <PeopleTable rows={rowsOf(data)} edit={edit} more={query.hasNextPage} onChange={changeMany} />
              <div className={styles.foot}><LoadMore query={query} shown={rowsOf(data).length} /></div>
            </>
          )}
        </QueryView>
      </Panel>
      <CommandDialog form={form} onClose={() => setForm(undefined)} />
    </>
  );
}

const rowsOf = (data: InfiniteData<PeopleList>): PersonRow[] => data.pages.flatMap((page) => page.items);
