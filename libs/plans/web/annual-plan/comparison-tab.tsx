import { PlanItemKind, type PlanFigures, type PlanView } from '@zhixing/plans/contract';
import { EmptyState, formatNumber, Panel, QueryView, SelectField, Skeleton, TableBox, tableStyles as table, useSearchParameters } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { comparisonQuery } from './api.ts';
import styles from './annual-plan.module.css';
import { type Compared, sumBy, totalOf } from './figures.ts';
import { hours, money, signed } from './words.tsx';

const METRICS = ['people', 'minutes', 'cost'] as const;
type Metric = (typeof METRICS)[number];
const WORDS: Record<Metric, { name: 'people' | 'hours' | 'cost'; say: (value: number) => string }> = { people: { name: 'people', say: formatNumber }, minutes: { name: 'hours', say: hours }, cost: { name: 'cost', say: money } };
const MONTHS = Array.from({ length: 12 }, (_, place) => String(place + 1));
const Address = z.object({ metric: z.enum(METRICS).default('people'), department: z.uuid().optional(), kind: PlanItemKind.optional() });

/** Planned beside actual: a chart of the months, and tables by month, department and kind; all of one department or kind when chosen. */
export function ComparisonTab({ plan }: { plan: PlanView }) {
  const { t } = useTranslation('plans');
  const query = useQuery(comparisonQuery(plan.id));
  const [{ metric, department, kind }, change] = useSearchParameters(Address);
  return (
    <QueryView query={query} loading={<Panel title={t('annual.tab.comparison')} hideTitle><Skeleton lines={8} /></Panel>} empty={({ rows }) => rows.length === 0 && <Panel title={t('annual.tab.comparison')} hideTitle><EmptyState drawing="courses" title={t('annual.comparison.empty')} /></Panel>}>
      {({ rows: all }) => {
        const rows = all.filter((row) => (!department || row.department.id === department) && (!kind || row.kind === kind));
        const names = new Map(all.map((row) => [row.department.id, row.department.name]));
        const months = sumBy(rows, (row) => String(row.month), MONTHS);
        const any = { value: '' as const, label: t('annual.filter.any') };
        return (
          <div className={styles.stack}>
            <div className={styles.filters}>
              <SelectField label={t('annual.comparison.metric')} value={metric} options={METRICS.map((one) => ({ value: one, label: t(`annual.${WORDS[one].name}`) }))} onChange={(next) => change({ metric: next as Metric })} />
              <SelectField label={t('annual.department')} value={department ?? ''} options={[any, ...[...names].map(([value, label]) => ({ value, label, lang: 'zh-CN' }))]} onChange={(next) => change({ department: next || undefined })} />
              <SelectField label={t('annual.filter.kind')} value={kind ?? ''} options={[any, ...PlanItemKind.options.map((one) => ({ value: one, label: t(`annual.kind.${one}`) }))]} onChange={(next) => change({ kind: next || undefined })} />
            </div>
            <Panel title={t('annual.comparison.month')} context={t('annual.comparison.why')} flush>
              <Chart months={months} metric={metric} />
              <Table title={t('annual.comparison.month')} head={t('annual.comparison.monthColumn')} rows={months} name={(month) => t('annual.month', { month })} />
            </Panel>
            {!department && <Panel title={t('annual.comparison.department')} flush><Table title={t('annual.comparison.department')} head={t('annual.department')} rows={sumBy(rows, (row) => row.department.id)} name={(id) => <span lang="zh-CN">{names.get(id)}</span>} /></Panel>}
            {!kind && <Panel title={t('annual.comparison.kind')} flush><Table title={t('annual.comparison.kind')} head={t('annual.filter.kind')} rows={sumBy(rows, (row) => row.kind, PlanItemKind.options)} name={(one) => t(`annual.kind.${one as PlanItemKind}`)} /></Panel>}
          </div>
        );
      }}
    </QueryView>
  );
}

/** Bars of the months, planned beside actual. The table below says the same. */
function Chart({ months, metric }: { months: Compared[]; metric: Metric }) {
  const { t } = useTranslation('plans');
  const highest = Math.max(1, ...months.flatMap((one) => [one.planned[metric], one.actual[metric]]));
  const height = (value: number) => (value ? { height: `max(3px, ${(100 * value) / highest}%)` } : { visibility: 'hidden' as const });
  return (
    <figure className={styles.chart} aria-label={t('annual.comparison.chart', { metric: t(`annual.${WORDS[metric].name}`) })}>
      <figcaption className={styles.legend}>
        <span>{t('annual.comparison.chart', { metric: t(`annual.${WORDS[metric].name}`) })}</span>
        <span><span aria-hidden className={`${styles.swatch} ${styles.planned}`} />{t('annual.planned')}</span><span><span aria-hidden className={`${styles.swatch} ${styles.actual}`} />{t('annual.actual')}</span>
      </figcaption>
      <div aria-hidden className={styles.bars}>
        {months.map((one) => (
          <div key={one.key} className={styles.column} title={`${t('annual.plannedOf', { value: WORDS[metric].say(one.planned[metric]) })} · ${t('annual.actualOf', { value: WORDS[metric].say(one.actual[metric]) })}`}>
            <div className={styles.space}><span className={`${styles.bar} ${styles.planned}`} style={height(one.planned[metric])} /><span className={`${styles.bar} ${styles.actual}`} style={height(one.actual[metric])} /></div>
            <span className={styles.month}>{one.key}</span>
          </div>
        ))}
      </div>
    </figure>
  );
}

function Table({ title, head, rows, name }: { title: string; head: string; rows: Compared[]; name: (key: string) => ReactNode }) {
  const { t } = useTranslation('plans');
  const cells = ({ planned, actual }: { planned: PlanFigures; actual: PlanFigures }) => METRICS.flatMap((metric) => {
    const { say } = WORDS[metric];
    return [['planned', say(planned[metric])], ['actual', say(actual[metric])], ['difference', signed(actual[metric] - planned[metric], say)]].map(([what, words]) => <td key={`${metric}-${what}`} className={table.number}>{words}</td>);
  });
  return (
    <TableBox label={title}>
      <table className={`${table.table} ${styles.table}`}>
        <thead>
          <tr><td />{METRICS.map((metric) => <th key={metric} scope="colgroup" colSpan={3}>{t(`annual.${WORDS[metric].name}`)}</th>)}</tr>
          <tr><th scope="col">{head}</th>{METRICS.flatMap((metric) => (['planned', 'actual', 'difference'] as const).map((what) => <th key={`${metric}-${what}`} scope="col" className={table.number}>{t(`annual.${what}`)}</th>))}</tr>
        </thead>
        <tbody>
          {rows.map((row) => <tr key={row.key}><th scope="row">{name(row.key)}</th>{cells(row)}</tr>)}
          <tr className={styles.total}><th scope="row">{t('annual.comparison.total')}</th>{cells(totalOf(rows))}</tr>
        </tbody>
      </table>
    </TableBox>
  );
}
