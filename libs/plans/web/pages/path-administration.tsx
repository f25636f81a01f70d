import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { type AdministeredPath, PathState, plansPages } from '@zhixing/plans/contract';
import { EmptyState, formatInstant, formatNumber, LoadMore, localized, PageHeader, Panel, QueryView, SearchField, SelectField, Skeleton, TableBox, tableStyles as table, useSearchParameters } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLinkClickHandler } from 'react-router';
import { z } from 'zod';
import list from '../assignments/assignments-table.module.css';
import { administeredPathsQuery } from '../learning-paths/api.ts';
import { PathStateTag } from '../learning-paths/state-tag.tsx';
import { editPathPath, NEW_PATH_PATH } from '../paths.ts';

const Address = z.object({ q: z.string().trim().max(100).default(''), state: PathState.optional() });

/** The paths I administer, those changed last first. */
export default function PathAdministrationPage() {
  const { t } = useTranslation('plans');
  const [{ q, state }, change] = useSearchParameters(Address);
  const query = useInfiniteQuery(administeredPathsQuery({ ...(q && { q }), ...(state && { state }) }));
  const create = useLinkClickHandler<HTMLElement>(NEW_PATH_PATH);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const make = <Button type="primary" icon={<PlusOutlined aria-hidden />} href={NEW_PATH_PATH} onClick={create}>{t('paths.edit.new')}</Button>;
  const title = localized(plansPages.pathAdministration.title);
  return (
    <>
      <PageHeader title={title} context={t('paths.edit.context')} action={make} />
      <div className={list.filters}>
        <div className={list.search}><SearchField value={q} label={t('paths.search')} placeholder={t('paths.search')} onSearch={(next) => change({ q: next || undefined })} /></div>
        <SelectField label={t('column.state')} value={state ?? ''} options={[{ value: '', label: t('list.any') }, ...PathState.options.map((one) => ({ value: one, label: t(`paths.pathState.${one}`) }))]} onChange={(next) => change({ state: next || undefined })} />
      </div>
      <Panel title={title} hideTitle flush>
        <QueryView query={query} loading={<div className={list.inset}><Skeleton lines={6} /></div>} empty={() => rows.length === 0 && (q || state ? <EmptyState drawing="search" title={t('paths.noneFound')}>{t('paths.noneFoundWhy')}</EmptyState> : <EmptyState drawing="courses" title={t('paths.edit.none')} action={make}>{t('paths.edit.noneWhy')}</EmptyState>)}>
          {() => <><Rows rows={rows} /><div className={list.foot}><LoadMore query={query} shown={rows.length} /></div></>}
        </QueryView>
      </Panel>
    </>
  );
}

function Rows({ rows }: { rows: AdministeredPath[] }) {
  const { t } = useTranslation('plans');
  return (
    <>
      <div className={list.wide}>
        <TableBox label={localized(plansPages.pathAdministration.title)}>
          <table className={table.table}>
            <thead><tr><th scope="col">{t('paths.edit.path')}</th><th scope="col">{t('paths.role')}</th><th scope="col" className={table.number}>{t('paths.edit.followers')}</th><th scope="col" className={table.number}>{t('paths.completed')}</th><th scope="col">{t('paths.edit.changedAt')}</th><th scope="col">{t('column.state')}</th></tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td className={list.what}><Link to={editPathPath(row.id)} lang="zh-CN">{row.title}</Link></td>
                  <td>{row.profile ? localized(row.profile.name) : '—'}</td>
                  <td className={table.number}>{formatNumber(row.people)}</td>
                  <td className={table.number}>{formatNumber(row.completed)}</td>
                  <td>{formatInstant(row.updatedAt)}</td>
                  <td><PathStateTag state={row.state} changed={row.changed} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </div>
      <ul className={list.cards}>
        {rows.map((row) => (
          <li key={row.id} className={list.card}>
            <div className={list.cardHead}><Link to={editPathPath(row.id)} lang="zh-CN">{row.title}</Link><PathStateTag state={row.state} changed={row.changed} /></div>
            <span className={table.small}>{t('paths.people', { count: row.people })} · {t('paths.edit.completedBy', { count: row.completed })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
