import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { EmptyState, formatNumber, LoadMore, PageHeader, Panel, QueryView, SearchField, SelectField, Skeleton, TableBox, tableStyles as table, useSearchParameters } from '@zhixing/platform/web';
import type { ClassRow } from '@zhixing/plans/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLinkClickHandler } from 'react-router';
import { z } from 'zod';
import list from '../assignments/assignments-table.module.css';
import { classesQuery } from '../classes/api.ts';
import { ClassStatusTag, daysOf } from '../classes/words.tsx';
import { classPath, NEW_CLASS_PATH } from '../paths.ts';

const STATES = ['draft', 'published', 'closed', 'cancelled'] as const;
const Address = z.object({ q: z.string().trim().max(100).default(''), state: z.enum(STATES).optional() });

/** The training classes I administer, the latest first. */
export default function ClassesPage() {
  const { t } = useTranslation('plans');
  const [{ q, state }, change] = useSearchParameters(Address);
  const query = useInfiniteQuery(classesQuery({ ...(q && { q }), ...(state && { state }) }));
  const create = useLinkClickHandler<HTMLElement>(NEW_CLASS_PATH);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const make = <Button type="primary" icon={<PlusOutlined aria-hidden />} href={NEW_CLASS_PATH} onClick={create}>{t('classes.new')}</Button>;
  return (
    <>
      <PageHeader title={t('classes.title')} context={t('classes.context')} action={make} />
      <div className={list.filters}>
        <div className={list.search}><SearchField value={q} label={t('classes.search')} placeholder={t('classes.search')} onSearch={(next) => change({ q: next || undefined })} /></div>
        <SelectField label={t('column.state')} value={state ?? ''} options={[{ value: '', label: t('list.any') }, ...STATES.map((one) => ({ value: one, label: t(`classes.status.${one}`) }))]} onChange={(next) => change({ state: next || undefined })} />
      </div>
      <Panel title={t('classes.title')} hideTitle flush>
        <QueryView query={query} loading={<div className={list.inset}><Skeleton lines={6} /></div>} empty={() => rows.length === 0 && (q || state ? <EmptyState drawing="search" title={t('classes.noneFound')} /> : <EmptyState drawing="courses" title={t('classes.none')} action={make}>{t('classes.noneWhy')}</EmptyState>)}>
          {() => <><Rows rows={rows} /><div className={list.foot}><LoadMore query={query} shown={rows.length} /></div></>}
        </QueryView>
      </Panel>
    </>
  );
}

function Rows({ rows }: { rows: ClassRow[] }) {
  const { t } = useTranslation('plans');
  return (
    <>
      <div className={list.wide}>
        <TableBox label={t('classes.title')}>
          <table className={table.table}>
            <thead><tr><th scope="col">{t('classes.class')}</th><th scope="col">{t('classes.dates')}</th><th scope="col">{t('classes.field.place')}</th><th scope="col">{t('column.owner')}</th><th scope="col" className={table.number}>{t('classes.people')}</th><th scope="col">{t('column.state')}</th></tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td className={list.what}><Link to={classPath(row.id)} lang="zh-CN">{row.title}</Link></td>
                  <td>{daysOf(row)}</td>
                  <td lang="zh-CN">{row.place || '—'}</td>
                  <td lang="zh-CN">{row.owner.displayName}</td>
                  <td className={table.number}>{formatNumber(row.taken)} / {formatNumber(row.capacity)}</td>
                  <td><ClassStatusTag status={row.status} plain /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </div>
      <ul className={list.cards}>
        {rows.map((row) => (
          <li key={row.id} className={list.card}>
            <div className={list.cardHead}><Link to={classPath(row.id)} lang="zh-CN">{row.title}</Link><ClassStatusTag status={row.status} plain /></div>
            <span>{daysOf(row)}</span>
            <span className={table.small}>{t('classes.peopleOf', { taken: row.taken, capacity: row.capacity })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
