import PlusOutlined from '@ant-design/icons/PlusOutlined';
import type { CertificationRow } from '@zhixing/plans/contract';
import { EmptyState, formatNumber, PageHeader, Panel, QueryView, Skeleton, TabLinks, TableBox, tableStyles as table, useSearchParameters } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLinkClickHandler } from 'react-router';
import { z } from 'zod';
import list from '../assignments/assignments-table.module.css';
import { certificationsQuery } from '../certifications/api.ts';
import { ReportTab } from '../certifications/report-tab.tsx';
import { ToCheckTab } from '../certifications/to-check-tab.tsx';
import { periodOf } from '../certifications/words.tsx';
import { certificationPath, NEW_CERTIFICATION_PATH } from '../paths.ts';

const TABS = ['list', 'check', 'report'] as const;
const Address = z.object({ tab: z.enum(TABS).default('list') });

/** Certifications, the certificates of other bodies that wait for a check, and who works without. */
export default function CertificationsPage() {
  const { t } = useTranslation('plans');
  const [{ tab }] = useSearchParameters(Address);
  const query = useQuery(certificationsQuery);
  const create = useLinkClickHandler<HTMLElement>(NEW_CERTIFICATION_PATH);
  const make = query.data?.can.edit && <Button type="primary" icon={<PlusOutlined aria-hidden />} href={NEW_CERTIFICATION_PATH} onClick={create}>{t('certification.new')}</Button>;
  const waiting = query.data?.waiting;
  return (
    <>
      <PageHeader title={t('certification.all')} context={t('certification.allContext')} action={make}>
        <TabLinks label={t('certification.tabs')} parameter="tab" current={tab} tabs={TABS.map((key) => ({ key, label: t(`certification.tab.${key}`), ...(key === 'check' && waiting ? { count: waiting } : {}) }))} />
      </PageHeader>
      {tab === 'check' && <ToCheckTab />}
      {tab === 'report' && <ReportTab />}
      {tab === 'list' && (
        <Panel title={t('certification.all')} hideTitle flush>
          <QueryView query={query} loading={<div className={list.inset}><Skeleton lines={6} /></div>} empty={({ items }) => items.length === 0 && <EmptyState drawing="courses" title={t('certification.none')} action={make}>{t('certification.noneWhy')}</EmptyState>}>
            {({ items }) => <Rows rows={items} />}
          </QueryView>
        </Panel>
      )}
    </>
  );
}

const HELD = ['valid', 'renewable', 'expiring', 'expired'] as const;

function Rows({ rows }: { rows: CertificationRow[] }) {
  const { t } = useTranslation('plans');
  const kind = (row: CertificationRow) => <>{t(`certification.kind.${row.kind}`)}{row.retired && <> · {t('certification.retired')}</>}</>;
  return (
    <>
      <div className={list.wide}>
        <TableBox label={t('certification.all')}>
          <table className={table.table}>
            <thead><tr><th scope="col">{t('certification.title')}</th><th scope="col">{t('certification.periodTitle')}</th><th scope="col" className={table.number}>{t('certification.positions')}</th>{HELD.map((state) => <th key={state} scope="col" className={table.number}>{t(`certification.state.${state}`)}</th>)}</tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td className={list.what}><p><Link to={certificationPath(row.id)} lang="zh-CN">{row.title}</Link></p><p className={table.small}>{kind(row)} · <span lang="zh-CN">{row.course?.title ?? row.issuer}</span></p></td>
                  <td>{periodOf(row.months)}</td>
                  <td className={table.number}>{formatNumber(row.positions)}</td>
                  {HELD.map((state) => <td key={state} className={table.number}>{row.holders[state] ? <Link to={`${certificationPath(row.id)}?state=${state}`}>{formatNumber(row.holders[state])}</Link> : 0}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </div>
      <ul className={list.cards}>
        {rows.map((row) => (
          <li key={row.id} className={list.card}>
            <div className={list.cardHead}><Link to={certificationPath(row.id)} lang="zh-CN">{row.title}</Link><span className={table.small}>{kind(row)}</span></div>
            <span>{periodOf(row.months)}</span>
            <span className={table.small}>{HELD.map((state) => `${t(`certification.state.${state}`)} ${formatNumber(row.holders[state])}`).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
