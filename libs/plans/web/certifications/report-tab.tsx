import type { CertificationReport } from '@zhixing/plans/contract';
import { control, EmptyState, ExportButton, formatDay, formatNumber, formatPercent, LoadMore, Panel, PersonLine, QueryView, Skeleton, SkeletonBlock, TableBox, tableStyles as table, useSearchParameters } from '@zhixing/platform/web';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import list from '../assignments/assignments-table.module.css';
import { today } from '../days.ts';
import { gapsQuery, reportQuery } from './api.ts';
import styles from './certifications.module.css';
import { CycleStateTag } from './words.tsx';

const Address = z.object({ tab: z.string().optional(), on: z.iso.date().optional(), certificationId: z.uuid().optional(), departmentId: z.uuid().optional() });

/** 持证上岗: of the people whose position requires something, who holds it, and who works without, on any day. */
export function ReportTab() {
  const { t } = useTranslation('plans');
  const [{ on, certificationId, departmentId }, change] = useSearchParameters(Address);
  const query = useQuery(reportQuery(on));
  const filter = { ...(on && { on }), ...(certificationId && { certificationId }), ...(departmentId && { departmentId }) };
  return (
    <div className={styles.stack}>
      <div className={list.filters}>
        <label className={styles.day}><span>{t('certification.on')}</span><input {...control('')} id={undefined} type="date" max={today()} value={on ?? query.data?.on ?? ''} onChange={(event) => change({ on: event.target.value || undefined })} /></label>
        {query.data && <span className={`${styles.small} ${styles.grow}`}>{t('certification.reportOf', { day: formatDay(query.data.on), required: formatNumber(query.data.required), held: formatNumber(query.data.held) })}</span>}
        <ExportButton personal kind="certification-gaps" parameters={filter} label={t('certification.export')} />
      </div>
      <QueryView query={query} loading={<SkeletonBlock height={240} />} empty={({ required }) => required === 0 && <EmptyState drawing="done" title={t('certification.nothingRequired')}>{t('certification.nothingRequiredWhy')}</EmptyState>}>
        {(report) => (
          <>
            <div className={styles.columns}>
              <Panel title={t('certification.byCertification')} flush>
                <Summary label={t('certification.byCertification')} first={t('certification.title')} rows={report.certifications} chosen={certificationId} onChoose={(id) => change({ certificationId: id })} />
              </Panel>
              <Panel title={t('certification.byDepartment')} flush>
                <Summary label={t('certification.byDepartment')} first={t('column.department')} rows={report.departments.map((one) => ({ ...one, title: one.name }))} chosen={departmentId} onChoose={(id) => change({ departmentId: id })} />
              </Panel>
            </div>
            <Gaps filter={filter} report={report} onClear={() => change({ certificationId: undefined, departmentId: undefined })} />
          </>
        )}
      </QueryView>
    </div>
  );
}

/** How many must hold, hold and lack it; a row narrows the list of people below. */
function Summary({ label, first, rows, chosen, onChoose }: { label: string; first: string; rows: { id: string; title: string; required: number; held: number }[]; chosen: string | undefined; onChoose: (id: string | undefined) => void }) {
  const { t } = useTranslation('plans');
  return (
    <TableBox label={label}>
      <table className={table.table}>
        <thead><tr><th scope="col">{first}</th><th scope="col" className={table.number}>{t('certification.required')}</th><th scope="col" className={table.number}>{t('certification.without')}</th><th scope="col" className={table.number}>{t('certification.rate')}</th></tr></thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id}>
              <td><Button type="link" size="small" style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'start' }} aria-pressed={chosen === one.id} onClick={() => onChoose(chosen === one.id ? undefined : one.id)}><span lang="zh-CN">{one.title}</span></Button></td>
              <td className={table.number}>{formatNumber(one.required)}</td>
              <td className={`${table.number} ${one.held < one.required ? styles.late : ''}`}>{formatNumber(one.required - one.held)}</td>
              <td className={table.number}>{formatPercent(Math.floor((100 * one.held) / one.required))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Gaps({ filter, report, onClear }: { filter: { on?: string; certificationId?: string; departmentId?: string }; report: CertificationReport; onClear: () => void }) {
  const { t } = useTranslation('plans');
  const query = useInfiniteQuery(gapsQuery(filter));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const narrowed = [report.certifications.find((one) => one.id === filter.certificationId)?.title, report.departments.find((one) => one.id === filter.departmentId)?.name].filter((one) => one !== undefined);
  return (
    <Panel title={t('certification.people')} context={narrowed.length > 0 && <span lang="zh-CN">{narrowed.join(' · ')}</span>} extra={narrowed.length > 0 && <Button onClick={onClear}>{t('certification.clear')}</Button>} flush>
      <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={5} /></div>} empty={() => rows.length === 0 && <EmptyState drawing="done" title={t('certification.nobody')}>{t('certification.nobodyWhy')}</EmptyState>}>
        {() => (
          <>
            <ul className={styles.rows}>
              {rows.map((one) => (
                <li key={`${one.person.id} ${one.certification.id}`} className={styles.row}>
                  <PersonLine person={one.person} showNumber />
                  <div className={styles.words}>
                    <p lang="zh-CN">{one.certification.title}</p>
                    <p className={styles.small}>{one.since ? t('certification.since', { day: formatDay(one.since) }) : t('certification.never')}{one.waiting && <> · {t('certification.waits')}</>}</p>
                  </div>
                  <CycleStateTag state={one.kind} plain />
                </li>
              ))}
            </ul>
            {query.hasNextPage && <div className={styles.inset}><LoadMore query={query} shown={rows.length} /></div>}
          </>
        )}
      </QueryView>
    </Panel>
  );
}
